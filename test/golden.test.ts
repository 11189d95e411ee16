import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { differences, readAnswer, scope } from './variants/compare.js';
import { goldenFolder, goldenNames, hasGolden } from './variants/county.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Runs the built command line on a county, and reads the cases it wrote. */
function checkByCommand(county: string): { status: number | null; cases: Case[] } {
  if (!existsSync(join(root, 'dist', 'cli.js'))) throw new Error('build first: npm run build');
  const out = mkdtempSync(join(tmpdir(), 'dibao-golden-'));
  folders.push(out);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'dibao.js'), 'check', '-c', join(county, 'dibao.yaml'), '-o', join(out, 'run')],
    { encoding: 'utf8' },
  );
  const cases = join(out, 'run', 'cases.ndjson');
  if (!existsSync(cases)) throw new Error(`exit ${status}: ${stderr}`);
  const lines = readFileSync(cases, 'utf8').trimEnd().split('\n');
  return { status, cases: lines.map((line) => JSON.parse(line) as Case) };
}

function expectAnswer(county: string): void {
  const expected = readAnswer(join(county, 'expected.csv'));
  const { status, cases } = checkByCommand(county);
  expect(status, 'exit code: cases were found').toBe(1);
  expect(differences(expected, cases)).toEqual([]);
  expect(cases.filter((one) => scope.has(one.check)).length).toBe(expected.length);
}

describe('the comparison with an answer', () => {
  const answer = {
    check: 'R04.car',
    household_id: '1',
    person_id_number: '2',
    fact: '浙F·12345',
    grade: 'exit',
    match: 'exact',
  };
  const found = { ...answer, fact: '浙f12345', person: { id_number: '2' } };

  it('does not mind dots and case in facts', () => {
    expect(differences([answer], [found])).toEqual([]);
  });

  it('tells what is missing, unexpected, twice, or of another level', () => {
    expect(differences([answer], [])).toEqual(['missing R04.CAR 1 2 浙F12345 exit exact']);
    expect(differences([], [found])).toEqual(['unexpected R04.CAR 1 2 浙F12345 exit exact']);
    expect(differences([answer], [found, found])).toEqual(['twice R04.CAR 1 2 浙F12345']);
    expect(differences([answer], [{ ...found, match: 'near' }])).toHaveLength(1);
    expect(differences([], [{ ...found, check: 'D09.identity' }])).toEqual([]);
  });
});

describe.skipIf(!hasGolden)('the golden counties by the command line', () => {
  it.each(goldenNames)('%s has the cases of its answer, no more and no fewer', (name) => {
    expectAnswer(goldenFolder(name));
  });
});

describe('the demo county by the command line', () => {
  it('has the cases of its answer, no more and no fewer', () => {
    expectAnswer(join(root, 'fixtures', 'demo'));
  });
});
