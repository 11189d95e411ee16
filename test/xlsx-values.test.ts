import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInKind, formatKind } from '../src/read/xlsx/formats.js';
import { formattedText, isoText, numberText } from '../src/read/xlsx/values.js';

describe('a number as text', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333333333'],
    [-1234.5, '-1234.5'],
    [123456789012345, '123456789012345'],
    [999999999999999, '999999999999999'],
    [1e15, '1.00000000000000E+15'],
    [Number('330482196305151234'), '3.30482196305151E+17'],
    [330482196305150000, '3.30482196305150E+17'],
    [1e-7, '0.0000001'],
    [-1.5e-10, '-0.00000000015'],
    [4.35 * 100, '435'],
    [1e-300, '1E-300'],
  ])('%d is %s', (value, text) => expect(numberText(value)).toBe(text));

  it('keeps 15 significant digits of any amount, without an exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (cents) => {
        const text = numberText(cents / 100);
        expect(text).not.toContain('E');
        expect(Math.round(Number(text) * 100)).toBe(cents);
      }),
    );
  });
});

describe('a number under a date format', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [45296, '2024-01-05'],
    [45296.354, '2024-01-05 08:29:46'],
    [45296.9999999, '2024-01-06'],
    [2958465, '9999-12-31'],
    [2958466, '2958466'],
    [0, '0'],
    [-1, '-1'],
    [0.5, '12:00:00'],
  ])('%d is %s', (serial, text) => expect(formattedText(serial, 'date', false)).toBe(text));

  it('counts from 1904 where the workbook does', () => {
    expect(formattedText(0, 'date', true)).toBe('1904-01-01');
    expect(formattedText(43834, 'date', true)).toBe('2024-01-05');
  });

  it('shows the time alone under a time format', () => {
    expect(formattedText(45296.75, 'time', false)).toBe('18:00:00');
    expect(formattedText(0.25, 'time', false)).toBe('06:00:00');
  });
});

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['@', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00;[Red]-#,##0.00', 'number'],
    ['"日期"0', 'number'],
    ['0\\d', 'number'],
    ['_(* #,##0_);_(* \\(#,##0\\)', 'number'],
    ['[h]:mm:ss', 'number'],
    ['[mm]:ss', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['[$-804]yyyy年m月', 'date'],
    ['[DBNum1][$-804]m"月"d"日"', 'date'],
    ['m/d/yy h:mm', 'date'],
    ['mmm', 'date'],
    ['[$-804]aaaa', 'date'],
    ['[$-411]ge.m.d', 'date'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[$-F400]h:mm:ss AM/PM', 'time'],
  ])('%s makes a %s', (code, kind) => expect(formatKind(code)).toBe(kind));

  it('knows the built-in ones of Chinese Excel', () => {
    expect([14, 31, 57, 20, 32, 55, 46, 49, 0].map(builtInKind)).toEqual([
      ...['date', 'date', 'date', 'time', 'time', 'time', 'number', 'number', 'number'],
    ]);
  });
});

describe('ISO 8601 cells', () => {
  it.each([
    ['2024-01-05', '2024-01-05'],
    ['2024-01-05T00:00:00', '2024-01-05'],
    ['2024-01-05T08:30:00Z', '2024-01-05 08:30:00'],
    ['2014-02-14T08:27:48.6', '2014-02-14 08:27:49'],
    ['08:30', '08:30:00'],
    ['2024-13-05', '2024-13-05'],
    ['去年', '去年'],
    ['', ''],
  ])('%s is %s', (text, expected) => expect(isoText(text)).toBe(expected));
});
