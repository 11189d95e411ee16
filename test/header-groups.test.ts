import { describe, expect, it } from 'vitest';
import { fields, layout, table } from './header-helpers.js';

/** Two-row headers as offices draw them: the upper row, the lower row, and what each column should carry. */
const headers: readonly [register: string, upper: string, lower: string, carried: string][] = [
  [
    'marriage',
    '本人信息||配偶信息||登记信息|',
    '姓名|身份证号|姓名|身份证号|登记类型|登记日期',
    'name id_number spouse_name spouse_id_number event date',
  ],
  [
    'marriage',
    '男方||女方||登记类型|登记日期',
    '姓名|身份证号|姓名|身份证号||',
    'name id_number spouse_name spouse_id_number event date',
  ],
  [
    'kinship',
    '救助对象||赡养人信息|||',
    '姓名|证件号码|姓名|证件号码|与本人关系|月赡养费',
    'name id_number relative_name relative_id_number relation support_paid',
  ],
  [
    'vehicle',
    '所有人信息||车辆信息|||',
    '姓名|证件号码|号牌号码|车辆类型|使用性质|状态',
    'name id_number plate vehicle_type use_nature status',
  ],
  [
    'property',
    '权利人信息||不动产信息||',
    '姓名|证件号|坐落|用途|不动产单元号',
    'name id_number address use unit_no',
  ],
  [
    'payroll',
    '村干部信息||任职信息|||',
    '姓名|身份证号|单位|职务|人员类别|任职时间',
    'name id_number employer position kind start_date',
  ],
  [
    'official',
    '干部信息||任职信息||',
    '姓名|身份证号|单位|职务|任职时间',
    'name id_number unit position start_date',
  ],
  [
    'roster',
    '户编号|户主信息||成员信息|||低保类别',
    '|姓名|身份证号|姓名|身份证号|与户主关系|',
    'household_id - - name id_number relation category',
  ],
  [
    'roster',
    '低保证号|申请人情况||家庭成员情况|||救助情况||',
    '|姓名|身份证号|姓名|身份证号码|与申请人关系|低保类别|月保障金(元)|享受起始时间',
    'household_id - - name id_number relation category monthly_amount start_date',
  ],
  [
    'roster',
    '户编号|姓名|身份证号|低保类别|金额(元)||',
    '||||月保障金|分类施保金|人均月收入',
    'household_id name id_number category monthly_amount supplement income_per_capita',
  ],
];

describe('groups above a header', () => {
  it.each(headers)('%s: %s', (register, upper, lower, carried) => {
    const found = layout(register, table(upper, lower, '甲|1'));
    const expected = carried
      .split(' ')
      .flatMap((field, index) => (field === '-' ? [] : [`${index} ${field}`]));
    expect(fields(found)).toEqual(expected);
  });
});

describe('the bearer of an ID, where the dictionary has him for the name', () => {
  it.each([
    ['property', '产权人姓名|产权人身份证号码|坐落|用途', ['0 name', '1 id_number', '2 address', '3 use']],
    [
      'vehicle',
      '车主姓名|车主证件号码|车牌号|车辆类型',
      ['0 name', '1 id_number', '2 plate', '3 vehicle_type'],
    ],
  ])('%s: %s', (register, header, expected) => {
    expect(fields(layout(register, table(header, '甲|1')))).toEqual(expected);
  });

  it('gives way to the plain word', () => {
    const header = '姓名|身份证号|产权人|产权人身份证号码|坐落|用途';
    expect(fields(layout('property', table(header, '甲|1')))).toContain('1 id_number');
  });
});
