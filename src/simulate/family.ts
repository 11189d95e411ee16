import { birthAtAge } from './dates.js';
import type { People, Who } from './person.js';
import type { Random } from './random.js';

export type Sex = 'male' | 'female';

export interface Member {
  readonly who: Who;
  readonly sex: Sex;
  /** Whole years on the as-of date. */
  readonly age: number;
  readonly relation: string;
  covered: boolean;
  capacity: string;
  /** Number as the roster has it, where it is mistyped there. */
  onRoster: Who;
}

/** Monthly standards in force on the as-of date, yuan. */
export const STANDARD = { rural: 1100, urban: 1208 } as const;

export interface Family {
  readonly number: number;
  readonly id: string;
  readonly category: 'rural' | 'urban';
  /** Yuan a month and person. */
  readonly standard: number;
  readonly township: string;
  readonly village: string;
  readonly members: Member[];
  /** Declared to the roster, yuan a month and person: below the standard. */
  readonly incomePerCapita: number;
  readonly start: string;
  account: string;
  /** What the family declares of itself. */
  readonly declared: { vehicles: number; homes: number; income: number };
  /** What the registers know that a month of it brings, yuan. */
  known: number;
  /** Members whose row stands twice. */
  readonly twice: Member[];
}

/** Who is to be made: by default a roster person of any sex who is covered. */
export interface Wish {
  readonly age: number;
  readonly sex?: Sex;
  /** A slip is made of this one somewhere. */
  readonly marked?: boolean;
  readonly covered?: boolean;
  readonly capacity?: string;
  /** Day within the year of life; by default any. */
  readonly day?: number;
}

const TOWNS = [
  '当溪街道',
  '钟山街道',
  '曹桥街道',
  '云浦镇',
  '新溪镇',
  '新仓镇',
  '独山镇',
  '广陈镇',
  '林岱镇',
];
const VILLAGES = [
  '沈家弄村',
  '前港村',
  '泖口村',
  '鱼塘村',
  '花园社区',
  '虹霓村',
  '三叉河村',
  '通界村',
  '金桥社区',
  '中华村',
];
/** Households of a village, as they come one after another. */
const VILLAGE = 40;

/** Makes families: numbers, places, members. */
export class Families {
  readonly #people: People;
  readonly #area: string;
  readonly #villages: number;

  constructor(people: People, area: string, households: number) {
    this.#people = people;
    this.#area = area;
    this.#villages = Math.max(1, Math.ceil(households / VILLAGE));
  }

  /** A family without members yet. @param number from 0 */
  make(r: Random, number: number): Family {
    const category = r.chance(0.65) ? 'rural' : 'urban';
    const place = Math.floor(number / VILLAGE) % this.#villages;
    const town = place % TOWNS.length;
    const round = Math.floor(place / TOWNS.length);
    const village = VILLAGES[round % VILLAGES.length] ?? '';
    const again = Math.floor(round / VILLAGES.length);
    return {
      number,
      id: `${this.#area}${String(10_000_000 + number * 7 + 3).padStart(10, '0')}`,
      category,
      standard: STANDARD[category],
      township: TOWNS[town] ?? '',
      village: again === 0 ? village : village.replace(/(村|社区)$/, `${again + 1}$1`),
      members: [],
      incomePerCapita: r.between(80, 400),
      start: `20${r.between(10, 24)}-${String(r.between(1, 12)).padStart(2, '0')}-01`,
      account: `621700${String(1_000_000_000 + number * 37).padStart(12, '0')}${1 + (number % 9)}`,
      declared: { vehicles: 0, homes: 0, income: 0 },
      known: 0,
      twice: [],
    };
  }

  /** Somebody of that age, who is not on the roster yet. */
  person(r: Random, group: 'roster' | 'marked' | 'kin', { age, sex, day }: Wish): { who: Who; sex: Sex } {
    const of = sex ?? (r.chance(0.52) ? 'male' : 'female');
    // Day 0 was born the day after the as-of date: the next birthday is tomorrow. 364 has it today.
    const birth = birthAtAge(age, day ?? r.below(365));
    return { who: this.#people.make(group, r, Math.max(0, birth), of), sex: of };
  }

  /** Adds a member. */
  add(r: Random, family: Family, relation: string, wish: Wish): Member {
    const { who, sex } = this.person(r, wish.marked === true ? 'marked' : 'roster', wish);
    const { age, covered = true } = wish;
    const capacity =
      wish.capacity ?? (age >= 60 ? '无' : age < 16 ? '' : r.pick(['有', '有', '有', '部分', '无']));
    const member = { who, sex, age, relation, covered, capacity, onRoster: who };
    family.members.push(member);
    return member;
  }
}

/** The household's monthly amount, yuan: max(0, s − f) × covered members, rounded up (RULES.md, D06). */
export function amountOf({ members, standard, incomePerCapita, known }: Family): number {
  const n = members.length;
  const covered = members.filter((one) => one.covered).length;
  const income = Math.max(incomePerCapita * n, known);
  return Math.max(0, Math.ceil(((standard * n - income) * covered) / n));
}
