import { describe, expect, it } from 'vitest';
import { moneyNormaliser, parseInteger, parseMoney, scaleMoney } from '../src/normalise/index.js';
import { plainAmount } from '../src/normalise/money.js';

describe('parseMoney', () => {
  it.each([
    ['1200', '1200.00'],
    ['1200.5', '1200.50'],
    ['1200.50', '1200.50'],
    ['0', '0.00'],
    ['0.00', '0.00'],
    ['007', '7.00'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['1,200.50', '1200.50'],
    ['1,234,567', '1234567.00'],
    ['1，234.5', '1234.50'],
    ['￥1234.5', '1234.50'],
    ['¥ 1,234.50', '1234.50'],
    ['人民币1200元整', '1200.00'],
    ['1234.5元', '1234.50'],
    ['1234.5 元', '1234.50'],
    ['0.12万元', '1200.00'],
    ['1.23456万元', '12345.60'],
    ['3万', '30000.00'],
    ['2千元', '2000.00'],
    ['１２００', '1200.00'],
    ['１２００．５元', '1200.50'],
    ['120元/月', '120.00'],
    ['120元每月', '120.00'],
    ['120 元/ 月', '120.00'],
    ['360元 / 月 / 户', '360.00'],
    ['360元/ 户 /月', '360.00'],
    ['12 万 元', '120000.00'],
    ['+ 5', '5.00'],
    ['1,234,567.50', '1234567.50'],
    ['12,345', '12345.00'],
    ['999999999999999', '999999999999999.00'],
    ['123456789012345', '123456789012345.00'],
    ['12E2', '1200.00'],
    ['1.25e+1', '12.50'],
    ['1E0', '1.00'],
    ['00.50', '0.50'],
    ['(0)', '0.00'],
    [`${' '.repeat(196)}1200`, '1200.00'],
    ['360元/户/月', '360.00'],
    ['+5', '5.00'],
    ['-0.00', '0.00'],
    ['1200.500', '1200.50'],
    ['1.2E+3', '1200.00'],
    ['1.23456789012345E+12', '1234567890123.45'],
    ['5E-2', '0.05'],
    ["'1200", '1200.00'],
    ['\u200b1200\u00a0', '1200.00'],
    ['999999999999999.99', '999999999999999.99'],
  ])('%s is %s', (text, value) => {
    expect(parseMoney(text)).toEqual({ value, problem: null });
  });

  it.each(['', '  ', '- -', '-', '—', '－', '/'])('%j is blank', (text) => {
    expect(parseMoney(text)).toEqual({ value: '', problem: null });
  });

  it.each([
    ['0.005', '0.01'],
    ['0.004', '0.00'],
    ['1.005', '1.01'],
    ['2.675', '2.68'],
    ['1234.5600000000001', '1234.56'],
    ['99.995', '100.00'],
    ['0.123456789万元', '1234.57'],
    ['1E-3', '0.00'],
    ['123456789012345.678', '123456789012345.68'],
  ])('%s is rounded half up to %s, and said', (text, value) => {
    expect(parseMoney(text)).toEqual({ value, problem: 'money-rounded' });
  });

  it.each(['-5', '−5', '－5', '(5.00)', '（5）', '-¥5', '¥-5', '5-', '-0.01', '-1,200元'])(
    '%s is negative',
    (text) => {
      expect(parseMoney(text)).toEqual({ value: '', problem: 'money-negative' });
    },
  );

  it.each([
    ['two points', '1.2.3'],
    ['odd grouping', '12,34,5'],
    ['odd grouping', '1,23'],
    ['odd grouping', '0,123'],
    ['odd grouping', '1234,567'],
    ['decimal comma', '1.200,50'],
    ['two numbers', '12 50'],
    ['per year', '1200元/年'],
    ['per person', '500元/人/月'],
    ['another currency', '$12'],
    ['about', '约1200'],
    ['mixed', '1万2千'],
    ['words', '无'],
    ['an error', '#REF!'],
    ['too long', '6217001234567890123'],
    ['too large', '1E+20'],
    ['more digits than a sheet holds', '1.2345678901234567E+3'],
    ['a bare point', '.'],
    ['a bare unit', '元'],
    ['more blanks than a cell has', `${' '.repeat(197)}1200`],
    ['sixteen digits', '1234567890123456'],
    ['sixteen digits and fen', '1234567890123456.00'],
    ['a bracket before', '(5'],
    ['a bracket after', '5)'],
    ['brackets in the middle', '1(5)'],
    ['brackets and more', '(5)1'],
    ['a sign in the middle', '1+5'],
    ['a letter before an exponent', 'a1E+3'],
    ['an exponent and more', '1E+3a'],
    ['grouping and more', '1,234.5a'],
    ['grouping with a letter', '1a,234'],
    ['another unit', '5斤'],
    ['two signs', '--5'],
  ])('%s: %s', (_, text) => {
    expect(parseMoney(text)).toEqual({ value: '', problem: 'money-unreadable' });
  });
});

describe('the commonest amounts', () => {
  it.each([
    ['1200', '1200.00'],
    ['0', '0.00'],
    ['9', '9.00'],
    ['0.5', '0.50'],
    ['1200.50', '1200.50'],
    ['909.09', '909.09'],
    ['123456789012345', '123456789012345.00'],
  ])('%s is read without any pattern', (text, value) => {
    expect(plainAmount(text)).toEqual({ value, problem: null });
  });

  it.each([
    '',
    '.5',
    '5.',
    '007',
    '00',
    '1.2.3',
    '1.234',
    '1234567890123456',
    '12/',
    '12:',
    '-1',
    '1,200',
    '1.5/',
    '.',
  ])('%j is left to the patterns', (text) => {
    expect(plainAmount(text)).toBeNull();
  });
});

describe('scaleMoney', () => {
  it.each([
    ['0.12', 10_000, 1, '1200.00'],
    ['1200.00', 1, 12, '100.00'],
    ['100.00', 1, 12, '8.33'],
    ['100.02', 1, 12, '8.34'],
    ['0.06', 1, 12, '0.01'],
    ['0.05', 1, 12, '0.00'],
    ['1000.00', 1, 3, '333.33'],
    ['2.50', 10_000, 12, '2083.33'],
    ['999999999999999.99', 1, 1, '999999999999999.99'],
    ['', 10_000, 1, ''],
  ])('%s × %d / %d is %s', (value, times, over, expected) => {
    expect(scaleMoney(value, { times, over })).toBe(expected);
  });

  it('refuses a factor that is not above 0', () => {
    for (const [times, over] of [
      [1, 0],
      [0, 1],
      [-1, 1],
      [1, -1],
      [-1, -1],
    ] as const)
      expect(() => scaleMoney('1.00', { times, over })).toThrow(new RangeError(`factor ${times}/${over}`));
  });
});

describe('parseInteger', () => {
  it.each([
    ['3', '3'],
    ['0', '0'],
    ['003', '3'],
    ['３', '3'],
    ['3.0', '3'],
    ['3人', '3'],
    ['3 口', '3'],
    ['2辆', '2'],
    ['1,234', '1234'],
    ['三', '3'],
    ['两套', '2'],
    ['十二', '12'],
    ['二十五人', '25'],
    ['12,345,678套', '12345678'],
    ['123,456', '123456'],
    ['999999999', '999999999'],
    ['3.00', '3'],
    ['3.', '3'],
    ["''5", '5'],
    ['', ''],
    ['-', ''],
  ])('%j is %j', (text, value) => {
    expect(parseInteger(text)).toEqual({ value, problem: null });
  });

  it.each([
    '2.5',
    '-1',
    '3-4',
    '约3',
    '1e3',
    '无',
    '12345678901',
    '1234567890',
    '1,23',
    '多',
    '3人多',
    '三人多',
    '约三',
    "5'3",
    '十十',
    '一二十',
    '两两',
  ])('%s is unreadable', (text) => {
    expect(parseInteger(text)).toEqual({ value: '', problem: 'int-unreadable' });
  });
});

describe('amounts of a column of 万元', () => {
  const parse = moneyNormaliser({ isWan: true, isDecimalComma: false });
  it.each([
    ['1.85625', '18562.50', null],
    ['0.336975', '3369.75', null],
    ['0.33697549', '3369.75', 'money-rounded'],
    ['3', '30000.00', null],
    ['1,200', '12000000.00', null],
    ['0.05万元', '500.00', null],
    ['0.05万', '500.00', null],
    ['500元', '', 'money-unreadable'],
    ['500元/月', '', 'money-unreadable'],
    ['', '', null],
    ['-1', '', 'money-negative'],
    ['5圆', '', 'money-unreadable'],
    ['5块钱', '', 'money-unreadable'],
    ['2千元', '2000.00', null],
  ])('%s is %s', (text, value, problem) => {
    expect(parse(text)).toEqual({ value, problem });
  });
});

describe('amounts in a file delimited by semicolons', () => {
  const parse = moneyNormaliser({ isWan: false, isDecimalComma: true });
  it.each([
    ['640,50', '640.50', null],
    ['640,5', '640.50', null],
    ['1.200,50', '1200.50', null],
    ['1.234.567,89', '1234567.89', null],
    ['￥640,50元', '640.50', null],
    ['640.50', '640.50', null],
    ['1,200.50', '1200.50', null],
    ['1,200', '1200.00', null],
    ['1.200', '', 'money-unreadable'],
    ['1.200.300', '', 'money-unreadable'],
    ['12.200,50', '12200.50', null],
    ['人民币 640,50', '640.50', null],
    ['1,640,50', '', 'money-unreadable'],
    ['640,505', '640505.00', null],
    [' 1.200 ', '', 'money-unreadable'],
    ['-640,50', '', 'money-negative'],
    ['1,2,3', '', 'money-unreadable'],
  ])('%s is %s', (text, value, problem) => {
    expect(parse(text)).toEqual({ value, problem });
  });
});
