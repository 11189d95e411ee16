import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fill, populationOf } from './background.js';
import { campaignText } from './campaign.js';
import { AS_OF, asOfDay, monthBefore } from './dates.js';
import { amountOf, Families, type Family } from './family.js';
import { familyRandom, liveInNeed, Numbers, type World } from './life.js';
import { nearMisses } from './near-misses.js';
import { People } from './person.js';
import { meansStories } from './plant-means.js';
import { personStories } from './plant-persons.js';
import { type Random, randomFrom } from './random.js';
import { FORMS, type RegisterKey, registerKeys } from './register-forms.js';
import { Registers } from './registers.js';
import { RosterFile } from './roster-file.js';
import { type Dirt, type Encoding, Texts } from './row-file.js';
import { Scene, type Story } from './scene.js';
import { Truth } from './truth.js';

export interface CountySpec {
  /** Folder, there and empty. */
  readonly folder: string;
  readonly households: number;
  /** Rows of registers to reach; what the households have is written whole even if it is more. */
  readonly rows: number;
  readonly seed: number;
  /** Six digits. */
  readonly area: string;
  readonly dirt: Dirt;
  readonly encoding: Encoding;
  /** Of the data files that the campaign file names; they are CSV until somebody makes workbooks of them. */
  readonly format: 'csv' | 'xlsx';
}

export interface Made {
  readonly households: number;
  readonly members: number;
  readonly rows: number;
  readonly bytes: number;
  readonly cases: number;
  readonly nearMisses: number;
}

/** Of a hundred households so many (per cent) have something planted, and as many come close to a case. */
const SHARE = 1.5;
/** Households between two rests, in which a signal is heard and progress shown. */
const STEP = 500;
const MONTHS_PAID = 3;
const stories = [...personStories, ...meansStories];

/**
 * Writes a county: roster, registers, campaign file, and what was planted (expected.csv, planted.json). The same spec
 * gives the same bytes. What is held in memory grows with the cases alone, and a table of the numbers given out.
 * @param report hears of the register rows written so far, every few hundred households
 */
export async function makeCounty(spec: CountySpec, report: (rows: number) => void): Promise<Made> {
  const { folder, households, seed, area, dirt, encoding } = spec;
  const data = path.join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const texts = new Texts(encoding);
  const roster = new RosterFile(data, texts, dirt, seed);
  const book = new Registers(data, texts, dirt, seed);
  const people = new People(area, seed);
  const truth = new Truth();
  const numbers = new Numbers();
  const families = new Families(people, area, households);
  const others = new Others(spec, people, book);
  const plan = new Plan(households, seed);

  let neighbour: Family | null = null;
  for (let number = 0; number < households; number++) {
    const world: World = { r: familyRandom(seed, number), book, families, numbers };
    const family: Family = families.make(world.r, number);
    const story = plan.of(number);
    if (story && neighbour) story.tell(new Scene(world, family, neighbour, truth, story.title));
    else liveInNeed(world, family);
    roster.write(family);
    writeOfHousehold(world.r, book, family);
    neighbour = family;
    others.upTo(number + 1, households);
    if (number % STEP === STEP - 1) {
      report(rowsOf(book));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  roster.close();
  for (const key of registerKeys) book.files[key].close();
  const write = (name: string, text: Iterable<string>): void => writePrivate(path.join(folder, name), text);
  write('dibao.yaml', [campaignText(area, spec.format)]);
  write('expected.csv', truth.expected());
  write(
    'planted.json',
    truth.planted({ as_of: AS_OF, seed, households, rows: rowsOf(book), area, dirt, encoding }),
  );
  return {
    households,
    members: roster.members,
    rows: rowsOf(book),
    bytes: roster.file.size + registerKeys.reduce((sum, key) => sum + book.files[key].size, 0),
    cases: truth.cases,
    nearMisses: truth.misses,
  };
}

const rowsOf = (book: Registers): number => registerKeys.reduce((sum, key) => sum + book.files[key].rows, 0);

/** Which households are told a story of: evenly spread, planted ones and near misses in turn. */
class Plan {
  readonly #households: number;
  readonly #slots: number;
  readonly #first: number;

  constructor(households: number, seed: number) {
    this.#households = households;
    const every = Math.max(stories.length, nearMisses.length);
    // A small county has each story once, where it has households enough for it.
    const each = Math.max(
      Math.round((households * SHARE) / 100),
      Math.min(every, Math.floor(households / 4)),
    );
    this.#slots = each * 2;
    this.#first = seed;
  }

  /** The story of the household of that number. */
  of(number: number): Story | null {
    const slot = Math.floor((number * this.#slots) / this.#households);
    if (Math.floor(((number + 1) * this.#slots) / this.#households) === slot) return null;
    const list = slot % 2 === 0 ? stories : nearMisses;
    return list[((slot >> 1) + this.#first) % list.length] ?? null;
  }
}

/** What every household has: a declaration, and the last months paid. */
function writeOfHousehold(r: Random, book: Registers, family: Family): void {
  const { id, members, account, declared } = family;
  const [head] = members;
  if (!head) return;
  book.declaration(id, declared.vehicles, declared.homes, declared.income, asOfDay - r.between(30, 900));
  const amount = amountOf(family);
  for (let back = 1; back <= MONTHS_PAID; back++)
    book.payment(id, monthBefore(back), amount, account, head.who);
}

/** The rows about everybody else, spread among those of the households. */
class Others {
  readonly #registers: readonly { key: RegisterKey; share: number; r: Random }[];
  readonly #people: People;
  readonly #book: Registers;
  readonly #rows: number;
  readonly #population: number;

  constructor({ households, rows, seed }: CountySpec, people: People, book: Registers) {
    this.#people = people;
    this.#book = book;
    this.#rows = Math.max(0, rows - households * (MONTHS_PAID + 1));
    this.#population = populationOf(households, rows);
    const all = registerKeys.reduce((sum, key) => sum + FORMS[key].weight, 0);
    this.#registers = registerKeys.map((key, index) => ({
      key,
      share: FORMS[key].weight / all,
      r: randomFrom(seed + 1000 + index),
    }));
  }

  upTo(done: number, households: number): void {
    for (const { key, share, r } of this.#registers) {
      const upTo = Math.floor((this.#rows * share * done) / households);
      fill(key, upTo, { r, people: this.#people, population: this.#population, book: this.#book });
    }
  }
}

/** A text file of the county's own (0600). */
function writePrivate(file: string, text: Iterable<string>): void {
  writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
  chmodSync(file, 0o600);
  writeFileSync(file, [...text].join(''), { flag: 'a' });
}
