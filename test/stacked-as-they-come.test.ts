import { describe, expect, it } from 'vitest';
import { ask, idOf, refusal, runSmall } from './variants/small.js';

// Several tables in one sheet or file: the second header is recognised, or the sheet is refused with the row; no row is
// ever read by another table's columns.

const id = (serial: number): string => idOf('19800101', serial);
const [a, b, c, d] = [id(1), id(3), id(5), id(7)];
const header = ['户编号', '姓名', '身份证号', '与户主关系', '低保类别', '月保障金', '银行账号'];
const one = ['H1', '甲一', a, '户主', '农村', '500', '6217001'];
const two = ['H2', '乙一', b, '户主', '城市', '600', '6217002'];
const swapped = (row: readonly string[]): string[] => [...row.slice(0, 5), row[6] ?? '', row[5] ?? ''];
const accounts = 'SELECT household_id, monthly_amount, bank_account FROM roster ORDER BY 1';
const both = ['H1 500.00 6217001', 'H2 600.00 6217002'];

const sheet = (rows: readonly (readonly string[])[]) => ({
  files: { '名册.xlsx': { 名册: { rows } } },
  sources: { roster: ['名册.xlsx'] },
});
const csv = (rows: readonly (readonly string[])[]) => {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    files: { '名册.csv': rows.map((row) => [...row, ...new Array(width - row.length).fill('')].join(',')) },
  };
};

describe('the same columns below', () => {
  it.each([
    ['sheet', sheet],
    ['csv', csv],
  ])('%s: the header is passed over', async (_kind, make) => {
    const { rows, run } = await runSmall(make([header, one, ['合计', '1户'], [], ['续表'], header, two]), {
      accounts,
    });
    expect(rows.accounts).toEqual(both);
    const { sources } = run.report.summary;
    expect(sources.reduce((sum, source) => sum + source.rejected, 0)).toBe(0);
    expect(sources.length).toBe(1);
  });

  it.each([
    ['sheet', sheet],
    ['csv', csv],
  ])('%s: another word for a header is no other table', async (_kind, make) => {
    const other = header.map((text) => (text === '身份证号' ? '证件号码' : text));
    const { rows } = await runSmall(make([header, one, other, two]), { accounts });
    expect(rows.accounts).toEqual(both);
  });
});

describe('other columns below', () => {
  it('a sheet: mapped anew, and its rows keep their numbers', async () => {
    const { rows, run, listed, notes } = await runSmall(
      sheet([
        header,
        one,
        [],
        swapped(header),
        swapped(two),
        swapped(['H3', '', c, '户主', '农村', '7', '8']),
      ]),
      { accounts, sources: 'SELECT household_id, (source // 32) % 134217728 FROM roster ORDER BY 1' },
    );
    expect(rows.accounts).toEqual(both);
    expect(rows.sources).toEqual(['H1 2', 'H2 5']);
    expect(listed).toEqual(['名册.xlsx 6 姓名 required-empty ']);
    expect(run.report.summary.sources.map(({ rows: count, loaded }) => [count, loaded])).toEqual([
      [3, 1],
      [3, 1],
    ]);
    expect(notes.join()).toContain('第4行起的另一张表');
  });

  it('a sheet: wider, after more rows than are looked at for a header', async () => {
    const many = Array.from({ length: 300 }, (_, index) => [
      `H9${index}`,
      '丙',
      idOf('19700101', index + 1),
      '户主',
      '农村',
      '1',
      '',
    ]);
    const { rows, run } = await runSmall(sheet([header, ...many, ['序号', ...header], ['1', ...two]]), {
      accounts: `${accounts.replace('FROM roster', "FROM roster WHERE household_id = 'H2'")}`,
    });
    expect(rows.accounts).toEqual(['H2 600.00 6217002']);
    expect(run.report.summary.roster.households).toBe(301);
  });

  it('a unit that differs is another table', async () => {
    const wan = header.map((text) => (text === '月保障金' ? '月保障金(万元)' : text));
    const cheap = two.map((text) => (text === '600' ? '0.06' : text));
    const { rows } = await runSmall(sheet([header, one, wan, cheap]), { accounts });
    expect(rows.accounts).toEqual(both);
    expect(await refusal(csv([header, one, wan, cheap]))).toMatch(/^header-second: 名册\.csv 第3行/);
  });

  it('serial numbers of two tables do not meet', async () => {
    const serial = ['序号', ...header.slice(1)];
    const people = (first: string, second: string): string[][] => [
      ['1', '甲一', first, '户主', '农村', '500', ''],
      ['', '甲二', second, '配偶', '', '', ''],
    ];
    const { run } = await runSmall(
      sheet([['柳岸村'], serial, ...people(a, b), ['桃花村'], serial, ...people(c, d)]),
      ask,
    );
    expect([run.report.summary.roster.households, run.report.summary.roster.members]).toEqual([2, 4]);
  });

  it('a CSV file is refused by the row, whatever its width', async () => {
    expect(await refusal(csv([header, one, swapped(header), swapped(two)]))).toMatch(
      /^header-second: 名册\.csv 第3行: 这一行起是另一张表/,
    );
    expect(
      await refusal({ files: { '名册.csv': [header.join(), one.join(), header.slice(0, 5).join(), 'H2'] } }),
    ).toMatch(/^none/);
  });

  it('a header that lacks a starred field is refused by its row', async () => {
    const without = ['序号', '姓名', '身份证号', '与户主关系', '月保障金'];
    const rows = [header, one, without, ['1', '乙一', b, '户主', '600']];
    expect(await refusal(sheet(rows))).toMatch(
      /^header-missing-field: 名册\.xlsx 工作表“名册” 第3行 “户编号”/,
    );
    expect(await refusal(csv(rows))).toMatch(/^header-second: 名册\.csv 第3行/);
  });

  it('rows above the header are refused, not passed over', async () => {
    const told = /^header-below-data: 名册\.\w+ .*第1行.*第2行/;
    expect(await refusal(sheet([one, header, two]))).toMatch(told);
    expect(await refusal(csv([one, header, two]))).toMatch(told);
  });

  it('registers too', async () => {
    const cars = (second: readonly string[], row: readonly string[]) => ({
      files: {
        '名册.csv': [header.join(), one.join()],
        '车.xlsx': {
          车: {
            rows: [
              ['身份证号', '车牌号', '车辆类型', '使用性质'],
              [a, '浙Z1', '小型轿车', '非营运'],
              second,
              row,
            ],
          },
        },
      },
      sources: { roster: ['名册.csv'], vehicle: ['车.xlsx'] },
    });
    const plates = { plates: 'SELECT plate FROM vehicle ORDER BY 1' };
    const { rows } = await runSmall(
      cars(['车牌号', '车辆类型', '使用性质', '身份证号'], ['浙Z2', '小型轿车', '非营运', a]),
      plates,
    );
    expect(rows.plates).toEqual(['浙Z1', '浙Z2']);
  });
});

describe('another title over the same columns', () => {
  const plain = header.filter((text) => text !== '低保类别');
  const without = (row: readonly string[]): string[] => row.filter((_cell, index) => index !== 4);
  const rows = [
    ['东溪镇农村低保名册'],
    ['柳岸村'],
    plain,
    without(one),
    ['合计'],
    ['桃花村'],
    plain,
    without(two),
  ];

  it('a sheet: each table has its own village, and what the first title said besides', async () => {
    const { rows: read } = await runSmall(sheet(rows), ask);
    expect(read.households).toEqual(['H1 rural  东溪镇 柳岸村 500.00 1', 'H2 rural  东溪镇 桃花村 600.00 1']);
  });

  it('a CSV file is refused by the row of the header', async () => {
    expect(await refusal(csv(rows))).toMatch(/^header-second-place: 名册\.csv 第7行: .*“桃花村”/);
  });

  it('a village column makes titles needless', async () => {
    const named = ['村', ...plain];
    const { rows: read } = await runSmall(
      csv([
        ['东溪镇农村低保名册'],
        named,
        ['柳岸村', ...without(one)],
        ['桃花村'],
        named,
        ['桃花村', ...without(two)],
      ]),
      ask,
    );
    expect(read.households).toEqual(['H1 rural  东溪镇 柳岸村 500.00 1', 'H2 rural  东溪镇 桃花村 600.00 1']);
  });
});

describe('rows that look a little like headers', () => {
  it.each([
    [['经办人', '', '联系电话', '', '审核日期', '', '']],
    [['审核:', '王某', '', '联系电话:', '', '', '']],
    [['', '户主', '', '本人', '农村', '', '']],
  ])('%j is none', async (row) => {
    expect(await refusal(sheet([header, one, row]))).toBe('none');
  });
});

describe('sheets of one workbook', () => {
  const good = { rows: [header, one] };

  it('rows that go on in a sheet without a header are asked about, with their number', async () => {
    const more = { rows: [two, ['', '乙二', d, '配偶', '', '', '']] };
    const { run } = await runSmall({
      files: { '名册.xlsx': { 一: good, 二: more, 说明: { rows: [['填表说明']] } } },
      sources: { roster: ['名册.xlsx'] },
    });
    const [source] = run.report.summary.sources;
    expect(source?.doubts).toEqual([
      expect.stringMatching(/^工作表“二”没有表头或缺少所需的列,2行没有读,其中2行有身份证号。若是续表/),
    ]);
    expect(source?.notes.join()).toContain('工作表“说明”没有所需的列,未采用(1行)');
  });

  it('a sheet that another source has read is not asked about', async () => {
    const cars = {
      rows: [
        ['身份证号', '车牌号', '车辆类型', '使用性质'],
        [a, '浙Z1', '小型轿车', '非营运'],
      ],
    };
    const { run } = await runSmall({
      files: { '全部.xlsx': { 名册: good, 车辆: cars } },
      sources: { roster: ['全部.xlsx'], vehicle: ['全部.xlsx'] },
    });
    expect(run.report.summary.sources.map(({ sheet, doubts }) => [sheet, doubts])).toEqual([
      ['名册', []],
      ['车辆', []],
    ]);
  });
});
