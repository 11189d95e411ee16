import { describe, expect, it } from 'vitest';
import { isoDate, isRealDate, serialDate } from '../src/normalise/calendar.js';
import { readNumeral } from '../src/normalise/chinese-numbers.js';
import { hasOwnDay, splitTime } from '../src/normalise/time-of-day.js';

describe('a number as it is written out', () => {
  it.each<[string, number]>([
    ['113', 113],
    ['0012', 12],
    ['9999', 9999],
    ['二〇二四', 2024],
    ['二○二四', 2024],
    ['六七八九', 6789],
    ['陆柒捌玖', 6789],
    ['壹贰叁肆', 1234],
    ['零伍', 5],
    ['一2', 12],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十五', 25],
    ['廿五', 25],
    ['卅', 30],
    ['卅一', 31],
    ['拾贰', 12],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十三', 113],
    ['壹佰贰拾叁', 123],
    ['二百八十九', 289],
  ])('%s is %i', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it.each([
    ...[
      '',
      '12345',
      '一二三四五',
      '12a',
      'a12',
      '甲',
      '2甲',
      '十十',
      '二十三十',
      '甲十',
      '十甲',
      '甲百',
      '一百甲',
    ],
    ...['一百甲十', '百五', '一二十', '一百二三', '五十六七'],
  ])('%j is none: a guess would be another day', (text) => {
    expect(readNumeral(text)).toBeNull();
  });
});

describe('a day of the calendar', () => {
  it('is one that there was', () => {
    const last = (year: number): number[] =>
      Array.from(
        { length: 12 },
        (_, at) => [31, 30, 29, 28].find((day) => isRealDate(year, at + 1, day)) ?? 0,
      );
    expect(last(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([2024, 2000, 1900].map((year) => last(year)[1])).toEqual([29, 29, 28]);
    for (const [month, day] of [
      [1, 0],
      [0, 1],
      [13, 1],
      [1, 32],
      [4, 31],
      [1, -1],
    ] as const)
      expect(isRealDate(2024, month, day)).toBe(false);
    expect([isRealDate(0, 1, 1), isRealDate(1, 1, 1)]).toEqual([false, true]);
  });

  it('is written with four, two and two digits', () => {
    expect([isoDate(2024, 3, 5), isoDate(2024, 10, 10), isoDate(33, 9, 9)]).toEqual([
      ...['2024-03-05', '2024-10-10', '0033-09-09'],
    ]);
  });

  it('is counted by spreadsheets from the end of 1899', () => {
    expect([serialDate(61), serialDate(45_321), serialDate(45_657)]).toEqual([
      19_000_301, 20_240_130, 20_241_231,
    ]);
  });
});

describe('the time of day behind a date', () => {
  it('is cut off, and the weekday with it', () => {
    expect(splitTime('2024-03-05 08:30')).toEqual({ date: '2024-03-05', time: ' 08:30' });
    expect(splitTime('2024年3月5日14时')).toEqual({ date: '2024年3月5日', time: '14时' });
    expect(splitTime('2024-03-05 星期二 08:30')).toEqual({ date: '2024-03-05', time: ' 08:30' });
    expect(splitTime('2024-03-05(周日)')).toEqual({ date: '2024-03-05', time: '' });
    expect(splitTime('2024-03-05 ')).toEqual({ date: '2024-03-05', time: '' });
    expect(splitTime('星期二 2024-03-05')).toEqual({ date: '星期二 2024-03-05', time: '' });
  });

  it.each([
    ...['', ' 00:00', ' 24:00', 'T23:59:59', '14时', ' 下午 8:30', '08:30', ' 08:30:00.123', ' 8点30分15秒'],
  ])('%j lies on the day written', (time) => {
    expect(hasOwnDay(time)).toBe(true);
  });

  it.each(['noon', ' 25:00', ' 08:60', 'T24:01:60Z'])('%j lies on no day', (time) => {
    expect(hasOwnDay(time)).toBe(false);
  });

  // In China it is eight hours later than at Z.
  it.each<[string, boolean]>([
    ['T15:59:00Z', true],
    ['T16:00:00Z', false],
    ['T15:59:00z', true],
    ['T00:00:00+08:00', true],
    ['T00:00:00+08:01', false],
    ['T20:30:00+05:30', true],
    ['T21:30:00+05:30', false],
    ['T10:59:00-05:00', true],
    ['T11:00:00-05:00', false],
    ['T00:30:00+0900', false],
    [' 下午 3:59Z', true],
    [' 下午 4:00Z', false],
    [' 晚上 4:00Z', false],
    [' 上午 4:00Z', true],
    [' 4:00 PM Z', false],
    [' 4:00 pm Z', false],
    [' 4:00 AM Z', true],
    [' 下午 12:30Z', true],
    [' 下午 13:30Z', true],
    ['16时Z', false],
    ['15时Z', true],
  ])('%s with its zone: on its own day in China: %s', (time, own) => {
    expect(hasOwnDay(time)).toBe(own);
  });
});
