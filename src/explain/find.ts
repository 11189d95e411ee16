import type { DuckDBConnection } from '@duckdb/node-api';
import { DibaoError } from '../errors.js';
import { caseNumber, isCase } from '../forms/case-number.js';
import { explainTexts } from '../messages/explain.js';
import { say } from '../messages/language.js';
import { maskId, maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { rowsOf, text } from './rows.js';
import { caseIdOf, householdIdOf, personKeyOf, type Target } from './target.js';
import type { Decisions } from './types.js';

/** What was asked for, looked up. */
export interface Found {
  readonly kind: 'case' | 'household' | 'person';
  readonly caseId: string | null;
  readonly households: readonly string[];
}

/** The case of that id or of that number on a form or, where only one begins so, that begins so. */
function findCase(id: string, { cases }: Decisions): Found {
  const whole = cases.filter((one) => isCase(one.case_id, id));
  const begins = (text: string): boolean => text.startsWith(id);
  const found =
    whole.length > 0 ? whole : cases.filter(({ case_id }) => begins(case_id) || begins(caseNumber(case_id)));
  const [first, second] = found;
  if (second) {
    const ids = found.slice(0, 5).map((one) => one.case_id);
    throw new DibaoError('case-ambiguous', { id, ids: ids.join('、'), count: found.length });
  }
  if (first) return { kind: 'case', caseId: first.case_id, households: [first.household_id] };
  const near = nearest(
    id,
    cases.map((one) => one.case_id),
  );
  throw new DibaoError('case-unknown', { id, hint: hintOf(near) });
}

function hintOf(near: string | null): string {
  return near === null ? '' : say(explainTexts.nearest, { nearest: maskIdsIn(near) });
}

async function known(db: DuckDBConnection | null, decisions: Decisions): Promise<string[]> {
  if (db)
    return (await rowsOf(db, 'SELECT household_id FROM household ORDER BY ALL')).map((row) =>
      text(row.household_id),
    );
  return [...new Set([...decisions.cases, ...decisions.undecidable].map((one) => one.household_id))].sort();
}

/** Numbers that two files use for different families are kept apart as 123@1 and 123@2: both are meant. */
function sameNumber(id: string, households: readonly string[]): string[] {
  return households.filter((one) => one === id || one.startsWith(`${id}@`));
}

async function withPerson(
  db: DuckDBConnection | null,
  person: string,
  { cases }: Decisions,
): Promise<string[]> {
  if (db) {
    const rows = await rowsOf(
      db,
      'SELECT DISTINCT household_id FROM roster_row SEMI JOIN household USING (household_id) WHERE person = $1 ORDER BY ALL',
      person,
    );
    return rows.map((row) => text(row.household_id));
  }
  const named = cases.filter(
    ({ person: about, head }) => about?.id_number === person || head?.id_number === person,
  );
  return [...new Set(named.map((one) => one.household_id))].sort();
}

/**
 * Looks up what was asked for.
 * @param db the loaded data; null where only a run's reports are at hand
 * @throws DibaoError case-unknown, case-ambiguous, household-unknown, household-without-case, person-unknown
 */
export async function find(
  target: Target,
  decisions: Decisions,
  db: DuckDBConnection | null,
): Promise<Found> {
  const caseId = caseIdOf(target.text);
  if (caseId !== null) return findCase(caseId, decisions);
  const id = householdIdOf(target.text);
  const all = await known(db, decisions);
  const households = sameNumber(id, all);
  const person = target.private ? personKeyOf(target.text) : null;
  if (person !== null) {
    const own = [...new Set([...households, ...(await withPerson(db, person, decisions))])];
    if (own.length > 0) return { kind: 'person', caseId: null, households: own };
    throw new DibaoError(db ? 'person-unknown' : 'person-without-case', { id: maskId(person) });
  }
  if (households.length > 0) return { kind: 'household', caseId: null, households };
  const code = db ? 'household-unknown' : 'household-without-case';
  const shown = target.private ? maskId(target.text) : maskIdsIn(target.text);
  throw new DibaoError(code, { id: shown, hint: hintOf(nearest(id, all)) });
}
