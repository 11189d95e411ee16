import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadCsvFile } from '../src/load/csv-file.js';
import type { FileTask } from '../src/load/types.js';
import { Interest } from '../src/match/interest.js';
import { detectCsv } from '../src/read/csv-format.js';
import { encodeGb18030 } from './csv-support.js';
import { idOf, people } from './helpers/county.js';

// A large file is read once: its head tells UTF-8, and the rest is proven while it is read. What comes of it must be
// what comes of looking at the whole file first, as is done where somebody observes the rows (src/rewrite).

const folder = mkdtempSync(path.join(tmpdir(), 'dibao-unproven-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = '姓名,身份证号,死亡日期\n';
const rows = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const [name, id] =
      number % 997 === 0 ? ['钱福生', people.dead] : ['路人', idOf('1930-01-01', number % 1000, '110101')];
    return `${name}${number},${id},2020-01-0${1 + (number % 9)}\n`;
  }).join('');
const MOST = 30_000;
const gb = (text: string): Buffer => encodeGb18030(text);
const utf = (text: string): Buffer => Buffer.from(text);
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

const files: Record<string, readonly Buffer[]> = {
  'UTF-8 throughout': [utf(header), utf(rows(0, MOST))],
  'UTF-8 with its mark': [mark, utf(header), utf(rows(0, MOST))],
  'one late line of GB18030': [utf(header), utf(rows(0, MOST)), gb(rows(997 * 40, 1)), utf(rows(0, 3))],
  'a character cut off at the end': [utf(header), utf(rows(0, MOST)), utf('钱福').subarray(0, 5)],
  'a byte that is no character, without a line end': [utf(header), utf(rows(0, MOST)), Buffer.from([0xff])],
  'with its mark, and a late line of GB18030': [mark, utf(header), utf(rows(0, MOST)), gb(rows(0, 1))],
};

function taskOf(file: string): FileTask {
  const spec = {
    path: file,
    written: 'rows.csv',
    data_date: null,
    supplier: null,
    columns: {},
    delimiter: null,
  };
  return {
    ...{
      number: 1,
      record: 'death',
      path: file,
      shown: 'rows.csv',
      label: 'rows',
      named: true,
      spoolDir: folder,
    },
    ...{ keepAll: false, whole: false, nameMatching: false, password: null },
    spec: { ...spec, encoding: null, sheet: null, set: {}, from: {} },
  };
}

function loaded(file: string, observed: boolean) {
  const interest = new Interest();
  interest.addMember(people.dead, '钱福生');
  const observe = { observe: () => ({ row: () => undefined, other: () => undefined }) };
  const context = {
    task: taskOf(file),
    mode: 'register' as const,
    interest,
    found: null,
    progress: () => undefined,
  };
  const { parts, bytes, sha256 } = loadCsvFile(observed ? { ...context, ...observe } : context);
  const [part] = parts;
  if (!part) throw new Error('no part');
  const lines = part.spool ? readFileSync(part.spool.path, 'utf8') : '';
  if (part.spool) rmSync(part.spool.path);
  return { ...part, lines, bytes, sha256 };
}

it.each(Object.entries(files))('%s', (_, pieces) => {
  const file = path.join(folder, 'rows.csv');
  writeFileSync(file, Buffer.concat(pieces));
  expect(detectCsv(file, {}, true).unproven).toBe(true);
  const part = loaded(file, false);
  expect(part.loaded).toBeGreaterThan(20);
  expect(part).toEqual(loaded(file, true));
});

it('is refused in the same words where the larger part is GB18030', () => {
  const file = path.join(folder, 'rows.csv');
  writeFileSync(file, Buffer.concat([utf(header), utf(rows(0, MOST)), gb(rows(0, 3 * MOST))]));
  expect(detectCsv(file, {}, true).unproven).toBe(true);
  expect(() => loaded(file, false)).toThrow('header-missing-field');
  expect(() => loaded(file, true)).toThrow('header-missing-field');
});

it('a file that is small, ASCII at its head, or GB18030 is looked at whole', () => {
  const file = path.join(folder, 'other.csv');
  const ascii = `name,id\n${'a,1\n'.repeat(400_000)}`;
  for (const bytes of [utf(header), utf(`${ascii}姓名`), gb(header + rows(0, MOST))]) {
    writeFileSync(file, bytes);
    expect(detectCsv(file, {}, true)).toEqual(detectCsv(file));
  }
});
