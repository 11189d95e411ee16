import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LineReader, type PlacedLine, placedLines } from '../src/cases/case-lines.js';
import { type CasePlace, casesAt, placeCases } from '../src/cases/case-places.js';
import { readCases, readRunHouseholds } from '../src/cases/read-cases.js';
import { focusOf } from '../src/cases/read-focus.js';
import { undecidableOf } from '../src/cases/read-undecidable.js';
import type { Case } from '../src/cases/types.js';
import { temporaryFolder } from './helpers/cli.js';
import { householdsOf, sampleCase } from './reports-fixture-cases.js';

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'cases.ndjson');
  writeFileSync(file, text);
  return file;
}
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of items) found.push(one);
  return found;
}
const line = (one: unknown): string => `${JSON.stringify(one)}\n`;

describe('lines with their places', () => {
  const texts = async (text: string): Promise<PlacedLine[]> => all(placedLines(fileOf(text)));

  it('are counted in bytes, of which a Chinese character has three', async () => {
    expect(await texts('张三\n李\n')).toEqual([
      { text: '张三', at: 0, bytes: 6 },
      { text: '李', at: 7, bytes: 3 },
    ]);
  });

  it('pass over blank ones, and have a last one without an end', async () => {
    expect(await texts('a\n\n  \nb')).toEqual([
      { text: 'a', at: 0, bytes: 1 },
      { text: 'b', at: 6, bytes: 1 },
    ]);
    expect(await texts('')).toEqual([]);
    expect(await texts(' \n ')).toEqual([]);
  });

  it('are whole where they lie over the edge of what is read at once', async () => {
    const long = Array.from({ length: 5 }, (_, index) => String(index).repeat(100_001));
    const found = await texts(`${long.join('\n')}\n`);
    expect(found.map(({ text }) => text)).toEqual(long);
    expect(found.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4].map((index) => index * 100_002));
  });

  it('are read again by their places, in any order', async () => {
    const file = fileOf('张三\n李四五\n');
    const [first, second] = await all(placedLines(file));
    if (first === undefined || second === undefined) throw new Error('no lines');
    const reader = new LineReader(file);
    expect([await reader.read(second), await reader.read(first)]).toEqual(['李四五', '张三']);
    await expect(reader.read({ at: 8, bytes: 11 })).rejects.toThrow('the file is shorter than it was');
    await reader.close();
    await reader.close();
    expect(await reader.read(first)).toBe('张三');
    await reader.close();
  });
});

describe('cases found in their file', () => {
  const wanted = (...ids: string[]): ReadonlySet<string> => new Set(ids);
  const found = async (text: string, ...ids: string[]) => {
    const file = fileOf(text);
    const places = await placeCases(file, wanted(...ids));
    return [...places].map(([id, { from, length }]) => [id, text.slice(from, from + length)]);
  };

  it('are those wanted and no other, each with its line', async () => {
    const text = '{"case_id":"a","x":1}\n{"case_id":"b"}\n\n{"case_id":"c"}';
    expect(await found(text, 'b', 'c', 'z')).toEqual([
      ['b', '{"case_id":"b"}'],
      ['c', '{"case_id":"c"}'],
    ]);
    expect(await found(`${text}\n`, 'a')).toEqual([['a', '{"case_id":"a","x":1}']]);
    expect(await found('', 'a')).toEqual([]);
  });

  it('are found where another program wrote the line in its own manner', async () => {
    expect(await found('{"x":"{\\"case_id\\":\\"b\\"}", "case_id": "a"}\n', 'a', 'b')).toHaveLength(1);
    expect(await found('{"case_id":"a\\u002e1"}\n', 'a.1', 'a\\u002e1')).toEqual([
      ['a.1', '{"case_id":"a\\u002e1"}'],
    ]);
    expect(await found(' {"case_id":"a"}\n', 'a')).toHaveLength(1);
  });

  it('are refused where a line is no case', async () => {
    await expect(found('{"case_id":"a\n', 'a')).rejects.toThrow(SyntaxError);
    await expect(found('{"id":"a"}\n', 'a')).rejects.toThrow('case_id');
    await expect(found('{"case_id":7}\n', 'a')).rejects.toThrow('case_id');
  });

  it('lie anywhere in a file larger than what is read at once', async () => {
    const pad = 'x'.repeat(700_000);
    const text = ['a', 'b', 'c', 'd'].map((id) => line({ case_id: id, pad })).join('');
    expect(
      (await found(text, 'b', 'd')).map(([id, own]) => [id, own === line({ case_id: id, pad }).trim()]),
    ).toEqual([
      ['b', true],
      ['d', true],
    ]);
  });

  it('are read where they stand, in the order asked for, over several files', async () => {
    const cases = [sampleCase(1), sampleCase(2), sampleCase(3)];
    const files = [fileOf(cases.slice(0, 2).map(line).join('')), fileOf(line(cases[2]))];
    const ids = wanted(...cases.map(({ case_id }) => case_id));
    const places = new Map<string, CasePlace>();
    for (const file of files) for (const [id, place] of await placeCases(file, ids)) places.set(id, place);
    const order = [cases[1], cases[2], cases[0]].flatMap((one) => places.get(one?.case_id ?? '') ?? []);
    expect(await all(casesAt(order))).toEqual([cases[1], cases[2], cases[0]]);
    expect(await all(casesAt([]))).toEqual([]);
    const [first] = order;
    if (first === undefined) throw new Error('no place');
    await expect(all(casesAt([{ ...first, from: first.from + 1 }]))).rejects.toThrow(SyntaxError);
  });
});

describe('what a finished run wrote', () => {
  const cases: readonly Case[] = [sampleCase(1), sampleCase(2)];

  it('is read again as it was, cases and households', async () => {
    expect(await all(readCases(fileOf(cases.map(line).join('\n'))))).toEqual(cases);
    const households = householdsOf(cases);
    expect(await all(readRunHouseholds(fileOf(households.map(line).join(''))))).toEqual(households);
    await expect(all(readRunHouseholds(fileOf(cases.map(line).join(''))))).rejects.toThrow();
    await expect(all(readCases(fileOf('{}\n')))).rejects.toThrow('case_id');
  });

  it('names households to be looked at hardest without the sign that keeps numbers whole', () => {
    expect(focusOf("\ufeff户编号,乡镇\r\n'0012,新仓镇\r\nH'2,x\r\n")).toEqual(new Set(['0012', "H'2"]));
    expect(focusOf('户编号,乡镇\r\n')).toEqual(new Set());
    expect(() => focusOf('户编号,乡镇\r\n1,2\r\n3\r\n')).toThrow();
    expect(() => focusOf('户编号\r\n\r\n')).not.toThrow();
  });

  it('says of whom a check could not decide', () => {
    const head = '\ufeff检查,户编号,乡镇,村,姓名,证件号码,原因\r\n';
    expect(undecidableOf(`${head}R06,'0012,新仓镇,芦湾村,张三,'339921196601010003,他说'没有'\r\n`)).toEqual([
      {
        ...{
          check: 'R06',
          household_id: '0012',
          township: '新仓镇',
          village: '芦湾村',
          reason: "他说'没有'",
        },
        person: { name: '张三', id_number: '339921196601010003' },
      },
    ]);
    expect(undecidableOf(`${head}R10,H1,,,,,户类别不明\r\n`)).toEqual([
      { check: 'R10', household_id: 'H1', township: '', village: '', person: null, reason: '户类别不明' },
    ]);
    expect(undecidableOf('检查\r\nR10\r\n')).toEqual([
      { check: 'R10', household_id: '', township: '', village: '', person: null, reason: '' },
    ]);
    expect(undecidableOf(head)).toEqual([]);
  });
});
