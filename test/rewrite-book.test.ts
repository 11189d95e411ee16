import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { stringify } from 'yaml';
import { loadCampaign } from '../src/campaign-file/load.js';
import { type HouseholdEdit, rewriteRoster } from '../src/rewrite/rewrite-roster.js';
import type { RosterHousehold } from '../src/roster/read-roster.js';
import { temporaryFolder } from './helpers/cli.js';
import { rewriting } from './helpers/rewrite.js';
import { richRoster } from './helpers/rich-roster.js';
import { idOf } from './variants/small.js';

// What stands around the rows of a workbook, after rows have left: read by two programs that did not write it.

type Choose = (households: ReadonlyMap<string, RosterHousehold>) => HouseholdEdit[];

function edit(
  household: RosterHousehold | undefined,
  removed: readonly number[],
  values: HouseholdEdit['values'] = {},
  uncovered: readonly number[] = [],
): HouseholdEdit {
  if (household === undefined) throw new Error('no such household');
  const pick = (indexes: readonly number[]) => indexes.flatMap((index) => household.members[index] ?? []);
  return { household, removed: pick(removed), uncovered: pick(uncovered), values };
}

/** 7001 loses its head (row 3), 7003 leaves (rows 7, 8), of 7004 one leaves (row 11) and one is covered no more. */
const choose: Choose = (households) => [
  edit(households.get('7001'), [0], { household_size: 2, covered_size: 2, monthly_amount: 555 }),
  edit(households.get('7003'), [0, 1]),
  edit(households.get('7004'), [2], { covered_size: 2, monthly_amount: 660 }, [1]),
];

async function rewritten(bytes: Buffer, edits: Choose, name = '名册.xlsx') {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  const about = { as_of: '2026-06-30', area: { code: '339921', name: '云栖县' } };
  const standards = { rural: [{ from: '2024-07-01', monthly: 1000 }] };
  writeFileSync(join(folder, 'dibao.yaml'), stringify({ ...about, standards, sources: { roster: [name] } }));
  const out = join(folder, 'out');
  const done = await rewriting(await loadCampaign(join(folder, 'dibao.yaml')), out, (households) =>
    edits(new Map(households.map((one) => [one.household_id, one]))),
  );
  expect(readFileSync(join(folder, name)).equals(bytes)).toBe(true);
  return { ...done, path: join(out, name), bytes: readFileSync(join(out, name)) };
}

async function withExcelJs(bytes: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  const content = new ArrayBuffer(bytes.length);
  new Uint8Array(content).set(bytes);
  await book.xlsx.load(content);
  return book;
}

/** The parts of a package as texts. */
function parts(zip: Buffer): Map<string, string> {
  const { FullPaths, FileIndex } = xlsx.CFB.read(zip, { type: 'buffer' }) as {
    FullPaths: string[];
    FileIndex: { content?: Uint8Array }[];
  };
  return new Map(
    FullPaths.map((path, index) => [
      path.replace(/^[^/]*\//, ''),
      Buffer.from(FileIndex[index]?.content ?? []).toString('utf8'),
    ]),
  );
}

describe('a workbook with all that clerks put into one', () => {
  it('reads as the edits say, and keeps the rest', async () => {
    const { after, files } = await rewritten(await richRoster(), choose);
    const lines = after.map(({ household_id, household_size, covered_size, monthly_amount, members }) =>
      [
        household_id,
        household_size,
        covered_size,
        monthly_amount,
        ...members.map((one) => `${one.name}${one.covered ? '' : '否'}`),
      ].join(' '),
    );
    expect(lines).toEqual([
      '7001 2 2 555 甲二 甲三',
      '7002 1 1 310 乙一',
      '7004 4 2 660 丁一 丁二否 丁四',
      '7005 1 1 340 戊一',
      '7006 2 2 700 己一 己二',
    ]);
    expect(files[0]).toMatchObject({ file: '名册.xlsx', rowsRemoved: 4 });
    const notes = files[0]?.notes.join('\n') ?? '';
    expect(notes).toContain('户主已减员,须变更户主(1 户):7001');
    expect(notes).toContain('合计行为手工数字,未改动:第 16(柳岸村 名册) 行');
    expect(notes).toMatch(/公式引用的行已移出,改为其原来的值,请核对:汇总!D2/);
    expect(notes).toMatch(/没有改动,请核对:.*年发放合计/);
  });

  it('moves formulas, merges, rules, notes, filter, print area, breaks and names', async () => {
    const { bytes } = await rewritten(await richRoster(), choose);
    const book = await withExcelJs(bytes);
    const sheet = book.getWorksheet('柳岸村 名册');
    const formula = (at: string): string | undefined => sheet?.getCell(at).formula;
    expect(formula('J12')).toBe('SUM(J3:J11)');
    expect([formula('J5'), formula('K5'), formula('A5')]).toEqual(['I5*H5', 'J5*12', 'MAX(A$2:A4)+1']);
    // The head's row left: his household's formulas read from the row that carries its values now.
    expect([sheet?.getCell('J3').value, formula('K3')]).toEqual([555, 'J3*12']);
    expect(sheet?.getCell('K3').result).toBeUndefined();
    expect(sheet?.getCell('K5').result).toBe(3720);
    const model = sheet?.model as unknown as { merges: string[] };
    expect(model.merges.filter((range) => range.startsWith('B'))).toEqual(['B3:B4', 'B6:B8', 'B10:B11']);
    expect(sheet?.autoFilter).toBe('A2:L11');
    expect(sheet?.pageSetup.printArea).toBe('A1:L13');
    expect(sheet?.getCell('C4').note).toBeTruthy();
    expect(sheet?.getCell('C6').note).toBeTruthy();
    expect(sheet?.getCell('C5').note).toBeFalsy();
    expect(sheet?.getCell('F11').dataValidation?.type).toBe('list');
    expect(sheet?.getCell('F12').dataValidation).toBeFalsy();
    expect(parts(bytes).get('xl/worksheets/sheet1.xml')).toMatch(/<rowBreaks count="1"[^>]*><brk id="5"/);
    expect(book.definedNames.getRanges('金额区').ranges).toEqual(["'柳岸村 名册'!$J$3:$J$11"]);
    const other = xlsx.read(bytes, { cellFormula: true, sheetStubs: true }).Sheets.汇总;
    expect([other?.B2?.f, other?.C2?.f, other?.D2?.f, other?.D2?.v, other?.E2?.v]).toEqual([
      "'柳岸村 名册'!J12",
      'MAX(金额区)',
      undefined,
      '甲一',
      2,
    ]);
  });

  it('keeps every part that has nothing to do with it', async () => {
    const source = await richRoster();
    const { bytes } = await rewritten(source, choose);
    const [before, after] = [parts(source), parts(bytes)];
    const kept = [...before].filter(([, content]) => content !== '').map(([path]) => path);
    expect(kept.filter((path) => !after.has(path))).toEqual([]);
    const changed = kept
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => path.replace(/^.*\//, ''));
    expect(changed.sort()).toEqual(
      ['comments1.xml', 'sheet1.xml', 'sheet2.xml', 'vmlDrawing1.vml', 'workbook.xml'].sort(),
    );
  });

  it('is the same for the same edits', async () => {
    const source = await richRoster();
    const [one, two] = [await rewritten(source, choose), await rewritten(source, choose)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.files[0]?.sha256).toBe(two.files[0]?.sha256);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  it.skipIf(!office)(
    'opens in LibreOffice, whose sums are those of the rows that are left',
    async () => {
      const { path } = await rewritten(await richRoster(), choose);
      const home = temporaryFolder();
      const args = [
        `-env:UserInstallation=file://${home}/profile`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        home,
        path,
      ];
      const { status } = spawnSync('soffice', args, { timeout: 90_000 });
      expect(status).toBe(0);
      const opened = xlsx.read(readFileSync(join(home, '名册.xlsx')));
      const sheet = opened.Sheets['柳岸村 名册'];
      // 555 + 310 + 660 + 340 + 700.
      expect([sheet?.J12?.v, sheet?.K3?.v, opened.Sheets.汇总?.B2?.v, opened.Sheets.汇总?.C2?.v]).toEqual([
        2565, 6660, 2565, 700,
      ]);
    },
    120_000,
  );
});

describe('what cannot be carried is refused, and nothing is written', () => {
  it('an array formula over rows that leave', async () => {
    const source = await withExcelJs(await richRoster());
    const sheet = source.getWorksheet('柳岸村 名册');
    if (sheet === undefined) throw new Error('no sheet');
    sheet.getCell('N3').value = {
      formula: 'G3:G9*2',
      ref: 'N3:N9',
      shareType: 'array',
      result: 6,
    } as exceljs.CellFormulaValue;
    const bytes = Buffer.from(await source.xlsx.writeBuffer());
    const refused = rewritten(bytes, choose);
    await expect(refused).rejects.toMatchObject({ code: 'rewrite-array', values: { range: 'N3:N9' } });
  });

  it('a place where the originals lie', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '名册.xlsx'), await richRoster());
    const campaign = { as_of: '2026-06-30', standards: { rural: [{ from: '2024-07-01', monthly: 1000 }] } };
    writeFileSync(join(folder, 'dibao.yaml'), stringify({ ...campaign, sources: { roster: ['名册.xlsx'] } }));
    const opened = await loadCampaign(join(folder, 'dibao.yaml'));
    await expect(rewriteRoster(opened, [], folder, { password: null })).rejects.toMatchObject({
      code: 'rewrite-over-original',
    });
  });
});

describe('a table of Excel', () => {
  const withTable = async (rows: number): Promise<Buffer> => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('名册');
    const people = Array.from({ length: rows }, (_, at) => [
      `00${at + 1}`,
      `王${at + 1}`,
      idOf(`197${at}0203`, at),
      400,
    ]);
    sheet.addTable({
      name: 'Roster',
      ref: 'A1',
      headerRow: true,
      columns: ['户编号', '姓名', '身份证号', '月保障金'].map((name) => ({ name })),
      rows: people,
    });
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  const without: Choose = (households) => [edit(households.get('001'), [0])];

  it('shrinks with its rows', async () => {
    const { bytes, after } = await rewritten(await withTable(3), without, '农村低保.xlsx');
    expect(after.map((one) => one.household_id)).toEqual(['002', '003']);
    expect(parts(bytes).get('xl/tables/table1.xml')).toMatch(/ref="A1:D3"/);
  });

  it('is refused where no row would be left in it', async () => {
    const refused = rewritten(await withTable(1), without, '农村低保.xlsx');
    await expect(refused).rejects.toMatchObject({ code: 'rewrite-table-empty', values: { table: 'Roster' } });
  });
});
