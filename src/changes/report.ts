import { type ControlTotals, controlTotals } from './totals.js';
import {
  type ChangeKind,
  type Comparison,
  changeKinds,
  type Family,
  type RosterChange,
  type StandardChange,
} from './types.js';

export interface NamedTotals extends ControlTotals {
  /** A category's code, or a township; '' where the roster says none. */
  readonly name: string;
}

/** Everything that is told of two rosters, on the screen, in the book and for programs. */
export interface ChangesReport {
  readonly area: string;
  /** YYYY-MM-DD, where they are known. */
  readonly from: string | null;
  readonly to: string | null;
  /** As the sentence says it; null: this month. */
  readonly period: string | null;
  readonly all: ControlTotals;
  readonly categories: readonly NamedTotals[];
  readonly townships: readonly NamedTotals[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly standards: readonly StandardChange[];
  readonly changes: readonly RosterChange[];
}

function named(comparison: Comparison, keyOf: (family: Family) => string): NamedTotals[] {
  return [...controlTotals(comparison, keyOf)].map(([name, totals]) => ({ ...totals, name }));
}

/**
 * Adds a comparison up.
 * @throws Error where control totals do not add up: a defect
 */
export function reportOf(
  comparison: Comparison,
  told: Pick<ChangesReport, 'area' | 'from' | 'to' | 'period'>,
): ChangesReport {
  const { changes, standards } = comparison;
  const counts = Object.fromEntries(changeKinds.map((kind) => [kind, 0])) as Record<ChangeKind, number>;
  for (const { kind } of changes) counts[kind]++;
  const [all] = controlTotals(comparison, () => 'all').values();
  if (all === undefined) throw new Error('neither roster has a household');
  const categories = named(comparison, ({ category }) => category ?? 'unknown');
  const townships = named(comparison, ({ township }) => township);
  return { ...told, all, categories, townships, counts, standards, changes };
}
