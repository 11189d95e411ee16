import { expect } from 'vitest';
import type { RunResult } from '../../src/run.js';
import { type Answer, differences } from './compare.js';
import { type County, type GoldenName, goldenFolder } from './county.js';
import { runFolder } from './run.js';

type Counts = Readonly<Record<string, number>>;

/** What a changed county may have more of than the golden one. */
export interface Allowed {
  /** Records more than in the golden files, by register; null where the rows are another kind of record. */
  readonly records?: Readonly<Record<string, number | null>>;
  /** Rejects more than in the golden files, by register. */
  readonly rejected?: Counts;
  /** The answer, where it is another. */
  readonly expected?: readonly Answer[];
  /** Household, member and money totals are others. */
  readonly otherRoster?: boolean;
  /** Cases of checks that the golden answer does not hold are others. */
  readonly otherIds?: boolean;
}

interface Tally {
  readonly records: number;
  readonly rejected: number;
}

/** Records (loaded, passed over or rejected) and rejects by register. */
export function tally(run: RunResult): Map<string, Tally> {
  const out = new Map<string, Tally>();
  for (const { register, loaded, passed_over, rejected } of run.report.summary.sources) {
    const before = out.get(register) ?? { records: 0, rejected: 0 };
    out.set(register, {
      records: before.records + loaded + passed_over + rejected,
      rejected: before.rejected + rejected,
    });
  }
  return out;
}

export const caseIds = (run: RunResult): string[] =>
  ofRoster(run)
    .map((one) => one.case_id)
    .sort();

/** Cases about people of the roster: leads about others come and go with rows about strangers. */
export const ofRoster = (run: RunResult): RunResult['report']['cases'] =>
  run.report.cases.filter(({ check }) => check !== 'D04.payment' && check !== 'D10.missed');

function rosterOf(run: RunResult) {
  const { households, members, covered, monthly_amount } = run.report.summary.roster;
  return { households, members, covered, monthly_amount };
}

const baselines = new Map<GoldenName, Promise<RunResult>>();

/** The run of a golden county as it stands, once for all tests of a file. */
export function baseline(name: GoldenName): Promise<RunResult> {
  const known = baselines.get(name) ?? runFolder(goldenFolder(name));
  baselines.set(name, known);
  return known;
}

/** The cases, every row accounted for, and the roster's totals as in the golden county. */
export async function expectSame(county: County, run: RunResult, allowed: Allowed = {}): Promise<void> {
  expect(differences(allowed.expected ?? county.expected, run.report.cases)).toEqual([]);
  expect(run.report.summary.checks.filter((check) => check.outcome === 'broken')).toEqual([]);
  const base = await baseline(county.name);
  for (const source of run.report.summary.sources) {
    const { rows, loaded, passed_over, rejected, skipped } = source;
    expect(loaded + passed_over + rejected + skipped, source.file).toBe(rows);
  }
  const before = tally(base);
  const after = tally(run);
  for (const [register, { records, rejected }] of before) {
    const more = allowed.records?.[register] ?? 0;
    const found = after.get(register);
    if (allowed.records?.[register] === null) continue;
    expect([register, found?.records]).toEqual([register, records + more]);
    const worse = allowed.rejected?.[register] ?? 0;
    expect([register, 'rejected', found?.rejected]).toEqual([register, 'rejected', rejected + worse]);
  }
  if (allowed.otherRoster !== true) expect(rosterOf(run)).toEqual(rosterOf(base));
  if (allowed.otherIds !== true && allowed.expected === undefined)
    expect(caseIds(run)).toEqual(caseIds(base));
}
