import { caseDigest } from '../cases/baseline.js';
import { isExempted } from '../cases/nightly-types.js';
import type { Present } from '../cases/present.js';
import type { Case } from '../cases/types.js';
import { unknownBecause } from '../cases/unknown.js';
import type { Happening, Slip } from './events.js';
import type { CaseState } from './state.js';

/** A finished run, beside its cases. */
export interface FinishedRun {
  /** Its folder as seen from the campaign's. */
  readonly folder: string;
  readonly as_of: string;
  /** How many there are. */
  readonly cases: number;
  readonly households: number;
  /** Of its cases.ndjson. */
  readonly sha256: string;
  /** What it could have found. */
  readonly present: Present;
}

/** What a run brings for a case: `returned` was gone for a while. */
export type News = 'new' | 'returned' | 'changed' | 'same';

/** What a run brought in all. */
export interface Tally {
  found: number;
  changed: number;
  gone: number;
  /** Of those found or changed: verified or settled before, and to be looked at again. */
  reopened: number;
}

export function newsOf(known: CaseState | undefined, digest: string): News {
  if (known === undefined) return 'new';
  if (!known.present) return 'returned';
  return known.digest === digest ? 'same' : 'changed';
}

/** Whether what was found out about a case no longer holds, because its evidence is another (state.ts, reopen). */
export function isReopened(known: CaseState | undefined, digest: string): boolean {
  return known !== undefined && known.digest !== digest && (known.finding ?? known.settled) !== null;
}

function slipOf(one: Case): Slip {
  const { case_id, check, title, grade, household_id, township, village, category, head, reason } = one;
  const person = one.person && { name: one.person.name, id_number: one.person.id_number };
  const overpaid = one.overpaid?.amount ?? null;
  const where = { household_id, township, village, category };
  const cited = new Set(one.evidence.map(({ register }) => register).filter((key) => key !== 'roster'));
  const registers = [...cited].sort();
  return { case_id, check, title, grade, ...where, head, person, reason, overpaid, registers };
}

/** Null where the ledger knows of it already. */
function exemptedOf(one: Case, known: CaseState | undefined, digest: string): Happening | null {
  if (one.exemption === undefined) return null;
  const { reason, approver, until, grant, evidence } = one.exemption;
  const last = known?.exemption;
  if (last && !known.present && last.grant === grant && last.evidence === evidence) return null;
  return { what: 'exempted', digest, slip: slipOf(one), reason, approver, until, grant, evidence };
}

function* goneOf(
  known: ReadonlyMap<string, CaseState>,
  run: FinishedRun,
  seen: ReadonlySet<string>,
): Generator<Happening> {
  for (const [case_id, { slip, present, reported }] of known) {
    if (!present || reported || seen.has(case_id)) continue;
    // Of files the ledger knows nothing: a register with fewer of them than before may have been put together.
    const evidence = (slip.registers ?? []).map((register) => ({ register, file: '' }));
    if (unknownBecause({ ...slip, evidence }, run.present, run.present) === null)
      yield { what: 'gone', case_id };
  }
}

/**
 * What a finished run means to the ledger, as one transaction: the run, then the cases that are new, back or changed,
 * then those that are gone.
 * @param known the ledger's cases before it
 * @param cases the run's, one at a time
 * @param tally counts what was given
 * @param digest of a case, where it is known already
 */
export async function* happeningsOf(
  known: ReadonlyMap<string, CaseState>,
  run: FinishedRun,
  cases: Iterable<Case> | AsyncIterable<Case>,
  tally: Tally,
  digest: (one: Case) => string = caseDigest,
): AsyncGenerator<Happening> {
  const { folder, as_of, households, sha256 } = run;
  yield { what: 'run', folder, as_of, cases: run.cases, households, sha256 };
  const seen = new Set<string>();
  for await (const one of cases) {
    seen.add(one.case_id);
    const before = known.get(one.case_id);
    const now = digest(one);
    if (isExempted(one)) {
      const exempted = exemptedOf(one, before, now);
      if (exempted) yield exempted;
      continue;
    }
    const news = newsOf(before, now);
    if (news === 'same') continue;
    if (isReopened(before, now)) tally.reopened++;
    const what = news === 'changed' ? 'changed' : 'found';
    tally[what]++;
    yield { what, digest: now, slip: slipOf(one) };
  }
  for (const gone of goneOf(known, run, seen)) {
    tally.gone++;
    yield gone;
  }
}
