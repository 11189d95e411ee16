import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from '../src/messages/problems.js';
import {
  checksum,
  codeNormaliser,
  compareText,
  damagedNeighbours,
  idVerdict,
  isValidId18,
  normaliser,
  packId,
  parseAccount,
  parseDate,
  parsedId,
  parseHouseholdId,
  parseId,
  parseIdBytes,
  parsePlate,
  unpackId,
} from '../src/normalise/index.js';
import type { FieldType } from '../src/records/types.js';
import { inventId } from './normalise-people.js';

// One seed, so that a run that fails can be run again.
fc.configureGlobal({ seed: 20240601 });

const codes = [
  { code: 'urban', labels: ['城市', '城镇', '城市低保'] },
  { code: 'rural', labels: ['农村', '农村低保'] },
];
const types: FieldType[] = ['id', 'name', 'date', 'month', 'money', 'int', 'text', 'bool', 'code'];
const all = new Map([
  ...types.map((type) => [type as string, () => normaliser(type, codes)] as const),
  ['household_id', () => parseHouseholdId] as const,
  ['bank_account', () => parseAccount] as const,
  ['plate', () => parsePlate] as const,
]);

/** Pieces of real cells, put together at random: far more telling than random characters alone. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'0123456789Xx×*年月日元万号之的不无·•.,-/\'"()（）　 \t\n\u200b\ufeff\u0000\u0301가힣ﷺßŉ😴⑱Ⅻ㋂㍘',
        '2024',
        '二〇二四',
        '民国',
        'E+17',
        '330482',
        '城市',
        '¥',
        '\ue863',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const person = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1850-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, date, serial]) =>
    inventId(
      String(area),
      date.toISOString().slice(0, 10).replaceAll('-', ''),
      String(serial).padStart(3, '0'),
    ),
  );

describe('every normaliser', () => {
  it.each([...all])('%s: what it gives it leaves alone', (_, parser) => {
    const parse = parser();
    fc.assert(
      fc.property(fc.oneof(pieces, person), (text) => {
        const once = parse(text);
        expect(parse(once.value).value).toBe(once.value);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([...all])('%s: takes any junk without a throw, and names known problems only', (_, parser) => {
    const parse = parser();
    const junk = [
      '\u0000',
      '😴⑱',
      '\ud83d',
      'NaN',
      '9'.repeat(100_000),
      ' '.repeat(100_000),
      'X'.repeat(100_000),
    ];
    junk.push(
      "'".repeat(100_000),
      '-'.repeat(100_000),
      '年'.repeat(100_000),
      '*1'.repeat(50_000),
      ',1'.repeat(50_000),
    );
    for (const text of junk) {
      const { problem } = parse(text);
      expect(problem === null || problem in problems).toBe(true);
    }
  });
});

describe('problems', () => {
  it('have a title and a remedy in both languages', () => {
    for (const { title, remedy } of Object.values(problems)) {
      for (const text of [title.zh, title.en, remedy.zh, remedy.en]) expect(text).not.toBe('');
      expect(title.zh + remedy.zh).not.toMatch(/undefined|\{/);
    }
  });

  it.each([
    'id-length id-characters id-date id-checksum id-rounded id-masked number-rounded number-masked date-unreadable',
    'month-unreadable money-unreadable money-negative money-rounded int-unreadable bool-unreadable code-unknown',
    'required-empty id-empty field-count quote-unclosed quote-stray nul undecodable encoding-change formula-uncached',
    'cell-error names-joined name-mismatch number-as-date household-collision account-masked duplicate-file',
    'row-repeated note-row unit-converted month-missing',
  ])('%s', (kinds) => {
    for (const kind of kinds.split(' ')) expect(problems).toHaveProperty([kind]);
  });
});

describe('ID numbers', () => {
  it('invented ones are valid, pack into two integers and back', () => {
    fc.assert(
      fc.property(person, (id) => {
        expect(parseId(id)).toEqual({ value: id, problem: null });
        expect(unpackId(packId(id))).toBe(id);
        expect(checksum(id)).toBe(id.charAt(17));
      }),
    );
  });

  it('one changed sign or one swap never leaves a valid number, and always leads back to it', () => {
    fc.assert(
      fc.property(
        person,
        fc.nat({ max: 17 }),
        fc.constantFrom(...'0123456789'),
        fc.boolean(),
        (id, at, sign, swap) => {
          const changed = id.slice(0, at) + sign + id.slice(at + 1);
          const swapped = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
          const damaged = swap ? swapped : changed;
          fc.pre(damaged !== id);
          expect(isValidId18(damaged)).toBe(false);
          if (parseId(damaged).problem !== 'id-rounded') expect(damagedNeighbours(damaged)).toContain(id);
        },
      ),
    );
  });

  it('bytes are read as text is', () => {
    const almost = fc
      .tuple(person, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789Xx: '))
      .map(([id, at, sign]) => {
        return id.slice(0, at) + sign + id.slice(at + 1);
      });
    const texts = fc.oneof(
      person,
      person.map((id) => id.toLowerCase()),
      person.map((id) => id.slice(0, 6) + id.slice(8, 17)),
      fc.stringMatching(/^[0-9]{15}$/),
      fc.constantFrom(...'0123456789').map((digit) => digit.repeat(15)),
      almost,
      fc.string({ unit: 'binary-ascii', minLength: 16, maxLength: 20 }),
      fc.stringMatching(/^[0-9]{17}[0-9Xx]$/),
    );
    fc.assert(
      fc.property(texts, fc.nat({ max: 4 }), (text, offset) => {
        const buffer = Buffer.concat([Buffer.alloc(offset, 0x39), Buffer.from(text), Buffer.from('9')]);
        const plain = /^(\d{17}[\dXx]|\d{15})$/.test(text);
        const { value, problem } = parseId(text);
        const valid = plain && problem === null ? 1 : 0;
        expect(parseIdBytes(buffer, offset, offset + Buffer.byteLength(text))).toBe(valid);
        if (valid === 1) expect(parsedId).toEqual(packId(value));
      }),
      { numRuns: 5000 },
    );
  });

  it('the verdict takes anything', () => {
    fc.assert(fc.property(pieces, (text) => idVerdict(text, '2024-06-01').verdict !== undefined));
  });
});

describe('code lists', () => {
  it('never make a negated label count', () => {
    const parse = codeNormaliser(codes);
    fc.assert(
      fc.property(
        fc.constantFrom('不', '没', '未', '非', '无'),
        fc.constantFrom('城市', '农村'),
        (no, label) => {
          expect(parse(`${no}${label}`).problem).toBe('code-unknown');
        },
      ),
    );
  });

  it('compareText is stable', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(compareText(compareText(text))).toBe(compareText(text));
      }),
    );
  });
});

describe('parseDate', () => {
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
