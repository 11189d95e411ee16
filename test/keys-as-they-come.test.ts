import { describe, expect, it } from 'vitest';
import { ask, idOf, runSmall } from './variants/small.js';

// Probes of the data dictionary's words on keys and stars: what is never joined, and which rows are no records.

const id = (serial: number): string => idOf('19800101', serial);
const [a, b, c, d, e, f] = [id(1), id(3), id(5), id(7), id(9), id(11)];
const header = '户编号,姓名,身份证号,与户主关系,低保类别';
const full = `${header},银行账号,月保障金,家庭人口`;

describe('broken keys', () => {
  it('a rounded or masked household number joins no two families, nor the one above', async () => {
    const { rows, listed } = await runSmall(
      {
        files: {
          '名册.csv': [
            header,
            `H1,甲一,${a},户主,农村`,
            `3.30482E+13,乙一,${b},户主,农村`,
            `,乙二,${c},配偶,农村`,
            `3.30482E+13,丙一,${d},户主,农村`,
            `33048****001,丁一,${e},户主,农村`,
            `H6,戊一,${f},户主,农村`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一', 'H6 戊一']);
    expect(listed.map((one) => one.split(' ').slice(1, 4).join(' '))).toEqual([
      '3 户编号 number-rounded',
      '4 户编号 required-empty',
      '5 户编号 number-rounded',
      '6 户编号 number-masked',
    ]);
  });

  it('rounded and masked accounts are never shared, whole ones are', async () => {
    const { run, listed } = await runSmall({
      files: {
        '名册.csv': [
          full,
          `H1,甲一,${a},户主,农村,6.217E+15,500,1`,
          `H2,乙一,${b},户主,农村,6.217E+15,500,1`,
          `H3,丙一,${c},户主,农村,6217****1234,500,1`,
          `H4,丁一,${d},户主,农村,6217****1234,500,1`,
          `H5,戊一,${e},户主,农村,6217 0000 0000 0013,500,1`,
          `H6,己一,${f},户主,农村,'6217-0000-0000-0013,500,1`,
        ],
      },
      checks: ['D03.account'],
    });
    expect(run.report.cases.map((one) => one.household_id)).toEqual(['H5', 'H6']);
    expect(listed.map((one) => one.split(' ')[3])).toEqual([
      'number-rounded',
      'number-rounded',
      'number-masked',
      'number-masked',
    ]);
  });

  it('a member with a rounded or masked ID stays a member, is listed, and is nobody', async () => {
    const round = `${idOf('19800102', 1).slice(0, 15)}000`;
    const { rows, run, listed } = await runSmall(
      {
        files: {
          '名册.csv': [
            full,
            `H1,甲一,${round},户主,农村,,500,2`,
            `H1,甲二,${round},配偶,农村,,,`,
            'H2,乙一,339921********0011,户主,农村,,500,1',
          ],
          '死亡.csv': [
            '姓名,身份证号,死亡日期',
            `甲一,${round},2026-01-01`,
            '乙一,339921********0011,2026-01-01',
          ],
        },
        sources: { roster: ['名册.csv'], death: ['死亡.csv'] },
        checks: ['R02.death'],
      },
      { ...ask, n: 'SELECT household_id, n FROM household ORDER BY 1' },
    );
    expect(rows.members).toEqual(['H1 甲一', 'H1 甲二', 'H2 乙一']);
    expect(rows.n).toEqual(['H1 2', 'H2 1']);
    expect(run.report.summary.roster.uncheckable_members).toBe(3);
    expect(run.report.cases).toEqual([]);
    expect(listed.filter((one) => one.startsWith('名册')).length).toBe(3);
    expect(run.report.summary.sources[1]).toMatchObject({ rows: 3, rejected: 2, loaded: 0 });
  });

  it('000 at the end with the right check sign is whole as text, and rounded in a number cell', async () => {
    // A right check sign of 0 after a serial of 00: found by trying days.
    const days = Array.from({ length: 28 }, (_, index) =>
      idOf(`198002${String(index + 1).padStart(2, '0')}`, 0),
    );
    const whole =
      days.find((one) => one.endsWith('000')) ??
      days.map((one) => one).find((one) => one.slice(-1) === '0') ??
      '';
    expect(whole).toMatch(/000$/);
    const text = await runSmall({ files: { '名册.csv': [header, `H1,甲一,${whole},户主,农村`] } }, ask);
    expect(text.run.report.summary.roster.uncheckable_members).toBe(0);
    const number = await runSmall({
      files: {
        '名册.xlsx': { 表: { rows: [header.split(','), ['H1', '甲一', Number(whole), '户主', '农村']] } },
      },
      sources: { roster: ['名册.xlsx'] },
    });
    expect(number.run.report.summary.roster.uncheckable_members).toBe(1);
  });
});

describe('texts in the place of a number', () => {
  it('无 of one person is not 无 of another, in the roster or a register', async () => {
    const { rows, listed, run } = await runSmall(
      {
        files: {
          '名册.csv': [header, `H1,甲一,${a},户主,农村`, 'H1,甲二,无,配偶,农村', 'H2,乙一,无,户主,农村'],
          '死亡.csv': ['身份证号,姓名,死亡日期', '无,丙一,2026-01-01', '111111111111111,甲二,2026-01-01'],
        },
        sources: { roster: ['名册.csv'], death: ['死亡.csv'] },
      },
      { members: 'SELECT household_id, name FROM member ORDER BY ALL', links: 'SELECT count(*) FROM link' },
    );
    expect(rows.members).toEqual(['H1 甲一']);
    expect(rows.links).toEqual(['0']);
    expect(run.report.summary.sources.map(({ rejected }) => rejected)).toEqual([2, 2]);
    expect(listed.every((one) => one.includes('id-characters'))).toBe(true);
  });
});

describe('stars', () => {
  it('a row without a starred value is no member and not in n; household_size still counts him', async () => {
    const { rows, listed } = await runSmall(
      {
        files: {
          '名册.csv': [
            full,
            `H1,甲一,${a},户主,农村,,500,3`,
            `H1,甲二,,配偶,农村,,,`,
            `H1,,${b},子,农村,,,`,
            `H2,乙一,${c},户主,,,500,`,
            `H2,乙二,,配偶,,,,`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一', 'H2 乙一']);
    expect(rows.households).toEqual(['H1 rural    500.00 3', 'H2     500.00 1']);
    expect(listed).toEqual([
      '名册.csv 3 身份证号 id-empty ',
      '名册.csv 4 姓名 required-empty ',
      '名册.csv 6 身份证号 id-empty ',
    ]);
  });

  it('an invalid ID of a register loads, a rounded or masked one is rejected, an empty one is counted', async () => {
    const wrong = `${a.slice(0, 16)}${(Number(a[16]) + 1) % 10}${a[17]}`;
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [header, `H1,甲一,${a},户主,农村`],
          '死亡.csv': [
            '姓名,身份证号,死亡日期',
            `甲一,${wrong},2026-01-01`,
            '甲一,3.39921E+17,2026-01-01',
            '甲一,339921********0011,2026-01-01',
            '甲一,,2026-01-01',
          ],
        },
        sources: { roster: ['名册.csv'], death: ['死亡.csv'] },
        checks: ['R02.death'],
      },
      { death: 'SELECT id_number_problem FROM death' },
    );
    expect(rows.death).toEqual(['id-checksum']);
    expect(run.report.summary.sources[1]).toMatchObject({ loaded: 1, rejected: 3 });
    expect(run.report.cases.map((one) => `${one.match} ${one.grade}`)).toEqual(['near verify']);
  });

  it('an empty ID loads where name matching is on', async () => {
    const { run } = await runSmall({
      files: {
        '名册.csv': [header, `H1,甲一,${a},户主,农村`],
        '死亡.csv': ['姓名,身份证号,死亡日期', '甲一,,2026-01-01', '乙某,,2026-01-01'],
      },
      sources: { roster: ['名册.csv'], death: ['死亡.csv'] },
      campaign: { name_matching: true },
      checks: ['R02.death'],
    });
    expect(run.report.cases.map((one) => `${one.match} ${one.grade}`)).toEqual(['name verify']);
  });
});
