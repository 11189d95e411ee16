import { existsSync } from 'node:fs';
import path from 'node:path';
import { fen } from '../campaign-file/amounts.js';
import { readCases, readRunHouseholds } from '../cases/read-cases.js';
import type { Case, Household } from '../cases/types.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import type { CaseState, LedgerState } from '../ledger/state.js';
import type { Known, RunCase } from '../settle/inputs.js';
import { lastRunOf, type Work } from './work.js';

/** What the ledger and the last run know of the households. */
export interface Knowledge {
  of(household_id: string): Known;
  /** The cases of each household. */
  readonly cases: ReadonlyMap<string, readonly CaseState[]>;
}

/** Columns in which a check gives the family's income, of which the larger counts (RULES.md, Verified income: f). */
const totals = ['declared_total', 'verified_total', 'wage_total'];

/** The family's income as a check worked it out, over its own persons. */
function incomeOf({ arithmetic }: Case): RunCase['income'] {
  const n = Number(arithmetic.n);
  const all = totals.flatMap((name) => (arithmetic[name] === undefined ? [] : [fen(arithmetic[name])]));
  if (all.length === 0 || !Number.isInteger(n) || n < 1) return null;
  return { fen: BigInt(Math.max(...all)), n };
}

/** @throws DibaoError clean-run-missing */
function fileOf(work: Work, run: string, name: string): string {
  const file = path.join(run, name);
  if (existsSync(file)) return file;
  const shown = path.relative(work.folder, run);
  throw new DibaoError('clean-run-missing', { run: shown, name });
}

/** Whether something may change by it: only then must the run be asked what it found. */
function mayChange({ finding, present }: CaseState): boolean {
  return finding === null ? present : finding.verdict !== 'dismissed';
}

/**
 * Gathers what is known of each household beside the roster: its cases, and of those that may change something what the
 * last run worked out.
 * @param waived households whose verdict was waived: their cases count without a finding
 * @throws DibaoError ledger-without-run, clean-run-missing
 */
export async function gather(
  work: Work,
  state: LedgerState,
  waived: ReadonlySet<string>,
): Promise<Knowledge> {
  const cases = state.casesOf;
  const wanted = new Set(
    [...state.cases.values()]
      .filter((one) => mayChange(one) && (one.finding !== null || waived.has(one.slip.household_id)))
      .map(({ slip }) => slip.case_id),
  );
  const run = new Map<string, RunCase>();
  const unions = new Map<string, Pick<Household, 'overpaid' | 'cases'>>();
  if (wanted.size > 0) {
    const folder = lastRunOf(work, state);
    const households = new Set<string>();
    for await (const one of readCases(fileOf(work, folder, reportFiles.cases))) {
      if (!wanted.has(one.case_id)) continue;
      households.add(one.household_id);
      const { overpaid, since, start_date } = one;
      run.set(one.case_id, { overpaid, since, start_date, income: incomeOf(one) });
    }
    for await (const one of readRunHouseholds(fileOf(work, folder, reportFiles.households)))
      if (households.has(one.household_id))
        unions.set(one.household_id, { overpaid: one.overpaid, cases: one.cases });
  }
  return {
    cases,
    of: (household_id) => ({
      cases: cases.get(household_id) ?? [],
      state: state.households.get(household_id),
      run,
      union: unions.get(household_id) ?? null,
    }),
  };
}
