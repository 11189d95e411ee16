import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DibaoError } from '../src/errors.js';
import { detectCsv } from '../src/read/csv-format.js';
import { detectFile } from '../src/read/detect.js';
import { corpora, scanAll, scratch } from './csv-support.js';

const here = existsSync(corpora);
const write = scratch();

function filesUnder(folder: string): string[] {
  if (!here) return [];
  const entries = readdirSync(join(corpora, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe.skipIf(!here)('csv-spectrum: exact', () => {
  it.each(filesUnder('csv-spectrum/csvs'))('%s', (path) => {
    const { rows, problems } = scanAll(path, detectCsv(path));
    const [head, ...body] = rows.map(({ cells }) => cells);
    const objects = body.map((cells) => Object.fromEntries(cells.map((cell, i) => [head?.[i], cell])));
    const answer = path.replace('/csvs/', '/json/').replace(/csv$/, 'json');
    // Of newlines_crlf the answer holds what the CSV holds inside its quotes.
    expect(objects).toEqual(JSON.parse(readFileSync(answer, 'utf8')));
    expect(problems).toEqual([]);
  });
});

const named = ['quote-unclosed', 'quote-stray', 'nul', 'undecodable'];

describe.skipIf(!here)('duckdb: nothing lost, nothing without a reason', () => {
  const files = filesUnder('duckdb/data/csv');
  it('the folder is there', () => expect(files.length).toBeGreaterThan(100));

  it.each(files)('%s', async (path) => {
    try {
      const { kind } = await detectFile(path);
      expect(kind).toBe('csv');
    } catch (error) {
      if (!(error instanceof DibaoError)) throw error;
      expect(path).toMatch(/\.gz$|all_latin1|all_utf16|null|fuzzing/);
      if (error.code === 'file-archive') return;
    }
    const format = detectCsv(path);
    const scanned = scanAll(path, format);
    const { rows, problems, lines, end } = scanned;
    expect(rows.length + problems.length + end.blank).toBe(end.rows);
    const events = [...rows.map(({ row }) => row), ...problems.map(({ row }) => row)].sort((a, b) => a - b);
    expect(new Set(events).size).toBe(events.length);
    for (const { kind, rejected } of problems) {
      expect(named).toContain(kind);
      expect(rejected).toBe(true);
    }
    // Every physical line belongs to one record, one rejected line or one blank.
    const text = new TextDecoder(format.encoding === 'gb18030' ? 'latin1' : format.encoding).decode(
      readFileSync(path),
    );
    const physical =
      text === '' ? 0 : (text.replace(/(\r\n|\r|\n)$/, '').match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
    const lost = problems.filter(({ kind }) => kind !== 'undecodable').length;
    expect(lines.reduce((sum, n) => sum + n, 0) + lost + end.blank).toBe(physical);
    expect(scanAll(path, { ...format, chunkSize: 64 })).toEqual(scanned);
  });
});

describe.skipIf(!here)('gb18030: byte-exact', () => {
  const folder = join(corpora, 'gb18030');

  it('the whole table', () => {
    const path = join(folder, 'gb18030_in.txt');
    const { encoding } = detectCsv(path);
    expect(encoding).toBe('gb18030');
    // A tab does not occur: every line is one field.
    const { rows, problems, end } = scanAll(path, { encoding, delimiter: '\t' });
    const expected = readFileSync(join(folder, 'gb18030_in_ref.txt'), 'utf8').split('\n');
    expect(problems).toEqual([]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(expected.filter((line) => line !== ''));
    expect(rows.every(({ row, cells }) => expected[row - 1] === cells[0])).toBe(true);
    expect(end.rows).toBe(rows.length + end.blank);
  });

  it('the edges: right, or reported; never a U+FFFD', () => {
    const vectors = readFileSync(join(folder, 'edge_vectors.csv'), 'utf8').split(/\r?\n/).slice(1);
    let tried = 0;
    for (const vector of vectors) {
      const [hex = '', expected = ''] = vector.split(',');
      if (hex === '') continue;
      tried += 1;
      const { rows, problems } = scanAll(write(Buffer.from(`${hex}2c31`, 'hex')), { encoding: 'gb18030' });
      if (hex.includes('00')) expect(problems.map(({ kind }) => kind)).toEqual(['nul']);
      else if (expected.includes('U+FFFD')) expect(problems.map(({ kind }) => kind)).toEqual(['undecodable']);
      else {
        const text = String.fromCodePoint(
          ...expected.split(' ').map((point) => Number.parseInt(point.slice(2), 16)),
        );
        expect(rows).toEqual([{ row: 1, cells: [text, '1'] }]);
      }
    }
    expect(tried).toBeGreaterThan(30);
  });

  it('Big5 is not called UTF-8', () => {
    expect(detectCsv(join(folder, 'big5_in.txt')).encoding).toBe('gb18030');
  });
});
