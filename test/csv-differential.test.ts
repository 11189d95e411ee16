import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../src/read/types.js';
import { encodeGb18030, scanAll, scratch } from './csv-support.js';

const write = scratch();
const runs = 400;

interface Judged {
  record: string[];
  info: { bytes: number };
}

/** csv-parse's records with their start lines: it tells where each ends, the lines are counted here. */
function judge(text: string, delimiter: string): { row: number; cells: string[] }[] {
  const judged = parse(text, {
    delimiter,
    info: true,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as Judged[];
  const bytes = Buffer.from(text);
  let line = 1;
  let at = 0;
  return judged.map(({ record, info }) => {
    // Blank lines before the record belong to no record.
    let raw = bytes.toString('utf8', at, info.bytes);
    for (let blank = /^(\r\n|\r|\n)/.exec(raw); blank !== null; blank = /^(\r\n|\r|\n)/.exec(raw)) {
      line += 1;
      raw = raw.slice(blank[0].length);
    }
    const row = line;
    line += raw.match(/\r\n|\r|\n/g)?.length ?? 0;
    at = info.bytes;
    return { row, cells: record };
  });
}

const pieces = [
  '张',
  '三',
  '𠮷',
  'é',
  '漢',
  'A',
  '7',
  ' ',
  '#',
  '\\',
  "'",
  '=',
  '。',
  'ｘ',
  '镕',
  '丂',
  '€',
  '亅',
  '恷',
];
const plainCell = fc
  .array(fc.constantFrom(...pieces, ',', '\t', ';', '|', '"'), { maxLength: 6 })
  .map((parts) => parts.join(''));
const wildCell = fc
  .array(fc.constantFrom(...pieces, ',', '\t', ';', '|', '"', '\n', '\r\n', '""'), { maxLength: 8 })
  .map((parts) => parts.join(''));

interface Made {
  readonly value: string;
  readonly quote: boolean;
}
const cell: fc.Arbitrary<Made> = fc.oneof(
  plainCell.map((value) => ({ value, quote: false })),
  wildCell.map((value) => ({ value, quote: true })),
);
const record = fc.array(cell, { minLength: 1, maxLength: 5 });
const file = fc.record({
  records: fc.array(fc.tuple(record, fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n')), {
    maxLength: 12,
  }),
  last: fc.boolean(),
  delimiter: fc.constantFrom(',', '\t', ';', '|'),
  chunkSize: fc.constantFrom(1, 24, 40, 64, 8192),
});

/** Well-formed CSV of the cells: those with a special character are quoted, a few others too. */
function render(records: readonly (readonly [readonly Made[], string])[], delimiter: string, last: boolean) {
  const special = (value: string) => /["\r\n]/.test(value) || value.includes(delimiter);
  const written = records.map(([cells, ending]) => [
    cells
      .map(({ value, quote }) => (quote || special(value) ? `"${value.replaceAll('"', '""')}"` : value))
      .join(delimiter),
    ending,
  ]);
  const text = written.flat().join('');
  return last ? text : text.replace(/[\r\n]+$/, '');
}

const encoders: Record<Encoding, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text),
  gb18030: encodeGb18030,
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
};

describe.each(Object.keys(encoders) as Encoding[])('the scanner agrees with csv-parse in %s', (encoding) => {
  it('on every well-formed file: records, fields and start lines', () => {
    fc.assert(
      fc.property(file, ({ records, last, delimiter, chunkSize }) => {
        const text = render(records, delimiter, last);
        fc.pre(text !== '');
        const path = write(encoders[encoding](text));
        const scanned = scanAll(path, { encoding, delimiter, chunkSize });
        const expected = judge(text, delimiter);
        expect(scanned.problems).toEqual([]);
        expect(scanned.rows).toEqual(expected);
        expect(scanned.counts).toEqual(expected.map(({ cells }) => cells.length));
        expect(scanned.end.rows).toBe(expected.length + scanned.end.blank);
      }),
      { numRuns: runs, seed: 20261101 },
    );
  });
});

describe('chunks', () => {
  it('of any size give the same rows, problems and checksum', () => {
    const noise = fc
      .array(fc.constantFrom('张三', 'a', ',', '"', '"', '\r', '\n', '\r\n', '""', '\0', '|', '5"管'), {
        minLength: 1,
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        noise,
        fc.integer({ min: 1, max: 80 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        (text, chunkSize, fieldCount) => {
          const path = write(text);
          const whole = scanAll(path, { fieldCount });
          expect(scanAll(path, { fieldCount, chunkSize })).toEqual(whole);
          const events = whole.rows.length + whole.problems.length + whole.end.blank;
          expect(events).toBe(whole.end.rows);
        },
      ),
      { numRuns: 2000, seed: 20261102 },
    );
  });

  it('every physical line belongs to one record, one reject or one blank', () => {
    const noise = fc
      .array(fc.constantFrom('x', ',', '"', '\n', '\r\n', '\r', 'y"', '""'), { minLength: 1, maxLength: 50 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(noise, (text) => {
        const { lines, problems, end } = scanAll(write(text));
        const physical = (text.endsWith('\n') || text.endsWith('\r') ? text : `${text}\n`).match(
          /\r\n|\r|\n/g,
        );
        const covered = lines.reduce((sum, n) => sum + n, 0) + problems.length + end.blank;
        expect(covered).toBe(physical?.length);
        expect(problems.every(({ kind }) => kind === 'quote-unclosed' || kind === 'quote-stray')).toBe(true);
      }),
      { numRuns: 2000, seed: 20261103 },
    );
  });
});
