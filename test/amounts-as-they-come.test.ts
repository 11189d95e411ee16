import { describe, expect, it } from 'vitest';
import { idOf, refusal, runSmall } from './variants/small.js';

// Probes of the data dictionary's words on amounts: units and monthly files.

const id = (serial: number): string => idOf('19800101', serial);
const [a, b] = [id(1), id(3)];
const header = '户编号,姓名,身份证号,与户主关系,低保类别';
const family = [header, `H1,甲一,${a},户主,农村`, `H1,甲二,${b},配偶,农村`];
const incomes =
  'SELECT household_id, round(coalesce(declared_total, 0), 2), round(coalesce(monthly_amount, 0), 2) FROM household ORDER BY 1';

describe('units', () => {
  const amounts = (label: string, value: string, above: readonly string[] = []) =>
    runSmall(
      {
        files: {
          '名册.csv': [
            ...above,
            `${header},${label}`,
            `H1,甲一,${a},户主,农村,${value}`,
            `H1,甲二,${b},配偶,农村,`,
          ],
        },
      },
      { incomes },
    );
  it.each([
    ['人均收入(元/年)', '6000', 'H1 1000.00 0.00'],
    ['家庭人均年收入', '6000', 'H1 1000.00 0.00'],
    ['家庭年收入', '12000', 'H1 1000.00 0.00'],
    ['家庭月收入', '1000', 'H1 1000.00 0.00'],
    ['家庭人均月收入(万元)', '0.05', 'H1 1000.00 0.00'],
    ['季度发放额', '1500', 'H1 0.00 500.00'],
    ['月保障金(万元)', '0.05', 'H1 0.00 500.00'],
    ['年保障金', '6000', 'H1 0.00 500.00'],
    ['人均补差', '250', 'H1 0.00 500.00'],
    ['月保障金', '0.05万元', 'H1 0.00 500.00'],
    ['月保障金', '￥500.00元', 'H1 0.00 500.00'],
  ])('%s %s', async (label, value, expected) => {
    const { rows } = await amounts(label, value);
    expect(rows.incomes).toEqual([expected]);
  });

  it('a unit line above the header', async () => {
    const { rows, notes } = await amounts('月保障金', '0.05', [
      '某县低保名册,,,,,',
      '填报单位:某局,,,,,单位:万元',
    ]);
    expect(rows.incomes).toEqual(['H1 0.00 500.00']);
    expect(notes.join()).toMatch(/金额单位按“单位:万元”/);
  });

  it('two that conflict are an error; an income of no period is not used, and said', async () => {
    const told = await refusal({
      files: { '名册.csv': ['单位:万元,,,,,', `${header},月保障金(元)`, `H1,甲一,${a},户主,农村,500`] },
    });
    expect(told).toMatch(/^header-unit-conflict/);
    const { rows, notes } = await amounts('人均收入', '500');
    expect(rows.incomes).toEqual(['H1 0.00 0.00']);
    expect(notes.join()).toMatch(/没有写明按月还是按年/);
  });

  it('more than two decimals are rounded half up and said; a negative amount is a problem', async () => {
    const { rows, listed } = await runSmall(
      {
        files: {
          '名册.csv': [`${header},月保障金`, `H1,甲一,${a},户主,农村,500.125`, `H2,乙一,${b},户主,农村,-500`],
        },
      },
      { incomes },
    );
    expect(rows.incomes).toEqual(['H1 0.00 500.13', 'H2 0.00 0.00']);
    expect(listed.map((one) => one.split(' ')[3])).toEqual(['money-rounded', 'money-negative']);
  });
});

describe('monthly files', () => {
  const pension = 'SELECT name, counted FROM pension_now ORDER BY ALL';
  const wages = 'SELECT name, employer, CAST(wage AS DECIMAL(18, 2)) FROM wage_now ORDER BY ALL';
  it('of a pension the latest month up to D counts; more than three months old is ended', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': family,
          '养老金.csv': [
            '姓名,身份证号,险种,发放金额,发放月份',
            ...[
              `甲一,${a},城镇职工,2000,2026-04`,
              `甲一,${a},城镇职工,2100,2026年5月`,
              `甲一,${a},城镇职工,9999,202607`,
            ],
            ...[`甲二,${b},城镇职工,3000,2026-02`, `甲二,${b},遗属补助,300,2026-03`],
          ],
        },
        sources: { roster: ['名册.csv'], pension: ['养老金.csv'] },
      },
      { pension },
    );
    expect(rows.pension).toEqual(['甲一 2100.00', '甲二 300.00']);
  });

  it('of wages the mean of the last six months of each payer', async () => {
    const months = [1, 2, 3, 4, 5, 6].map((month) => `甲一,${a},甲厂,${month * 1000},2026-0${month}`);
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': family,
          '社保.csv': [
            '姓名,身份证号,参保单位,缴费工资,费款所属期',
            ...months,
            `甲一,${a},甲厂,90000,2025-12`,
            `甲二,${b},乙厂,4000,2026-01`,
            `甲二,${b},乙厂,4000,2026-02`,
          ],
        },
        sources: { roster: ['名册.csv'], employment: ['社保.csv'] },
      },
      { wages },
    );
    expect(rows.wages).toEqual(['甲一 甲厂 3500.00']);
  });

  it('累计收入 is never a wage, flexible employment none', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': family,
          '社保.csv': [
            '姓名,身份证号,单位名称,参保类型,累计收入,本期收入',
            `甲一,${a},甲厂,单位参保,50000,4000`,
            `甲二,${b},,灵活就业,0,4000`,
          ],
        },
        sources: { roster: ['名册.csv'], employment: ['社保.csv'] },
      },
      { wages },
    );
    expect(rows.wages).toEqual(['甲一 甲厂 4000.00']);
  });
});
