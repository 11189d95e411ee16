import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { diff } from '../src/commands/diff.js';
import { contextOf, Kept } from './helpers/cat.js';
import { runCli } from './helpers/cli.js';
import { temporary } from './helpers/demo-run.js';
import {
  type Fact,
  HOMES,
  householdOf,
  type Night,
  nameOf,
  personOf,
  type Register,
  writeNight,
} from './helpers/nightly-county.js';
import { randomOf, shuffled } from './variants/random.js';

const NIGHTS = 30;

/** What one night must bring, as keys of cases; all others recur. */
interface Expected {
  readonly new: string[];
  readonly changed: string[];
  readonly resolved: string[];
  readonly unknown: string[];
}

const keyOf = ({ check, home, member, fact }: Fact): string =>
  [check, householdOf(home), member === null ? '' : personOf(home, member), fact].join(' ');
const caseKey = ({ check, household_id, person, fact }: Case): string =>
  [check, household_id, person?.id_number ?? '', fact].join(' ');

/** The county, changed night by night by a list that the seed decides; each change on a household of its own. */
class Planned {
  readonly #random = randomOf('thirty nights');
  readonly #free = shuffled([...Array(HOMES).keys()], this.#random);
  #members: number[][] = Array.from({ length: HOMES }, () => [0, 1, 2]);
  #facts: Fact[] = [];
  #twice = new Set<Fact>();
  #missing: Register | null = null;
  #expected: Expected = { new: [], changed: [], resolved: [], unknown: [] };
  #serial = 0;

  get random(): () => number {
    return this.#random;
  }

  night(): Night {
    const members = this.#members.map((own) => [...own]);
    return { members, facts: [...this.#facts], twice: new Set(this.#twice), missing: this.#missing };
  }

  #home(): number {
    const home = this.#free.pop();
    if (home === undefined) throw new Error('no household is left to plant a change in');
    return home;
  }

  #pick(of: (fact: Fact) => boolean): Fact {
    const fitting = this.#facts.filter((fact) => of(fact) && fact.register !== this.#missing);
    const fact = fitting[Math.floor(this.#random() * fitting.length)];
    if (fact === undefined) throw new Error('no fact to change');
    return fact;
  }

  car(home = this.#home(), member = 0): Fact {
    const fact = `浙F${String(++this.#serial).padStart(5, '0')}`;
    const person = [personOf(home, member), nameOf(home, member)];
    const cells = [...person, fact, '小型轿车', '非营运', '正常', '2024-05-06'];
    return this.#add({ register: 'vehicle', check: 'R04.car', home, member, fact, cells });
  }

  death(home = this.#home(), member = 2): Fact {
    const cells = [personOf(home, member), nameOf(home, member), '2026-09-10'];
    return this.#add({ register: 'death', check: 'R02.death', home, member, fact: '', cells });
  }

  refusal(home = this.#home()): Fact {
    const cells = [householdOf(home), '2026-10-01', '拒绝入户'];
    return this.#add({ register: 'refusal', check: 'R09.refusal', home, member: null, fact: '', cells });
  }

  shop(home = this.#home(), member = 1): Fact {
    const fact = `330482${String(++this.#serial).padStart(6, '0')}`;
    const cells = [personOf(home, member), nameOf(home, member), fact, '商铺', '东街1号', '2020-03-04'];
    return this.#add({ register: 'property', check: 'R04.shop', home, member, fact, cells });
  }

  pension(home = this.#home(), member = 0): Fact {
    const person = [personOf(home, member), nameOf(home, member)];
    const cells = [...person, '城镇职工', 5000 + home, '2021-01-01', '正常'];
    return this.#add({ register: 'pension', check: 'R03', home, member: null, fact: '', cells });
  }

  #add(fact: Fact): Fact {
    this.#facts.push(fact);
    this.#expected.new.push(keyOf(fact));
    return fact;
  }

  vanish(of: (fact: Fact) => boolean = () => true): void {
    const fact = this.#pick(of);
    this.#facts = this.#facts.filter((one) => one !== fact);
    this.#twice.delete(fact);
    this.#expected.resolved.push(keyOf(fact));
  }

  /** Another text in a fact's row, which its case says or shows. */
  alter(register: Register, before: string, after: string): void {
    const fact = this.#pick((one) => one.register === register && one.cells.includes(before));
    this.#replace(
      fact,
      fact.cells.map((cell) => (cell === before ? after : cell)),
    );
    this.#expected.changed.push(keyOf(fact));
  }

  raisePension(by: number): void {
    const fact = this.#pick(({ register }) => register === 'pension');
    this.#replace(
      fact,
      fact.cells.map((cell) => (typeof cell === 'number' ? cell + by : cell)),
    );
    this.#expected.changed.push(keyOf(fact));
  }

  /** A pension cut to where the family is poor again. */
  cutPension(): void {
    const fact = this.#pick(({ register }) => register === 'pension');
    this.#replace(
      fact,
      fact.cells.map((cell) => (typeof cell === 'number' ? 150 : cell)),
    );
    this.#facts = this.#facts.map((one) => (keyOf(one) === keyOf(fact) ? { ...one, check: 'none' } : one));
    this.#expected.resolved.push(keyOf(fact));
  }

  deregister(): void {
    const fact = this.#pick(({ register, check }) => register === 'vehicle' && check !== 'none');
    this.#replace(
      fact,
      fact.cells.map((cell) => (cell === '正常' ? '注销' : cell)),
    );
    this.#facts = this.#facts.map((one) => (keyOf(one) === keyOf(fact) ? { ...one, check: 'none' } : one));
    this.#expected.resolved.push(keyOf(fact));
  }

  #replace(fact: Fact, cells: Fact['cells']): void {
    this.#twice.delete(fact);
    this.#facts = this.#facts.map((one) => (one === fact ? { ...one, cells } : one));
  }

  repeat(): void {
    this.#twice.add(this.#pick(({ check }) => check !== 'none'));
  }

  /** A member whom a fact names goes off the roster. */
  leave(): void {
    const fact = this.#pick(({ check, member }) => check !== 'none' && member !== null && member > 0);
    this.#members[fact.home] = (this.#members[fact.home] ?? []).filter((one) => one !== fact.member);
    this.#expected.resolved.push(keyOf(fact));
    this.#facts = this.#facts.map((one) => (one === fact ? { ...one, check: 'none' } : one));
  }

  lose(register: Register): void {
    this.#missing = register;
    const lost = this.#facts.filter((one) => one.register === register && one.check !== 'none');
    this.#expected.unknown.push(...lost.map(keyOf));
  }

  /** The register is there again: to one who compares with last night alone its cases are new. */
  #return(): void {
    const back = this.#facts.filter((one) => one.register === this.#missing && one.check !== 'none');
    this.#expected.new.push(...back.map(keyOf));
    this.#missing = null;
  }

  /** Changes the county as night `at` brings it. */
  to(at: number): Expected {
    this.#expected = { new: [], changed: [], resolved: [], unknown: [] };
    this.#return();
    plan[at % plan.length]?.(this);
    return this.#expected;
  }
}

/** Fifteen nights, which come twice. */
const plan: readonly ((county: Planned) => void)[] = [
  (county) => [county.car(), county.death(), county.shop()],
  (county) => [county.refusal(), county.vanish(({ register }) => register === 'vehicle')],
  () => undefined,
  (county) => [county.pension(), county.car(), county.raisePension(100)],
  (county) => county.repeat(),
  (county) => county.lose('death'),
  (county) => county.car(),
  (county) => [county.alter('vehicle', '小型轿车', '小型普通客车'), county.death()],
  (county) => county.lose('vehicle'),
  (county) => [county.refusal(), county.raisePension(-50)],
  (county) => [county.leave(), county.deregister()],
  (county) => [county.cutPension(), county.repeat(), county.shop()],
  (county) => [
    county.alter('property', '东街1号', '西街2号'),
    county.vanish(({ check }) => check === 'R02.death'),
  ],
  (county) => [
    county.lose('pension'),
    county.refusal(),
    county.vanish(({ check }) => check === 'R09.refusal'),
  ],
  (county) => [county.shop(), county.car(), county.leave()],
];

const folder = temporary();
afterAll(folder.remove);

/** `diff` without a process of its own: thirty more of them would cost as much again. */
async function diffHere(older: string, newer: string): Promise<{ code: number; stdout: string }> {
  const stdout = new Kept();
  const context = contextOf(stdout, new Kept(), { quiet: true });
  const code = await diff({ context, older, newer, format: 'ndjson' });
  return { code, stdout: stdout.bytes.toString('utf8') };
}

const sorted = (list: readonly string[]): string[] => [...list].sort();
const linesOf = (text: string): Case[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);

describe('thirty nights', () => {
  it('each brings exactly what was planted', { timeout: 600_000 }, async () => {
    const county = new Planned();
    // Enough facts for the changes to come; all of them new on the first night.
    const first = county.to(2);
    for (let index = 0; index < 3; index++) {
      for (const add of ['car', 'death', 'shop', 'refusal', 'pension'] as const) county[add]();
    }
    const nightOf = (at: number): string => join(folder.path, `night-${at}`);
    for (let at = 0; at <= NIGHTS; at++) {
      const expected = at === 0 ? first : county.to(at - 1);
      const files = writeNight(folder.path, county.night(), county.random);
      const day = `2026-11-${String(Math.max(at, 1)).padStart(2, '0')}`;
      const told = ['--as-of', day, '--rural-standard', '1100', '--area', '330482', '--fail-on', 'new'];
      const last = at === 0 ? [] : ['--baseline', 'last'];
      const run = ['check', ...files, ...told, ...last, '-o', 'run', '--format', 'ndjson', '-q'];
      const { code, stdout, stderr } = runCli(run, { cwd: folder.path });
      // Beside a register that did not come, one that is the same as the night before is told.
      const { missing } = county.night();
      expect({ at, code, isTold: stderr.includes(`没有的文件:${missing}.csv`) }).toEqual({
        ...{ at, code: expected.new.length > 0 ? 1 : 0, isTold: missing !== null },
      });
      const cases = linesOf(stdout);
      const by = (list: readonly Case[], change: string | null): string[] =>
        sorted(list.filter((one) => one.change === change).map(caseKey));
      cpSync(join(folder.path, 'run'), nightOf(at), { recursive: true });
      if (at === 0) {
        expect(by(cases, null)).toEqual(sorted(expected.new));
        continue;
      }
      expect({ at, new: by(cases, 'new'), changed: by(cases, 'changed') }).toEqual({
        ...{ at, new: sorted(expected.new), changed: sorted(expected.changed) },
      });
      const compared = await diffHere(nightOf(at - 1), nightOf(at));
      const entries = linesOf(compared.stdout);
      const found = Object.fromEntries(
        (['new', 'changed', 'resolved', 'unknown'] as const).map((kind) => [
          kind,
          sorted(entries.filter(({ change }) => (change as string) === kind).map(caseKey)),
        ]),
      );
      const wanted = Object.entries(expected).map(([kind, list]) => [kind, sorted(list)]);
      expect({ at, code: compared.code, ...found }).toEqual({ at, code, ...Object.fromEntries(wanted) });
      // What recurs is all the rest of last night's.
      const before = linesOf(readFileSync(join(nightOf(at - 1), 'cases.ndjson'), 'utf8')).map(caseKey);
      const gone = new Set([...expected.changed, ...expected.resolved, ...expected.unknown]);
      expect({ at, recurring: by(cases, 'recurring') }).toEqual({
        ...{ at, recurring: sorted(before.filter((key) => !gone.has(key))) },
      });
    }
  });
});
