import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLedger } from '../src/ledger/ledger.js';
import { editByPython, hasOffice, hasOpenpyxl, saveAs } from './helpers/answer-books.js';
import { runCli } from './helpers/cli.js';

const start = mkdtempSync(join(tmpdir(), 'dibao-round-'));
const campaign = join(start, 'demo');
afterAll(() => rmSync(start, { recursive: true, force: true }));

const run = (...args: string[]) => runCli([...args, '-c', join(campaign, 'dibao.yaml')], { cwd: start });

/** Fills in all three sheets of a dispatched workbook: every second case is confirmed, a problem is reported. */
const fill = `
for name in ('疑点核实表', '核查调查表', '补报'):
    # The book of the leads about those who are on no roster has no household to survey.
    if name not in book.sheetnames or name == '补报' and '核查调查表' not in book.sheetnames:
        continue
    sheet = book[name]
    head = next(r for r in sheet.iter_rows() if any(str(c.value or '').startswith(('核实结论', '已见人数')) for c in r))
    at = {str(c.value).split('(')[0]: c.column for c in head if c.value}
    for n, r in enumerate(range(head[0].row + 1, sheet.max_row + 1)):
        put = lambda t, v: sheet.cell(r, at[t]).__setattr__('value', v)
        if name == '疑点核实表' and sheet.cell(r, at['疑点编号']).value:
            put('入户日期', '2026年11月9日'); put('入户人员1', '王甲'); put('入户人员2', '李乙')
            put('核实结论', '不属实' if n % 2 else '属实')
            put('认定理由', '数据有误或已过时' if n % 2 else '情况属实,无合理情形')
            put('拟处理措施', '保留' if n % 2 else '停发')
        elif name == '核查调查表' and sheet.cell(r, at['户编号']).value:
            put('入户日期', '2026-11-09'); put('已见人数', sheet.cell(r, at['应见人数']).value)
            card = sheet.cell(r, at['户主身份证号']).value
        elif name == '补报' and n == 0:
            put('户主身份证号', card); put('问题类别', '其他'); put('问题事实', '院内停有小型轿车')
`;

test.skipIf(!hasOpenpyxl || !hasOffice)(
  'what dispatch sent out comes back: untouched, filled in by another program, saved by a third',
  async () => {
    expect(runCli(['init', campaign, '--demo', '-q']).code).toBe(0);
    expect(run('check', '-o', join(campaign, '疑点'), '-q').code).toBe(1);
    expect(run('dispatch', '--all', '--date', '2026-11-05', '-o', join(start, 'out')).code).toBe(0);
    const books = readdirSync(join(start, 'out'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => join(start, 'out', name));
    expect(books).toHaveLength(7);
    const untouched = run('collect', join(start, 'out'), '--date', '2026-11-12');
    expect(untouched.code).toBe(0);
    expect(untouched.stdout.match(/已答 0 行/g)).toHaveLength(7);
    for (const book of books) editByPython(book, fill);
    const [first = '', ...others] = books;
    const files = [saveAs(first, 'xls'), ...others];
    const filled = run('collect', ...files, '--date', '2026-11-12');
    expect(filled.stdout).toContain('共 7 个文件:收 7 个,未收 0 个');
    const { state } = await readLedger(campaign);
    const cases = [...state.cases.values()];
    expect(cases.filter(({ reported, stage }) => !reported && stage === 'verified')).toHaveLength(227);
    expect(cases.filter(({ reported }) => reported)).toHaveLength(6);
    expect([...state.households.values()].filter(({ visit }) => visit !== null)).toHaveLength(342);
    const before = readFileSync(join(campaign, 'ledger.ndjson'), 'utf8');
    expect(run('collect', ...files, '--date', '2026-11-12').code).toBe(0);
    expect(readFileSync(join(campaign, 'ledger.ndjson'), 'utf8')).toBe(before);
    // A case of one township on the form of another.
    editByPython(
      others[0] ?? '',
      `
from_book = openpyxl.load_workbook(${JSON.stringify(others[1])})
a, b = book['疑点核实表'], from_book['疑点核实表']
row = next(r for r in range(1, 20) if '-' in str(a.cell(r, 2).value or ''))
a.cell(row, 2).value = b.cell(row, 2).value`,
    );
    const foreign = run('collect', others[0] ?? '', '--date', '2026-11-12');
    expect(foreign.code).toBe(3);
    expect(foreign.stdout).toContain('不在本表批次 2026-001 下发的范围里');
  },
);
