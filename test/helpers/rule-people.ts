import { checksum, isValidId18, parseId } from '../../src/normalise/index.js';

/** Damage that a number can come with, by the word that stands behind a person's letter in a case. */
const spoilt: Readonly<Record<string, (id: string) => string>> = {
  错一位: (id) => replaceAt(id, 14, String((Number(id[14]) + 5) % 10)),
  错两位: (id) => replaceAt(replaceAt(id, 14, String((Number(id[14]) + 5) % 10)), 15, '9'),
  换两位: (id) => replaceAt(replaceAt(id, 14, id.charAt(15)), 15, id.charAt(14)),
  日期错: (id) => replaceAt(id, 10, '2'),
  旧15位: (id) => id.slice(0, 6) + id.slice(8, 17),
  科学计数: (id) => `${id[0]}.${id.slice(1, 6)}E+17`,
  尾数变零: (id) => `${id.slice(0, 15)}000`,
  脱敏: (id) => `${id.slice(0, 6)}********${id.slice(14)}`,
  全角带空格: (id) => ` ${[...id].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')} `,
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NAMES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥乾坤震巽';
const BORN = '1970-01-01';

function replaceAt(text: string, index: number, by: string): string {
  return text.slice(0, index) + by + text.slice(index + 1);
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/**
 * The invented people of one case, called A to Z there. Every case has a number of its own, which stands three times in
 * place of the area: the numbers of two cases differ in three positions and never match, not even nearly.
 */
export class People {
  readonly #people = new Map<string, Person>();
  readonly #refs = new Map<string, string>();
  readonly #prefix: string;

  /** @param told letter → `男 1970-01-01 王甲`, each part as needed; the rest is a man born in 1970 */
  constructor(caseNumber: number, told: Readonly<Record<string, string>>) {
    this.#prefix = String(caseNumber).repeat(3);
    for (const [index, key] of [...LETTERS].entries())
      this.#people.set(key, this.#invent(index, told[key] ?? ''));
    for (const key of Object.keys(told))
      if (!this.#people.has(key)) throw new Error(`person ${key}: use A to Z`);
    for (const [key, { id }] of this.#people) this.#refs.set(id, key);
  }

  #invent(index: number, told: string): Person {
    const words = told.split(/\s+/).filter((word) => word !== '');
    const born = words.find((word) => /^\d{4}-\d{2}-\d{2}$/.test(word)) ?? BORN;
    const name = words.find((word) => !/^[男女]$|^\d/.test(word)) ?? `王${NAMES[index]}`;
    const digits = `${this.#prefix}${born.replaceAll('-', '')}${String(index + 1).padStart(2, '0')}${words.includes('女') ? 2 : 1}`;
    return { id: digits + checksum(digits), name };
  }

  /** True for `A`, `A 错一位` and the like. */
  isRef(text: string): boolean {
    return /^[A-Z]( \S+)?$/.test(text);
  }

  name(ref: string): string {
    return this.#person(ref).name;
  }

  /** The number as it stands in the file. */
  number(ref: string): string {
    const { id } = this.#person(ref);
    const damage = ref.split(' ')[1];
    if (damage === undefined) return id;
    const spoil = spoilt[damage];
    if (!spoil) throw new Error(`${ref}: one of ${Object.keys(spoilt).join(' ')}`);
    const raw = spoil(id);
    if (isValidId18(raw)) throw new Error(`${ref}: still a valid number`);
    const canonical = parseId(raw).value;
    if (canonical !== '' && !this.#refs.has(canonical)) this.#refs.set(canonical, ref);
    return raw;
  }

  /** The letter of a canonical number; any other text as it is. */
  ref(text: string): string {
    return this.#refs.get(text) ?? text;
  }

  #person(ref: string): Person {
    const found = this.#people.get(ref.charAt(0));
    if (!found) throw new Error(`no person ${ref}`);
    return found;
  }
}
