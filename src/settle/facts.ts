import { fen } from '../campaign-file/amounts.js';
import type { Finding } from '../ledger/events.js';
import { yuanOf } from './money.js';

/** What the visits to one household found, where they agree. */
export interface Facts {
  /** Fen a month, the whole family's. */
  readonly income: bigint | null;
  readonly size: number | null;
  readonly covered: number | null;
  /** Fen a month, as the township proposes. */
  readonly proposal: number | null;
  /** YYYY-MM; '' where nobody says. */
  readonly from_month: string;
}

interface Told {
  readonly title: string;
  readonly value: (finding: Finding) => number | null;
  readonly text: (value: number) => string;
}

const persons = (value: number): string => `${value}人`;
const told = {
  income: { title: '核实后家庭月收入', value: (one) => one.income, text: (value) => yuanOf(fen(value)) },
  size: { title: '核实后家庭人口', value: (one) => one.household_size, text: persons },
  covered: { title: '核实后享受人口', value: (one) => one.covered_size, text: persons },
  proposal: { title: '调整后月保障金', value: (one) => one.new_amount, text: (value) => yuanOf(fen(value)) },
} as const satisfies Record<string, Told>;

/**
 * Draws the facts from the verdicts of one household.
 * @param all every verdict: what a visit measured holds, whatever it thought of its case
 * @param deciding those whose measure counts: the township's figure is taken from them
 * @returns the facts, and a line for each that two verdicts state differently
 */
export function factsOf(
  all: readonly Finding[],
  deciding: readonly Finding[],
): { readonly facts: Facts; readonly doubts: readonly string[] } {
  const doubts: string[] = [];
  const agreed = ({ title, value, text }: Told, findings: readonly Finding[]): number | null => {
    const values = [...new Set(findings.map(value).filter((one) => one !== null))];
    if (values.length > 1) doubts.push(`${title}有${values.length}个不同的数:${values.map(text).join('、')}`);
    return values[0] ?? null;
  };
  const income = agreed(told.income, all);
  const size = agreed(told.size, all);
  const covered = agreed(told.covered, all);
  const proposal = agreed(told.proposal, deciding);
  // Of two months the later one: nobody loses a month by a clerk's slip.
  const months = deciding.map((one) => one.from_month ?? '').sort();
  const facts = {
    income: income === null ? null : BigInt(fen(income)),
    proposal: proposal === null ? null : fen(proposal),
    size,
    covered,
    from_month: months.at(-1) ?? '',
  };
  return { facts, doubts };
}
