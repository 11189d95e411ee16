import { measureWords, requirementWords, verdictWords } from '../forms/words.js';
import type { Requirement } from '../ledger/events.js';
import type { CaseState } from '../ledger/state.js';
import type { BookSheet, Column } from '../reports/table-book.js';
import { tableSheet } from '../reports/table-book.js';
import type { Standing } from '../settle/standing.js';
import { headOf, householdColumns, yuan } from './columns.js';

export const pendingTitle = '待办清单';
const strayTitle = '不在花名册';

/** One household that somebody must still do something for. */
export interface Pending {
  readonly standing: Standing;
  /** When its 告知书 was served, and the last day to object; '' before. */
  readonly served: string;
  readonly until: string;
  /** Titles of its cases that want a verdict. */
  readonly open: readonly string[];
}

/** What is to be done next for what is missing. */
const steps: Readonly<Record<Requirement, string>> = {
  verdict: '入户核实,填核实表后收回',
  investigators: '补齐两名入户人员,重新收回核实表',
  reason: '补写认定理由,重新收回核实表',
  served: '送达告知书,填送达登记表后收回',
  period: '等异议期满再运行清理',
};

function nextStep({ waits, doubts }: Standing['decided']): string {
  const [first] = waits;
  if (doubts.length > 0) return '查清后改正核实表,重新收回';
  return first === undefined ? '' : steps[first];
}

const columns: readonly Column<Pending>[] = [
  { title: '序号', width: 6, kind: 'center', value: (_, index) => index + 1 },
  ...householdColumns<Pending>(),
  {
    title: '拟处理措施',
    width: 10,
    kind: 'center',
    value: ({ standing: { decided } }) => (decided.measure === null ? '' : measureWords[decided.measure]),
  },
  {
    title: '现月保障金(元)',
    width: 11,
    kind: 'money',
    value: ({ standing }) => yuan(standing.holds.after.fen),
  },
  {
    title: '拟调整为(元)',
    width: 11,
    kind: 'money',
    value: ({ standing: { decided } }) =>
      decided.measure === null || decided.doubts.length > 0 ? null : yuan(decided.after.fen),
  },
  {
    title: '还缺',
    width: 22,
    kind: 'text',
    value: ({ standing }) => standing.decided.waits.map((one) => requirementWords[one]).join('、'),
  },
  { title: '待核实疑点', width: 24, kind: 'text', value: ({ open }) => open.join('\n') },
  { title: '须复核', width: 44, kind: 'text', value: ({ standing }) => standing.decided.doubts.join('\n') },
  { title: '送达日期', width: 11, kind: 'center', value: ({ served }) => served },
  { title: '异议期至', width: 11, kind: 'center', value: ({ until }) => until },
  { title: '下一步', width: 28, kind: 'text', value: ({ standing }) => nextStep(standing.decided) },
];

const differenceColumns: readonly Column<Standing>[] = [
  { title: '序号', width: 6, kind: 'center', value: (_, index) => index + 1 },
  { title: '乡镇(街道)', width: 13, kind: 'text', value: ({ decided }) => decided.household.township },
  { title: '村(社区)', width: 13, kind: 'text', value: ({ decided }) => decided.household.village },
  { title: '户编号', width: 17, kind: 'text', value: ({ decided }) => decided.household.household_id },
  { title: '户主姓名', width: 10, kind: 'text', value: (one) => headOf(one)?.name ?? '' },
  {
    title: '措施',
    width: 10,
    kind: 'center',
    value: ({ decided }) => (decided.measure === null ? '' : measureWords[decided.measure]),
  },
  { title: '核算月保障金(元)', width: 12, kind: 'money', value: ({ decided }) => yuan(decided.after.fen) },
  { title: '须请决定的差异', width: 70, kind: 'text', value: ({ decided }) => decided.remarks.join('\n') },
];

const strayColumns: readonly Column<CaseState>[] = [
  { title: '序号', width: 6, kind: 'center', value: (_, index) => index + 1 },
  { title: '疑点编号', width: 27, kind: 'text', value: ({ slip }) => slip.case_id },
  { title: '乡镇(街道)', width: 13, kind: 'text', value: ({ slip }) => slip.township },
  { title: '村(社区)', width: 13, kind: 'text', value: ({ slip }) => slip.village },
  { title: '户编号', width: 17, kind: 'text', value: ({ slip }) => slip.household_id },
  { title: '户主姓名', width: 10, kind: 'text', value: ({ slip }) => slip.head?.name ?? '' },
  { title: '疑点事项', width: 26, kind: 'text', value: ({ slip }) => slip.title },
  {
    title: '核实结论',
    width: 10,
    kind: 'center',
    value: ({ finding }) => (finding === null ? '' : verdictWords[finding.verdict]),
  },
];

/** What is still to be done, and what somebody must look at. */
export interface PendingBook {
  readonly pending: readonly Pending[];
  /** Every household: those worked out otherwise than the township proposed are taken. */
  readonly standings: readonly Standing[];
  /** Cases of households that are not on the roster. */
  readonly strays: readonly CaseState[];
  readonly area: string;
}

/** 待办清单: what waits and why; beside it the differences to decide on, and cases without a household. */
export function pendingSheets({ pending, standings, strays, area }: PendingBook): BookSheet[] {
  const differing = standings.filter(({ decided }) => decided.remarks.length > 0);
  const sheet = <T>(name: string, title: string, columns: readonly Column<T>[], rows: readonly T[]) =>
    tableSheet<T>({
      name,
      lines: [`${area}${title}`, `共${rows.length}${name === strayTitle ? '条' : '户'}`],
      columns,
      rows,
      frozen: 5,
      size: 9,
    });
  return [
    sheet(pendingTitle, `低保清理${pendingTitle}`, columns, pending),
    sheet('差异', '低保清理核算差异', differenceColumns, differing),
    ...(strays.length > 0 ? [sheet(strayTitle, '不在花名册上的疑点', strayColumns, strays)] : []),
  ];
}
