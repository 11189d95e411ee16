import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCasesCsv } from '../src/reports/cases-csv.js';
import { csvLine, csvRows, guardCell } from '../src/reports/csv.js';
import { rejectsHeader, rejectsRows } from '../src/reports/rejects-csv.js';
import { writeUndecidableCsv } from '../src/reports/undecidable-csv.js';
import { inventedId, sampleReport } from './reports-fixture.js';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'reports-csv-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a CSV cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', "'x"])(
    'that would be a formula gets one mark before it: %j',
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['330482196305151234', '33048219630515123X', '000123', '330482000012', '3-1', '12E5'])(
    'that a spreadsheet would round or turn into a date gets one mark: %s',
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['张三', '2026-11-01', '640.5', '浙F12345', '2组', '33048200123', ''])(
    'stays as it is: %s',
    (text) => {
      expect(guardCell(text)).toBe(text);
    },
  );

  it('that is a number of ours keeps its sign', () => {
    expect(csvRows([[-12.5, '-12.5', null, true]])).toBe("-12.5,'-12.5,,true\r\n");
  });

  it('is the same whether the library writes the row or we do', () => {
    const awkward = [
      '',
      ' a ',
      'a"b',
      '""',
      'c,d',
      'e\nf',
      'g\rh',
      '\r\n',
      '=1',
      "'",
      '0012',
      '２',
      '浙F·1',
      ';',
      '\t',
    ];
    const rows = [
      ...awkward.map((text) => [text, 1, text, null]),
      [...awkward, -1.5, true, false, null, '末'],
    ];
    for (const row of rows) expect(csvLine(row)).toBe(csvRows([row]));
  });

  it('with quotes, commas or line ends is quoted', () => {
    expect(csvRows([['a"b', 'c,d', 'e\nf', 'g\rh']])).toBe('"a""b","c,d","e\nf","g\rh"\r\n');
  });
});

describe('cases.csv', () => {
  it('has a BOM, CRLF, one row per case and whole IDs', async () => {
    const path = join(dir, 'cases.csv');
    const { cases } = sampleReport(2500);
    await writeCasesCsv(path, cases);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\uFEFFcase_id,rule,check,title,grade,match,fact,household_id,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2500);
    expect(rows.map((row) => row.case_id)).toEqual(cases.map((one) => one.case_id));
    expect(rows[3]).toMatchObject({
      person_id_number: `'${inventedId(1003)}`,
      evidence: '车辆.csv 第15行',
      evidence_data_dates: '2026-09-30',
      marks: '姓名不一致',
      overpaid_amount: '',
    });
    expect(rows[2]?.arithmetic).toBe(
      'income_per_capita=1430.00; standard_month=1208.00; counted_pension=2860.00',
    );
    expect(rows[0]?.village).toBe('\'=HYPERLINK("x")');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});

describe('undecidable.csv', () => {
  it('lists households without a person too', async () => {
    const path = join(dir, 'undecidable.csv');
    await writeUndecidableCsv(path, sampleReport(1).undecidable);
    const rows = parse(readFileSync(path), { bom: true }) as string[][];
    expect(rows[2]).toEqual(['R06', "'0012", '', '', '', '', '户类别不明']);
  });
});

describe('rejects.csv', () => {
  it('masks IDs before it cuts a value, and says what to do', () => {
    const reject = {
      register: '车辆',
      file: '车辆.csv',
      sheet: null,
      row: 12,
      field: '身份证号',
      value: `${'x'.repeat(189)},${inventedId(5)}`,
      rejected: true,
      problem: '证号位数不对',
      remedy: '请核对证号',
      supplier: '公安局',
      kind: 'id-checksum',
    };
    const rows = parse(
      rejectsHeader() +
        rejectsRows([
          reject,
          { ...reject, kind: 'money-unreadable', rejected: false, value: '=cmd' },
          { ...reject, rejected: false },
        ]),
      {
        bom: true,
        columns: true,
      },
    ) as Record<string, string>[];
    expect(Object.keys(rows[0] ?? {})).toEqual([
      '数据',
      '文件',
      '工作表',
      '行号',
      '栏目',
      '原值',
      '处理',
      '问题',
      '请这样更正',
      '供数单位',
    ]);
    expect(rows[0]?.原值).toBe(`${'x'.repeat(189)},330482****`);
    expect(rows[0]?.处理).toBe('整行未载入');
    expect(rows[1]).toMatchObject({ 原值: "'=cmd", 处理: '仅该栏未用' });
    // The number is not left out: it is compared with those that one change makes of it.
    expect(rows[2]?.处理).toBe('只作近似比对');
  });

  it('of nothing is nothing', () => {
    expect(rejectsRows([])).toBe('');
  });
});
