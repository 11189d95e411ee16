import { describe, expect, it } from 'vitest';
import { guessRecord } from '../src/read/header-guess.js';
import { table } from './header-helpers.js';

describe('guessing the record set', () => {
  it('knows a table by its headers', () => {
    const [best] = guessRecord(table('身份证号|姓名|号牌号码|车辆类型', '1|甲|浙F1|轿车'), 'a.csv', null);
    expect(best).toMatchObject({ key: 'vehicle', missing: [] });
    expect(best?.layout?.headerRow).toBe(1);
  });

  it('tells what is missing where nothing fits whole', () => {
    const guesses = guessRecord(table('姓名|号牌号码|车辆类型', '甲|浙F1|轿车'), '机动车.csv', null);
    const vehicle = guesses.find((guess) => guess.key === 'vehicle');
    expect(vehicle).toMatchObject({
      layout: null,
      mapped: ['vehicle_type', 'name', 'plate'],
      missing: ['id_number'],
    });
    expect(guesses[0]?.key).toBe('vehicle');
  });

  it('goes by the name where headers are the same', () => {
    const rows = table('户号|日期|原因', 'h1|2026-01-01|无');
    expect(guessRecord(rows, '主动退出.xlsx', 'Sheet1')[0]?.key).toBe('voluntary');
    expect(guessRecord(rows, '入户.xlsx', '拒绝核查')[0]?.key).toBe('refusal');
  });
});
