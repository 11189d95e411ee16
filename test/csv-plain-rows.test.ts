import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdSet } from '../src/match/id-set.js';
import { checksum, packId, parsedId, parseIdBytes } from '../src/normalise/index.js';
import {
  type CsvRecord,
  type KeyColumn,
  PlainRows,
  type ScanOptions,
  scanCsv,
} from '../src/read/csv-scan.js';
import { encodeGb18030, scratch } from './csv-support.js';

// The kernel may only know less than the readers in TypeScript: what it skips is nobody's by them, and what it does not skip
// comes out of it as it comes out of them.

const root = path.join(import.meta.dirname, '..');
const write = scratch();

const valid = (first17: string): string => first17 + checksum(first17);
const date = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const number = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), date, fc.integer({ min: 0, max: 999 }))
  .map(([area, day, order]) => {
    const digits = day.toISOString().slice(0, 10).replaceAll('-', '');
    return valid(`${String(area).padStart(6, '0')}${digits}${String(order).padStart(3, '0')}`);
  });

interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** What stands in the fields, read one by one. */
const fieldsOf = ({ buffer, starts, ends, count }: CsvRecord): string[] =>
  Array.from({ length: count }, (_, i) => buffer.toString('latin1', starts[i], ends[i]));

function scan(file: string, options: ScanOptions) {
  const rows: Row[] = [];
  const problems: unknown[] = [];
  const end = scanCsv(
    file,
    options,
    (record) => {
      rows.push({ line: record.line, fields: [...fieldsOf(record), `${record.quoted}`] });
      expect(record.buffer.toString('latin1', record.start, record.end).length).toBeGreaterThan(0);
      return undefined;
    },
    (problem) => problems.push(problem),
  );
  return { rows, problems, end };
}

/** As judgeBytes() has it: all numbers valid and of nobody, the household blank. */
function isNobody(fields: readonly string[], columns: readonly KeyColumn[], sets: readonly IdSet[]): boolean {
  if (fields.length !== columns.length + 1) return false;
  return columns.every((column, index) => {
    const field = fields[index] ?? '';
    if (column === 'any') return true;
    if (column === 'empty') return field === '';
    const bytes = Buffer.from(field, 'latin1');
    if (parseIdBytes(bytes, 0, bytes.length) === 0) return false;
    return !sets.some((set) => set.has(parsedId.high, parsedId.low));
  });
}

function setOf(ids: readonly string[]): IdSet {
  const set = new IdSet();
  for (const id of ids) set.add(packId(id).high, packId(id).low);
  return set;
}

describe('the kernel', () => {
  it('is what its source compiles to', () => {
    const made = execFileSync(process.execPath, ['scripts/kernel.mjs', '--print'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(readFileSync(path.join(root, 'src/read/csv/plain-rows-wasm.ts'), 'utf8')).toBe(made);
  });

  /** Whether it skips a row of that number and one field more. */
  function skips(id: string, sets: readonly IdSet[]): boolean {
    const plan = { delimiter: ',', columns: ['id', 'any'] as const, skipFrom: 1, skipped: () => undefined };
    const rows = PlainRows.open({ ...plan, filters: sets.map(({ filter }) => filter), chunkSize: 64 });
    if (rows === null) throw new Error('no kernel');
    try {
      const length = rows.buffer.write(`${id},a\n`, 'latin1');
      rows.next(0, length, 1);
      expect(rows.count).toBe(rows.skipped === 1 ? 0 : 2);
      return rows.skipped === 1;
    } finally {
      rows.close();
    }
  }

  it('skips every valid number of 18 characters that is in no set, but those of 29 February', () => {
    fc.assert(
      fc.property(number, fc.boolean(), (id, lower) => {
        expect(skips(lower ? id.toLowerCase() : id, [setOf([])])).toBe(id.slice(10, 14) !== '0229');
      }),
      { numRuns: 2000, seed: 20261122 },
    );
  });

  it('skips none that is in a set', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 1 }),
        (ids, which) => {
          const sets = [setOf([]), setOf([])];
          sets[which] = setOf(ids);
          for (const id of ids) expect(skips(id, sets)).toBe(false);
        },
      ),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('skips none that the reader does not take for valid', () => {
    const bytes = fc.integer({ min: 0, max: 255 }).filter((byte) => ![0x0a, 0x0d, 0x2c, 0].includes(byte));
    const near = fc.tuple(number, fc.nat(17), bytes).map(([id, at, byte]) => {
      return id.slice(0, at) + String.fromCharCode(byte) + id.slice(at + 1);
    });
    const digits = fc.stringMatching(/^[0-9]{17}$/).map(valid);
    const days = fc
      .tuple(fc.constantFrom('0000', '0001', '1900', '1999', '2000', '2023', '2024'), fc.nat(13), fc.nat(33))
      .map(([year, month, day]) =>
        valid(`330482${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}001`),
      );
    let invalid = 0;
    fc.assert(
      fc.property(fc.oneof(near, digits, days, number), (id) => {
        const row = Buffer.from(id, 'latin1');
        const isValid = parseIdBytes(row, 0, row.length) === 1;
        if (!isValid) invalid++;
        expect(!skips(id, [setOf([])]) || isValid).toBe(true);
      }),
      { numRuns: 4000, seed: 20261122 },
    );
    expect(invalid).toBeGreaterThan(1000);
  });
});

describe('a scan with it', () => {
  const outsiders = ['110101199001010010', '110101198812310022', '44010119700615003X'].map((id) =>
    valid(id.slice(0, 17)),
  );
  const wanted = ['330482195001010018', '330482201002280026'].map((id) => valid(id.slice(0, 17)));
  const ids = [
    ...outsiders,
    ...outsiders,
    ...wanted,
    '110101900101001',
    '110101199002300011',
    valid('11010120000229001'),
  ];
  const cell = fc.constantFrom(
    ...ids,
    '',
    '',
    '张三',
    'a',
    ' ',
    '"a"',
    '"a,b"',
    '"a\nb"',
    'a"b',
    '\t',
    '\v',
    'x'.repeat(90),
  );
  const plain = fc.constantFrom(...outsiders, ...outsiders, ...outsiders, ...wanted, '');
  const row = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(plain, fc.constantFrom('张三', '李四光', ''), plain, fc.constant('2024')),
    },
    { weight: 2, arbitrary: fc.array(cell, { minLength: 3, maxLength: 5 }) },
  );
  const ends = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('\n', '\r\n') },
    { weight: 1, arbitrary: fc.constantFrom('\r', '\n\n', '\r\r\n', '\0\n', '\r\n\r\n') },
  );
  const columns = fc.constantFrom<readonly KeyColumn[]>(
    ['id', 'any', 'any', 'any'],
    ['any', 'any', 'id', 'any'],
    ['id', 'any', 'id', 'any'],
    ['empty', 'any', 'id', 'any'],
    ['any', 'any', 'any', 'id'],
  );
  const encode = {
    'utf-8': (text: string) => Buffer.from(text),
    gb18030: encodeGb18030,
    'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  };

  it('finds what a scan without it finds, but for rows that are nobody’s', () => {
    const seen = { skipped: 0, kept: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, ends), { minLength: 1, maxLength: 40 }),
        columns,
        fc.constantFrom(',', '\t', ';', '|'),
        fc.constantFrom('utf-8' as const, 'gb18030' as const, 'utf-16le' as const),
        fc.integer({ min: 3, max: 60 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 5 }),
        (records, plan, delimiter, encoding, size, quotes, skipFrom) => {
          const text = records.map(([cells, end]) => cells.join(delimiter) + end).join('');
          const file = write(encode[encoding](text));
          const chunkSize = size * 8;
          const sets = [setOf(wanted.slice(0, 1)), setOf(wanted.slice(1))];
          const options = { encoding, delimiter, quotes, bomLength: 0, fieldCount: 4, chunkSize };
          const without = scan(file, options);
          let skipped = 0;
          const rows = PlainRows.open({
            ...{ delimiter, columns: plan, filters: sets.map(({ filter }) => filter), skipFrom, chunkSize },
            skipped: (more) => {
              skipped += more;
            },
          });
          const withIt = scan(file, { ...options, rows });
          rows?.close();
          const kept = new Set(withIt.rows.map(({ line }) => line));
          const gone = without.rows.filter(({ line }) => !kept.has(line));
          expect(gone.length).toBe(skipped);
          for (const { fields, line } of gone) {
            expect(isNobody(fields, plan, sets)).toBe(true);
            expect(line).toBeGreaterThanOrEqual(skipFrom);
          }
          expect(withIt).toEqual({ ...without, rows: without.rows.filter(({ line }) => kept.has(line)) });
          seen.skipped += skipped;
          seen.kept += kept.size;
        },
      ),
      { numRuns: 600, seed: 20261122 },
    );
    expect(seen.skipped).toBeGreaterThan(500);
    expect(seen.kept).toBeGreaterThan(1000);
  });

  it('goes on without it where a record does not fit into its memory', () => {
    const [id] = outsiders;
    const lines = [`${id},${'长'.repeat(5000)}`, `${id},a`, `${wanted[0]},b`, `${id},c`];
    const file = write(`${lines.join('\n')}\n`);
    const rows = PlainRows.open({
      ...{
        delimiter: ',',
        columns: ['id', 'any'],
        filters: [setOf(wanted).filter],
        skipFrom: 1,
        chunkSize: 64,
      },
      skipped: () => undefined,
    });
    const options = { encoding: 'utf-8' as const, delimiter: ',', bomLength: 0 };
    expect(scan(file, { ...options, rows })).toEqual(scan(file, options));
    rows?.close();
  });

  it('goes on with it after a row of more fields than it has room for', () => {
    const lines = [
      `${wanted[0]},a`,
      'x,'.repeat(300),
      `${wanted[1]},b`,
      `${outsiders[0]},c`,
      `${wanted[0]},d`,
    ];
    const file = write(`${lines.join('\n')}\n`);
    const rows = PlainRows.open({
      ...{ delimiter: ',', columns: ['id', 'any'], filters: [setOf(wanted).filter], skipFrom: 1 },
      skipped: () => undefined,
    });
    const options = { encoding: 'utf-8' as const, delimiter: ',', bomLength: 0 };
    const without = scan(file, options);
    const withIt = scan(file, { ...options, rows });
    rows?.close();
    expect(withIt.rows).toEqual(without.rows.filter(({ line }) => line !== 4));
    expect(withIt.end).toEqual(without.end);
  });

  it('stops where the visitor has enough', () => {
    const file = write(`${wanted[0]},a\n${outsiders[0]},b\n${wanted[1]},c\n${wanted[0]},d\n`);
    const rows = PlainRows.open({
      ...{ delimiter: ',', columns: ['id', 'any'], filters: [setOf(wanted).filter], skipFrom: 1 },
      skipped: () => undefined,
    });
    const seen: number[] = [];
    const options = { encoding: 'utf-8' as const, delimiter: ',', bomLength: 0, rows };
    scanCsv(
      file,
      options,
      ({ line }) => seen.push(line) < 2,
      () => undefined,
    );
    rows?.close();
    expect(seen).toEqual([1, 3]);
  });

  it('is not there for a table of very many columns', () => {
    const columns = Array.from({ length: 129 }, (): KeyColumn => 'id');
    expect(
      PlainRows.open({ delimiter: ',', columns, filters: [], skipFrom: 1, skipped: () => undefined }),
    ).toBeNull();
  });
});
