import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The checks that a ground truth knows; cases of others are not compared. */
const COMPARED = /^(R0[1-9].*|R10\..*|D01\.duplicate|D03\.account)$/;

const key = (parts) =>
  parts.map((part) => part.normalize('NFKC').replaceAll(/[\s·]/g, '').toUpperCase()).join('|');

/**
 * What a run found beside what was planted.
 * @param {string} folder with expected.csv @param {string} run
 * @returns {Promise<{ expected: number, missing: string[], unexpected: string[] }>}
 */
export async function differences(folder, run) {
  const [, ...rows] = readFileSync(path.join(folder, 'expected.csv'), 'utf8').trimEnd().split('\n');
  const left = new Set(rows.map((row) => key(row.split(','))));
  const unexpected = [];
  for await (const line of createInterface({ input: createReadStream(path.join(run, 'cases.ndjson')) })) {
    const { check, household_id, person, fact, grade, match } = JSON.parse(line);
    if (!COMPARED.test(check)) continue;
    const found = key([check, household_id, person?.id_number ?? '', fact, grade, match]);
    if (!left.delete(found)) unexpected.push(found);
  }
  return { expected: rows.length, missing: [...left], unexpected };
}
