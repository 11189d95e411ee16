import { hash } from './random.mjs';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const AREAS = [
  '330482',
  '330482',
  '330482',
  '330482',
  '330482',
  '330421',
  '330424',
  '340122',
  '522428',
  '410928',
];
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈'.split(
    '',
  );
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华玉萍红玲芬燕彩春菊梅琴云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉建国志海永林生富根水金阿'.split(
    '',
  );
const DAY = 86_400_000;
/** Births of the registered population: 1936-01-01 and so many days on (to the end of 2025). */
export const FIRST_BIRTH = Date.UTC(1936, 0, 1);
export const BIRTH_DAYS = 32_870;
/** Sequence numbers below this belong to people of the roster, the others to everybody else: no two people share an ID. */
const ROSTER_SEQUENCES = 200;
const birthTexts = Array.from({ length: BIRTH_DAYS }, (_, day) => compactDate(FIRST_BIRTH + day * DAY));

/** @param {number} time in ms UTC @returns {string} YYYYMMDD */
function compactDate(time) {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}

/** @param {string} digits 17 of them @returns {string} the check sign (GB 11643-1999) */
export function checkSign(digits) {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (digits.charCodeAt(i) - 48) * WEIGHTS[i];
  return '10X98765432'.charAt(sum % 11);
}

/** @param {number} seed @returns {string} a name of two or three characters */
export function nameOf(seed) {
  const h = hash(seed);
  const first = GIVEN[(h >>> 8) % GIVEN.length];
  return SURNAMES[h % SURNAMES.length] + first + (h >>> 28 < 12 ? GIVEN[(h >>> 16) % GIVEN.length] : '');
}

/**
 * The person of this number among those on no roster.
 * @param {number} index
 * @returns {Person}
 */
export function otherPerson(index) {
  const day = (index * 7919) % BIRTH_DAYS;
  const sequence = ROSTER_SEQUENCES + Math.floor(index / BIRTH_DAYS);
  const digits = AREAS[hash(index) % AREAS.length] + birthTexts[day] + sequence;
  return { id: digits + checkSign(digits), name: nameOf(index + 77_000_000) };
}

/** Hands out roster people: unique IDs for a birth year and a sex. */
export class RosterPeople {
  #taken = new Map();

  /**
   * @param {import('./random.mjs').Random} random
   * @param {number} year of birth
   * @param {'male' | 'female'} sex
   * @returns {Person & { year: number, sex: 'male' | 'female' }}
   */
  person(random, year, sex) {
    const day = Math.floor((Date.UTC(year, 0, 1) - FIRST_BIRTH) / DAY) + random.below(365);
    const parity = sex === 'male' ? 1 : 0;
    const key = day * 2 + parity;
    const used = this.#taken.get(key) ?? 0;
    this.#taken.set(key, used + 1);
    const area = AREAS[(random.below(30) * 7 + Math.floor(used / 100)) % AREAS.length];
    const sequence = String((used % 100) * 2 + parity).padStart(3, '0');
    const digits = area + birthTexts[day] + sequence;
    return { id: digits + checkSign(digits), name: nameOf(random.next()), year, sex };
  }
}

/**
 * An ID as a bureau has it: mostly whole, some in the old form of 15 digits, some mistyped or ruined by a spreadsheet.
 * @param {import('./random.mjs').Random} random
 * @param {string} id
 * @returns {string}
 */
export function writtenId(random, id) {
  const dice = random.below(10_000);
  if (dice < 9_800) return id;
  if (dice < 9_930) return id.startsWith('19', 6) ? id.slice(0, 6) + id.slice(8, 17) : id;
  if (dice < 9_955) return mistyped(random, id);
  if (dice < 9_965) return swapped(random, id);
  if (dice < 9_970) return `${id.slice(0, 15)}000`;
  if (dice < 9_985) return id.toLowerCase();
  return `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
}

/** @param {import('./random.mjs').Random} random @param {string} id */
function mistyped(random, id) {
  const at = 6 + random.below(11);
  const digit = (Number(id[at]) + 1 + random.below(8)) % 10;
  return id.slice(0, at) + digit + id.slice(at + 1);
}

/** @param {import('./random.mjs').Random} random @param {string} id */
function swapped(random, id) {
  const at = 6 + random.below(10);
  return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
}

/** @typedef {{ id: string, name: string }} Person */
