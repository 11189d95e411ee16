import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { caseNumber } from '../src/forms/case-number.js';
import { type DemoCampaign, demoCampaign } from './helpers/campaign.js';
import { runCli } from './helpers/cli.js';
import { temporary } from './helpers/demo-run.js';
import { fillForm, python } from './helpers/fill-form.js';

const plain = (text: unknown): string => String(text ?? '').replace(/\s|\(.*?\)|（.*?）/g, '');
const fen = (text: string): number => Math.round(Number(text.replace(/[,元\s¥￥]/g, '')) * 100);

/** The amounts of a roster by household, read by other readers than the program's own. */
function amountsOf(rows: readonly (readonly unknown[])[]): [household: string, fen: number][] {
  const at = rows.findIndex((row) => row.map(plain).includes('成员姓名'));
  const titles = (rows[at] ?? []).map(plain);
  const column = (...names: string[]): number => titles.findIndex((title) => names.includes(title));
  const [id, amount] = [column('户编号', '低保证号'), column('月保障金', '户月保障金')];
  const name = column('成员姓名');
  const households = new Map<string, number>();
  let last = '';
  for (const row of rows.slice(at + 1)) {
    if (plain(row[name]) === '') continue;
    last = plain(row[id]).replace(/^'/, '') || last;
    const known = households.get(last) ?? 0;
    households.set(last, known === 0 && plain(row[amount]) !== '' ? fen(String(row[amount])) : known);
  }
  return [...households];
}

async function sheetRows(file: string): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    const { length } = Array.isArray(row.values) ? row.values : [];
    // Of a merged range only its first cell says what stands in it.
    const cells = Array.from({ length }, (_, index) => {
      const cell = row.getCell(index + 1);
      return cell.isMerged && cell.master.address !== cell.address ? '' : cell.text;
    });
    rows.push(cells);
  });
  return rows;
}

function csvRows(file: string): unknown[][] {
  const text = new TextDecoder('gb18030').decode(readFileSync(file));
  return parse(text, { relax_column_count: true, skip_empty_lines: true, delimiter: [',', '\t', ';'] });
}

const find = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));

/** What the visitors found of a household: its cases' verdicts and the measure. */
type Plan = 'stop' | 'remove' | 'lower' | 'dismiss';

describe.skipIf(python === null)('a campaign over the demo county, filled in with openpyxl', () => {
  const home = temporary();
  let camp: DemoCampaign;
  let cases: Case[] = [];
  const plans = new Map<string, Plan>();

  const ledger = () => camp.ledger().map(({ event }) => event);
  const ok = (...args: string[]): string => {
    const { code, stdout, stderr } = camp.run(...args);
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };

  /** The answer of a case: each household is settled one way. */
  function answerOf(one: Case): Record<string, string | number> {
    const plan = plans.get(one.household_id);
    const visit = {
      入户日期: '2026-11-08',
      是否见到本人: '是',
      佐证材料名称及份数: '入户记录1份',
      入户人员1: '入户员甲',
      入户人员2: '入户员乙',
      乡镇审核人: '审核员丙',
      审核日期: '2026-11-10',
    };
    const holds = { 核实结论: '属实', 认定理由: '情况属实,无合理情形', 执行起始月: '2026-12' };
    if (plan === 'stop') return { ...visit, ...holds, 拟处理措施: '停发' };
    if (plan === 'lower')
      return { ...visit, ...holds, 拟处理措施: '调减', 核实后家庭月收入: 800 * (one.household_size ?? 1) };
    if (plan === 'remove' && one.grade === 'remove') return { ...visit, ...holds, 拟处理措施: '减员' };
    return { ...visit, 核实结论: '不属实', 认定理由: '数据有误或已过时', 拟处理措施: '保留' };
  }

  async function rosterOf(folder: string): Promise<Map<string, number>> {
    const books = await Promise.all(find(folder, /低保花名册_城市\.xlsx$/).map(sheetRows));
    const texts = find(folder, /低保花名册_农村\.csv$/).map(csvRows);
    return new Map([...books, ...texts].flatMap(amountsOf));
  }

  beforeAll(() => {
    camp = demoCampaign(home.path);
    cases = readFileSync(join(home.path, '疑点', 'cases.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Case);
    // What only the checks of the roster against itself and payments name is dismissed.
    for (const { household_id } of cases) plans.set(household_id, 'dismiss');
    const listed = cases.filter(({ check }) => !/^D(?!01|03\.account)/.test(check));
    const ids = [...new Set(listed.map((one) => one.household_id))].sort();
    for (const [index, id] of ids.entries()) {
      const own = cases.filter((one) => one.household_id === id);
      const grades = new Set(own.map((one) => one.grade));
      if (index % 5 === 0) plans.set(id, 'dismiss');
      else if (grades.has('exit')) plans.set(id, 'stop');
      else if (grades.has('remove')) plans.set(id, 'remove');
      else plans.set(id, index % 2 === 0 ? 'dismiss' : 'lower');
    }
  }, 120_000);
  afterAll(() => home.remove());

  it('sends every case out, once', () => {
    ok('dispatch', '--by', 'township', '--date', '2026-11-05');
    const sent = ledger().flatMap((event) => (event.what === 'dispatched' ? event.cases : []));
    expect([...sent].sort()).toEqual(cases.map((one) => one.case_id).sort());
    ok('dispatch', '--by', 'township', '--date', '2026-11-06');
    expect(ledger().filter((event) => event.what === 'dispatched')).toHaveLength(7);
  });

  it('takes back what clerks filled in, sorted another way, renamed, without columns they did not need', () => {
    const rows = Object.fromEntries(cases.map((one) => [caseNumber(one.case_id), answerOf(one)]));
    const files = find(join(home.path, '下发'), /疑点核实表_.*\.xlsx$/);
    // Six townships, and the leads about those who are on no roster.
    expect(files).toHaveLength(7);
    const filled = files.map((file, index) => {
      const target = join(home.path, `收到的表${index + 1}.xlsx`);
      const drop = index % 2 === 0 ? ['联系电话', '应调取材料'] : [];
      return { target, count: fillForm(file, target, { key: '疑点编号', rows, reverse: index > 0, drop }) };
    });
    expect(filled.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
    ok('collect', ...filled.map(({ target }) => target));
    const verified = ledger().flatMap((event) => (event.what === 'verified' ? [event] : []));
    expect(verified.map((event) => event.case_id).sort()).toEqual(cases.map((one) => one.case_id).sort());
    for (const { case_id, finding } of verified) {
      const one = cases.find((known) => known.case_id === case_id) as Case;
      expect(finding.verdict).toBe(answerOf(one).核实结论 === '属实' ? 'confirmed' : 'dismissed');
    }
    const before = ledger().length;
    ok('collect', ...filled.map(({ target }) => target));
    expect(ledger()).toHaveLength(before);
  }, 120_000);

  it('says how far it is', () => {
    const { counts } = JSON.parse(ok('status', '--format', 'json')).total;
    const confirmed = cases.filter((one) => answerOf(one).核实结论 === '属实').length;
    const dismissed = cases.length - confirmed;
    expect(counts).toMatchObject({ cases: cases.length, verified: cases.length, confirmed, dismissed });
  });

  it('stops and lowers nobody before a letter was served and its period is over', async () => {
    ok('clean', '--date', '2026-11-12');
    const settled = ledger().flatMap((event) => (event.what === 'settled' ? [event.measure] : []));
    expect(settled.filter((measure) => ['stop', 'remove', 'lower', 'edge'].includes(measure))).toEqual([]);
    const before = await rosterOf(join(home.path, 'data'));
    const after = await rosterOf(join(home.path, '清理', '2026-11-12'));
    expect(before.size).toBeGreaterThanOrEqual(342);
    expect([...after].sort()).toEqual([...before].sort());
  }, 120_000);

  it('settles them behind it: every household, person and fen is accounted for', async () => {
    const due = [...plans].filter(([, plan]) => plan !== 'dismiss').map(([id]) => id);
    const rows = Object.fromEntries(
      due.map((id) => [
        id,
        { 送达日期: '2026-11-13', 送达方式: '直接送达', 送达人: '入户员甲', 签收人: '本人' },
      ]),
    );
    const [register] = find(join(home.path, '清理', '2026-11-12'), /告知书送达登记表.*\.xlsx$/);
    const target = join(home.path, '送达登记.xlsx');
    const served = fillForm(register as string, target, { key: '户编号', rows });
    ok('collect', target, '--date', '2026-11-14');
    expect(ledger().filter((event) => event.what === 'served')).toHaveLength(served);

    ok('clean', '--date', '2026-12-20');
    const settled = ledger().flatMap((event) => (event.what === 'settled' ? [event] : []));
    const before = await rosterOf(join(home.path, 'data'));
    const after = await rosterOf(join(home.path, '清理', '2026-12-20'));
    const expected = new Map(before);
    for (const event of settled) {
      expect(before.get(event.household_id)).toBe(Math.round(event.before.amount * 100));
      if (event.after.persons === 0) expected.delete(event.household_id);
      else expected.set(event.household_id, Math.round(event.after.amount * 100));
    }
    const stops = [...plans].filter(([, plan]) => plan === 'stop');
    expect(stops.filter(([id]) => after.has(id))).toEqual([]);
    expect([...after].sort()).toEqual([...expected].sort());
  }, 120_000);

  it('takes in what came back, to the fen', () => {
    const settled = ledger().flatMap((event) =>
      event.what === 'settled' && event.recover > 0 ? [event] : [],
    );
    const some = settled.slice(0, 5);
    const paid = { 追缴日期: '2026-12-20', 缴款凭证号: '收据0001号' };
    const rows = Object.fromEntries(
      some.map(({ household_id, recover }, index) => [
        household_id,
        { ...paid, 本次追缴金额: index === 0 ? Math.round(recover * 100 - 1) / 100 : recover },
      ]),
    );
    const [list] = find(join(home.path, '清理', '2026-12-20'), /追缴清单.*\.xlsx$/);
    const target = join(home.path, '追缴.xlsx');
    expect(fillForm(list as string, target, { key: '户编号', rows })).toBe(5);
    ok('collect', target, '--date', '2026-12-21');
    const { recovery, counts } = JSON.parse(ok('status', '--date', '2026-12-21', '--format', 'json')).total;
    const fens = (amounts: readonly number[]): number =>
      amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
    expect(Math.round(recovery.owed * 100)).toBe(fens(settled.map(({ recover }) => recover)));
    expect(Math.round(recovery.recovered * 100)).toBe(fens(some.map(({ recover }) => recover)) - 1);
    // The first still owes a fen.
    expect(counts.recovered).toBe(some.slice(1).reduce((sum, event) => sum + event.cases.length, 0));
  });

  it('changes nothing when it is cleaned or checked again', () => {
    const before = ledger().length;
    ok('clean', '--date', '2026-12-21');
    expect(ledger()).toHaveLength(before);
    const { stdout } = camp.run('check', '-o', '疑点');
    expect(stdout).toContain('台账:新增 0、变化 0、消失 0');
    expect(ledger()).toHaveLength(before + 1);
  }, 120_000);

  it('posts notices, and reports', () => {
    ok('notice', '--round', '1', '--date', '2026-12-21');
    ok('report', '--date', '2026-12-22');
    expect(runCli(['verify'], { cwd: home.path }).code).toBe(0);
    const text = find(join(home.path, '总结'), /总结\.json$/).map((file) => readFileSync(file, 'utf8'));
    expect(JSON.parse(text[0] ?? '')).toBeTruthy();
  }, 120_000);
});
