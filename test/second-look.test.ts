import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawFrom } from '../src/answers/draw.js';
import { verificationForm } from '../src/forms/verification.js';
import { readLedger } from '../src/ledger/ledger.js';
import type { CaseState } from '../src/ledger/state.js';
import { writeForms } from './helpers/answer-books.js';
import { runCli } from './helpers/cli.js';

const start = mkdtempSync(join(tmpdir(), 'dibao-second-'));
const campaign = join(start, 'demo');
const returned = join(campaign, '收回');
let answered: Buffer;
let head: Buffer;

const run = (...args: string[]) =>
  runCli(['collect', ...args, '-c', join(campaign, 'dibao.yaml'), '--date', '2026-11-12', '--by', '张经办'], {
    cwd: start,
  });
const stateNow = async () => (await readLedger(campaign)).state;
const events = async () => (await readLedger(campaign)).events.map(({ event }) => event);
const ledger = () => readFileSync(join(campaign, 'ledger.ndjson'), 'utf8');

/** Every case is answered: two of three dismissed. */
beforeAll(async () => {
  expect(runCli(['init', campaign, '--demo', '-q']).code).toBe(0);
  expect(runCli(['check', '-c', join(campaign, 'dibao.yaml'), '-o', join(campaign, '疑点'), '-q']).code).toBe(
    1,
  );
  const rows = [...(await stateNow()).cases.values()].map(({ slip }, index) => ({
    case_id: slip.case_id,
    visited: '2026-11-08',
    verdict: index % 3 === 0 ? '属实' : '不属实',
    ground: index % 3 === 0 ? '情况属实,无合理情形' : '数据有误或已过时',
    measure: index % 3 === 0 ? '停发' : '保留',
    investigator1: '王甲',
    investigator2: '李乙',
  }));
  await writeForms(join(start, 'all.xlsx'), [{ form: verificationForm, rows }], null);
  expect(run('all.xlsx').code).toBe(0);
  answered = readFileSync(join(campaign, 'ledger.ndjson'));
  head = readFileSync(join(campaign, 'ledger.head'));
});
afterAll(() => rmSync(start, { recursive: true, force: true }));
beforeEach(() => {
  writeFileSync(join(campaign, 'ledger.ndjson'), answered);
  writeFileSync(join(campaign, 'ledger.head'), head);
  rmSync(returned, { recursive: true, force: true });
});

const draw = (...args: string[]) => run('--send-back', '--seed', '专项2026', ...args);

async function sheetOf(
  name: string,
): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet; columns: Map<string, number>; from: number }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(returned, name));
  const sheet = book.getWorksheet('重核表');
  if (sheet === undefined) throw new Error('no sheet');
  let from = 0;
  const columns = new Map<string, number>();
  sheet.eachRow((row, at) => {
    if (from > 0 || row.getCell(1).text !== '重核序号') return;
    from = at + 1;
    row.eachCell((cell, column) => columns.set(cell.text.replace(/\(.*\)/, ''), column));
  });
  return { book, sheet, columns, from };
}

/** Fills a 重核表 in: what to write into a row, by its case number; null leaves it as it is. */
async function fillIn(
  name: string,
  answer: (case_id: string, at: number) => Record<string, string> | null,
): Promise<void> {
  const { book, sheet, columns, from } = await sheetOf(name);
  for (let at = from; at <= sheet.rowCount; at++) {
    const id = sheet.getRow(at).getCell(columns.get('疑点编号') ?? 0).text;
    if (id === '') continue;
    for (const [title, value] of Object.entries(answer(id, at - from) ?? {})) {
      sheet.getRow(at).getCell(columns.get(title) ?? 0).value = value;
    }
  }
  await book.xlsx.writeFile(join(returned, name));
}

const upheld = {
  入户日期: '2026-11-11',
  核实结论: '不属实',
  认定理由: '数据有误或已过时',
  拟处理措施: '保留',
  入户人员1: '孙三',
  入户人员2: '吴四',
};
const overturned = {
  ...upheld,
  核实结论: '属实',
  认定理由: '情况属实,无合理情形',
  拟处理措施: '停发',
  核实情况说明: '家有小型轿车一辆',
};
const isCase = (id: string) => !id.startsWith('V-');

const dismissedOf = (state: Awaited<ReturnType<typeof stateNow>>, township: string): CaseState[] =>
  [...state.cases.values()].filter(
    (one) => one.slip.township === township && one.finding?.verdict === 'dismissed',
  );

describe('a draw', () => {
  test('is the same for the same seed, and another for another', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `H${index}`);
    const one = drawFrom(ids, 0.1, 'a', 't');
    expect(one).toHaveLength(20);
    expect(drawFrom([...ids].reverse(), 0.1, 'a', 't')).toEqual(one);
    expect(drawFrom(ids, 0.1, 'b', 't')).not.toEqual(one);
    expect(drawFrom(ids, 0.2, 'a', 't').slice(0, 20)).toEqual(one);
    expect(drawFrom(ids.slice(0, 3), 0.1, 'a', 't')).toHaveLength(1);
    expect(drawFrom([], 0.1, 'a', 't')).toEqual([]);
    expect(drawFrom(ids, 0, 'a', 't')).toEqual([]);
  });

  test('says population, counts and seed, writes a form a township, and re-opens what was drawn', async () => {
    const before = await stateNow();
    const { code, stdout } = draw();
    expect(code).toBe(0);
    expect(stdout).toContain('批次 重核20261112-1,种子 专项2026,比例 10 %,差错率上限 10 %');
    const sent = (await events()).filter((one) => one.what === 'sent_back');
    // Leads about those who are on no roster name no township, and are not drawn.
    const named = [...before.cases.values()].map(({ slip }) => slip.township).filter((name) => name !== '');
    const townships = [...new Set(named)].sort();
    expect(sent.map(({ township }) => township)).toEqual(townships);
    const state = await stateNow();
    for (const { township, cases, households, seed, limit } of sent) {
      expect({ seed, limit }).toEqual({ seed: '专项2026', limit: 0.1 });
      const population = new Set(dismissedOf(before, township).map(({ slip }) => slip.household_id));
      const drawn = new Set(cases.map((id) => before.cases.get(id)?.slip.household_id));
      expect(drawn.size).toBe(Math.ceil(population.size / 10));
      expect(stdout).toContain(`${township}: 不属实 ${population.size} 户抽 ${drawn.size} 户`);
      expect(stdout).toContain(`抽 ${households.length} 户 → `);
      for (const id of cases) {
        expect(state.cases.get(id)).toMatchObject({ finding: null, earlier: [{ verdict: 'dismissed' }] });
        expect(state.cases.get(id)?.marks.has('sent_back')).toBe(true);
      }
      expect(existsSync(join(returned, `重核表_${township}_重核20261112-1.xlsx`))).toBe(true);
    }
    const again = draw();
    expect(again.stdout).toContain('上一次的重核表还没有收齐,这次不抽');
  });

  test('shows nobody the first verdict, and gives the same bytes again', async () => {
    expect(draw().code).toBe(0);
    const files = readdirSync(returned).filter((name) => name.startsWith('重核表'));
    const bytes = files.map((name) => readFileSync(join(returned, name)));
    const { sheet, columns, from } = await sheetOf(files[0] ?? '');
    const row = sheet.getRow(from);
    for (const title of ['核实结论', '认定理由', '入户人员1', '核实情况说明']) {
      expect(row.getCell(columns.get(title) ?? 0).text).toBe('');
    }
    writeFileSync(join(campaign, 'ledger.ndjson'), answered);
    writeFileSync(join(campaign, 'ledger.head'), head);
    expect(draw().code).toBe(0);
    expect(
      files.map((name) => readFileSync(join(returned, name)).equals(bytes[files.indexOf(name)] as Buffer)),
    ).toEqual(files.map(() => true));
  });

  test('takes townships by name, no files, and leaves the ledger alone with --dry-run', () => {
    const before = ledger();
    expect(draw('--dry-run')).toMatchObject({ code: 0 });
    expect(ledger()).toBe(before);
    const wrong = draw('--township', '没有镇');
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('没有乡镇“没有镇”');
    expect(run('--send-back', 'all.xlsx')).toMatchObject({ code: 2 });
    expect(run('--send-back', '--share', '2')).toMatchObject({ code: 2 });
  });
});

describe('second looks that come back', () => {
  const first = () => readdirSync(returned).find((name) => name.startsWith('重核表')) ?? '';
  const townshipOf = (name: string) => name.split('_')[1] ?? '';

  test('and uphold the first: the rate is printed, nothing is returned, a second collect changes nothing', async () => {
    draw();
    const name = first();
    await fillIn(name, () => upheld);
    const { code, stdout } = run(join(returned, name));
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /重核\(批次 重核20261112-1\): 不属实抽 (\d+) 户,已答 \1 户,结论不同 0 户,差错率 0 %/,
    );
    const before = ledger();
    expect(run(join(returned, name)).stdout).toContain('没有新的答复');
    expect(ledger()).toBe(before);
    expect((await events()).filter((one) => one.what === 'sent_back' && one.seed === '')).toEqual([]);
  });

  test('and differ above the limit: the township has all its dismissed cases back but those upheld', async () => {
    draw('--share', '0.3');
    const name = first();
    const township = townshipOf(name);
    const before = dismissedOf(await stateNow(), township).map(({ slip }) => slip.case_id);
    await fillIn(name, (id) => (isCase(id) ? overturned : upheld));
    const { code, stdout } = run(join(returned, name));
    expect(code).toBe(0);
    expect(stdout).toContain(`差错率超过上限:${township}不属实的疑点 ${before.length} 条全部退回`);
    const back = (await events()).find((one) => one.what === 'sent_back' && one.seed === '');
    expect(back).toMatchObject({ township, cases: before.sort(), why: '重核差错率 100 %,超过上限 10 %' });
    const state = await stateNow();
    for (const id of before) expect(state.cases.get(id)).toMatchObject({ finding: null });
    expect(
      [...state.cases.values()].filter((one) => one.slip.township === township && one.finding?.note !== '')
        .length,
    ).toBeGreaterThan(0);
    // The first answers, sent in once more, do not close what was returned.
    const after = ledger();
    const old = run('all.xlsx');
    expect(old.code).toBe(0);
    expect(old.stdout).toContain('旧答复未采用');
    expect(ledger()).toBe(after);
    expect(run(join(returned, name)).stdout).toContain('没有新的答复');
    expect(ledger()).toBe(after);
  });

  test('in part: nothing is returned while it could still come out below the limit', async () => {
    draw('--share', '0.5', '--error-limit', '60%');
    const name = first();
    await fillIn(name, (id, at) => (isCase(id) && at % 7 === 0 ? overturned : null));
    expect(run(join(returned, name)).code).toBe(0);
    expect((await events()).filter((one) => one.what === 'sent_back' && one.seed === '')).toEqual([]);
    const out = await stateNow();
    expect(dismissedOf(out, townshipOf(name)).length).toBeGreaterThan(0);
  });

  test('a problem in a household that no case names becomes a reported case', async () => {
    draw('--share', '0.2');
    const name = first();
    await fillIn(name, (id) => (isCase(id) ? upheld : overturned));
    const { code, stdout } = run(join(returned, name));
    expect(code).toBe(0);
    const reported = [...(await stateNow()).cases.values()].filter((one) => one.reported);
    expect(reported.length).toBeGreaterThan(0);
    expect(reported[0]).toMatchObject({
      stage: 'verified',
      slip: { title: '无疑点户抽查', reason: '家有小型轿车一辆' },
    });
    expect(stdout).toContain(`发现问题 ${reported.length} 户`);
    const before = ledger();
    expect(run(join(returned, name)).stdout).toContain('没有新的答复');
    expect(ledger()).toBe(before);
  });

  test('by the first visitors are noted; answers on the first form are not taken while it is out', async () => {
    draw();
    const name = first();
    await fillIn(name, () => ({ ...upheld, 入户人员1: '王甲', 入户人员2: '李乙' }));
    expect(run(join(returned, name), '--dry-run').stdout).toContain('重核人员就是原来的入户人员');
    const sent = (await events()).find((one) => one.what === 'sent_back');
    const case_id = sent?.what === 'sent_back' ? (sent.cases[0] ?? '') : '';
    const row = {
      case_id,
      visited: '2026-11-09',
      verdict: '不属实',
      ground: '数据有误或已过时',
      investigator1: '王甲',
    };
    await writeForms(join(start, 'late.xlsx'), [{ form: verificationForm, rows: [row] }], null);
    const late = run('late.xlsx');
    expect(late.code).toBe(3);
    expect(late.stdout).toContain('这一条正在重核,不收原表的答复');
    expect(run('all.xlsx').code).toBe(0);
  });
});
