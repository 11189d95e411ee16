import { describe, expect, it } from 'vitest';
import { column, failure, layout, table } from './header-helpers.js';

describe('units', () => {
  it.each([
    ['余额', 'yuan', null],
    ['余额(元)', 'yuan', null],
    ['余额(万元)', 'wan', null],
    ['余额(单位:万元)', 'wan', null],
    ['余额(人民币万元)', 'wan', null],
    ['余额/万元', 'wan', null],
  ])('%s', (header, scale, period) => {
    expect(column(layout('finance', table(`身份证号|${header}`, '1|2')), 'balance')).toMatchObject({
      scale,
      period,
    });
  });

  it.each([
    ['人均收入(元/年)', 'year', true],
    ['家庭人均月收入(元)', 'month', true],
    ['家庭年收入', 'year', false],
    ['家庭年收入(万元)', 'year', false],
    ['人均年收入(元/人·年)', 'year', true],
  ])('income as %s', (header, period, perPerson) => {
    const found = layout('roster', table(`户编号|姓名|身份证号|低保类别|${header}`, 'h1|甲|1|城市|3'));
    expect(found.columns[4]).toMatchObject({ field: 'income_per_capita', period, perPerson });
  });

  it.each([
    ['季度发放额', 'quarter', false],
    ['人均补差', null, true],
    ['实发金额', null, false],
  ])('amount as %s', (header, period, perPerson) => {
    const found = layout('roster', table(`户编号|姓名|身份证号|低保类别|${header}`, 'h1|甲|1|城市|3'));
    expect(column(found, 'monthly_amount')).toMatchObject({ period, perPerson });
  });

  it('does not use an income that says neither month nor year', () => {
    const found = layout('roster', table('户编号|姓名|身份证号|低保类别|人均收入(元)', 'h1|甲|1|城市|3'));
    expect(found.columns[4]?.field).toBeNull();
    expect(found.notes.map((note) => note.kind)).toEqual(['period-unknown']);
  });

  it.each([
    ['单位:万元', 'wan'],
    ['金额单位:万元', 'wan'],
    ['单位:户、人、万元', 'wan'],
    ['(单位: 元)', 'yuan'],
    ['填报单位:元洲镇', 'yuan'],
  ])('come from the line %s', (line, scale) => {
    const found = layout('finance', table('金融资产', `||${line}`, '身份证号|姓名|余额', '1|甲|2'));
    expect(column(found, 'balance')).toMatchObject({ scale });
    expect(found.notes.length).toBe(line.startsWith('填报') ? 0 : 1);
  });

  it.each([
    ['finance', '单位:元', '余额(万元)', '“余额(万元)”、“单位:元”'],
    ['employment', '', '月工资(元/年)', '“月工资(元/年)”'],
    ['employment', '单位:元/年', '月收入', '“月收入”、“单位:元/年”'],
  ])('that conflict are an error (%s: %s, %s)', (key, line, header, said) => {
    const rows = table(line, `身份证号|${header}`, '1|2');
    expect(failure(() => layout(key, rows))).toContain(`单位互相矛盾:${said}`);
  });

  it('say a period of monthly fields only', () => {
    const found = layout('payment', table('单位:元/季', '户编号|发放月份|发放金额', 'h1|2026-01|3'));
    expect(column(found, 'amount')).toMatchObject({ scale: 'yuan', period: null });
  });

  it('that are unknown are an error', () => {
    expect(failure(() => layout('finance', table('身份证号|余额(千元)', '1|2')))).toContain('不认识单位');
  });
});
