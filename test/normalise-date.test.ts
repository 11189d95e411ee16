import { describe, expect, it } from 'vitest';
import { parseDate, parseMonth } from '../src/normalise/index.js';

describe('parseDate', () => {
  const readable: [string, string][] = [
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2024/3/15', '2024-03-15'],
    ['2024/12/5', '2024-12-05'],
    ['2024.3.5', '2024-03-05'],
    ['２０２４．３．５', '2024-03-05'],
    ['2024。3。5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ["'20240305", '2024-03-05'],
    ['20240305.0', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['2024年3月5号', '2024-03-05'],
    ['2024-2-29', '2024-02-29'],
    ['2024-03', '2024-03-01'],
    ['2024-3', '2024-03-01'],
    ['2024/11', '2024-11-01'],
    ['2024.3', '2024-03-01'],
    ['2024.10', '2024-10-01'],
    ['2024.01', '2024-01-01'],
    ['202403', '2024-03-01'],
    ['2024年3月', '2024-03-01'],
    ['2024年03月份', '2024-03-01'],
    ['45321', '2024-01-30'],
    ['45321.5', '2024-01-30'],
    ['45321.99999', '2024-01-30'],
    ['60000', '2064-04-08'],
    ['二〇二四年三月', '2024-03-01'],
    ['二〇二四年三月五日', '2024-03-05'],
    ['二○二四年十二月三十一日', '2024-12-31'],
    ['二零二四年十月二十日', '2024-10-20'],
    ['二OO五年十一月廿五日', '2005-11-25'],
    ['二00五年十一月卅日', '2005-11-30'],
    ['贰零贰肆年叁月伍日', '2024-03-05'],
    ['2024年三月五日', '2024-03-05'],
    ['民国113年3月', '2024-03-01'],
    ['民国113年3月5日', '2024-03-05'],
    ['中華民國38年10月1日', '1949-10-01'],
    ['民国三十八年十月一日', '1949-10-01'],
    ['民国一百一十三年三月五日', '2024-03-05'],
    ['民国元年一月一日', '1912-01-01'],
    ['公元2024年3月5日', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['2024-03-05T23:59:59', '2024-03-05'],
    ['2024-03-05 08:30:00.123', '2024-03-05'],
    ['2024/3/5 8:30', '2024-03-05'],
    ['2024/3/5 下午 8:30:15', '2024-03-05'],
    ['2024年3月5日14时30分', '2024-03-05'],
    ['2024年3月5日 14点', '2024-03-05'],
    ['20240305 12:00:00', '2024-03-05'],
    ['20240305143000', '2024-03-05'],
    ['2024年3月5日星期二', '2024-03-05'],
    ['2024-03-05 (周二)', '2024-03-05'],
    ['2024-03-05T00:30:00+08:00', '2024-03-05'],
    ['2024-03-05T15:59:59Z', '2024-03-05'],
    ['\u200b2024-03-05\u00a0', '2024-03-05'],
    ['1850-01-01', '1850-01-01'],
    ['2200-12-31', '2200-12-31'],
  ];
  it.each(readable)('%s is %s', (text, value) => {
    expect(parseDate(text)).toEqual({ value, problem: null });
  });

  it.each(['', ' ', '　', '-', '—', '--', '/', '\ufeff'])('%j is blank', (text) => {
    expect(parseDate(text)).toEqual({ value: '', problem: null });
  });

  const unreadable = [
    ['no such day', '2024.2.30'],
    ['no such day', '2023-02-29'],
    ['no such day', '20240431'],
    ['no such month', '2024-13-05'],
    ['no such month', '202413'],
    ['day 0', '2024-03-00'],
    ['day 0', '20240300'],
    ['two-digit year', '24-03-05'],
    ['two-digit year', '24.3.5'],
    ['two-digit year', '98年3月5日'],
    ['two-digit year', '240305'],
    ['month or day first', '3/5/2024'],
    ['year alone', '2024'],
    ['year alone', '2024年'],
    ['year alone', '民国113年'],
    ['January, or October that a sheet cut short', '2024.1'],
    ['seven digits', '2024305'],
    ['lunar', '2024年正月初五'],
    ['lunar', '二〇二四年三月初五'],
    ['元月 is lunar to some', '2024年元月5日'],
    ['a day earlier than in China', '2024-03-05T16:00:00Z'],
    ['a day later than in China', '2024-03-05T00:30:00+09:00'],
    ['spaces alone', '2024 03 05'],
    ['a space that could join digits', '2024-1 1'],
    ['a range', '2024-03-05至2024-06-05'],
    ['never', '9999-12-31'],
    ['long ago', '1849-12-31'],
    ['no such hour', '2024-03-05 25:00:00'],
    ['a fraction of a yyyymmdd', '20240305.5'],
    ['words', '长期'],
    ['words', '无'],
    ['an error', '#N/A'],
    ['an exponent', '4.5E+04'],
    ['leading zero', '01234'],
  ];
  it.each(unreadable)('%s: %s', (_, text) => {
    expect(parseDate(text)).toEqual({ value: '', problem: 'date-unreadable' });
  });

  it('agrees with the calendar on every day of four centuries, in every plain form', () => {
    const day = new Date(Date.UTC(1850, 0, 1));
    for (; day.getUTCFullYear() < 2201; day.setUTCDate(day.getUTCDate() + 1)) {
      const iso = day.toISOString().slice(0, 10);
      const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
      if (parseDate(iso).value !== iso) expect.unreachable(iso);
      if (parseDate(`${y}/${m}/${d}`).value !== iso) expect.unreachable(`${y}/${m}/${d}`);
      if (parseDate(iso.replaceAll('-', '')).value !== iso) expect.unreachable(iso.replaceAll('-', ''));
      const serial = Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
      if (serial >= 10_000 && serial <= 99_999 && parseDate(String(serial)).value !== iso) {
        expect.unreachable(String(serial));
      }
    }
  });
});

describe('parseMonth', () => {
  it.each([
    ['2024-03', '2024-03'],
    ['202403', '2024-03'],
    ['2024年3月', '2024-03'],
    ['二〇二四年三月', '2024-03'],
    ['民国113年3月', '2024-03'],
    ['2024/3/31', '2024-03'],
    ['45321', '2024-01'],
    ['2024-03-05 00:00:00', '2024-03'],
    ['1949-10', '1949-10'],
  ])('%s is %s', (text, value) => {
    expect(parseMonth(text)).toEqual({ value, problem: null });
  });

  it.each(['3月', '2024', '2024-13', '2024年1-3月', '24-03', '2024.1'])('%s is unreadable', (text) => {
    expect(parseMonth(text)).toEqual({ value: '', problem: 'month-unreadable' });
  });

  it('blank', () => {
    expect(parseMonth(' — ')).toEqual({ value: '', problem: null });
  });
});
