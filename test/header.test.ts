import { describe, expect, it } from 'vitest';
import { column, fields, layout, notes, table } from './header-helpers.js';

const person = '330482197001010011|张某一';

describe('where the header is', () => {
  it('is the first row with every starred field; what stands above is kept', () => {
    const found = layout(
      'death',
      table(
        '某市死亡登记表',
        '填报单位:某局|||2026年6月',
        '',
        '序号|姓 名|身份证\n号码|死亡\r\n日期(年月日)',
        '1|张某一|x|2024-01-01',
      ),
    );
    expect(found.headerRow).toBe(4);
    expect(found.headerRows).toBe(1);
    expect(found.dataFrom).toBe(4);
    expect(found.preamble.map((row) => row.row)).toEqual([1, 2, 3]);
    expect(fields(found)).toEqual(['1 name', '2 id_number', '3 death_date']);
  });
});

describe('header texts', () => {
  it.each([
    ['身份证号', 'id_number'],
    ['*身份证号码', 'id_number'],
    ['身份证号码(18位)', 'id_number'],
    ['公民身份号码', 'id_number'],
    ['证件号码(文本格式)', 'id_number'],
    ['3.身份证号', 'id_number'],
  ])('%s is the ID', (header, field) => {
    expect(fields(layout('official', table(`${header}|姓名`, person)))).toEqual([`0 ${field}`, '1 name']);
  });

  it('knows the words for an ID number after any bearer', () => {
    const found = layout('property', table('权利人证件号码|权利人|规划用途|坐落', `${person}|住宅|某路1号`));
    expect(fields(found)).toEqual(['0 id_number', '1 name', '2 use', '3 address']);
  });

  it('matches a label with brackets whole, and others without theirs', () => {
    const found = layout(
      'roster',
      table(
        '户编号|姓名|身份证号|低保类别|乡镇(街道)|村(居)|月保障金(元)',
        `1|张某一|330482197001010011|城市|甲镇|乙村|500`,
      ),
    );
    expect(fields(found)).toEqual([
      '0 household_id',
      '1 name',
      '2 id_number',
      '3 category',
      '4 township',
      '5 village',
      '6 monthly_amount',
    ]);
    expect(found.householdFrom).toBe('household_id');
    expect(found.notes).toEqual([]);
  });

  it('takes the plain name before one with a note in brackets', () => {
    const found = layout('official', table('姓名(曾用名)|姓名|身份证号(配偶)|证件号码', `甲|乙|丙|丁`));
    expect(fields(found)).toEqual(['1 name', '3 id_number']);
  });

  it('marks a column that joins township and village', () => {
    const found = layout('roster', table('户编号|姓名|身份证号|低保类别|行政区划', '1|甲|1|城市|甲镇乙村'));
    expect(found.columns[4]).toMatchObject({ field: 'township', split: true });
  });

  it('reads both sides of a marriage file', () => {
    const found = layout(
      'marriage',
      table('男方姓名|男方证件号码|女方姓名|女方身份证号|业务类型|登记日期', '甲|1|乙|2|结婚登记|2020-01-01'),
    );
    expect(fields(found)).toEqual([
      '0 name',
      '1 id_number',
      '2 spouse_name',
      '3 spouse_id_number',
      '4 event',
      '5 date',
    ]);
  });
});

describe('a header of two rows', () => {
  it('has groups above and labels below', () => {
    const found = layout(
      'roster',
      table(
        '低保花名册',
        '序号|基本信息||||保障情况|',
        '|户编号|姓名|身份证号|与户主关系|低保类别|月保障金',
        '1|h1|甲|330482197001010011|户主|城市|500',
      ),
    );
    expect(found.dataFrom).toBe(3);
    expect(fields(found)).toEqual([
      '1 household_id',
      '2 name',
      '3 id_number',
      '4 relation',
      '5 category',
      '6 monthly_amount',
    ]);
  });

  it('may have labels in both rows, the upper merged down', () => {
    const found = layout(
      'roster',
      table(
        '户编号|姓名|身份证号|低保类别|收入与保障(元)||备注',
        '||||家庭人均月收入|月保障金|',
        'h1|甲|330482197001010011|城市|300|500|',
      ),
    );
    expect([found.headerRow, found.headerRows, found.dataFrom]).toEqual([1, 2, 2]);
    expect(fields(found)).toContain('4 income_per_capita');
    expect(found.columns[5]).toMatchObject({ header: '收入与保障(元)/月保障金', field: 'monthly_amount' });
    expect(notes(found)).toContain('表头占两行(第1行起)');
  });

  it('may have them repeated where merged cells were filled', () => {
    const found = layout(
      'death',
      table(
        '序号|人员信息|人员信息|死亡日期',
        '序号|姓名|身份证号|死亡日期',
        '1|甲|330482197001010011|2024-01-01',
      ),
    );
    expect(fields(found)).toEqual(['1 name', '2 id_number', '3 death_date']);
    expect(found.dataFrom).toBe(2);
  });

  it('tells the persons of the groups apart', () => {
    const found = layout(
      'marriage',
      table('男方||女方||登记日期|登记类型', '姓名|身份证号|姓名|身份证号||', '甲|1|乙|2|2020-01-01|结婚'),
    );
    expect(found.headerRows).toBe(2);
    expect(fields(found)).toEqual([
      '0 name',
      '1 id_number',
      '2 spouse_name',
      '3 spouse_id_number',
      '4 date',
      '5 event',
    ]);
  });

  it('gives the unit of a group to the columns below it', () => {
    const found = layout(
      'finance',
      table('人员||资产(万元)|', '姓名|身份证号|资产类型|余额', '甲|330482197001010011|存款|1.2'),
    );
    expect(found.headerRows).toBe(2);
    expect(column(found, 'balance')).toMatchObject({ scale: 'wan' });
  });

  it('is never completed by a data row', () => {
    const plain = layout(
      'roster',
      table(
        '户编号|姓名|身份证号|与户主关系|低保类别',
        'h1|甲||户主|城市',
        'h1|乙|330482197001010011|配偶|城市',
      ),
    );
    expect([plain.headerRows, plain.dataFrom]).toEqual([1, 1]);
  });

  it('passes over a row that numbers the columns', () => {
    const found = layout(
      'death',
      table('姓名|身份证号|死亡日期|备注', '甲|1|2|3', '张某一|330482197001010011|2024-01-01|'),
    );
    expect(found.dataFrom).toBe(2);
    expect(notes(found)).toEqual(['第2行是栏次,已略过']);
  });
});
