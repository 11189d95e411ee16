import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The checks that a ground truth knows (golden/README.md); cases of others are not compared. */
const COMPARED = new Set(
  (
    'R01.self R01.relative R02.death R02.prison R02.migration R02.marriage R03 R04.car R04.commercial R04.shop R04.homes R05 ' +
    'R05.unknown R06 R07 R08 R09.refusal R09.vehicle R09.home R09.income R10.finance R10.utility R10.spending ' +
    'D01.duplicate D03.account'
  ).split(' '),
);

interface Found {
  readonly check: string;
  readonly household_id: string;
  readonly person: { readonly id_number: string } | null;
  readonly fact: string;
  readonly grade: string;
  readonly match: string;
}

/**
 * What a run found beside what was planted, as golden/compare.py compares them: sets of check, household, person, fact,
 * grade and match.
 * @param folder of the county, with expected.csv @param run folder of the run
 * @returns the cases that are missing (-) and unexpected (+); a case found twice is unexpected
 */
export function differences(folder: string, run: string): string[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'expected.csv'), 'utf8'), {
    columns: true,
  });
  const key = (...parts: string[]) =>
    parts.map((part) => part.normalize('NFKC').replaceAll(/[\s·]/g, '').toUpperCase()).join('|');
  const expected = new Set(
    rows.map((row) =>
      key(
        ...['check', 'household_id', 'person_id_number', 'fact', 'grade', 'match'].map(
          (name) => row[name] ?? '',
        ),
      ),
    ),
  );
  const unexpected: string[] = [];
  const found = readFileSync(join(run, 'cases.ndjson'), 'utf8').trimEnd().split('\n');
  for (const line of found.filter((one) => one !== '')) {
    const { check, household_id, person, fact, grade, match } = JSON.parse(line) as Found;
    if (!COMPARED.has(check)) continue;
    const one = key(check, household_id, person?.id_number ?? '', fact, grade, match);
    if (!expected.delete(one)) unexpected.push(`+ ${one}`);
  }
  return [...[...expected].map((one) => `- ${one}`), ...unexpected].sort();
}
