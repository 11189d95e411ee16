import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { loadCsvFile } from '../src/load/csv-file.js';
import type { LoadMode } from '../src/load/table-loader.js';
import type { FileTask } from '../src/load/types.js';
import { Finder } from '../src/match/found.js';
import { Interest } from '../src/match/interest.js';
import { checksum } from '../src/normalise/index.js';
import { PlainRows } from '../src/read/csv-scan.js';
import { encodeGb18030 } from './csv-support.js';

// A register is read once with the kernel that skips rows of nobody, once without: what comes of it must be the same, each
// row accounted for in the same way. (The rows themselves: test/csv-plain-rows.test.ts.)

const folder = mkdtempSync(path.join(tmpdir(), 'dibao-ways-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const valid = (first17: string): string => first17 + checksum(first17);
const member = valid('33048219500101001');
const lead = valid('33048219600229003');
const others = ['11010119900101001', '11010119881231002', '44010119700615003', '11010120000229004'].map(
  valid,
);
const invalid = `${member.slice(0, 17)}${member.endsWith('1') ? '2' : '1'}`;

const id = fc.constantFrom(
  ...[...others, ...others, ...others, member, lead, invalid, '110101900101001', '', '无'],
  ...[member.toLowerCase(), ` ${member}`, '330482********1234', '"110101199001010010"'],
);
const date = fc.constantFrom('2024-03-01', '20240301', '2024.2.30', '', '"2024-03-01"');
const word = fc.constantFrom('张三', '路人', '', '"王,五"', '钱"福', '䶮');
const household = fc.constantFrom('', '', '', '330482100001', '330482999999', '"330482100001"', ' ');

interface Case {
  readonly record: string;
  readonly mode: LoadMode;
  readonly header: string;
  readonly cells: fc.Arbitrary<readonly string[]>;
  readonly task?: Partial<FileTask>;
}
const death = { header: '姓名,身份证号,死亡日期', cells: fc.tuple(word, id, date) };
const marriage = {
  header: '姓名,身份证号码,配偶姓名,配偶身份证号,业务类型,登记日期',
  cells: fc.tuple(word, id, word, id, fc.constantFrom('结婚登记', '离婚登记', ''), date),
};
const utility = {
  header: '户编号,身份证号码,费用类型,账期,金额(元)',
  cells: fc.tuple(
    household,
    id,
    fc.constantFrom('水', '电', ''),
    fc.constant('2026-06'),
    fc.constant('55.1'),
  ),
};
const disability = {
  header: '姓名,身份证号码,残疾类别,残疾等级',
  cells: fc.tuple(word, id, fc.constantFrom('肢体', '智力', ''), fc.constantFrom('一级', '四级', '')),
};
const cases: Record<string, Case> = {
  'a register of one number': { record: 'death', mode: 'register', ...death },
  'one asked for leads, too': { record: 'death', mode: 'register', ...death, task: { ofLeads: true } },
  'names without a number': { record: 'death', mode: 'register', ...death, task: { nameMatching: true } },
  'a register of two numbers': { record: 'marriage', mode: 'register', ...marriage },
  'relatives of two numbers': { record: 'marriage', mode: 'relatives', ...marriage },
  'a register of households': { record: 'utility', mode: 'register', ...utility },
  'every row kept': { record: 'death', mode: 'register', ...death, task: { keepAll: true } },
  'a register wanted whole': { record: 'death', mode: 'register', ...death, task: { whole: true } },
  'who is a lead': {
    ...{ record: 'disability', mode: 'leads', ...disability },
    task: { leads: [{ level: ['1'] }] },
  },
};

function taskOf(file: string, record: string, own: Partial<FileTask> = {}): FileTask {
  const names = { path: file, written: 'rows.csv', data_date: null, supplier: null, columns: {} };
  const spec = { ...names, delimiter: null, encoding: null, sheet: null, set: {}, from: {} };
  const shown = { number: 1, record, path: file, shown: 'rows.csv', label: 'rows', named: true, spec };
  const wants = { keepAll: false, whole: false, nameMatching: false, password: null };
  return { ...shown, spoolDir: folder, ...wants, ...own };
}

function load(file: string, { record, mode, task }: Case) {
  const interest = new Interest();
  interest.addMember(member, '张三');
  interest.households.add('330482100001');
  interest.leads.add(
    Number(lead.slice(0, 9)),
    Number(lead.slice(9, 17)) * 11 + Number(lead.slice(17).replace('X', '10')),
  );
  const finder = new Finder();
  const found = mode === 'register' ? null : finder;
  const context = { task: taskOf(file, record, task), mode, interest, found, progress: () => undefined };
  const { parts, bytes, sha256 } = loadCsvFile(context);
  const [part] = parts;
  if (!part) throw new Error('no part');
  const lines = part.spool ? readFileSync(part.spool.path, 'utf8') : '';
  if (part.spool) rmSync(part.spool.path);
  return { part, lines, bytes, sha256, found: finder.persons };
}

describe('a register read with the kernel and without', () => {
  const end = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('\n', '\r\n') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\r', '\n\n', ',\n', '\0\n', '\n姓名,身份证号,死亡日期\n', '\n合计,,\n'),
    },
  );
  it.each(Object.entries(cases))('%s', (_, one) => {
    const file = path.join(folder, 'rows.csv');
    let passed = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(one.cells, end), { minLength: 4, maxLength: 60 }),
        fc.constantFrom('', '查询结果\n', '"查询\n结果"\n'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, title, after, gb) => {
          const text =
            title + one.header + after + rows.map(([cells, end]) => cells.join(',') + end).join('');
          writeFileSync(file, gb ? encodeGb18030(text) : text);
          const outcome = () => {
            try {
              return load(file, one);
            } catch (error) {
              return `${error}`;
            }
          };
          const withIt = outcome();
          const open = vi.spyOn(PlainRows, 'open').mockReturnValue(null);
          const without = outcome();
          open.mockRestore();
          expect(withIt).toEqual(without);
          if (typeof withIt === 'object') passed += withIt.part.passedOver;
        },
      ),
      { numRuns: 120, seed: 20261122 },
    );
    if (!one.task?.keepAll && !one.task?.whole) expect(passed).toBeGreaterThan(100);
  });
});
