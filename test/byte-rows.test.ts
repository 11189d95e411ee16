import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ByteRows } from '../src/load/bytes/row.js';
import { loadCsvFile } from '../src/load/csv-file.js';
import type { LoadMode } from '../src/load/table-loader.js';
import type { FileTask } from '../src/load/types.js';
import { Interest } from '../src/match/interest.js';
import { checksum } from '../src/normalise/index.js';
import { recordSets } from '../src/records/index.js';
import type { FieldSpec, RecordSet } from '../src/records/types.js';
import { encodeGb18030 } from './csv-support.js';

// The law: a row copied as bytes makes the line of the spool that the same row read as texts makes. A row with a quote
// in it is always read as texts, so each file is read twice: as it is, and with its last cells in quotes.

const folder = mkdtempSync(path.join(tmpdir(), 'dibao-bytes-'));
afterAll(() => {
  ByteRows.prototype.write = write;
  rmSync(folder, { recursive: true });
});
/** Lines that were made of bytes: the law must not hold for want of any. */
let made = 0;
const write = ByteRows.prototype.write;
ByteRows.prototype.write = function counted(...args) {
  const end = write.apply(this, args);
  if (end >= 0) made++;
  return end;
};

const valid = Array.from({ length: 40 }, (_, index) => {
  const first = `33048219${String(50 + index)}0${1 + (index % 9)}1${index % 10}00${index % 10}`;
  return first + checksum(first);
});
const people = valid.slice(0, 20);
const households = ['330482100001', '330482100002', 'A-17'];

const cells: Record<FieldSpec['type'], readonly string[]> = {
  id: [
    ...valid,
    ...valid.map((id) => id.toLowerCase()),
    '330482800101001',
    '3304821980010',
    '330482********1234',
    ' ',
  ],
  name: ['张三', '李四光', '欧阳修', '艾力·买买提', '王 五', '䶮明', '', 'Ann', '－'],
  date: ['2024-03-01', '2024/3/1', '20240301', '2024年3月', '45321', '2024.2.30', '', '无'],
  month: ['2024-03', '202403', '2024年3月', '2024-13', ''],
  money: ['1200', '1200.50', '1,200.50', '１２００', '0', '−5', '120元/月', 'abc', ''],
  int: ['2', '02', '2人', '-', '', '二'],
  text: [
    '魏塘街道12-3号',
    '正常',
    '张家村',
    '-',
    '（空）',
    "'001",
    '6217000012345678',
    '尾号1234',
    '浙F12345',
    '浙f·1234',
    ' 内 外 ',
    '',
    'a\\b',
  ],
  bool: ['是', '否', '1', '也许', ''],
  code: ['正常', '在保', '农村', '城市', '本人', '配偶', '民办', 'whatever', ''],
};

function cellOf(field: FieldSpec, clean: boolean): fc.Arbitrary<string> {
  const own = field.name === 'household_id' ? [...households, '330482999999', ''] : cells[field.type];
  const codes = field.type === 'code' ? (field.codes ?? []).flatMap(({ labels }) => labels) : [];
  if (clean) return fc.constantFrom(...(codes.length > 0 ? codes.slice(0, 1) : own.slice(0, 2)));
  return fc.constantFrom(...own, ...codes);
}

/** Rows with a problem in about every second cell, and rows with none. */
function rowsOf(record: RecordSet): fc.Arbitrary<string[][]> {
  const row = (clean: boolean) =>
    fc.tuple(
      ...record.fields.map((field) => cellOf(field, clean)),
      fc.constantFrom(...(clean ? ['备用', ''] : ['x', '甲 乙', 'ß'])),
    );
  const mixed = fc.oneof(row(true), row(false));
  return fc.array(
    mixed.map((one) => one.map((cell) => cell.replaceAll(/[",]/g, ''))),
    { minLength: 1, maxLength: 40 },
  );
}

function interest(): Interest {
  const made = new Interest();
  for (const id of people) made.addMember(id, '张三');
  for (const id of households) made.households.add(id);
  return made;
}

function load(record: string, mode: LoadMode, bytes: Buffer, encoding: 'utf-8' | 'gb18030') {
  const file = path.join(folder, 'rows.csv');
  writeFileSync(file, bytes);
  // Said outright: which column it is, may depend on its values.
  const fields = recordSets.get(record)?.fields ?? [];
  const columns = Object.fromEntries(fields.map(({ title, name }) => [title, name]));
  const spec = {
    path: file,
    written: 'rows.csv',
    data_date: null,
    supplier: null,
    columns,
    delimiter: ',',
  };
  const task: FileTask = {
    ...{
      number: 1,
      record,
      path: file,
      shown: 'rows.csv',
      label: 'rows',
      named: true,
      spoolDir: folder,
      keepAll: false,
      whole: false,
      nameMatching: false,
    },
    ...{ spec: { ...spec, encoding, sheet: null, set: {}, from: {} }, password: null },
  };
  const people = interest();
  const { parts } = loadCsvFile({ task, mode, interest: people, progress: () => undefined, found: null });
  const [part] = parts;
  if (!part) throw new Error('no part');
  const spool = part.spool ? readFileSync(part.spool.path, 'utf8') : '';
  if (part.spool) rmSync(part.spool.path);
  const { loaded, passedOver, rejected, skipped, problems, listed } = part;
  const ofInterest = Object.values(people.shared).map((memory) => Buffer.from(memory).toString('base64'));
  return { spool, loaded, passedOver, rejected, skipped, problems, listed, ofInterest };
}

describe.each([...recordSets.values()].map((record) => [record.key, record] as const))(
  '%s',
  (key, record) => {
    const header = [...record.fields.map(({ title }) => title), '备注栏'].join(',');
    it.each(['utf-8', 'gb18030'] as const)('%s: rows as bytes are rows as texts', (encoding) => {
      const encode = (text: string): Buffer =>
        encoding === 'utf-8' ? Buffer.from(text) : encodeGb18030(text);
      fc.assert(
        fc.property(rowsOf(record), (rows) => {
          const plain = encode(`${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
          const quoted = encode(
            `${[header, ...rows.map((row) => [...row.slice(0, -1), `"${row.at(-1)}"`].join(','))].join('\n')}\n`,
          );
          const mode = key === 'roster' ? key : 'register';
          expect(load(key, mode, plain, encoding)).toEqual(load(key, mode, quoted, encoding));
        }),
        { numRuns: 25 },
      );
      // A disability row may have its number from the certificate's.
      if (record.persons.length > 0 && key !== 'disability') expect(made).toBeGreaterThan(0);
      made = 0;
    });
  },
);
