import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reportForm, verificationForm } from '../src/forms/verification.js';
import { readLedger } from '../src/ledger/ledger.js';
import type { CaseState } from '../src/ledger/state.js';
import {
  editByPython,
  type FormCells,
  hasOffice,
  hasOpenpyxl,
  saveAs,
  writeForms,
} from './helpers/answer-books.js';
import { runCli } from './helpers/cli.js';

const start = mkdtempSync(join(tmpdir(), 'dibao-collect-'));
const campaign = join(start, 'demo');
const received = join(start, 'received');
let cases: CaseState[] = [];
let fresh: Buffer;
let head: Buffer | null = null;

beforeAll(async () => {
  expect(runCli(['init', campaign, '--demo', '-q']).code).toBe(0);
  expect(runCli(['check', '-c', join(campaign, 'dibao.yaml'), '-o', join(campaign, '疑点'), '-q']).code).toBe(
    1,
  );
  cases = [...(await readLedger(campaign)).state.cases.values()];
  fresh = readFileSync(join(campaign, 'ledger.ndjson'));
  if (existsSync(join(campaign, 'ledger.head'))) head = readFileSync(join(campaign, 'ledger.head'));
});
afterAll(() => rmSync(start, { recursive: true, force: true }));

/** Each test begins with the ledger as check left it, and nothing received. */
beforeEach(() => {
  writeFileSync(join(campaign, 'ledger.ndjson'), fresh);
  if (head !== null) writeFileSync(join(campaign, 'ledger.head'), head);
  for (const folder of [received, join(campaign, '收回')]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(received);
});

const collect = (...args: string[]) =>
  runCli(['collect', ...args, '-c', join(campaign, 'dibao.yaml'), '--date', '2026-11-12', '--by', '张经办'], {
    cwd: start,
  });

const ledger = () => readFileSync(join(campaign, 'ledger.ndjson'), 'utf8');
const report = (name: string) => readFileSync(join(campaign, '收回', `收回报告_${name}.csv`), 'utf8');

const fine = (one: CaseState): FormCells => ({
  case_id: one.slip.case_id,
  village: one.slip.village,
  head: one.slip.head?.name ?? '',
  head_id: one.slip.head?.id_number ?? '',
  title: one.slip.title,
  reason: one.slip.reason,
});
const dismissed: FormCells = {
  visited: '2026-11-10',
  seen: '是',
  verdict: '不属实',
  ground: '数据有误或已过时',
  measure: '保留',
  investigator1: '王甲',
  investigator2: '李乙',
};
const confirmed: FormCells = {
  ...dismissed,
  verdict: '属实',
  ground: '情况属实,无合理情形',
  measure: '停发',
};

const byTownship = () => [...new Set(cases.map(({ slip }) => slip.township))].sort();
const ofTownship = (township: string) => cases.filter(({ slip }) => slip.township === township);

async function writeAnswers(name: string, rows: readonly FormCells[]): Promise<string> {
  const path = join(received, name);
  await writeForms(path, [{ form: verificationForm, rows }], null);
  return path;
}

test('answers of all townships come in by one call, and a second one changes nothing', async () => {
  for (const township of byTownship()) {
    await writeAnswers(
      `${township || '未写明乡镇'}.xlsx`,
      ofTownship(township).map((one, index) => ({
        ...fine(one),
        ...(index % 3 === 0 ? confirmed : index % 3 === 1 ? dismissed : {}),
      })),
    );
  }
  const first = collect(received);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const { state } = await readLedger(campaign);
  const answered = [...state.cases.values()].filter(({ finding }) => finding !== null);
  const expected = byTownship().reduce(
    (sum, one) => sum + ofTownship(one).filter((_, index) => index % 3 !== 2).length,
    0,
  );
  expect(answered.length).toBe(expected);
  expect(first.stdout).toContain(`记入台账 ${expected} 条`);
  const before = ledger();
  const second = collect(received);
  expect(second).toMatchObject({ code: 0 });
  expect(second.stdout).toContain('没有新的答复,台账不变');
  expect(second.stdout).toContain('记入台账 0 条');
  expect(ledger()).toBe(before);
});

test('a file with an error is left out whole, and its report says where; the others are taken', async () => {
  const [one, two] = cases as [CaseState, CaseState];
  await writeAnswers('good.xlsx', [{ ...fine(one), ...dismissed }]);
  await writeAnswers('bad.xlsx', [
    { ...fine(two), ...dismissed },
    { ...fine(cases[2] as CaseState), ...dismissed, ground: null },
    { ...fine(cases[3] as CaseState), ...dismissed, visited: '2026-12-01' },
  ]);
  const { code, stdout } = collect('received/*.xlsx');
  expect(code).toBe(3);
  expect(stdout).toContain(
    'received/bad.xlsx: 已答 3 行,未答 0 行;错误 2 处,提醒 0 处 → 未收(整个文件都没有记入台账)',
  );
  expect(stdout).toContain('received/good.xlsx: 已答 1 行,未答 0 行;错误 0 处,提醒 0 处 → 已收:新收 1');
  const lines = report('bad.xlsx').split('\r\n');
  expect(lines[0]).toBe('\uFEFF程度,工作表,行,列,填的是,有什么问题,应当怎样');
  expect(lines.slice(2, 4)).toEqual([
    '错误,疑点核实表,3,认定理由,,没有认定理由,认定理由从下拉列表里选',
    '错误,疑点核实表,4,入户日期,2026-12-01,日期在办理日 2026-11-12 之后,改成实际日期',
  ]);
  expect(statSync(join(campaign, '收回', '收回报告_bad.xlsx.csv')).mode & 0o777).toBe(0o600);
  const { state } = await readLedger(campaign);
  expect(state.cases.get(one.slip.case_id)?.finding?.verdict).toBe('dismissed');
  expect(state.cases.get(two.slip.case_id)?.finding).toBeNull();
});

test('--all-or-nothing takes none where one is refused, --dry-run writes nothing into the ledger', async () => {
  await writeAnswers('good.xlsx', [{ ...fine(cases[0] as CaseState), ...dismissed }]);
  await writeAnswers('bad.xlsx', [{ ...fine(cases[1] as CaseState), ...dismissed, verdict: null }]);
  const all = collect(received, '--all-or-nothing');
  expect(all.code).toBe(3);
  expect(all.stdout).toContain('未收(因为别的文件有错,--all-or-nothing)');
  const dry = collect('received/good.xlsx', '--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain('可以收:新收 1');
  expect(dry.stdout).toContain('台账没有改动');
  expect(ledger()).toBe(fresh.toString('utf8'));
});

test('two answers for one case, in one file or two, are told in both places', async () => {
  const one = cases[0] as CaseState;
  await writeAnswers('a.xlsx', [{ ...fine(one), ...dismissed }]);
  await writeAnswers('b.xlsx', [
    { ...fine(one), ...confirmed },
    { ...fine(cases[1] as CaseState), ...confirmed },
    { ...fine(cases[1] as CaseState), ...dismissed },
  ]);
  const { code, stdout } = collect(received);
  expect(code).toBe(3);
  expect(stdout).toContain(
    '与 received/b.xlsx 工作表“疑点核实表” 第2行 的答复不一样:核实结论、认定理由、拟处理措施',
  );
  expect(stdout).toContain('与 received/a.xlsx 工作表“疑点核实表” 第2行 的答复不一样');
  expect(stdout).toContain('与 第3行 的答复不一样');
  expect(ledger()).toBe(fresh.toString('utf8'));
});

test('another answer than the one on record needs --replace, an addition does not', async () => {
  const one = cases[0] as CaseState;
  const answer = async (cells: FormCells, ...args: string[]) => {
    await writeAnswers('a.xlsx', [{ ...fine(one), ...cells }]);
    return collect(received, ...args);
  };
  const finding = async () => (await readLedger(campaign)).state.cases.get(one.slip.case_id);
  expect((await answer(dismissed)).code).toBe(0);
  const added = await answer({ ...dismissed, reviewer: '赵审', seen: null });
  expect(added.stdout).toContain('补充 1');
  expect((await finding())?.finding).toMatchObject({ reviewer: '赵审', seen: true });
  expect((await answer(dismissed)).stdout).toContain('没有新的答复');
  const other = await answer(confirmed);
  expect(other.code).toBe(3);
  expect(other.stdout).toContain('确要更正的,改好文件后加 --replace 再收');
  expect((await answer(confirmed, '--replace')).stdout).toContain('更正 1');
  expect(await finding()).toMatchObject({
    finding: { verdict: 'confirmed', reviewer: '' },
    earlier: [{ verdict: 'dismissed' }, { verdict: 'dismissed', reviewer: '赵审' }],
  });
  const again = ledger();
  expect((await answer(confirmed, '--replace')).code).toBe(0);
  expect(ledger()).toBe(again);
  // The first file once more: the record is not turned back.
  const old = await answer(dismissed);
  expect(old.stdout).toContain('旧答复未采用 1');
  expect(ledger()).toBe(again);
});

test('what is no form, no table, or lacks its numbers is refused by name', async () => {
  writeFileSync(join(received, 'note.pdf'), '%PDF-1.4 …');
  await writeForms(
    join(received, 'other.xlsx'),
    [{ form: { ...verificationForm, columns: [] }, rows: [] }],
    null,
  );
  const columns = verificationForm.columns.filter(({ key }) => key !== 'case_id');
  await writeForms(
    join(received, 'cut.xlsx'),
    [{ form: { ...verificationForm, columns }, rows: [{ head: '某某', ...dismissed }] }],
    null,
  );
  const { code, stdout } = collect('received/note.pdf', 'received/other.xlsx', 'received/cut.xlsx');
  expect(code).toBe(3);
  expect(stdout).toContain('没有找到下发的表格');
  expect(stdout).toContain('缺“疑点编号”一列');
  expect(stdout).toContain('PDF');
  expect(collect('received/none.xlsx')).toMatchObject({ code: 3 });
  expect(collect()).toMatchObject({ code: 2 });
});

test('no ID number stands whole on the screen or in a report', async () => {
  const member = cases.find(({ slip }) => slip.person !== null && slip.person.id_number.length === 18);
  const id = member?.slip.person?.id_number ?? '';
  expect(id).toMatch(/^\d{17}[\dX]$/);
  await writeForms(
    join(received, `${id}.xlsx`),
    [{ form: verificationForm, rows: [{ ...fine(member as CaseState), ...dismissed, ground: `见 ${id}` }] }],
    null,
  );
  const { stdout } = collect(received);
  const [name = ''] = readdirSync(join(campaign, '收回'));
  expect(stdout + name + readFileSync(join(campaign, '收回', name), 'utf8')).not.toContain(id);
});

test('what a visit found that no case named comes in with its verdict', async () => {
  const slip = (cases[0] as CaseState).slip;
  const row = { household_id: slip.household_id, title: '家有小汽车', reason: '院内停有小型轿车' };
  const rows = [row, { ...row, title: '家有商铺', ...confirmed }];
  await writeForms(join(received, '补报.xlsx'), [{ form: reportForm, rows }], null);
  expect(collect(received)).toMatchObject({ code: 0 });
  const { state } = await readLedger(campaign);
  const reported = [...state.cases.values()].filter((one) => one.reported);
  expect(
    reported.map(({ slip: { case_id, check, township }, stage }) => [
      /^V-[0-9a-f]{16}$/.test(case_id),
      check,
      township,
      stage,
    ]),
  ).toEqual([
    [true, 'V', slip.township, 'open'],
    [true, 'V', slip.township, 'verified'],
  ]);
  const before = ledger();
  expect(collect(received).stdout).toContain('没有新的答复');
  expect(ledger()).toBe(before);
});

describe.skipIf(!hasOpenpyxl)('a workbook that a clerk has edited', () => {
  const six = () => cases.slice(0, 6);
  const edit = `
sheet = book[book.sheetnames[0]]
sheet.title = '9月核实情况(终稿)'
rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
header, body = rows[0], rows[1:]
keep = [i for i, title in enumerate(header) if title not in ('联系电话', '家庭住址', '须排除情形', '应调取材料', '序号')]
at = {title: n for n, title in enumerate(header[i] for i in keep)}
body = [[row[i] for i in keep] for row in reversed(body)]
header = [header[i] for i in keep]
sheet.delete_rows(1, sheet.max_row)
for r in sheet.iter_rows(min_row=1, max_row=3):
    for cell in r: cell.value = None
sheet.cell(1, 1, '东溪镇低保疑点核实情况')
sheet.cell(2, 1, '填报单位:东溪镇')
for n, title in enumerate(header): sheet.cell(4, n + 1, title.replace('(', '(').replace(')', ')'))
line = 5
dates = ['2026-11-5', '2026年11月5日', '20261105', 46331, datetime.date(2026, 11, 5), '2026.11.05']
for k, row in enumerate(body):
    if k == 3:
        for n, title in enumerate(header): sheet.cell(line, n + 1, title.replace('(', '(').replace(')', ')'))
        line += 2
    for n, value in enumerate(row): sheet.cell(line, n + 1, value)
    sheet.cell(line, at['入户日期'] + 1, dates[k])
    sheet.cell(line, at['是否见到本人'] + 1, ['是', '√', ' 是 ', '有', '是', '已见'][k])
    sheet.cell(line, at['核实结论(属实/不属实/部分属实)'] + 1, ' 属 实 ')
    sheet.cell(line, at['应追回金额'] + 1, ['1,200.00元', 1200, '1200元', '1200', '1,200', '1200.0'][k])
    sheet.cell(line, at['疑点编号'] + 1, str(row[at['疑点编号']]).replace('-', '－'))
    sheet.row_dimensions[line].hidden = k == 2
    line += 1
sheet.cell(line, 1, '合计'); sheet.cell(line, at['应追回金额'] + 1, 7200)
sheet.cell(line + 1, 1, '填表人:王甲    审核人:赵审')
`;
  const write = async () => {
    const rows = six().map((one) => ({ ...fine(one), ...confirmed }));
    const path = await writeAnswers('东溪镇.xlsx', rows);
    editByPython(path, edit);
    return path;
  };
  const expected = async () => {
    const { state } = await readLedger(campaign);
    return six().map(({ slip }) => {
      const { visited, seen, verdict, recover } = state.cases.get(slip.case_id)?.finding ?? {};
      return [visited, seen, verdict, recover];
    });
  };
  const right = Array(6).fill(['2026-11-05', true, 'confirmed', 1200]);

  test('is read by its titles: sorted, filtered, renamed, columns gone, titles above, dates and amounts as they are typed', async () => {
    await write();
    const { code, stdout } = collect(received);
    expect(stdout).toContain('错误 0 处');
    expect(code).toBe(0);
    expect(await expected()).toEqual(right);
  });

  test.skipIf(!hasOffice).each([
    ['xls', ''],
    ['ods', ''],
    ['csv', 'Text - txt - csv (StarCalc):44,34,76,1'],
  ])('and saved anew as .%s', async (format, filter) => {
    const made = saveAs(await write(), format, filter);
    rmSync(join(received, '东溪镇.xlsx'));
    expect(collect(made)).toMatchObject({ code: 0 });
    expect(await expected()).toEqual(right);
  });

  test.skipIf(!hasOffice)('and saved as CSV in GB18030', async () => {
    const made = saveAs(await write(), 'csv', 'Text - txt - csv (StarCalc):44,34,76,1');
    const text = readFileSync(made, 'utf8');
    editByPython(
      await writeAnswers('x.xlsx', []),
      `open(${JSON.stringify(`${made}.gb.csv`)}, 'wb').write(open(${JSON.stringify(made)}, encoding='utf-8-sig').read().encode('gb18030'))`,
    );
    expect(text).toContain('疑点编号');
    expect(collect(`${made}.gb.csv`)).toMatchObject({ code: 0 });
    expect(await expected()).toEqual(right);
  });

  test('merged answer cells hold for each of their rows', async () => {
    const path = await writeAnswers('东溪镇.xlsx', [
      { ...fine(cases[0] as CaseState), ...dismissed },
      { ...fine(cases[1] as CaseState), ...dismissed, visited: null },
    ]);
    const column = verificationForm.columns.findIndex(({ key }) => key === 'visited') + 1;
    editByPython(
      path,
      `sheet = book.active\nsheet.merge_cells(start_row=2, end_row=3, start_column=${column}, end_column=${column})`,
    );
    expect(collect(received)).toMatchObject({ code: 0 });
    const { state } = await readLedger(campaign);
    expect(cases.slice(0, 2).map(({ slip }) => state.cases.get(slip.case_id)?.finding?.visited)).toEqual([
      '2026-11-10',
      '2026-11-10',
    ]);
  });
});

test('the same file under another name, or in another folder, is known', async () => {
  const path = await writeAnswers('a.xlsx', [{ ...fine(cases[0] as CaseState), ...dismissed }]);
  expect(collect(path).code).toBe(0);
  const before = ledger();
  mkdirSync(join(received, '另存'));
  cpSync(path, join(received, '另存', 'b.xlsx'));
  expect(collect(join(received, '另存')).stdout).toContain('没有新的答复');
  expect(ledger()).toBe(before);
});
