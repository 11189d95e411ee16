import type { Family } from './family.js';
import { idText, nameText, type Who } from './person.js';

export type Grade = 'exit' | 'remove' | 'verify';
export type Match = 'exact' | 'id' | 'near';

/** A case that a check must find. */
export interface Expected {
  readonly check: string;
  /** The person of the case, as the roster has the number; null in a household's case. */
  readonly person: Who | null;
  readonly fact?: string;
  readonly grade: Grade;
  readonly match?: Match;
}

/** What was planted, as it is written to expected.csv and planted.json. Cases are kept until the end: they are few. */
export class Truth {
  readonly #rows: string[] = [];
  readonly #planted: string[] = [];
  readonly #misses: string[] = [];

  get cases(): number {
    return this.#rows.length;
  }

  get misses(): number {
    return this.#misses.length;
  }

  /** @param scenario why, in words */
  expect(
    family: Family,
    scenario: string,
    { check, person, fact = '', grade, match = 'exact' }: Expected,
  ): void {
    const id = person === null ? '' : idText(person);
    this.#rows.push([check, family.id, id, fact, grade, match].join(','));
    const name = person === null ? '' : nameText(person);
    this.#planted.push(
      JSON.stringify({ check, household_id: family.id, person: id, name, fact, grade, match, scenario }),
    );
  }

  /** An innocent household that comes close to a case. */
  miss(family: Family, check: string, kind: string): void {
    this.#misses.push(JSON.stringify({ household_id: family.id, check, kind }));
  }

  /** The lines of expected.csv. */
  *expected(): Iterable<string> {
    yield 'check,household_id,person_id_number,fact,grade,match\n';
    for (const row of this.#rows.sort()) yield `${row}\n`;
  }

  /** The text of planted.json, a piece at a time. @param head what else stands in it */
  *planted(head: Readonly<Record<string, unknown>>): Iterable<string> {
    yield `${JSON.stringify(head).slice(0, -1)},\n"planted": [\n`;
    yield* separated(this.#planted);
    yield '],\n"near_misses": [\n';
    yield* separated(this.#misses);
    yield ']}\n';
  }
}

function* separated(lines: readonly string[]): Iterable<string> {
  for (const [index, line] of lines.entries()) yield `${line}${index < lines.length - 1 ? ',' : ''}\n`;
}
