import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** What of a case the golden answer says. */
export interface Answer {
  readonly check: string;
  readonly household_id: string;
  readonly person_id_number: string;
  readonly fact: string;
  readonly grade: string;
  readonly match: string;
}

interface Found {
  readonly check: string;
  readonly household_id: string;
  readonly person: { readonly id_number: string } | null;
  readonly fact: string;
  readonly grade: string;
  readonly match: string;
}

/** The checks that the golden answers hold; cases of others are not compared. */
export const scope = new Set([
  ...['R01.self', 'R01.relative', 'R02.death', 'R02.prison', 'R02.migration', 'R02.marriage', 'R03'],
  ...['R04.car', 'R04.commercial', 'R04.shop', 'R04.homes', 'R05', 'R05.unknown', 'R06', 'R07', 'R08'],
  ...['R09.refusal', 'R09.vehicle', 'R09.home', 'R09.income', 'R10.finance', 'R10.utility', 'R10.spending'],
  ...['D01.duplicate', 'D03.account'],
]);

/** Spaces, dots and case do not tell two values apart. */
function norm(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase().replaceAll('·', '');
}

export function readAnswer(path: string): Answer[] {
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
}

const line = (one: Answer): string =>
  [one.check, one.household_id, one.person_id_number, one.fact].map(norm).join(' ');

/** A case as the answer would say it. */
export function asAnswer(one: Found): Answer {
  return { ...one, person_id_number: one.person?.id_number ?? '' };
}

/**
 * How found cases differ from an answer, as the golden counties' compare.py has it: the six columns as a set.
 * @returns one line per difference; none where the two are equal
 */
export function differences(expected: readonly Answer[], cases: readonly Found[]): string[] {
  const wanted = new Map(expected.map((one) => [line(one), `${one.grade} ${one.match}`]));
  const seen = new Set<string>();
  const out: string[] = [];
  for (const one of cases) {
    if (!scope.has(one.check)) continue;
    const key = line(asAnswer(one));
    const level = `${one.grade} ${one.match}`;
    const wantedLevel = wanted.get(key);
    if (wantedLevel === undefined) out.push(`unexpected ${key} ${level}`);
    else if (seen.has(key)) out.push(`twice ${key}`);
    else if (wantedLevel !== level) out.push(`level ${key}: expected ${wantedLevel}, found ${level}`);
    seen.add(key);
  }
  for (const [key, level] of wanted) if (!seen.has(key)) out.push(`missing ${key} ${level}`);
  return out.sort();
}
