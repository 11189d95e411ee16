import { asOfDay } from './dates.js';
import type { Family, Member, Wish } from './family.js';
import type { World } from './life.js';
import { renamed, slipped, type Who } from './person.js';
import type { Random } from './random.js';
import type { Registers } from './registers.js';
import type { Expected, Grade, Match, Truth } from './truth.js';

/** A household that something is planted in, or that comes close to a case: it has nothing but what is written here. */
export class Scene {
  readonly r: Random;
  readonly book: Registers;
  readonly family: Family;
  /** The household before this one, to which nothing happens of itself. */
  readonly neighbour: Family;
  readonly #world: World;
  readonly #truth: Truth;
  readonly #title: string;

  constructor(world: World, family: Family, neighbour: Family, truth: Truth, title: string) {
    this.r = world.r;
    this.neighbour = neighbour;
    this.book = world.book;
    this.#world = world;
    this.family = family;
    this.#truth = truth;
    this.#title = title;
  }

  add(relation: string, wish: Wish): Member {
    return this.#world.families.add(this.r, this.family, relation, wish);
  }

  head(wish: Partial<Wish> = {}): Member {
    return this.add('户主', { age: this.r.between(30, 58), capacity: '有', ...wish });
  }

  /** A relative elsewhere, grown up unless an age is given. */
  kin(age = this.r.between(24, 50), day?: number): Who {
    return this.#world.families.person(this.r, 'kin', { age, day }).who;
  }

  /** A number of a plate, unit, firm or account of their own. */
  number(): number {
    return this.#world.numbers.next();
  }

  /** A day in the last years, not later than a month before the as-of date. */
  past(years = 8): number {
    return asOfDay - 31 - this.r.below(years * 365);
  }

  expect(expected: Expected, family = this.family): void {
    this.#truth.expect(family, this.#title, expected);
  }

  /** Of the check by which the household is almost caught. */
  miss(check: string): void {
    this.#truth.miss(this.family, check, this.#title);
  }

  /** How a bureau has a person: by the level at which a row is to match. */
  asRegistered(member: Member, match: Match): Who {
    if (match === 'near') return slipped(member.who, this.r);
    return match === 'id' ? renamed(member.who) : member.who;
  }
}

/** A story: what is written to the registers and what must come of it. */
export interface Story {
  /** In words, for planted.json. */
  readonly title: string;
  readonly tell: (scene: Scene) => void;
}

/** The three levels of a story whose one fact is about one person; a near one is a lead only. */
export function atEachLevel(
  title: string,
  grade: Grade,
  tell: (scene: Scene, match: Match, grade: Grade) => void,
): Story[] {
  const levels = { exact: '', id: ',登记姓名不一致', near: ',登记的身份证号错一位' } as const;
  return (['exact', 'id', 'near'] as const).map((match) => ({
    title: title + levels[match],
    tell: (scene) => tell(scene, match, match === 'near' ? 'verify' : grade),
  }));
}
