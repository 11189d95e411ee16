import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '../src/records/types.js';

// Loaded inside of each test: a module that breaks as it is loaded fails them, and does not take them away.
const normalise = () => import('../src/normalise/index.js');
const areas = async () => (await import('../src/normalise/areas.js')).areaState;

describe('the reader of a column', () => {
  const read = async (over: Partial<FieldSpec>, text: string) => {
    const { fieldNormaliser } = await normalise();
    const field: FieldSpec = { name: 'x', title: 'x', type: 'text', labels: [], household: false, ...over };
    return fieldNormaliser(field)(text);
  };

  it.each<[FieldSpec['type'], string, string]>([
    ['id', '330482030515123', '330482190305151238'],
    ['name', '张 三', '张三'],
    ['date', '2024年3月5日', '2024-03-05'],
    ['month', '2024年3月', '2024-03'],
    ['money', '1,200元', '1200.00'],
    ['int', '3人', '3'],
    ['text', ' 甲 乙 ', '甲 乙'],
    ['bool', '享受', 'true'],
    ['code', '城市低保', 'urban'],
  ])('of type %s reads %s as %s', async (type, text, value) => {
    const codes = [{ code: 'urban', labels: ['城市'] }];
    const parsed = await read({ type, codes }, text);
    expect(parsed.value.slice(0, 17)).toBe(value.slice(0, 17));
    expect(parsed.problem).toBeNull();
  });

  it('keeps keys strict, since they join: household numbers, bank accounts and plates', async () => {
    expect(await read({ name: 'household_id' }, ' 00－1')).toEqual({ value: '00-1', problem: null });
    expect(await read({ name: 'bank_account' }, '6217 0012')).toEqual({ value: '62170012', problem: null });
    expect(await read({ name: 'plate' }, '浙f·1')).toEqual({ value: '浙F1', problem: null });
    expect(await read({ name: 'address' }, '浙f·1')).toEqual({ value: '浙f·1', problem: null });
    expect(await read({ name: 'plate', type: 'int' }, '3')).toEqual({ value: '3', problem: null });
  });

  it('of a code without a list knows none', async () => {
    const { normaliser } = await normalise();
    expect(normaliser('code')('甲')).toEqual({ value: 'other', problem: 'code-unknown' });
    expect(await read({ type: 'code' }, '甲')).toEqual({ value: 'other', problem: 'code-unknown' });
    expect(normaliser('code', [{ code: 'a', labels: ['甲'] }])('甲').value).toBe('a');
  });
});

describe('a vehicle’s status', () => {
  it.each<[string, string]>([
    ['A', 'active'],
    ['ab', 'active'],
    ['Ａ', 'active'],
    ['AE', 'ended'],
    ['M', 'ended'],
    ['p', 'ended'],
    [' E ', 'ended'],
    ['注销', 'words'],
    ['A正常', 'words'],
    ['A1', 'words'],
    ['', 'words'],
  ])('%j is %s', async (text, value) => {
    const { parseVehicleStatus } = await import('../src/normalise/vehicle-status.js');
    const words = () => ({ value: 'words', problem: null });
    expect(parseVehicleStatus(words)(text)).toEqual({ value, problem: null });
  });
});

describe('the area in an ID number', () => {
  it.each<[string, number, string]>([
    ['330482', 1990, 'known'],
    ['110225', 1986, 'known'],
    ['110225', 1987, 'not-then'],
    ['110111', 1985, 'known'],
    ['110111', 1984, 'not-then'],
    // Cards began in 1984: whoever was born before has the code of then.
    ['110225', 1930, 'known'],
    ['110110', 1960, 'known'],
    ['110111', 1960, 'not-then'],
    ['999999', 1990, 'unknown'],
    ['000000', 1990, 'unknown'],
    ['810000', 1960, 'known'],
    ['840000', 1960, 'unknown'],
    ['911156', 1990, 'known'],
    ['999156', 1990, 'unknown'],
    // 01 is a city's districts as a whole, which the table has not.
    ['330401', 1990, 'known'],
    ['330501', 1900, 'known'],
    ['999901', 1990, 'unknown'],
  ])('%s of somebody born in %i is %s', async (code, year, state) => {
    expect((await areas())(code, year)).toBe(state);
  });
});
