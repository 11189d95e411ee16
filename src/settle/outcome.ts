import { fen } from '../campaign-file/amounts.js';
import { measureWords } from '../forms/words.js';
import type { Measure } from '../ledger/events.js';
import { yuanOf } from './money.js';
import type { AmountWork, SettlementList } from './types.js';
import { type Family, levelOf, levelOfAmount, owedTo } from './work.js';

/** Checks whose ground is the income alone: it cannot stop a family whose verified income is below the standard. */
const incomeChecks: ReadonlySet<string> = new Set(['R03', 'R06']);

/** What a measure comes to, before it is asked whether all that it needs is there. */
export interface Outcome {
  readonly measure: Measure;
  readonly list: SettlementList;
  readonly after: { readonly persons: number; readonly fen: number };
  readonly work: AmountWork | null;
  readonly doubts: readonly string[];
  readonly remarks: readonly string[];
}

const gone = { persons: 0, fen: 0 };

/** Stopped; onto the list of edge families where the income is that of one, or the verdict says so. */
export function stopped(family: Family, measure: 'stop' | 'edge', level = levelOf(family)): Outcome {
  const isIncomeAlone = family.changing.every(({ one }) => incomeChecks.has(one.slip.check));
  const doubts =
    measure === 'stop' && level === 'below' && isIncomeAlone && family.facts.income !== null
      ? [`核实后人均月收入低于保障标准,不能以收入超标为由${measureWords.stop}`]
      : [];
  const isEdge = measure === 'edge' || level === 'edge';
  const remarks: string[] = [];
  if (measure === 'edge' && level !== null && level !== 'edge')
    remarks.push('拟转低保边缘,但人均月收入不在低保标准至边缘标准之间');
  if (isEdge && !isIncomeAlone) remarks.push('转低保边缘还须财产状况符合规定');
  return {
    measure: isEdge ? 'edge' : 'stop',
    list: isEdge ? 'edge' : 'stopped',
    after: gone,
    work: null,
    doubts,
    remarks,
  };
}

/** Lines for an amount that goes the other way than the measure. */
function wrongWay(measure: Measure, before: number | null, after: number, mayRise: boolean): string[] {
  if (before === null) return [];
  const isWrong =
    (measure === 'lower' && after >= before) ||
    (measure === 'raise' && after <= before) ||
    (measure === 'remove' && after > before && !mayRise);
  return isWrong
    ? [`拟处理措施是${measureWords[measure]},月保障金却由${yuanOf(before)}变为${yuanOf(after)}`]
    : [];
}

/** Members out and the amount anew; nothing left to pay means stopping, and that is said. */
export function adjusted(family: Family, measure: 'remove' | 'lower' | 'raise', mayRise: boolean): Outcome {
  const { household, c } = family;
  if (c === 0) {
    const stop = stopped(family, 'stop');
    return { ...stop, remarks: [...stop.remarks, `${measureWords[measure]}后没有保障对象,按停发办理`] };
  }
  const { amount, doubts, remarks } = owedTo(family);
  const after = { persons: c, fen: Number(amount?.fen ?? 0n) };
  const work = amount === null ? null : { amount: after.fen / 100, lines: amount.lines };
  const outcome: Outcome = { measure, list: 'adjusted', after, work, doubts, remarks };
  if (amount === null) return outcome;
  if (after.fen === 0) {
    const stop = stopped(family, 'stop', levelOfAmount(family));
    const said = `拟处理措施是${measureWords[measure]},核算月保障金为0元,按停发办理`;
    return { ...stop, work, remarks: [...remarks, ...stop.remarks, said] };
  }
  const before = household.monthly_amount === null ? null : fen(household.monthly_amount);
  return { ...outcome, doubts: [...doubts, ...wrongWay(measure, before, after.fen, mayRise)] };
}
