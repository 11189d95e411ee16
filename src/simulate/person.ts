import { BIRTH_DAYS, birthTexts } from './dates.js';
import { mix, type Random } from './random.js';

/**
 * Somebody invented. Numbers are visibly so where the area is left as it is: 3399 has never been given to any place
 * (area codes 1981 to 2024).
 */
export interface Who {
  /** The 18 characters, as ASCII. */
  readonly digits: Uint8Array;
  /** Places in `surnames` and `givenNames`; second is −1 in a name of two characters. */
  readonly surname: number;
  readonly first: number;
  readonly second: number;
  /** Written as it is, whatever the dirt: a number that is wrong on purpose. */
  readonly plain: boolean;
  /** Of nobody on the roster, and no relative: the number may be mistyped or ruined, it concerns nobody. */
  readonly other: boolean;
}

export const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈',
];
export const givenNames = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华玉萍红玲芬燕彩春菊梅琴云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉建国志海永林生富根水金阿',
];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = Buffer.from('10X98765432');
const ZERO = 48;

/** The number as text. */
export const idText = ({ digits }: Who): string => String.fromCharCode(...digits);

/** The name as text. */
export function nameText({ surname, first, second }: Who): string {
  return `${surnames[surname] ?? ''}${givenNames[first] ?? ''}${second < 0 ? '' : (givenNames[second] ?? '')}`;
}

/**
 * Numbers in four groups that no slip of the pen brings together: the first two digits of the sequence number both
 * differ from group to group, and slips are made in the birth date alone. So a mistyped number is near the person
 * that it was made from, and by chance near nobody else's.
 */
const GROUPS = {
  /** People of the roster. */
  roster: { firsts: [0, 1, 2], seconds: [0, 1, 2] },
  /** People of the roster with a slip somewhere; no two have one name. */
  marked: { firsts: [3, 4], seconds: [3, 4] },
  /** Relatives elsewhere. */
  kin: { firsts: [5, 6], seconds: [5, 6] },
  /** Everybody else. */
  others: { firsts: [7, 8, 9], seconds: [7, 8, 9] },
} as const;
export type Group = keyof typeof GROUPS;

/** Area codes of a county and of its neighbours, which share its first four digits. */
const AREAS = 20;
/** Of twenty people of the registers, so many have the county's own code. */
const LOCAL = 12;

/** Makes people; no two of the roster and of the relatives share a number. */
export class People {
  readonly #births = birthTexts().map((text) => Buffer.from(text));
  readonly #areas: Buffer[];
  readonly #taken: Record<Exclude<Group, 'others'>, Uint16Array>;
  readonly #scratch = [blank(), blank()] as const;
  #marked = 0;
  readonly #salt: number;

  /** @param area six digits @param seed other seeds name the same numbers otherwise */
  constructor(area: string, seed: number) {
    this.#salt = seed;
    const own = Number(area.slice(4));
    this.#areas = Array.from({ length: AREAS }, (_, index) =>
      Buffer.from(area.slice(0, 4) + String(1 + ((own - 1 + index) % 99)).padStart(2, '0')),
    );
    this.#areas[0] = Buffer.from(area);
    const taken = (): Uint16Array => new Uint16Array(BIRTH_DAYS * 2);
    this.#taken = { roster: taken(), marked: taken(), kin: taken() };
  }

  /**
   * A new person of that birth.
   * @param birth counted from 1936-01-01
   * @throws Error when the numbers of that day are used up (900 of a sex on the roster)
   */
  make(group: Exclude<Group, 'others'>, random: Random, birth: number, sex: 'male' | 'female'): Who {
    const parity = sex === 'male' ? 1 : 0;
    const { firsts, seconds } = GROUPS[group];
    const taken = this.#taken[group];
    const used = taken[birth * 2 + parity] ?? 0;
    taken[birth * 2 + parity] = used + 1;
    const each = firsts.length * seconds.length * 5;
    const round = Math.floor(used / each);
    if (round >= AREAS) throw new Error(`no number is left for birth ${birth}`);
    // One in five days begins with a neighbour's code.
    const area = (round + (birth % 5 === 0 ? 3 : 0)) % AREAS;
    const at = used % each;
    const digits = new Uint8Array(18);
    const sequence =
      (firsts[at % firsts.length] ?? 0) * 100 +
      (seconds[Math.floor(at / firsts.length) % seconds.length] ?? 0) * 10 +
      Math.floor(at / firsts.length / seconds.length) * 2 +
      parity;
    this.#number(digits, area, birth, sequence);
    const seedOfName = group === 'marked' ? this.#marked++ : random.next();
    return {
      digits,
      plain: false,
      other: false,
      ...(group === 'marked' ? uniqueName(seedOfName) : nameOf(seedOfName)),
    };
  }

  /**
   * The person of this number among those on no roster.
   * @param slot the object of each of the two is used again for the next: nothing is made for a row
   */
  other(index: number, slot: 0 | 1 = 0): Who {
    const scratch = this.#scratch[slot];
    const birth = (index * 7919) % BIRTH_DAYS;
    const round = Math.floor(index / BIRTH_DAYS);
    const { firsts, seconds } = GROUPS.others;
    const sequence =
      (firsts[round % 3] ?? 7) * 100 +
      (seconds[Math.floor(round / 3) % 3] ?? 7) * 10 +
      (Math.floor(round / 9) % 10);
    const far = mix(index, this.#salt) % 20;
    this.#number(scratch.digits, far < LOCAL ? 0 : far - LOCAL + 1 + Math.floor(round / 90), birth, sequence);
    const name = mix(index + 77_000_000, this.#salt);
    scratch.surname = name % surnames.length;
    scratch.first = (name >>> 8) % givenNames.length;
    scratch.second = name >>> 28 < 12 ? (name >>> 16) % givenNames.length : -1;
    return scratch;
  }

  #number(digits: Uint8Array, area: number, birth: number, sequence: number): void {
    digits.set(this.#areas[area % AREAS] ?? this.#areas[0] ?? [], 0);
    digits.set(this.#births[birth] ?? [], 6);
    digits[14] = ZERO + Math.floor(sequence / 100);
    digits[15] = ZERO + (Math.floor(sequence / 10) % 10);
    digits[16] = ZERO + (sequence % 10);
    digits[17] = checkSign(digits);
  }
}

const blank = () => ({
  ...{ digits: new Uint8Array(18), surname: 0, first: 0, second: 0 },
  ...{ plain: false, other: true },
});

/** The check sign of the first 17 digits (GB 11643-1999), as ASCII. */
function checkSign(digits: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ((digits[i] ?? ZERO) - ZERO) * (WEIGHTS[i] ?? 0);
  return CHECK[sum % 11] ?? ZERO;
}

interface Name {
  surname: number;
  first: number;
  second: number;
}

/** A name of two or three characters. */
function nameOf(seed: number): Name {
  return {
    surname: seed % surnames.length,
    first: (seed >>> 8) % givenNames.length,
    second: seed >>> 28 < 12 ? (seed >>> 16) % givenNames.length : -1,
  };
}

/** The next of the names of three characters. */
function uniqueName(index: number): Name {
  const many = givenNames.length;
  return {
    surname: index % surnames.length,
    first: Math.floor(index / surnames.length) % many,
    second: Math.floor(index / surnames.length / many) % many,
  };
}

/** The same person with one digit of the birth date mistyped, so that the check sign fails. */
export function slipped(who: Who, random: Random): Who {
  const digits = who.digits.slice();
  slip(digits, random);
  return { ...who, digits, plain: true };
}

/** Mistypes one digit of the birth date. */
export function slip(digits: Uint8Array, random: Random): void {
  // Never the century: a year that is read from the digits stays a year of somebody alive.
  const at = 8 + random.below(6);
  digits[at] = ZERO + (((digits[at] ?? ZERO) - ZERO + 1 + random.below(8)) % 10);
}

/** The same number under another name. */
export function renamed(who: Who): Who {
  return { ...who, surname: (who.surname + 7) % surnames.length };
}
