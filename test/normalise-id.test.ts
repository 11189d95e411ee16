import { describe, expect, it } from 'vitest';
import { idFault } from '../src/normalise/id-checks.js';
import {
  birthDate,
  checksum,
  damagedNeighbours,
  idVerdict,
  isValidId18,
  packId,
  parsedId,
  parseId,
  parseIdBytes,
  sexOf,
  unpackId,
} from '../src/normalise/index.js';
import { inventEndingIn, inventId } from './normalise-people.js';

const id = inventId('330482', '19030515', '123');
const idX = inventEndingIn('X', '19011020');
const old = '330482030515123';

describe('parseId: one person, many spellings', () => {
  const wide = (text: string) =>
    text.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const spellings: [string, string, string][] = [
    ['plain', id, id],
    ['quote mark before', `'${id}`, id],
    ['full-width quote mark before', `＇${id}`, id],
    ['="…" of an export', `="${id}"`, id],
    ['tab before, spaces after', `\t${id}  `, id],
    ['inner spaces', `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`, id],
    ['ideographic and no-break spaces', `　${id.slice(0, 6)}\u00a0${id.slice(6)}`, id],
    ['zero-width space', `${id.slice(0, 9)}\u200b${id.slice(9)}`, id],
    ['byte order mark', `\ufeff${id}`, id],
    ['direction marks', `\u202d${id}\u202c`, id],
    ['hyphens', `${id.slice(0, 6)}-${id.slice(6, 14)}－${id.slice(14)}`, id],
    ['full-width', wide(id), id],
    ['full-width X', wide(idX), idX],
    ['lower x', idX.toLowerCase(), idX],
    ['Cyrillic Х', `${idX.slice(0, 17)}Х`, idX],
    ['Cyrillic х', `${idX.slice(0, 17)}х`, idX],
    ['multiplication sign for X', `${idX.slice(0, 17)}×`, idX],
    ['15 digits', old, id],
    ['15 digits, full-width, spaced', ` ${wide(old)} `, id],
    [
      'residence permit of Macau',
      inventId('820000', '19030515', '001'),
      inventId('820000', '19030515', '001'),
    ],
  ];
  it.each(spellings)('%s', (_, text, value) => {
    expect(parseId(text)).toEqual({ value, problem: null });
  });

  it.each(['', ' ', '　', '-', '—', '——', '/', '\u200b'])('%j is blank', (text) => {
    expect(parseId(text)).toEqual({ value: '', problem: null });
  });
});

describe('parseId: what is wrong', () => {
  const rounded = `${id.slice(0, 15)}000`;
  const wrongCheck = id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
  const problems: [string, string, string][] = [
    [id.slice(0, 17), 'id-length', id.slice(0, 17)],
    [`${id}0`, 'id-length', `${id}0`],
    ['330482', 'id-length', '330482'],
    [`${id.slice(0, 8)}O${id.slice(9)}`, 'id-characters', `${id.slice(0, 8)}O${id.slice(9)}`],
    [`${id.slice(0, 8)}X${id.slice(9)}`, 'id-characters', `${id.slice(0, 8)}X${id.slice(9)}`],
    ['无', 'id-characters', ''],
    ['不详', 'id-characters', ''],
    ['待补0', 'id-characters', ''],
    ['30', 'id-length', ''],
    ['1'.repeat(15), 'id-characters', ''],
    ['1'.repeat(18), 'id-checksum', ''],
    ['0'.repeat(18), 'id-date', ''],
    ['1E17', 'id-rounded', '1E17'],
    ['3.3E17', 'id-rounded', '3.3E17'],
    ['3.3E+17', 'id-rounded', '3.3E+17'],
    ['3.3E+17A', 'id-characters', '3.3E+17A'],
    ['13.3E+17', 'id-characters', '13.3E+17'],
    ['证E', 'id-characters', ''],
    [`甲${'1'.repeat(15)}`, 'id-characters', `甲${'1'.repeat(15)}`],
    [`${'1'.repeat(15)}甲`, 'id-characters', `${'1'.repeat(15)}甲`],
    ['1*', 'id-masked', '1*'],
    [`${id}×`, 'id-masked', `${id}×`],
    ['护照e12345678', 'id-characters', '护照E12345678'],
    [inventId('330482', '19030230', '123'), 'id-date', inventId('330482', '19030230', '123')],
    [inventId('330482', '19031301', '123'), 'id-date', inventId('330482', '19031301', '123')],
    [inventId('330482', '19000229', '123'), 'id-date', inventId('330482', '19000229', '123')],
    [inventId('330482', '00000101', '123'), 'id-date', inventId('330482', '00000101', '123')],
    ['330482030230123', 'id-date', '330482030230123'],
    [wrongCheck, 'id-checksum', wrongCheck],
    ['3.30482E+17', 'id-rounded', '3.30482E+17'],
    ['3.30482190305151e+17', 'id-rounded', '3.30482190305151E+17'],
    ["'3.30482E+17", 'id-rounded', '3.30482E+17'],
    [rounded, 'id-rounded', rounded],
    ['330482********1234', 'id-masked', '330482********1234'],
    ['330482＊＊＊＊＊＊＊＊1234', 'id-masked', '330482********1234'],
    ['330482XXXXXXXX1234', 'id-masked', '330482XXXXXXXX1234'],
    ['330482××××××××1234', 'id-masked', '330482××××××××1234'],
    ['3304821903051512**', 'id-masked', '3304821903051512**'],
  ];
  it.each(problems)('%s is %s', (text, problem, value) => {
    expect(parseId(text)).toEqual({ value, problem });
  });

  it('a number that ends in 000 with the right checksum is whole', () => {
    const ends000 = Array.from({ length: 2800 }, (_, i) =>
      inventId(
        '330482',
        `19${String(10 + (Math.trunc(i / 28) % 90))}05${String((i % 28) + 1).padStart(2, '0')}`,
        '000',
      ),
    ).find((text) => text.endsWith('0000'));
    expect(ends000).toBeDefined();
    expect(parseId(ends000 ?? '')).toEqual({ value: ends000, problem: null });
  });
});

describe('facts in a number', () => {
  it('checksum', () => {
    expect(checksum(id.slice(0, 17))).toBe(id.slice(17));
    expect(checksum(idX.slice(0, 17))).toBe('X');
  });

  it('isValidId18 takes canonical text only', () => {
    expect(isValidId18(id)).toBe(true);
    expect(isValidId18(idX.toLowerCase())).toBe(false);
    expect(isValidId18(old)).toBe(false);
  });

  it('the first fault, sign by sign', () => {
    const at = (place: number, sign: string): string => id.slice(0, place) + sign + id.slice(place + 1);
    for (const sign of '/:aX')
      for (const place of [0, 6, 16]) expect(idFault(at(place, sign))).toBe('id-characters');
    for (const sign of '/:ay') expect(idFault(at(17, sign))).toBe('id-characters');
    expect(idFault(idX.toLowerCase())).toBeNull();
    expect(idFault(inventEndingIn('0', '19011020'))).toBeNull();
    expect(idFault(inventEndingIn('9', '19011020'))).toBeNull();
    expect(isValidId18(`${id}1`)).toBe(false);
  });

  it('birth date, also of a number whose checksum is wrong', () => {
    expect(birthDate(id)).toBe('1903-05-15');
    expect(birthDate(`${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`)).toBe('1903-05-15');
    expect(birthDate(`AB0482${id.slice(6)}`)).toBe('1903-05-15');
    expect(birthDate(inventId('330482', '19030230', '123'))).toBeNull();
    expect(birthDate(`330482190305A5${id.slice(14)}`)).toBeNull();
    expect(birthDate(old)).toBeNull();
    expect(birthDate(`${id}1`)).toBeNull();
    expect(birthDate(`330482A9030515${id.slice(14)}`)).toBeNull();
    expect(birthDate(`3304821903051A${id.slice(14)}`)).toBeNull();
  });

  it('sex', () => {
    expect(sexOf(inventId('330482', '19030515', '123'))).toBe('male');
    expect(sexOf(inventId('330482', '19030515', '124'))).toBe('female');
    expect(sexOf(old)).toBeNull();
    expect(sexOf(`${id}1`)).toBeNull();
    expect([...'/0189:X'].map((sign) => sexOf(`${id.slice(0, 16)}${sign}${id.slice(17)}`))).toEqual([
      ...[null, 'female', 'male', 'female', 'male', null, null],
    ]);
  });
});

describe('idVerdict', () => {
  const verdicts: [string, string, string | undefined, string, string[]][] = [
    ['in force at birth', inventId('330482', '19950515', '123'), undefined, 'valid', []],
    [
      'code began after birth',
      inventId('330482', '19850515', '123'),
      undefined,
      'warning',
      ['area-not-then'],
    ],
    [
      'code ended before birth',
      inventId('330422', '19990515', '123'),
      undefined,
      'warning',
      ['area-not-then'],
    ],
    ['code in force when cards began', inventId('330422', '19030515', '123'), undefined, 'valid', []],
    ['no such area', inventId('999999', '19950515', '123'), undefined, 'warning', ['area-unknown']],
    ['no such county', inventId('330499', '19950515', '123'), undefined, 'warning', ['area-unknown']],
    ['districts of a city', inventId('330401', '19950515', '123'), undefined, 'valid', []],
    ['foreigner, card of 2023', inventId('932682', '19950515', '123'), undefined, 'valid', []],
    ['residence permit', inventId('830000', '19950515', '123'), undefined, 'valid', []],
    ['born after the day', inventId('330482', '20240602', '123'), '2024-06-01', 'warning', ['birth-future']],
    ['born on the day', inventId('330482', '20240601', '123'), '2024-06-01', 'valid', []],
    [
      'born on the first day that is not too early',
      inventId('330422', '18500101', '123'),
      undefined,
      'valid',
      [],
    ],
    ['born the day before', inventId('330422', '18491231', '123'), undefined, 'warning', ['birth-too-early']],
    ['born long after', inventId('330482', '20250101', '123'), undefined, 'valid', []],
    ['born in 1709', inventId('330422', '17090601', '123'), undefined, 'warning', ['birth-too-early']],
  ];
  it.each(verdicts)('%s', (_, text, asOf, verdict, warnings) => {
    expect(idVerdict(text, asOf)).toEqual({ verdict, value: text, problem: null, warnings });
  });

  it('an invalid number has its problem and no warnings', () => {
    expect(idVerdict('330482')).toEqual({
      verdict: 'invalid',
      value: '330482',
      problem: 'id-length',
      warnings: [],
    });
    expect(idVerdict('')).toEqual({ verdict: 'invalid', value: '', problem: null, warnings: [] });
  });
});

describe('damagedNeighbours', () => {
  const swap = (text: string, at: number) =>
    text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

  it('finds the number again from every single changed digit and every swap of neighbours', () => {
    for (const whole of [id, idX]) {
      for (let at = 0; at < 18; at += 1) {
        const changed = whole.slice(0, at) + (whole.charAt(at) === '7' ? '8' : '7') + whole.slice(at + 1);
        expect(isValidId18(changed)).toBe(false);
        expect(damagedNeighbours(changed)).toContain(whole);
        if (at === 17 || whole.charAt(at) === whole.charAt(at + 1)) continue;
        const swapped = swap(whole, at);
        expect(damagedNeighbours(swapped)).toContain(whole);
      }
    }
  });

  it('has none where two letters stand in it: no single slip explains them', () => {
    expect(damagedNeighbours(`AB${id.slice(2)}`)).toEqual([]);
    expect(damagedNeighbours(`${id.slice(0, 6)}I${id.slice(7, 17)}I`)).toEqual([]);
  });

  it('finds it from a letter in place of a digit', () => {
    expect(damagedNeighbours(`${id.slice(0, 6)}I${id.slice(7)}`)).toContain(id);
  });

  it('gives valid numbers that differ in one position or one swap, each once', () => {
    const damaged = `${id.slice(0, 10)}${id.charAt(10) === '9' ? '8' : '9'}${id.slice(11)}`;
    const neighbours = damagedNeighbours(damaged);
    expect(new Set(neighbours).size).toBe(neighbours.length);
    for (const neighbour of neighbours) {
      expect(isValidId18(neighbour)).toBe(true);
      const apart = [...neighbour].flatMap((sign, at) => (sign === damaged.charAt(at) ? [] : [at]));
      const first = apart[0] ?? -1;
      const swapped = apart.length === 2 && swap(damaged, first) === neighbour;
      expect(apart.length === 1 || swapped).toBe(true);
    }
  });

  it.each([id, old, `${id.slice(0, 15)}000`, '330482********1234', `${id.slice(0, 17)}*`, ''])(
    '%j has none',
    (text) => {
      expect(damagedNeighbours(text)).toEqual([]);
    },
  );
});

describe('numbers as bytes and packed', () => {
  const read = (text: string, before = 0) => {
    const buffer = Buffer.from(`${','.repeat(before)}${text},`);
    return parseIdBytes(buffer, before, before + Buffer.byteLength(text));
  };

  it('reads plain valid numbers in the middle of a buffer', () => {
    for (const text of [id, idX, idX.toLowerCase()]) {
      expect(read(text, 5)).toBe(1);
      expect(parsedId).toEqual(packId(text.toUpperCase()));
    }
  });

  it('reads 15 digits as the 18 that they became', () => {
    expect(read(old, 3)).toBe(1);
    expect(parsedId).toEqual(packId(parseId(old).value));
  });

  it.each([
    ['too short', id.slice(0, 17)],
    ['15 times one digit', '1'.repeat(15)],
    ['15 digits without a day', `${old.slice(0, 8)}1340${old.slice(12)}`],
    ['wrong checksum', id.slice(0, 17) + (id.endsWith('1') ? '2' : '1')],
    ['no such day', inventId('330482', '19030230', '123')],
    ['a space', ` ${id.slice(1)}`],
    ['X in the middle', `${id.slice(0, 9)}X${id.slice(10)}`],
    ['colon for X', `${idX.slice(0, 17)}:`],
    ['semicolon for 0', `${inventEndingIn('0', '19011020').slice(0, 17)};`],
    ['a slash for a sign', `${id.slice(0, 17)}/`],
    ['a letter among the first of 15 digits', `33048a${old.slice(6)}`],
    ['a letter among the last of 15 digits', `${old.slice(0, 13)}a${old.slice(14)}`],
  ])('leaves to the slow reader: %s', (_, text) => {
    expect(read(text)).toBe(0);
  });

  it('reads 15 digits most of which are one digit', () => {
    for (const text of ['121111111111111', '111111111211111', '211111111111111']) {
      expect(read(text)).toBe(1);
      expect(parsedId).toEqual(packId(parseId(text).value));
    }
  });

  it('reads a number that the buffer ends with', () => {
    expect(parseIdBytes(Buffer.from(id), 0, 18)).toBe(1);
  });

  it('an end beyond the buffer is no number', () => {
    expect(parseIdBytes(Buffer.from(id.slice(0, 10)), 0, 18)).toBe(0);
  });

  it('packs and unpacks', () => {
    for (const text of [
      id,
      idX,
      inventId('110101', '20000101', '001'),
      inventId('010101', '20000101', '001'),
    ]) {
      const packed = packId(text);
      expect(unpackId(packed)).toBe(text);
      expect(packed.high).toBeLessThan(2 ** 31);
      expect(packed.low).toBeLessThan(2 ** 31);
    }
  });
});
