import { measureWords } from '../forms/words.js';
import type { BookSheet, Column } from '../reports/table-book.js';
import { tableSheet } from '../reports/table-book.js';
import type { Standing } from '../settle/standing.js';
import { categories } from '../settle/totals.js';
import type { SettlementList } from '../settle/types.js';
import {
  after,
  before,
  categoryWords,
  column,
  grounds,
  household,
  isSum,
  type Line,
  remark,
  type Sum,
  yuan,
} from './columns.js';

/** The four lists of the plan by their names, which are those of their files. */
export const listTitles = {
  unchanged: '人口收入无变化家庭名册',
  adjusted: '调增调减家庭名册',
  stopped: '停发家庭名册',
  edge: '转低保边缘家庭名单',
} as const satisfies Record<SettlementList, string>;

const classColumn = column('施保类别', 8, 'center', ({ holds }) => holds.household.class);
const recovery = column('应追缴(元)', 11, 'money', ({ holds }) =>
  holds.recovery === null ? null : yuan(holds.recovery.fen),
);
const measure = column('措施', 10, 'center', ({ holds }) =>
  holds.measure === null ? '' : measureWords[holds.measure],
);
const members = column('减员人员', 12, 'text', ({ holds }) =>
  holds.removed.map(({ name }) => name).join('、'),
);
const work = column('金额核算', 48, 'text', ({ holds }) => (holds.work?.lines ?? []).join('\n'));

const columns: Readonly<Record<SettlementList, readonly Column<Line>[]>> = {
  unchanged: [
    ...household,
    classColumn,
    column('家庭人口', 8, 'int', ({ holds }) => holds.size.after),
    column(
      '保障人口',
      8,
      'int',
      ({ holds }) => holds.after.persons,
      (sum) => sum.after.persons,
    ),
    column(
      '月保障金(元)',
      11,
      'money',
      ({ holds }) => yuan(holds.after.fen),
      (sum) => yuan(sum.after.fen),
    ),
    column('享受起始时间', 11, 'center', ({ holds }) => holds.household.start_date),
    column('核查情况', 14, 'text', ({ holds }) => (holds.measure === null ? '未发现问题' : '核实后保留')),
  ],
  adjusted: [...household, ...before, ...after, measure, members, ...grounds, work, remark],
  stopped: [...household, ...before, ...grounds, recovery, remark],
  edge: [
    ...household,
    ...before,
    column('核实家庭月收入(元)', 12, 'money', ({ holds }) => holds.income),
    ...grounds,
    recovery,
    remark,
  ],
};

function sumOf(rows: readonly Standing[]): Sum {
  const sum = { before: { households: 0, persons: 0, fen: 0 }, after: { households: 0, persons: 0, fen: 0 } };
  for (const { holds } of rows) {
    sum.before.households++;
    for (const side of ['before', 'after'] as const) {
      sum[side].persons += holds[side].persons;
      sum[side].fen += holds[side].fen;
    }
  }
  return sum;
}

/**
 * The sheets of one list, urban and rural apart, each with its sum.
 * @param rows the households on it, in their order
 * @param area the county, for the title
 */
export function listSheets(list: SettlementList, rows: readonly Standing[], area: string): BookSheet[] {
  return categories.flatMap((category) => {
    const own = rows.filter(({ holds }) => (holds.household.category ?? 'unknown') === category);
    if (category === 'unknown' && own.length === 0) return [];
    const name = categoryWords[category];
    return tableSheet<Line>({
      name,
      lines: [`${area}${name}低保${listTitles[list]}`],
      columns: columns[list],
      rows: [...own, sumOf(own)],
      tone: (line) => (isSum(line) ? 'strong' : 'plain'),
      filter: false,
      frozen: 5,
      size: 9,
    });
  });
}
