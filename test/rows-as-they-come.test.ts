import { describe, expect, it } from 'vitest';
import { ask, idOf, refusal, runSmall } from './variants/small.js';

// Probes of the data dictionary's paragraphs on rows: fill-down, collisions, notes, duplicates, columns claimed twice.

const id = (serial: number): string => idOf('19800101', serial);
const [a, b, c, d, e, f] = [id(1), id(3), id(5), id(7), id(9), id(11)];
const header = '户编号,姓名,身份证号,与户主关系,低保类别';
const full = `${header},银行账号,月保障金,家庭人口`;

describe('fill-down', () => {
  it('runs over rejected and blank rows, never past a note, a subtotal or a header', async () => {
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            header,
            `H1,甲一,${a},户主,农村`,
            ',,,,',
            ',某某,,子,农村',
            `,甲二,${b},配偶,农村`,
            '——,,,,',
            `,乙二,${c},配偶,农村`,
            `H2,丙一,${d},户主,农村`,
            ',小计,,,',
            `,丁二,${e},配偶,农村`,
            header,
            `,戊二,${f},配偶,农村`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一', 'H1 甲二', 'H2 丙一']);
    expect(run.report.summary.sources[0]).toMatchObject({ rows: 12, loaded: 3, rejected: 4, skipped: 5 });
  });

  it('does not run from one file or sheet into the next', async () => {
    const sheet = (number: string, who: string) => ({
      rows: [header.split(','), [number, '甲一', who, '户主', '农村']],
    });
    const { rows } = await runSmall(
      {
        files: {
          '名册.xlsx': { 一: sheet('H1', a), 二: sheet('', b) },
          '续.csv': [header, `,丙一,${c},户主,农村`],
        },
        sources: { roster: ['名册.xlsx', '续.csv'] },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一']);
  });

  it('a household whose number comes again further down is one household', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [
            full,
            `H1,甲一,${a},户主,农村,,,2`,
            `H2,乙一,${c},户主,农村,,300,1`,
            `h1,甲二,${b},配偶,,,500,`,
          ],
        },
      },
      ask,
    );
    expect(rows.households).toEqual(['H1 rural    500.00 2', 'H2 rural    300.00 1']);
  });
});

describe('household numbers of two files', () => {
  const short = '户编号,姓名,身份证号,与户主关系';
  it('two heads and nobody in common: two families, and it is said', async () => {
    const { rows, run } = await runSmall(
      {
        files: {
          '城市.csv': [short, `001,甲一,${a},户主`, `001,甲二,${b},配偶`, `002,乙一,${c},户主`],
          '农村.csv': [short, `001,丙一,${d},户主`, `003,丁一,${e},户主`],
        },
        sources: { roster: ['城市.csv', '农村.csv'] },
      },
      { ...ask, sizes: 'SELECT category, n FROM household ORDER BY ALL' },
    );
    expect(rows.sizes).toEqual(['rural 1', 'rural 1', 'urban 1', 'urban 2']);
    expect(rows.members.filter((one) => /^00[23] /.test(one))).toEqual(['002 乙一', '003 丁一']);
    expect(run.report.summary.warnings.join()).toContain('001');
  });

  it('two sheets of one file, and lists of heads without relations, are kept apart as well', async () => {
    const sheet = (who: string) => ({
      rows: [
        ['户编号', '姓名', '身份证号', '享受人数'],
        ['001', '甲一', who, 2],
      ],
    });
    const { rows } = await runSmall(
      { files: { '名册.xlsx': { 城市: sheet(a), 农村: sheet(b) } }, sources: { roster: ['名册.xlsx'] } },
      { sizes: 'SELECT category, n FROM household ORDER BY ALL' },
    );
    expect(rows.sizes).toEqual(['rural 1', 'urban 1']);
  });

  it('a person in common, or one head only: one family', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '一.csv': [header, `001,甲一,${a},户主,农村`, `002,乙一,${c},户主,农村`],
          '二.csv': [header, `001,甲一,${a},户主,农村`, `001,甲二,${b},配偶,农村`, `002,乙二,${d},配偶,农村`],
        },
        sources: { roster: ['一.csv', '二.csv'] },
      },
      ask,
    );
    expect(rows.members).toEqual(['001 甲一', '001 甲二', '002 乙一', '002 乙二']);
  });
});

describe('rows that are no records', () => {
  it('notes are listed with their text, other wrong field counts are rejects', async () => {
    const { run, listed } = await runSmall({
      files: {
        '名册.csv': [
          '某县名册',
          header,
          `H1,甲一,${a},户主,农村`,
          '注:本表仅供核查',
          `H2,乙一,${b},户主`,
          '沈家弄村合计,12户,,,',
          '合 计,1,,,',
          '本页小计(1户),,,,500',
        ],
      },
    });
    expect(run.report.summary.sources[0]).toMatchObject({ rows: 8, loaded: 1, rejected: 1, skipped: 6 });
    expect(listed).toEqual(['名册.csv 5 - field-count 4/5']);
    const note = run.report.summary.problems.find((one) => one.kind === 'note-row');
    expect(note).toMatchObject({ count: 1, examples: [{ row: 4, value: '注:本表仅供核查' }] });
  });

  it('a header of two rows that comes again', async () => {
    const two = ['户编号,人员信息,,,低保类别', ',姓名,身份证号,与户主关系,'];
    const { rows, run } = await runSmall(
      { files: { '名册.csv': [...two, `H1,甲一,${a},户主,农村`, ...two, `H2,乙一,${b},户主,农村`] } },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一', 'H2 乙一']);
    expect(run.report.summary.sources[0]).toMatchObject({ rows: 6, loaded: 2, rejected: 0, skipped: 4 });
  });
});

describe('a table of something else below', () => {
  it('its rows are no members: listed, and nobody comes of them', async () => {
    const statistics = [
      ['村', '户数', '人数', '金额', ''],
      ['柳岸村', '12', '30', '5000', ''],
      ['桃花村', '11', '20', '4000', ''],
    ];
    const { rows, run, listed } = await runSmall(
      {
        files: {
          '名册.xlsx': {
            名册: { rows: [header.split(','), ['H1', '甲一', a, '户主', '农村'], ...statistics] },
          },
        },
        sources: { roster: ['名册.xlsx'] },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一']);
    expect(run.report.summary.sources[0]).toMatchObject({ rows: 5, loaded: 1, rejected: 3 });
    expect(listed.map((one) => one.split(' ').slice(1, 4).join(' '))).toEqual([
      '3 身份证号 id-characters',
      '4 身份证号 id-length',
      '5 身份证号 id-length',
    ]);
  });
});

describe('equal rows', () => {
  it('state one fact, whatever an unknown column says', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [header, `H1,甲一,${a},户主,农村`],
          '消费.csv': [
            '序号,姓名,身份证号,金额,日期',
            `1,甲一,${a},"1,000.00",2026-01-05`,
            `2,甲 一,${a.toLowerCase()},1000元,2026年1月5日`,
            `3,甲一,${a},1000,2026-01-06`,
          ],
        },
        sources: { roster: ['名册.csv'], spending: ['消费.csv'] },
      },
      { facts: 'SELECT count(*), count(DISTINCT same_as) FROM spending' },
    );
    expect(rows.facts).toEqual(['3 2']);
  });
});

describe('two columns for one field', () => {
  it('of an optional one the first label counts, and it is said', async () => {
    const { rows, notes } = await runSmall(
      { files: { '名册.csv': [`${header},家庭住址,详细地址`, `H1,甲一,${a},户主,农村,东街1号,西街2号`] } },
      { address: 'SELECT address FROM roster' },
    );
    expect(rows.address).toEqual(['东街1号']);
    expect(notes.join()).toMatch(/“家庭住址”和“详细地址”都像是/);
  });

  it('of one name they are told apart; those of no field are both kept', async () => {
    const { rows, notes } = await runSmall(
      {
        files: {
          '名册.csv': [`${header},月保障金,月保障金,备注,备注`, `H1,甲一,${a},户主,农村,500,600,东,西`],
        },
      },
      { told: 'SELECT monthly_amount, extra FROM roster' },
    );
    expect(rows.told).toEqual(['500.00 {"月保障金":"600","备注":"东","备注#2":"西"}']);
    expect(notes.join()).toMatch(/“月保障金#1”和“月保障金#2”都像是“月保障金”,用了“月保障金#1”/);
  });

  it('of a starred one it is an error with the line to paste, on every sheet', async () => {
    const twice = '户编号,姓名,身份证号,身份证号码,低保类别';
    expect(await refusal({ files: { '名册.csv': [twice, `H1,甲一,${a},${a},农村`] } })).toMatch(
      /^header-claimed-twice: .*columns: \{/s,
    );
    const good = { rows: [header.split(','), ['H1', '甲一', a, '户主', '农村']] };
    const bad = { rows: [twice.split(','), ['H2', '乙一', b, b, '农村']] };
    const told = await refusal({
      files: { '名册.xlsx': { 好: good, 坏: bad } },
      sources: { roster: ['名册.xlsx'] },
    });
    expect(told).toMatch(/^header-claimed-twice/);
  });
});

describe('delimiters at the end of rows', () => {
  const rowsOf = (lines: readonly string[]) => runSmall({ files: { '名册.csv': lines } }, ask);
  const [one, two] = [`H1,甲一,${a},户主,农村`, `H2,乙一,${b},户主,农村`];

  it.each([
    ['one more in every row', [header, `${one},`, `${two},`]],
    ['two more', [header, `${one},,`, `${two},,`]],
    ['one more in the header', [`${header},`, one, two]],
    ['a note between them', [header, `${one},`, '注:以下为续保户', `${two},`]],
  ])('%s: the rows are read, and it is said', async (_name, lines) => {
    const { rows, run, notes } = await rowsOf(lines);
    expect(rows.members).toEqual(['H1 甲一', 'H2 乙一']);
    expect(run.report.summary.sources[0]?.rejected).toBe(0);
    expect(notes.join()).toMatch(/表头有\d个栏,以下各行都是\d个/);
  });

  it('one row alone that has more is rejected: its columns may be shifted', async () => {
    const { rows, listed } = await rowsOf([`${header},备注`, `${one},`, `H2,乙,一,${b},户主,农村,`]);
    expect(rows.members).toEqual(['H1 甲一']);
    expect(listed).toEqual(['名册.csv 3 - field-count 7/6']);
  });

  it('what stands behind the last delimiter, far down, is not passed over', async () => {
    const many = Array.from(
      { length: 250 },
      (_, index) => `H9${index},丙一,${idOf('19700101', index + 1)},户主,农村,`,
    );
    const { listed } = await rowsOf([header, ...many, `H2,乙,一,${b},户主,农村`]);
    expect(listed).toEqual(['名册.csv 252 - field-count 6/5']);
  });

  it('a register of nobody of interest is passed over as before', async () => {
    const cars = [
      '身份证号,车牌号,车辆类型,使用性质',
      `${a},浙Z1,小型轿车,非营运,`,
      `${c},浙Z2,小型轿车,非营运,`,
    ];
    const { run } = await runSmall({
      files: { '名册.csv': [header, one], '车.csv': cars },
      sources: { roster: ['名册.csv'], vehicle: ['车.csv'] },
    });
    expect(run.report.summary.sources[1]).toMatchObject({ rows: 3, loaded: 1, passed_over: 1, rejected: 0 });
  });
});
