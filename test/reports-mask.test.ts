import { describe, expect, it } from 'vitest';
import { maskId, maskIdsIn, maskKnownIn } from '../src/messages/mask.js';
import { inventedId } from './reports-fixture.js';

describe('masking', () => {
  it('keeps the first six and the last four characters of an ID', () => {
    expect(maskId('330482196305151234')).toBe('330482********1234');
    expect(maskId('33048219630515123X')).toBe('330482********123X');
    expect(maskId('330482630515123')).toBe('330482*****5123');
  });

  it('shows little of what is too short to be an ID, and nothing is hidden in words', () => {
    expect(maskId('3304821963')).toBe('33******63');
    expect(maskId('3304')).toBe('****');
    expect(maskId('不详')).toBe('不详');
  });

  it.each([
    ['其子(330482196305151234)在编', '其子(330482********1234)在编'],
    ['330482630515123,330482196305151234', '330482*****5123,330482********1234'],
    ['17位 33048219630515123 末位丢失', '17位 330482*******5123 末位丢失'],
    ['330482 19630515 1234', '330482 ******** 1234'],
    ['３３０４８２１９６３０５１５１２３Ｘ', '３３０４８２********１２３Ｘ'],
    ['R04.car-330482630515123', 'R04.car-330482*****5123'],
    ['R04.car-33048219630515123', 'R04.car-330482*******5123'],
    ['R04.car-330482196305151234', 'R04.car-330482********1234'],
    ['R04.car-3304821963051512', 'R04.car-330482******1512'],
    ['编号-9074218356120934 ID-9074218356120934', '编号-907421******0934 ID-907421******0934'],
    ['3.30482196305151E+17', '3.30482********E+17'],
  ])('masks IDs in texts: %s', (text, masked) => {
    expect(maskIdsIn(text)).toBe(masked);
  });

  it.each([
    '2026-11-01 12:00:00',
    '浙F12345',
    '13800000000',
    '330482001001GB00001F00010001',
    '91330482MA2CXJ1234',
    '合计 12345678901234 元',
    '330482********1234',
    '没有编号为“R04.car-9074218356120934”的疑点',
    'R02-9074218356120934、D01.duplicate-1234567812345678',
  ])('leaves other numbers alone: %s', (text) => {
    expect(maskIdsIn(text)).toBe(text);
  });

  it('is the same when done twice', () => {
    for (let n = 0; n < 200; n++) {
      const once = maskIdsIn(`证号${inventedId(n)}。`);
      expect(once).not.toContain(inventedId(n));
      expect(maskIdsIn(once)).toBe(once);
    }
  });

  it('masks a damaged ID that is known from elsewhere', () => {
    expect(maskKnownIn('名册证号33048219630对不上', ['33048219630'])).toBe('名册证号33*******30对不上');
  });
});
