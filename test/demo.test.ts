import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMITTED = join(import.meta.dirname, '..', 'fixtures', 'demo');
const SCRIPT = join(import.meta.dirname, '..', 'fixtures', 'make-demo', 'index.mjs');

interface Planted {
  readonly planted: readonly {
    readonly check: string;
    readonly household_id: string;
    readonly match: string;
  }[];
  readonly near_misses: readonly { readonly household_id: string; readonly kind: string }[];
  readonly absent: readonly { readonly check: string; readonly household_id: string }[];
}

/** Every file below a folder, as paths relative to it, sorted. */
function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path))
    .sort();
}

function expectedRows(): string[][] {
  const lines = readFileSync(join(COMMITTED, 'expected.csv'), 'utf8').trimEnd().split('\n');
  return lines.slice(1).map((line) => line.split(','));
}

function planted(): Planted {
  return JSON.parse(readFileSync(join(COMMITTED, 'planted.json'), 'utf8')) as Planted;
}

describe('the demo county is made by its script', () => {
  let made = '';
  beforeAll(() => {
    made = mkdtempSync(join(tmpdir(), 'demo-county-'));
    const run = spawnSync(process.execPath, [SCRIPT, made], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  it('has the same files', () => {
    expect(filesBelow(made)).toEqual(filesBelow(COMMITTED));
  });

  it('has the same bytes in each', () => {
    const other = filesBelow(COMMITTED).filter(
      (name) => !readFileSync(join(COMMITTED, name)).equals(readFileSync(join(made, name))),
    );
    expect(other).toEqual([]);
  });
});

describe('the answer of the demo county', () => {
  const CHECKS = [
    ...['R01.self', 'R01.relative', 'R02.death', 'R02.prison', 'R02.migration', 'R02.marriage', 'R03'],
    ...['R04.car', 'R04.commercial', 'R04.shop', 'R04.homes', 'R05', 'R05.unknown', 'R06', 'R07', 'R08'],
    ...['R09.refusal', 'R09.vehicle', 'R09.home', 'R09.income', 'R10.finance', 'R10.utility', 'R10.spending'],
    ...['D01.duplicate', 'D03.account'],
  ];

  it.each(CHECKS)('has two cases or more of %s', (check) => {
    expect(expectedRows().filter((row) => row[0] === check).length).toBeGreaterThanOrEqual(2);
  });

  it('explains every case, and nothing but the cases', () => {
    const explained = planted().planted.map((p) => `${p.check} ${p.household_id}`);
    const expected = expectedRows().map((row) => `${row[0]} ${row[1]}`);
    expect(explained.sort()).toEqual(expected.sort());
  });

  it('has cases of every level of match', () => {
    const levels = new Set(expectedRows().map((row) => row[5]));
    expect([...levels].sort()).toEqual(['exact', 'id', 'near']);
  });

  it('calls no household innocent that has a case, and expects no case that is said to be absent', () => {
    const { near_misses, absent } = planted();
    const guilty = new Set(expectedRows().map((row) => row[1]));
    expect(near_misses.filter((m) => guilty.has(m.household_id))).toEqual([]);
    const cases = new Set(expectedRows().map((row) => `${row[0]} ${row[1]}`));
    expect(absent.filter((a) => cases.has(`${a.check} ${a.household_id}`))).toEqual([]);
    expect(near_misses.length).toBeGreaterThan(100);
  });

  it('stays below two megabytes', () => {
    const bytes = filesBelow(COMMITTED).reduce((sum, name) => sum + statSync(join(COMMITTED, name)).size, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });
});
