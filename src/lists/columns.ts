import type { CellValue, Column } from '../reports/table-book.js';
import type { RosterHousehold, RosterMember } from '../roster/read-roster.js';
import type { Standing } from '../settle/standing.js';
import type { Figures } from '../settle/totals.js';

/** One line of a list: a household, or the sum below them. */
export type Line = Standing | Sum;

export interface Sum {
  readonly before: Figures;
  readonly after: Figures;
}

export function isSum(line: Line): line is Sum {
  return !('group' in line);
}

type Kind = Column<Line>['kind'];

/** A column over households that the sum leaves empty, unless it has a value of its own there. */
export function column(
  title: string,
  width: number,
  kind: Kind,
  value: (one: Standing, index: number) => CellValue,
  sum: (line: Sum) => CellValue = () => null,
): Column<Line> {
  return { title, width, kind, value: (line, index) => (isSum(line) ? sum(line) : value(line, index)) };
}

export const yuan = (fen: number): number => fen / 100;

export function headOf({ holds }: Standing): RosterMember | undefined {
  return holds.household.members[0];
}

export const categoryWords = { urban: '城市', rural: '农村', unknown: '类别不明' } as const;

/** Which household: the columns of lists whose lines are about one, but are not it. */
export function householdColumns<T extends { readonly standing: Standing }>(): readonly Column<T>[] {
  const text = (title: string, width: number, value: (one: Standing) => string): Column<T> => ({
    ...{ title, width, kind: 'text' },
    value: ({ standing }) => value(standing),
  });
  return [
    text('乡镇(街道)', 13, ({ holds }) => holds.household.township),
    text('村(社区)', 13, ({ holds }) => holds.household.village),
    text('户编号', 17, ({ holds }) => holds.household.household_id),
    text('户主姓名', 10, (one) => headOf(one)?.name ?? ''),
  ];
}

/** Who and where: the first columns of every list. */
export const household: readonly Column<Line>[] = [
  column(
    '序号',
    6,
    'center',
    (_, index) => index + 1,
    () => '合计',
  ),
  column('乡镇(街道)', 13, 'text', ({ holds }) => holds.household.township),
  column(
    '村(社区)',
    13,
    'text',
    ({ holds }) => holds.household.village,
    ({ before }) => `${before.households}户`,
  ),
  column('户编号', 17, 'text', ({ holds }) => holds.household.household_id),
  column('户主姓名', 10, 'text', (one) => headOf(one)?.name ?? ''),
  column('身份证号', 20, 'text', (one) => headOf(one)?.id_number ?? ''),
];

/** What it had: family, covered persons, yuan a month. */
export const before: readonly Column<Line>[] = [
  column('原家庭人口', 8, 'int', ({ holds }) => holds.size.before),
  column(
    '原保障人口',
    8,
    'int',
    ({ holds }) => holds.before.persons,
    (sum) => sum.before.persons,
  ),
  column(
    '原月保障金(元)',
    11,
    'money',
    ({ holds }) => yuan(holds.before.fen),
    (sum) => yuan(sum.before.fen),
  ),
];

/** What it has now, and the difference. */
export const after: readonly Column<Line>[] = [
  column('现家庭人口', 8, 'int', ({ holds }) => holds.size.after),
  column(
    '现保障人口',
    8,
    'int',
    ({ holds }) => holds.after.persons,
    (sum) => sum.after.persons,
  ),
  column(
    '现月保障金(元)',
    11,
    'money',
    ({ holds }) => yuan(holds.after.fen),
    (sum) => yuan(sum.after.fen),
  ),
  column(
    '增减(元)',
    11,
    'money',
    ({ holds }) => yuan(holds.after.fen - holds.before.fen),
    (sum) => yuan(sum.after.fen - sum.before.fen),
  ),
];

/** Why, by what document, from when, and what somebody should look at. */
export const grounds: readonly Column<Line>[] = [
  column('事由', 44, 'text', ({ holds }) => holds.reasons.join('\n')),
  column('依据', 36, 'text', ({ holds }) => holds.basis.join('\n')),
  column('执行起始月', 10, 'center', ({ holds }) => holds.from_month),
];

export const remark: Column<Line> = column('备注', 24, 'text', ({ holds }) => holds.remarks.join('\n'));

/** By township, village, group and number: the order in which they are filed. */
export function byPlace(a: RosterHousehold, b: RosterHousehold): number {
  const key = (one: RosterHousehold) =>
    [one.township, one.village, one.village_group, one.household_id] as const;
  const [left, right] = [key(a), key(b)];
  for (const [index, text] of left.entries()) {
    const other = right[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
