import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadCampaign } from '../src/campaign-file/load.js';
import { mapFormula, movedFormula } from '../src/rewrite/formula.js';
import type { HouseholdEdit } from '../src/rewrite/rewrite-roster.js';
import { RowMap } from '../src/rewrite/row-map.js';
import { temporaryFolder } from './helpers/cli.js';
import { rewriting } from './helpers/rewrite.js';
import { encode } from './variants/csv.js';
import { idOf } from './variants/small.js';

const [wang, li, zhao, qian] = [1, 2, 3, 4].map((at) => idOf(`197${at}0203`, at * 7)) as [
  string,
  string,
  string,
  string,
];

/** Rewrites one CSV file: of its first household the members of these places leave, and these figures are new. */
async function first(
  lines: readonly string[],
  values: HouseholdEdit['values'],
  removed: readonly number[] = [],
  encoding: Parameters<typeof encode>[1] = 'utf-8',
  uncovered: readonly number[] = [],
) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '农村低保.csv'), encode(lines.map((line) => `${line}\r\n`).join(''), encoding));
  const campaign = { as_of: '2026-06-30', standards: { rural: [{ from: '2024-07-01', monthly: 1000 }] } };
  writeFileSync(
    join(folder, 'dibao.yaml'),
    stringify({ ...campaign, sources: { roster: ['农村低保.csv'] } }),
  );
  const out = join(folder, 'out');
  const done = await rewriting(await loadCampaign(join(folder, 'dibao.yaml')), out, ([household]) => {
    if (household === undefined) return [];
    const pick = (places: readonly number[]) => places.flatMap((at) => household.members[at] ?? []);
    return [{ household, removed: pick(removed), uncovered: pick(uncovered), values }];
  });
  const text = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8').decode(
    readFileSync(join(out, '农村低保.csv')),
  );
  return { ...done, lines: text.split('\r\n').slice(0, -1), notes: done.files[0]?.notes.join('\n') ?? '' };
}

describe('figures go back in the unit and the dress of their column', () => {
  const amount = async (header: string, before: string, monthly: number): Promise<string | undefined> => {
    const lines = [`户编号;姓名;身份证号;${header}`, `001;王甲;${wang};${before}`];
    return (await first(lines, { monthly_amount: monthly })).lines[1]?.split(';')[3];
  };
  it.each([
    ['月保障金', '386.00', 400, '400.00'],
    ['月保障金', '386', 400.5, '400,5'],
    ['月保障金', '386,00', 1400.5, '1400,50'],
    ['月保障金', '386元', 400, '400元'],
    ['月保障金', '¥386/月', 400, '¥400/月'],
    ['年保障金', '4632', 400, '4800'],
    ['年保障金', '4632,00', 386.33, '4635,96'],
    ['季度发放额', '1158', 386.5, '1159,5'],
    ['户补差金额(万元)', '0.0386', 1158.25, '0.115825'],
    ['年保障金(万元)', '0.4632', 400, '0.4800'],
  ])('%s %s → %d', async (header, before, monthly, expected) => {
    expect(await amount(header, before, monthly)).toBe(expected);
  });

  it('thousands stay apart, in quotes', async () => {
    const lines = ['户编号,姓名,身份证号,月保障金', `001,王甲,${wang},"1,158.00"`, `002,李乙,${li},"386.00"`];
    expect((await first(lines, { monthly_amount: 2400 })).lines).toEqual([
      lines[0],
      `001,王甲,${wang},"2,400.00"`,
      lines[2],
    ]);
  });

  const perPerson = [
    '户编号,姓名,身份证号,与户主关系,家庭人口,保障人口,人均补差,家庭年收入',
    `001,王甲,${wang},户主,3,3,300.00,7200`,
    `,李乙,${li},配偶,,,,`,
    `,王丙,${zhao},子,,,,`,
  ];
  it('an amount for one person is shared among the covered as they are after the edit', async () => {
    const values = { monthly_amount: 700, covered_size: 2, household_size: 2, income_per_capita: 150 };
    const { lines, after, notes } = await first(perPerson, values, [2]);
    expect(lines[1]).toBe(`001,王甲,${wang},户主,2,2,350.00,3600`);
    expect(after[0]).toMatchObject({ monthly_amount: 700, income_per_capita: 150, household_size: 2 });
    expect(notes).not.toContain('除不尽');
  });
  it('one that cannot be shared to the fen is said', async () => {
    const { lines, notes } = await first(perPerson, { monthly_amount: 1000 });
    expect(lines[1]?.split(',')[6]).toBe('333.33');
    expect(notes).toContain('除不尽,写入的是四舍五入后的数:2');
  });
  it('a column that is not there is not added, and that is said', async () => {
    const lines = ['户编号,姓名,身份证号,月保障金', `001,王甲,${wang},386`];
    const { lines: after, notes } = await first(lines, { covered_size: 1, monthly_amount: 400 });
    expect(after).toEqual([lines[0], `001,王甲,${wang},400`]);
    expect(notes).toContain('名册中没有“保障人口”一列,新数未写入:1 户');
  });
});

describe('what stands once for a household', () => {
  const lines = [
    '户编号,姓名,身份证号,与户主关系,月保障金,村,合计人数',
    `001,王甲,${wang},户主,386,柳岸村,2`,
    `,"李乙",${li},配偶,,,`,
    `,王丙,${zhao},子,,,`,
    `002,钱丁,${qian},户主,400,柳岸村,1`,
    '合计,,,,786,,',
  ];
  it('goes to the first row that stays when its row leaves; the other rows keep their bytes', async () => {
    const { lines: after, files, notes } = await first(lines, {}, [0], 'gb18030');
    expect(after).toEqual([lines[0], `001,"李乙",${li},配偶,386,柳岸村,`, ...lines.slice(3)]);
    expect(files[0]).toMatchObject({ rowsRemoved: 1, cellsChanged: 3 });
    expect(notes).toContain('户主已减员,须变更户主(1 户):001');
    expect(notes).toContain('合计行为手工数字,未改动:第 6 行');
    expect(notes).toContain('没有改动,请核对:合计人数');
  });
  it('goes there with the new figure', async () => {
    const { lines: after } = await first(lines, { monthly_amount: 200 }, [0, 1]);
    expect(after).toEqual([lines[0], `001,王丙,${zhao},子,200,柳岸村,`, ...lines.slice(4)]);
  });
  it('leaves with the household', async () => {
    const { lines: after, after: households } = await first(lines, {}, [0, 1, 2]);
    expect(after).toEqual([lines[0], ...lines.slice(4)]);
    expect(households.map((one) => one.household_id)).toEqual(['002']);
  });
  it('of rows that say different figures only those of the household change', async () => {
    const split = ['户编号,姓名,身份证号,月保障金', `001,王甲,${wang},386`, `001,李乙,${li},100`];
    const { lines: after, notes } = await first(split, { monthly_amount: 200 });
    expect(after.slice(1)).toEqual([`001,王甲,${wang},200`, `001,李乙,${li},100`]);
    expect(notes).toContain('同一户各行的数不同');
  });
});

describe('who is no longer covered', () => {
  const lines = (words: readonly [string, string, string]) => [
    '户编号,姓名,身份证号,与户主关系,是否享受',
    `001,王甲,${wang},户主,${words[0]}`,
    `001,李乙,${li},配偶,${words[1]}`,
    `002,钱丁,${qian},户主,${words[2]}`,
  ];
  it.each([
    [['享受', '享受', '不享'], '不享'],
    [['享受', '享受', '享受'], '不享受'],
    [['√', '√', '√'], '×'],
    [['在保', '在保', '在保'], '停保'],
    [['1', '1', '1'], '0'],
  ] as const)('is said in the words of the column: %j', async (words, expected) => {
    const { lines: after, after: households } = await first(lines(words), {}, [], 'utf-8', [1]);
    expect(after[2]).toBe(`001,李乙,${li},配偶,${expected}`);
    expect(households[0]?.members.map((one) => one.covered)).toEqual([true, false]);
  });
});

describe('formulas after rows 5 and 6 have left', () => {
  const maps = new Map([['表', new RowMap(new Set([5, 6]))]]);
  const map = (formula: string, own = '表'): string => mapFormula(formula, own, maps).text;
  it.each([
    ['SUM(A2:A9)', 'SUM(A2:A7)'],
    ['SUM(A5:A9)+$B$7', 'SUM(A5:A7)+$B$5'],
    ['SUM(A:A)-SUM(3:8)', 'SUM(A:A)-SUM(3:6)'],
    [
      'IF(A7="A7",LOG10(A8),\'别的 表\'!A8)',
      'IF(A7="A7",LOG10(A8),\'别的 表\'!A8)'.replace('A7=', 'A5=').replace('(A8)', '(A6)'),
    ],
    ['SUM(A5:A6)', 'SUM(#REF!)'],
    ['B9+SUM(A1:A1048576)', 'B7+SUM(A1:A1048576)'],
    ['表!A9&[1]表!A9&Table1[[#This Row],[A9]]', '表!A7&[1]表!A9&Table1[[#This Row],[A9]]'],
  ])('%s', (formula, expected) => {
    expect(map(formula)).toBe(expected);
  });
  it('of other sheets', () => expect(map("'表'!B9+B9", '汇总')).toBe("'表'!B7+B9"));
  it('shared formulas are told out', () => {
    expect(movedFormula('A1+$A1+A$1+$A$1&"A1"', 2, 1)).toBe('B3+$A3+B$1+$A$1&"A1"');
  });
});
