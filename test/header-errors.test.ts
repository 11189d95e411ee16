import { describe, expect, it } from 'vitest';
import { column, failure, fields, layout, notes, table } from './header-helpers.js';

describe('two columns for one field', () => {
  it('is an error for a starred one, with the line to paste', () => {
    const text = failure(() =>
      layout('death', table('证件号码|姓名|身份证号|死亡日期', '1|甲|2|2024-01-01')),
    );
    expect(text).toBe(
      '某表.xlsx 工作表“Sheet1” 第1行 “身份证号”: “身份证号”、“证件号码” 都像是“身份证号”,不能替您选\n' +
        '  → 请在专项文件该来源下写明用哪一列,例如 columns: { 身份证号: id_number }',
    );
  });

  it('names one of two equal headers by its number', () => {
    const rows = table('身份证号|姓名|身份证号|死亡日期', '1|甲|2|2024-01-01');
    expect(failure(() => layout('death', rows))).toContain('columns: { "身份证号#1": id_number }');
    const found = layout('death', rows, { '身份证号#2': 'id_number' });
    expect(fields(found)).toEqual(['1 name', '2 id_number', '3 death_date']);
  });

  it('takes the first label for an optional one, and says so', () => {
    const found = layout(
      'roster',
      table('户编号|姓名|身份证号|低保类别|人均补差|月保障金(元)', 'h1|甲|1|城市|200|600'),
    );
    expect(column(found, 'monthly_amount')).toEqual({
      header: '月保障金(元)',
      scale: 'yuan',
      period: 'month',
      perPerson: false,
    });
    expect(notes(found)).toEqual(['“月保障金(元)”和“人均补差”都像是“月保障金”,用了“月保障金(元)”']);
  });

  it('takes the first column of equal headers', () => {
    const found = layout('death', table('身份证号|姓名|姓名|死亡日期', '1|甲|乙|2024-01-01'));
    expect(fields(found)).toEqual(['0 id_number', '1 name', '3 death_date']);
  });
});

describe('a starred field without a column', () => {
  it('names field, labels, the nearest header and the line to paste', () => {
    const text = failure(() => layout('voluntary', table('退出名单', '户号|日其|备注', 'h1|2026-01-01|')));
    expect(text).toBe(
      '某表.xlsx 工作表“Sheet1” 第2行 “日期”: 表头里没有“日期”这一列。试过的写法:日期。最接近的表头:日其\n' +
        '  → 若有一列就是它,请在专项文件该来源下写 columns: { 日其: date }',
    );
  });

  it('lists the others that are missing too', () => {
    const text = failure(() => layout('marriage', table('姓名|身份证号|配偶', '甲|1|乙')));
    expect(text).toContain('“配偶身份证号”这一列(还缺:登记类型、登记日期)');
  });

  it('says of alternatives that either will do, and is content with one', () => {
    expect(failure(() => layout('refusal', table('姓名|日期', '甲|2026-01-01')))).toContain(
      '“户编号或身份证号”',
    );
    expect(fields(layout('refusal', table('户号|日期', 'h1|2026-01-01')))).toEqual([
      '0 household_id',
      '1 date',
    ]);
  });

  it('shows no ID number, not even of a file without a header', () => {
    const text = failure(() => layout('death', table('张某一|330482197001010011|2024-01-01')));
    expect(text).not.toContain('330482197001010011');
    expect(text).toContain('没有“身份证号”这一列');
  });

  it('is refused as empty where nothing stands in the table', () => {
    expect(failure(() => layout('death', table('', ' |')))).toContain('表里没有内容');
  });
});

describe('the user’s own mapping', () => {
  const rows = table('公民号|姓名|死亡日期|注销日期(销户)|身份证号', '1|甲|2024-01-01|2024-02-01|2');

  it('wins over the labels', () => {
    const found = layout('death', rows, { 公民号: 'id_number', '注销日期(销户)': 'death_date' });
    expect(fields(found)).toEqual(['0 id_number', '1 name', '3 death_date']);
  });

  it('is compared like a label', () => {
    expect(fields(layout('death', rows, { '注销日 期': 'death_date' }))).toContain('3 death_date');
  });

  it('that names no header is noted', () => {
    expect(notes(layout('death', rows, { 逝者: 'name' }))).toEqual(['columns: 中的“逝者”在表头里没有']);
  });

  it('that names no field is an error', () => {
    expect(failure(() => layout('death', rows, { 公民号: 'id' }))).toContain('但“死亡登记”没有这个字段');
  });
});
