import { describe, expect, it } from 'vitest';
import type { RawRow } from '../src/read/types.js';
import { failure, fields, layout, notes, table } from './header-helpers.js';

describe('a wide roster', () => {
  it('has members in numbered columns', () => {
    const found = layout(
      'roster',
      table(
        '户编号|户主姓名|户主身份证号|低保类别|成员1姓名|成员1身份证号|成员1与户主关系|成员2姓名|成员2身份证号|成员2与户主关系',
        'h1|甲|330482197001010011|城市|乙|330482197001010012|配偶|||',
      ),
    );
    expect(fields(found)).toEqual([
      '0 household_id',
      '1 name',
      '2 id_number',
      '3 category',
      '4 name@1',
      '5 id_number@1',
      '6 relation@1',
      '7 name@2',
      '8 id_number@2',
      '9 relation@2',
    ]);
    expect(notes(found)).toEqual(['每户一行,其余成员在各列中,最多2人,已展开为每人一行']);
  });

  it('may name them in a row above', () => {
    const found = layout(
      'roster',
      table(
        '户主信息|||家庭成员一||家庭成员二||低保类别',
        '户编号|姓名|身份证号|姓名|身份证号|姓名|身份证号|',
        'h1|甲|330482197001010011|乙|330482197001010012|||城市',
      ),
    );
    expect(found.headerRows).toBe(2);
    expect(fields(found)).toEqual([
      '0 household_id',
      '1 name',
      '2 id_number',
      '3 name@1',
      '4 id_number@1',
      '5 name@2',
      '6 id_number@2',
      '7 category',
    ]);
  });

  it.each([
    ['家庭保障人1|家庭保障人1身份证号|家庭保障人2|家庭保障人2证件号码', '家庭保障人'],
    ['成员①姓名|成员①身份证号|成员②姓名|成员②身份证号', 'circled digits'],
    ['成员姓名1|成员身份证号1|成员姓名2|成员身份证号2', 'the number last'],
  ])('reads %s (%s)', (headers) => {
    const found = layout(
      'roster',
      table(`户编号|姓名|身份证号|低保类别|${headers}`, 'h1|甲|1|城市|乙|2|丙|3'),
    );
    expect(fields(found).slice(4)).toEqual(['4 name@1', '5 id_number@1', '6 name@2', '7 id_number@2']);
  });

  it('may have the head himself as the first member', () => {
    const found = layout('roster', table('户编号|低保类别|成员1姓名|成员1身份证号', 'h1|城市|甲|1'));
    expect(fields(found)).toEqual(['0 household_id', '1 category', '2 name@1', '3 id_number@1']);
  });

  it('is not seen in a lone numbered header', () => {
    const found = layout('roster', table('户编号|姓名|身份证号|低保类别|姓名2', 'h1|甲|1|城市|甲'));
    expect(found.columns[4]).toMatchObject({ field: null, member: 0 });
  });
});

describe('the household number', () => {
  it('is the head’s ID where there is no other', () => {
    const found = layout(
      'roster',
      table(
        '户主姓名|户主身份证号|姓名|身份证号|与户主关系|低保类别',
        '甲|1|甲|1|户主|城市',
        '甲|1|乙|2|配偶|城市',
      ),
    );
    expect(fields(found)).toEqual(['1 household_id', '2 name', '3 id_number', '4 relation', '5 category']);
    expect(found.householdFrom).toBe('head_id');
    expect(notes(found)).toEqual(['没有户编号,以“户主身份证号”作为户的编号']);
  });

  it('is a serial that stands once per household', () => {
    const rows = ['1|甲|11|户主|城市', '|乙|12|配偶|', '|丙|13|子|', '2|丁|14|户主|农村'];
    const found = layout('roster', table('序号|姓名|身份证号|与户主关系|低保类别', ...rows));
    expect(fields(found)[0]).toBe('0 household_id');
    expect(found.householdFrom).toBe('serial');
  });

  it('is no serial that counts the rows', () => {
    const rows = ['1|甲|11|户主|城市', '2|乙|12|配偶|', '3|丙|13|子|'];
    expect(
      failure(() => layout('roster', table('序号|姓名|身份证号|与户主关系|低保类别', ...rows))),
    ).toContain('没有“户编号”这一列');
  });

  it('is each person’s own ID in a roster of heads', () => {
    const rows = ['1|甲|11|3|城市', '2|乙|12|1|城市'];
    const found = layout('roster', table('序号|户主姓名|户主身份证号|享受人数|低保类别', ...rows));
    expect(fields(found)).toEqual([
      '1 name',
      '2 id_number',
      '2 household_id',
      '3 covered_size',
      '4 category',
    ]);
    expect(found.householdFrom).toBe('head_id');
  });

  it('never lends the head’s ID to members without one', () => {
    const rows = table('户编号|姓名|户主姓名|户主身份证号|与户主关系|低保类别', 'h1|乙|甲|11|配偶|城市');
    expect(failure(() => layout('roster', rows))).toContain('没有“身份证号”这一列');
  });
});

describe('category and class', () => {
  const rows = (header: string, ...values: string[]): RawRow[] =>
    table(
      `户编号|姓名|身份证号|${header}`,
      ...values.map((value, index) => `h${index}|甲|1${index}|${value}`),
    );

  it('are told apart by what stands in the column', () => {
    const found = layout('roster', rows('低保类别|保障类别', 'A类|城市低保', 'B|城市低保'));
    expect(fields(found).slice(3)).toEqual(['3 class', '4 category']);
    expect(notes(found)).toEqual(['“低保类别”一列按其内容读作“施保类别”']);
  });

  it('the other way round', () => {
    const found = layout('roster', rows('分类', '农村', '农村'));
    expect(fields(found).slice(3)).toEqual(['3 category']);
  });

  it('needs a category from elsewhere where the column holds classes or tiers', () => {
    expect(failure(() => layout('roster', rows('低保类别', '一档', '二档')))).toContain(
      '没有“低保类别”这一列',
    );
    const found = layout('roster', rows('低保类别', '一档', '二档'), {}, { given: ['category'] });
    expect(fields(found).slice(3)).toEqual(['3 tier']);
  });

  it('lets the column that reads as categories stand before one that does not', () => {
    const found = layout('roster', rows('户口性质|低保类型', '农业|农村', '农业|城市'));
    expect(fields(found).slice(3)).toEqual(['4 category']);
  });

  it('may come from the heading of a file, and then needs no column', () => {
    const found = layout('roster', rows('与户主关系', '户主'), {}, { given: ['category'] });
    expect(found.columns.map((one) => one.field)).not.toContain('category');
  });

  it('keeps the label’s word where there are no values', () => {
    expect(fields(layout('roster', rows('低保类别'))).slice(3)).toEqual(['3 category']);
  });
});
