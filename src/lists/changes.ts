import type { BookSheet, Column } from '../reports/table-book.js';
import { tableSheet } from '../reports/table-book.js';
import type { RosterMember } from '../roster/read-roster.js';
import type { Standing } from '../settle/standing.js';
import { headOf, householdColumns, yuan } from './columns.js';

/** One thing to key into the province's system. */
interface Change {
  readonly kind: '停保' | '减员' | '变更';
  readonly standing: Standing;
  /** Null: the household's. */
  readonly member: RosterMember | null;
}

/** What of a household is keyed: its end; or each member out, and the amount. */
function changesOf(standing: Standing): Change[] {
  const { group, holds } = standing;
  if (group === 'stopped' || group === 'edge') return [{ kind: '停保', standing, member: null }];
  if (group !== 'adjusted') return [];
  const removed = holds.removed.map((member): Change => ({ kind: '减员', standing, member }));
  return [...removed, { kind: '变更', standing, member: null }];
}

const columns: readonly Column<Change>[] = [
  { title: '序号', width: 6, kind: 'center', value: (_, index) => index + 1 },
  { title: '录入事项', width: 9, kind: 'center', value: ({ kind }) => kind },
  ...householdColumns<Change>(),
  {
    title: '户主身份证号',
    width: 20,
    kind: 'text',
    value: ({ standing }) => headOf(standing)?.id_number ?? '',
  },
  { title: '减员人员', width: 10, kind: 'text', value: ({ member }) => member?.name ?? '' },
  { title: '减员人员身份证号', width: 20, kind: 'text', value: ({ member }) => member?.id_number ?? '' },
  {
    title: '原因',
    width: 44,
    kind: 'text',
    value: ({ standing, member }) => {
      const { reasons } = standing.holds;
      const own = member === null ? reasons : reasons.filter((reason) => reason.includes(member.name));
      return (own.length > 0 ? own : reasons).join('\n');
    },
  },
  { title: '执行起始月', width: 10, kind: 'center', value: ({ standing }) => standing.holds.from_month },
  { title: '原保障人口', width: 8, kind: 'int', value: ({ standing }) => standing.holds.before.persons },
  { title: '现保障人口', width: 8, kind: 'int', value: ({ standing }) => standing.holds.after.persons },
  {
    title: '原月保障金(元)',
    width: 11,
    kind: 'money',
    value: ({ standing, member }) => (member === null ? yuan(standing.holds.before.fen) : null),
  },
  {
    title: '现月保障金(元)',
    width: 11,
    kind: 'money',
    value: ({ standing, member }) => (member === null ? yuan(standing.holds.after.fen) : null),
  },
  { title: '录入人', width: 9, kind: 'text', value: () => null },
  { title: '录入日期', width: 11, kind: 'text', value: () => null },
];

export const changesTitle = '变更录入清单';

/** 变更录入清单: what is keyed into the province's system: 停保, 减员, 变更 (FORMS.md, Paper). */
export function changesSheet(standings: readonly Standing[], area: string): BookSheet {
  return tableSheet<Change>({
    name: changesTitle,
    lines: [`${area}低保${changesTitle}`],
    columns,
    rows: standings.flatMap(changesOf),
    frozen: 6,
    size: 9,
  });
}
