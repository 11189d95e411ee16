import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, type WorkBook } from 'xlsx';
import { type DemoRun, runDemo, temporary } from './helpers/demo-run.js';

/** 疑点清单.xlsx of the demo county, as two programs that did not write it read it. */
const place = temporary();
let run: DemoRun;
let again: DemoRun;
let sheetJs: WorkBook;
const excelJs = new ExcelJS.Workbook();

const name = '疑点清单.xlsx';

beforeAll(async () => {
  run = runDemo(join(place.path, 'one'));
  again = runDemo(join(place.path, 'two'));
  const bytes = readFileSync(join(run.folder, name));
  sheetJs = read(bytes, { cellStyles: true });
  const content = new ArrayBuffer(bytes.length);
  new Uint8Array(content).set(bytes);
  await excelJs.xlsx.load(content);
}, 180_000);
afterAll(place.remove);

const sheets = [
  '说明与口径',
  '户汇总',
  '疑点明细',
  '无法判断与未查到',
  '按乡镇×类别',
  '数据覆盖',
  '数据质量',
];

/** FORMS.md, 疑点明细 and 户汇总. */
const ofHousehold =
  '序号 疑点编号 乡镇(街道) 村(社区) 村民小组 户编号 户主姓名 户主身份证号 低保类别 施保类别 家庭人口 保障人口 ' +
  '月保障金(元) 享受起始时间';
const ofCase =
  '疑点人员 身份证号 年龄 与户主关系 是否享受 类别(十类序号) 疑点名称 疑点事实 关联人姓名 关联人身份证号 ' +
  '与疑点人员关系 事由发生日期 核算人均月收入 适用保障标准 超标准额 涉嫌多领月数 涉嫌多领金额(元) ' +
  '金额口径(实发/估算) 匹配方式 可信程度(硬/软) 建议处理 须先排除的合理情形 供数单位 数据截止日期 ' +
  '来源(文件/表/行) 本户疑点数 较上次(新增/重复/变化) 优先级 核实状态 备注';
const ofSummary = '疑点数 涉及类别 最高可信程度 拟办建议(整户/减员/核实) 多领合计';

interface Cell {
  readonly type: string;
  readonly value: unknown;
}

/** Rows of a sheet by header, as SheetJS reads them: `s` is a text, `n` a number. */
function rowsOf(sheet: string): Map<string, Cell>[] {
  const cells = sheetJs.Sheets[sheet];
  if (cells === undefined) throw new Error(`no sheet ${sheet}`);
  const rows = new Map<number, Map<string, Cell>>();
  const headers = new Map<string, string>();
  for (const [address, cell] of Object.entries(cells)) {
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    if (letters === '') continue;
    const { t: type, v: value } = cell as { t: string; v: unknown };
    if (number === '1') headers.set(letters, String(value));
    else {
      const row = rows.get(Number(number)) ?? new Map<string, Cell>();
      rows.set(Number(number), row);
      if (value !== undefined) row.set(headers.get(letters) ?? letters, { type, value });
    }
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

const values = (sheet: string, header: string): unknown[] =>
  rowsOf(sheet).map((row) => row.get(header)?.value ?? null);
const sum = (numbers: readonly unknown[]): number =>
  Math.round(numbers.reduce<number>((total, one) => total + Number(one ?? 0), 0) * 100) / 100;

function headers(sheet: string): unknown[] {
  const first = excelJs.getWorksheet(sheet)?.getRow(1).values;
  return Array.isArray(first) ? first.slice(1) : [];
}

describe('疑点清单.xlsx, read back', () => {
  it('has the seven sheets in order, for both readers', () => {
    expect(sheetJs.SheetNames).toEqual(sheets);
    expect(excelJs.worksheets.map((sheet) => sheet.name)).toEqual(sheets);
  });

  it('has the columns of the design', () => {
    expect(headers('疑点明细')).toEqual(`${ofHousehold} ${ofCase}`.split(' '));
    expect(headers('户汇总')).toEqual(`${ofHousehold} ${ofSummary}`.split(' '));
  });

  it('has every ID and household number as a text, whole', () => {
    const rows = rowsOf('疑点明细');
    expect(rows).toHaveLength(run.cases.length);
    for (const [index, row] of rows.entries()) {
      const one = run.cases[index];
      // A lead about somebody on no roster has neither.
      const text = (value: string | undefined) => (value ? { type: 's', value } : undefined);
      expect(row.get('户主身份证号')).toEqual(text(one?.head?.id_number));
      expect(row.get('户编号')).toEqual(text(one?.household_id));
      for (const [header, who] of [
        ['身份证号', one?.person],
        ['关联人身份证号', one?.subject],
      ] as const) {
        expect(row.get(header)).toEqual(who ? { type: 's', value: who.id_number } : undefined);
      }
    }
    expect(rows.some((row) => row.has('关联人身份证号'))).toBe(true);
  });

  it('has a header that stays, filters, and prints on A3 landscape with the header on each page', () => {
    for (const sheet of excelJs.worksheets) {
      expect(sheet.views[0], sheet.name).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.pageSetup, sheet.name).toMatchObject({
        paperSize: 8,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      });
      expect(sheet.headerFooter.oddFooter).toMatch(/编制:.*复核:.*日期:/);
    }
    const last = run.cases.length + 1;
    expect(excelJs.getWorksheet('疑点明细')?.autoFilter).toBe(`A1:AR${last}`);
    expect(sheetJs.Sheets.疑点明细?.['!autofilter']).toEqual({ ref: `A1:AR${last}` });
    expect(excelJs.getWorksheet('疑点明细')?.views[0]).toMatchObject({ xSplit: 7 });
  });

  it('shows an auditor no canonical code, no formula and no error', () => {
    // Encodings and the files' own sheet names are no words of ours.
    const foreign = new Set(['编码', '工作表']);
    for (const sheet of sheets) {
      for (const row of rowsOf(sheet)) {
        for (const [header, { type, value }] of row) {
          expect(['s', 'n'], `${sheet} ${header}`).toContain(type);
          if (!foreign.has(header)) expect(String(value), `${sheet} ${header}`).not.toMatch(/^[a-z][a-z_]+$/);
        }
      }
    }
    for (const sheet of excelJs.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    expect(new Set(values('疑点明细', '与疑点人员关系'))).toEqual(
      new Set([null, '本人', '配偶', '子女', '父母']),
    );
  });

  it('lists the rows of a source together', () => {
    const places = values('疑点明细', '来源(文件/表/行)').map(String);
    expect(places.every((text) => /^\S.* 第\d[\d、-]*(…行\(共\d+行\)|行)$/s.test(text))).toBe(true);
    const utility = run.cases.findIndex((one) => one.check === 'R10.utility' && one.evidence.length > 3);
    const files = new Set(run.cases[utility]?.evidence.map((one) => `${one.file}${one.sheet}`));
    expect(places[utility]?.split('\n')).toHaveLength(files.size);
  });
});

describe('the numbers of 疑点清单.xlsx', () => {
  it('are those of summary.json', () => {
    const { total, hard, overpaid, actions } = run.summary;
    expect(values('疑点明细', '疑点编号')).toHaveLength(total.cases);
    expect(values('疑点明细', '可信程度(硬/软)').filter((one) => one === '硬')).toHaveLength(hard.cases);
    expect(values('户汇总', '户编号')).toHaveLength(total.households);
    expect(sum(values('户汇总', '月保障金(元)'))).toBe(total.monthly_amount);
    const ofHouseholds = run.cases.filter(({ head }) => head !== null);
    expect(sum(values('户汇总', '疑点数'))).toBe(ofHouseholds.length);
    expect(sum(values('户汇总', '多领合计'))).toBe(overpaid.amount);
    const proposed = values('户汇总', '拟办建议(整户/减员/核实)');
    expect(['整户', '减员', '核实'].map((word) => proposed.filter((one) => one === word).length)).toEqual([
      actions.exit,
      actions.remove,
      actions.verify,
    ]);
  });

  it('are those of summary.json by township and rule', () => {
    const { townships, rules, total, roster } = run.summary;
    const rows = rowsOf('按乡镇×类别');
    const titles = headers('按乡镇×类别').map(String);
    const numberOf = (row: Map<string, Cell> | undefined, header: string) => row?.get(header)?.value;
    const ruleTitle = (rule: (typeof rules)[number]) =>
      titles.find((title) => title.startsWith(`${rule.number ?? rule.rule} ${rule.title}`)) ?? '';
    expect(rows).toHaveLength(townships.length + 1);
    for (const [index, township] of townships.entries()) {
      const row = rows[index];
      expect(numberOf(row, '乡镇(街道)')).toBe(township.township || '(未填乡镇)');
      expect(numberOf(row, '低保户数')).toBe(township.roster_households);
      expect(numberOf(row, '疑点合计')).toBe(township.total.cases);
      expect(numberOf(row, '涉及月保障金(元)')).toBe(township.total.monthly_amount);
      for (const rule of rules)
        expect(numberOf(row, ruleTitle(rule))).toBe(
          rule.outcome === 'not_run' ? '未查' : (township.rules[rule.rule] ?? 0),
        );
    }
    const last = rows.at(-1);
    expect(numberOf(last, '低保户数')).toBe(roster.households);
    expect(numberOf(last, '疑点合计')).toBe(total.cases);
    for (const rule of rules)
      expect(numberOf(last, ruleTitle(rule))).toBe(rule.outcome === 'not_run' ? '未查' : rule.total.cases);
  });

  it('are those of summary.json for each source', () => {
    const { sources } = run.summary;
    const wanted: readonly [string, (source: (typeof sources)[number]) => unknown][] = [
      ['文件行数', (source) => source.rows],
      ['载入', (source) => source.loaded],
      ['略过(与名册无关)', (source) => source.passed_over],
      ['退回', (source) => source.rejected],
      ['匹配名册人数', (source) => source.matched_persons],
      ['行数核对', () => '相符'],
    ];
    for (const [header, value] of wanted)
      expect(values('数据覆盖', header).slice(0, sources.length), header).toEqual(sources.map(value));
  });
});

describe('a second run on the same data', () => {
  it('gives the same bytes, file by file, but for run.json', () => {
    const files = readdirSync(run.folder).sort();
    expect(readdirSync(again.folder).sort()).toEqual(files);
    expect(files).toContain(name);
    for (const file of files.filter((one) => one !== 'run.json')) {
      const [first, second] = [run, again].map(({ folder }) => readFileSync(join(folder, file)));
      expect(first?.equals(second ?? Buffer.alloc(0)), file).toBe(true);
    }
  });
});
