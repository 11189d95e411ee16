import { describe, expect, it } from 'vitest';
import {
  codeNormaliser,
  compareText,
  parseAccount,
  parseBool,
  parseHouseholdId,
  parseName,
  parsePlate,
  parseText,
} from '../src/normalise/index.js';

describe('parseName', () => {
  it.each([
    ['张三', '张三'],
    [' 张 三 ', '张三'],
    ['张　三', '张三'],
    ['张\u200b三\n', '张三'],
    ['艾力·买买提', '艾力·买买提'],
    ['艾力•买买提', '艾力·买买提'],
    ['艾力．买买提', '艾力·买买提'],
    ['艾力.买买提', '艾力·买买提'],
    ['艾力‧买买提', '艾力·买买提'],
    ['艾力・买买提', '艾力·买买提'],
    ['艾力⋅买买提', '艾力·买买提'],
    ['艾力 · 买买提', '艾力·买买提'],
    ['艾力··买买提', '艾力·买买提'],
    ['·艾力··', '艾力'],
    ["'张三", '张三'],
    ['Ｊｏｈｎ', 'John'],
    ['王\ufa0c', '王兀'],
    ['\u2f00王', '一王'],
    ['李\ue863', '李䶮'],
    ['李䶮', '李䶮'],
    ['王\ue816', '王𠂇'],
    ['王\ue831', '王𡗗'],
    ['王\ue83b', '王𢦏'],
    ['王\ue855', '王𤇾'],
    ['王\ue81e', '王龴'],
    ['王\ue864', '王龻'],
    ['王\ue844', '王䜣'],
    ['', ''],
    ['—', ''],
    ['NULL', 'NULL'],
  ])('%j is %j', (text, value) => {
    expect(parseName(text)).toEqual({ value, problem: null });
  });

  it('maps all 80 private-use characters of GBK, each to a character of its own', () => {
    const values = Array.from(
      { length: 80 },
      (_, i) => parseName(`王${String.fromCharCode(0xe815 + i)}`).value,
    );
    expect(new Set(values).size).toBe(80);
    expect(values.some((value) => /\p{Co}/u.test(value))).toBe(false);
  });

  it('meets what GB 18030 decoders of today give for the same bytes', () => {
    const decoder = new TextDecoder('gb18030');
    let position = 0;
    for (let trail = 0x50; trail <= 0xa0; trail += 1) {
      if (trail === 0x7f) continue;
      const decoded = decoder.decode(Uint8Array.of(0xfe, trail));
      expect(parseName(decoded)).toEqual(parseName(String.fromCharCode(0xe815 + position)));
      position += 1;
    }
  });
});

describe('parseBool', () => {
  it.each([
    '是',
    '有',
    '√',
    '✓',
    'Y',
    'y',
    'Yes',
    'TRUE',
    'true',
    'T',
    '享受(是)',
    '1',
    '在',
    '享受',
    ' 是 ',
    '是(享受)',
    '１',
  ])('%s is true', (text) => {
    expect(parseBool(text)).toEqual({ value: 'true', problem: null });
  });

  it.each(['否', '无', '×', 'N', 'no', 'False', '0', '不在', '不享受', '未享受', '否（不享受）', '不在(否)'])(
    '%s is false',
    (text) => {
      expect(parseBool(text)).toEqual({ value: 'false', problem: null });
    },
  );

  it.each([
    '已停止享受',
    '是(不享受)',
    '是否',
    '部分',
    '2',
    'x',
    '是(2023年止)',
    '是(享受)了',
    '(享受)',
    '享受()',
  ])('%s is unreadable', (text) => {
    expect(parseBool(text)).toEqual({ value: '', problem: 'bool-unreadable' });
  });

  it('blank', () => {
    expect(parseBool('-')).toEqual({ value: '', problem: null });
  });
});

describe('codeNormaliser', () => {
  const pension = [
    { code: 'employee', labels: ['城镇职工', '企业职工'] },
    { code: 'civil', labels: ['机关事业', '退休金'] },
    { code: 'resident', labels: ['城乡居民'] },
    { code: 'survivor', labels: ['遗属', '供养亲属', '遗属补助'] },
  ];
  const relation = [
    { code: 'self', labels: ['户主', '本人', '申请人'] },
    { code: 'spouse', labels: ['配偶', '妻', '夫', '丈夫', '妻子'] },
    { code: 'child', labels: ['子', '女', '子女', '儿子', '女儿', '长子', '次女'] },
    { code: 'parent', labels: ['父', '母', '父亲', '母亲', '父母'] },
    { code: 'grandparent', labels: ['祖父', '外祖父'] },
    { code: 'sibling', labels: ['兄弟'] },
    { code: 'child_in_law', labels: ['儿媳', '女婿'] },
    { code: 'other', labels: ['其他'] },
  ];
  const labour = [
    { code: 'none', labels: ['无', '丧失', '完全丧失', '无劳动能力'] },
    { code: 'partial', labels: ['部分', '部分丧失'] },
    { code: 'full', labels: ['有', '正常', '健全', '有劳动能力'] },
  ];
  const lists = { pension, relation, labour };

  it.each<[keyof typeof lists, string, string]>([
    ['pension', '城镇职工', 'employee'],
    ['pension', '城镇职工基本养老保险', 'employee'],
    ['pension', '城镇 职工', 'employee'],
    ['pension', '职工供养亲属抚恤金', 'survivor'],
    ['pension', '企业职工遗属补助', 'survivor'],
    ['pension', 'employee', 'employee'],
    ['relation', '子', 'child'],
    ['relation', '户主', 'self'],
    ['relation', '户主配偶', 'spouse'],
    ['relation', '张三之妻', 'spouse'],
    ['relation', '张三之子', 'child'],
    ['relation', '张三的女儿', 'child'],
    ['relation', '户主之父', 'parent'],
    ['relation', '户主(已故)', 'self'],
    ['relation', '父亲(已故)', 'parent'],
    ['relation', '外祖父', 'grandparent'],
    ['relation', '申请人(户主)', 'self'],
    ['relation', '其他', 'other'],
    ['relation', 'OTHER', 'other'],
    ['relation', '之子', 'child'],
    ['relation', '母亲之', 'parent'],
    ['pension', '遗属补助金', 'survivor'],
    ['pension', 'other', 'other'],
    ['relation', '', ''],
    ['relation', '—', ''],
    ['labour', '基本无劳动能力', 'none'],
    ['labour', '部分丧失劳动能力', 'partial'],
    ['labour', '有劳动能力', 'full'],
  ])('%s: %s is %s', (list, text, value) => {
    expect(codeNormaliser(lists[list])(text)).toEqual({ value, problem: null });
  });

  it.each<[keyof typeof lists, string]>([
    ['labour', '没有劳动能力'],
    ['labour', '未丧失'],
    ['relation', '侄子'],
    ['relation', '叔父'],
    ['relation', '户主侄子'],
    ['relation', '户主的'],
    ['relation', '户主的侄子'],
    ['relation', '非户主'],
    ['relation', '长子之妻'],
    ['relation', '儿子的配偶'],
    ['pension', '高龄补贴'],
    ['pension', '???'],
  ])('%s: %s is unknown, and stays so when asked again', (list, text) => {
    const parse = codeNormaliser(lists[list]);
    expect(parse(text)).toEqual({ value: 'other', problem: 'code-unknown' });
    expect(parse(text)).toEqual({ value: 'other', problem: 'code-unknown' });
  });

  it('of equally long labels the one that ends last decides, and a negated one gives way to a shorter', () => {
    const parse = codeNormaliser([
      { code: 'a', labels: ['城市低保'] },
      { code: 'b', labels: ['农村低保'] },
      { code: 'c', labels: ['城市'] },
    ]);
    expect(parse('城市低保转农村低保').value).toBe('b');
    expect(parse('农村低保转城市低保').value).toBe('a');
    expect(parse('非城市低保,城市居民').value).toBe('c');
    expect(parse('未城市低保')).toEqual({ value: 'other', problem: 'code-unknown' });
  });

  it('gives a text that stands under two codes to the first', () => {
    const parse = codeNormaliser([
      { code: 'a', labels: ['同一', '甲类补贴'] },
      { code: 'b', labels: ['同一', '甲类补贴'] },
    ]);
    expect([parse('同一').value, parse('享受甲类补贴').value]).toEqual(['a', 'a']);
  });

  it('takes no label of one character, or of Latin letters, out of a longer text', () => {
    const parse = codeNormaliser([{ code: 'a', labels: ['女', 'AB'] }]);
    expect(['女', 'ab', '女婿', 'CABLE'].map((text) => parse(text).value)).toEqual([
      'a',
      'a',
      'other',
      'other',
    ]);
  });
});

describe('keys and compared text', () => {
  it.each([
    ['  平湖市 当湖街道\r\n1号 ', '平湖市 当湖街道 1号'],
    ['Ａ座', 'Ａ座'],
    ['a\u0000b\u0007', 'ab'],
    ['甲  乙', '甲  乙'],
    ['甲\t乙', '甲 乙'],
    ['甲\u2028乙', '甲 乙'],
    [' 甲 乙', '甲 乙'],
    ['甲 乙 ', '甲 乙'],
    ['　', ''],
    ['-', ''],
  ])('parseText: %j is %j', (text, value) => {
    expect(parseText(text)).toEqual({ value, problem: null });
  });

  it.each([
    ['00123', '00123', null],
    ["'00123", '00123', null],
    ['="00123"', '00123', null],
    [' hh－００1 ', 'HH-001', null],
    ['330482000000000000', '330482000000000000', null],
    ['3E5', '3E5', null],
    ['3.30482E+17', '', 'number-rounded'],
    ['3.30482e+17', '', 'number-rounded'],
    ['3304****01', '', 'number-masked'],
    ['3E+17', '', 'number-rounded'],
    ['3.3E+17A', '3.3E+17A', null],
    ['13.3E+17', '13.3E+17', null],
    ['33XX', '', 'number-masked'],
    ['XX33', '', 'number-masked'],
    ['33×', '', 'number-masked'],
    ['AXXB', 'AXXB', null],
    ['—', '', null],
    ['', '', null],
  ])('parseHouseholdId: %j is %j', (text, value, problem) => {
    expect(parseHouseholdId(text)).toEqual({ value, problem });
  });

  it.each([
    ['6217 0012 3456 7890 123', '6217001234567890123', null],
    ['6217-0012-3456', '621700123456', null],
    ['６２１７００', '621700', null],
    ['6217001234567890000', '6217001234567890000', null],
    ['6.21700123456789E+18', '', 'number-rounded'],
    ['6217****1234', '', 'number-masked'],
    ['6217xxxx1234', '', 'number-masked'],
    ['尾号1234', '', 'number-masked'],
    ['后四位1234', '', 'number-masked'],
    ['末4位1234', '', 'number-masked'],
    ['第四位1234', '1234', null],
    ['后三位1234', '1234', null],
    ['无', '', null],
    ['/', '', null],
  ])('parseAccount: %j is %j', (text, value, problem) => {
    expect(parseAccount(text)).toEqual({ value, problem });
  });

  it.each([
    ['浙F·12345', '浙F12345'],
    ['浙f 12345', '浙F12345'],
    ['浙Ｆ－Ｄ12345', '浙FD12345'],
    ['', ''],
  ])('parsePlate: %j is %j', (text, value) => {
    expect(parsePlate(text)).toEqual({ value, problem: null });
  });

  it('compareText', () => {
    expect(compareText(' 平湖市（当湖）Ａ 公司　')).toBe('平湖市(当湖)A公司');
  });
});
