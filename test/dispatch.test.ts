import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { caseIdOf } from '../src/forms/case-number.js';
import { reportForm, surveyForm, verificationForm } from '../src/forms/verification.js';
import { groundsOf } from '../src/forms/words.js';
import type { HappeningOf } from '../src/ledger/events.js';
import { type DemoCampaign, demoCampaign } from './helpers/campaign.js';
import type { CliResult } from './helpers/cli.js';
import { bookAt, HEADER, rowsOf } from './helpers/form-books.js';
import { textOf } from './helpers/papers.js';

/** `dispatch` over the demo county: one workbook a township, as a program that did not write it reads it. */
const place = mkdtempSync(join(tmpdir(), 'dibao-dispatch-'));
let demo: DemoCampaign;
let done: CliResult;
let cases: ReadonlyMap<string, Case>;
const books = new Map<string, ExcelJS.Workbook>();
const noTownship = '未写明乡镇';
const leads: typeof books = new Map();

const batchFolder = () => join(place, '下发', '2026-001');
const dispatchedIn = (campaign: DemoCampaign) =>
  campaign.ledger().flatMap(({ event }) => (event.what === 'dispatched' ? [event] : []));

beforeAll(async () => {
  demo = demoCampaign(place);
  const lines = readFileSync(join(place, '疑点', 'cases.ndjson'), 'utf8')
    .trimEnd()
    .split('\n');
  cases = new Map(lines.map((line) => JSON.parse(line) as Case).map((one) => [one.case_id, one]));
  done = demo.run('dispatch', '--by', 'township', '--all');
  for (const name of readdirSync(batchFolder())) {
    const [, township = ''] = name.split('_');
    (township === noTownship ? leads : books).set(township, await bookAt(join(batchFolder(), name)));
  }
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const everyCase = (of = books) =>
  [...of].flatMap(([township, book]) =>
    rowsOf(book, '疑点核实表').map((row) => ({ township, row, id: caseIdOf(String(row.疑点编号)) })),
  );

describe('what goes out', () => {
  test('is said, with batch and deadline', () => {
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining('dibao collect') });
    expect(done.stdout).toContain('批次 2026-001,交回期限 2026-11-27');
    expect(done.stdout).toMatch(/合计 +227 +\d+ +342/);
  });

  test('is every case once, in the book of its township', () => {
    const sent = everyCase();
    const stray = everyCase(leads);
    expect([...sent, ...stray].map(({ id }) => id).sort()).toEqual([...cases.keys()].sort());
    for (const { township, id } of sent) expect(cases.get(id)?.township).toBe(township);
    // Leads about those who are on no roster.
    expect(stray.map(({ id }) => cases.get(id)?.township)).toEqual(['', '', '']);
  });

  test('is every household once on the survey, in the book of its township', () => {
    const rows = [...books].flatMap(([, book]) => rowsOf(book, surveyForm.sheet));
    expect(rows).toHaveLength(342);
    expect(new Set(rows.map((row) => row.户编号)).size).toBe(342);
    for (const row of rows) expect(row.应见人数).toBe(row.保障人口);
  });

  test('stands in the order of the doors, numbered', () => {
    for (const book of books.values()) {
      const rows = rowsOf(book, '疑点核实表');
      expect(rows.map((row) => row.序号)).toEqual(rows.map((_, index) => index + 1));
      const villages = rows.map((row) => row['村(社区)']);
      expect(new Set(villages).size).toBe(villages.filter((one, i) => one !== villages[i - 1]).length);
    }
  });

  test('has ID numbers and phones as texts, amounts and counts as numbers', () => {
    for (const { row } of everyCase()) {
      expect(typeof row.户主身份证号).toBe('string');
      expect(['number', 'object']).toContain(typeof row.月保障金);
      expect(typeof row.保障人口).toBe('number');
    }
    const phones = everyCase().flatMap(({ row }) => row.联系电话 ?? []);
    expect(phones.length).toBeGreaterThan(0);
    for (const phone of phones) expect(typeof phone).toBe('string');
  });

  test('has the columns of the form, in their order', () => {
    for (const book of books.values())
      for (const form of [verificationForm, surveyForm, reportForm]) {
        const titles = book.getWorksheet(form.sheet)?.getRow(HEADER).values as string[];
        expect(titles.slice(1)).toEqual(form.columns.map(({ title }) => title));
      }
  });
});

describe('a workbook of a township', () => {
  test('says recipient, batch, purpose and deadline on the screen and on each page', () => {
    for (const [township, book] of books) {
      const sheet = book.getWorksheet('疑点核实表');
      const line = String(sheet?.getCell('A2').value);
      for (const text of ['低保专项治理核查', '云民〔2026〕12号', township, '2026-001', '2026年11月27日'])
        expect(line).toContain(text);
      expect(sheet?.headerFooter.oddHeader).toContain(`&36&KD9D9D9${township} 2026-001`);
    }
  });

  test('lets only the cells to fill in be changed, and filters be used', () => {
    for (const book of books.values())
      for (const form of [verificationForm, surveyForm]) {
        const sheet = book.getWorksheet(form.sheet);
        if (sheet === undefined) throw new Error(form.sheet);
        const { sheetProtection } = sheet as unknown as { sheetProtection: Record<string, unknown> };
        expect(sheetProtection).toMatchObject({ sheet: true, sort: true, autoFilter: true });
        expect(sheetProtection).not.toHaveProperty('hashValue');
        expect(sheet.autoFilter).toBeTruthy();
        for (const [index, { answer }] of form.columns.entries()) {
          const { protection } = sheet.getRow(HEADER + 1).getCell(index + 1);
          expect(protection?.locked === false).toBe(answer !== null);
        }
      }
  });

  test('leaves 补报 open, with the categories to choose from', () => {
    for (const book of books.values()) {
      const sheet = book.getWorksheet(reportForm.sheet);
      expect((sheet as unknown as { sheetProtection: unknown }).sheetProtection).toBeFalsy();
      expect(rowsOf(book, reportForm.sheet)).toHaveLength(30);
      const column = reportForm.columns.findIndex(({ key }) => key === 'title') + 1;
      const { formulae } = sheet?.getRow(HEADER + 1).getCell(column).dataValidation ?? { formulae: [] };
      expect(String(formulae[0])).toContain('有小汽车、经营性车辆、门市或两套及以上住房');
    }
  });

  test('offers the grounds of each case by its number, sorted or not', () => {
    for (const book of books.values()) {
      const lists = new Map<string, string[]>();
      book.getWorksheet('_lists')?.eachRow((row, at) => {
        if (at === 1) return;
        const name = String(row.getCell(1).value);
        lists.set(name, [...(lists.get(name) ?? []), String(row.getCell(2).value)]);
      });
      for (const row of rowsOf(book, '疑点核实表')) {
        const number = String(row.疑点编号);
        const one = cases.get(caseIdOf(number));
        expect(lists.get(number.split('-')[0] ?? '')).toEqual(groundsOf(one?.lawful_reasons ?? []));
      }
      const column = verificationForm.columns.findIndex(({ key }) => key === 'ground') + 1;
      const cell = book
        .getWorksheet('疑点核实表')
        ?.getRow(HEADER + 2)
        .getCell(column);
      expect(cell?.dataValidation).toMatchObject({ type: 'list', showErrorMessage: true });
      expect(String(cell?.dataValidation.formulae[0])).toContain('_lists!');
    }
  });

  test('checks days, months, amounts and choices while they are typed', () => {
    const sheet = books.get('云溪街道')?.getWorksheet('疑点核实表');
    const rule = (key: string) => {
      const column = verificationForm.columns.findIndex((one) => one.key === key) + 1;
      return sheet?.getRow(HEADER + 1).getCell(column).dataValidation;
    };
    expect(rule('visited')).toMatchObject({ type: 'date', error: '请填日期,如 2026-11-15' });
    expect(rule('from_month')).toMatchObject({ type: 'custom', prompt: '请填年月,如 2026-12' });
    expect(rule('income')).toMatchObject({ type: 'decimal', errorTitle: '填写有误' });
    expect(rule('covered_size')).toMatchObject({ type: 'whole' });
    expect(rule('verdict')?.formulae).toEqual(['"属实,不属实,部分属实"']);
    expect(rule('seen')?.formulae).toEqual(['"是,否"']);
  });

  test('is known again by its hidden sheet', () => {
    for (const [township, book] of books) {
      const sheet = book.getWorksheet('_dibao');
      expect(sheet?.state).toBe('hidden');
      const mark: Record<string, ExcelJS.CellValue> = {};
      sheet?.eachRow((row) => {
        mark[String(row.getCell(1).value)] = row.getCell(2).value;
      });
      expect(mark).toMatchObject({ kind: 'verification', batch: '2026-001', township });
    }
  });

  test('counts on its cover what it holds', () => {
    for (const book of books.values()) {
      const texts: string[] = [];
      book.getWorksheet('说明')?.eachRow((row) => {
        texts.push((row.values as unknown[]).slice(1, 5).join(' '));
      });
      const total = texts.find((line) => line.startsWith('合计 ')) ?? '';
      const rows = rowsOf(book, '疑点核实表');
      expect(total.split(' ').slice(2)).toEqual([
        String(rows.length),
        String(rowsOf(book, surveyForm.sheet).length),
      ]);
      expect(texts.join('\n')).toContain('2026年11月27日');
    }
  });
});

describe('the ledger and the log', () => {
  test('know each file: its township, its hash, its cases, its deadline', () => {
    const events = dispatchedIn(demo);
    expect(events).toHaveLength(books.size + leads.size);
    for (const event of events) {
      const bytes = readFileSync(join(place, event.file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(event.sha256);
      expect(event).toMatchObject({ batch: '2026-001', deadline: '2026-11-27', on: '2026-11-12' });
    }
    const ids = events.flatMap((event: HappeningOf<'dispatched'>) => event.cases);
    expect(ids.sort()).toEqual([...cases.keys()].sort());
    expect(demo.ledger().filter(({ command, end }) => command === 'dispatch' && end)).toHaveLength(1);
  });

  test('are for people too', async () => {
    const book = await bookAt(join(place, '下发回收登记.xlsx'));
    const rows: string[] = [];
    book.getWorksheet('下发回收登记')?.eachRow((row, at) => {
      if (at > 2) rows.push(String(row.getCell(5).value));
    });
    expect(rows.sort()).toEqual([...books.keys(), ...leads.keys()].sort());
  });

  test('files are the owner’s alone', () => {
    for (const name of readdirSync(batchFolder()))
      expect(statSync(join(batchFolder(), name)).mode & 0o777).toBe(0o600);
    expect(statSync(batchFolder()).mode & 0o777).toBe(0o700);
  });
});

describe('what is sent again', () => {
  test('is nothing while everything is out, with exit code 0', () => {
    const none = demo.run('dispatch');
    expect(none).toMatchObject({ code: 0, stdout: expect.stringContaining('没有要下发的') });
    expect(dispatchedIn(demo)).toHaveLength(books.size + leads.size);
  });

  test('is what has no answer with --again, in a new batch, to the townships named', () => {
    const again = demo.run(
      'dispatch',
      '--again',
      '--township',
      '松岭乡',
      '--deadline',
      '2026-12-20',
      '-o',
      '再发',
    );
    expect(again).toMatchObject({ code: 0 });
    expect(readdirSync(join(place, '再发'))).toEqual(['疑点核实表_松岭乡_2026-002.xlsx']);
    const [last] = dispatchedIn(demo).slice(-1);
    const own = [...cases.values()].filter(({ township }) => township === '松岭乡');
    expect(last).toMatchObject({ batch: '2026-002', township: '松岭乡', deadline: '2026-12-20' });
    expect(last?.cases.length).toBe(own.length);
    expect(last?.households).toEqual([]);
  });

  test('has a page a family as DOCX with --forms, and the ledger knows them', () => {
    const sent = demo.run('dispatch', '--again', '--township', '松岭乡', '--forms', '-o', '再发');
    expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('入户核查表 1份') });
    const [paper] = dispatchedIn(demo).at(-1)?.papers ?? [];
    expect(paper?.file).toBe('再发/入户核查表_松岭乡_2026-003.docx');
    const bytes = readFileSync(join(place, paper?.file ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper?.sha256);
    const own = [...cases.values()].filter(({ township }) => township === '松岭乡');
    const text = textOf(join(place, paper?.file ?? ''));
    for (const { household_id } of own) expect(text).toContain(household_id);
    expect(text).not.toMatch(/服刑|监狱|余额\d/);
  });

  test('is refused for a township that nobody knows, and a deadline that is over', () => {
    const unknown = demo.run('dispatch', '--township', '松岭');
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('松岭乡') });
    const over = demo.run('dispatch', '--deadline', '2026-11-01');
    expect(over).toMatchObject({ code: 2, stderr: expect.stringContaining('2026-11-01') });
    const grouping = demo.run('dispatch', '--per', 'village');
    expect(grouping).toMatchObject({ code: 2, stderr: expect.stringContaining('township') });
  });
});

test('--run founds the ledger of a folder that has none, by the name of who works', () => {
  const other = mkdtempSync(join(tmpdir(), 'dibao-dispatch-'));
  try {
    const campaign = demoCampaign(other);
    for (const name of ['ledger.ndjson', 'ledger.head']) rmSync(join(other, name), { force: true });
    expect(campaign.run('dispatch', '--quiet')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('台账'),
    });
    const sent = campaign.run('dispatch', '--run', '疑点', '--by', '测试员', '--quiet');
    expect(sent).toMatchObject({ code: 0, stdout: '' });
    const events = campaign.ledger();
    expect(events.at(-1)).toMatchObject({
      who: '测试员',
      command: 'dispatch',
      event: { what: 'dispatched' },
    });
    expect(events.filter(({ event }) => event.what === 'found')).toHaveLength(cases.size);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
}, 60_000);
