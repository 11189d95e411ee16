import type { Finder } from '../match/found.js';
import type { Interest } from '../match/interest.js';
import { parsedId, parseIdBytes } from '../normalise/index.js';
import type { CsvRecord } from '../read/csv-scan.js';
import type { RecordSet } from '../records/types.js';
import type { ColumnPlan, RowPlan } from './columns.js';
import { isUnusable, type Pending } from './row-values.js';

interface PersonColumns {
  readonly id: ColumnPlan;
  readonly name: ColumnPlan | undefined;
}

/**
 * Decides on a register's row by its keys alone whether it may concern anybody: ID numbers, the name where the
 * number is invalid, the household's number.
 */
export class RowKeys {
  readonly #interest: Interest;
  readonly #nameMatching: boolean;
  readonly #ofLeads: boolean;
  readonly #persons: readonly PersonColumns[];
  readonly #household: ColumnPlan | undefined;
  /** Key columns that are starred: a row without any of them is a reject, whomever it concerns. */
  readonly #starred: readonly ColumnPlan[];

  /** @param options whether rows without a number are of interest by their name, and those of leads are */
  constructor(
    record: RecordSet,
    plan: RowPlan,
    interest: Interest,
    { nameMatching, ofLeads = false }: { nameMatching: boolean; ofLeads?: boolean },
  ) {
    const column = (field: string | null) => plan.own.find((one) => one.slot === plan.slots.get(field ?? ''));
    this.#interest = interest;
    this.#nameMatching = nameMatching;
    this.#ofLeads = ofLeads;
    this.#persons = record.persons.flatMap((person) => {
      const id = column(person.id);
      return id ? [{ id, name: column(person.name) }] : [];
    });
    this.#household = column('household_id');
    const starred = new Set([
      ...record.fields.filter((field) => field.starred).map((field) => field.name),
      ...(record.oneOf ?? []).flat(),
    ]);
    this.#starred = [...this.#persons.map((person) => person.id), this.#household].filter(
      (one) => one !== undefined && starred.has(one.field.name),
    ) as ColumnPlan[];
  }

  /** True where no column holds a key that could be asked for (a certificate number holds one in part). */
  get #isBlind(): boolean {
    return this.#persons.length === 0 && this.#household === undefined;
  }

  /** The numbers of the persons that the row names, as far as they can be used. */
  persons(cells: readonly string[]): string[] {
    return this.#persons.flatMap(({ id }) => {
      const { value, problem } = id.parse(cells[id.index] ?? '');
      return value === '' || isUnusable(problem) ? [] : [value];
    });
  }

  /** Adds them by the row's bytes, where all of them are valid; false, and none added, where one is not. */
  findBytes({ buffer, starts, ends }: CsvRecord, found: Finder): boolean {
    const valid = ({ id: { index } }: PersonColumns): boolean =>
      parseIdBytes(buffer, starts[index] as number, ends[index] as number) === 1;
    if (!this.#persons.every(valid)) return false;
    for (const one of this.#persons) if (valid(one)) found.addPacked(parsedId.high, parsedId.low);
    return true;
  }

  #asksFor(id: string): boolean {
    return this.#interest.hasPerson(id, true, '') || (this.#ofLeads && this.#interest.hasLead(id));
  }

  /** True if a valid number of somebody of interest, or the number of a household of the roster, stands in its column. */
  ofSomebody(cells: readonly string[]): boolean {
    if (this.#isBlind) return false;
    for (const { id } of this.#persons) {
      const { value, problem } = id.parse(cells[id.index] ?? '');
      if (problem === null && value !== '' && this.#asksFor(value)) return true;
    }
    if (!this.#household) return false;
    const { value } = this.#household.parse(cells[this.#household.index] ?? '');
    return value !== '' && this.#interest.households.has(value);
  }

  /** Null if the row is to be loaded or rejected; else what was wrong with the keys of a row of nobody. */
  ofNobody(cells: readonly string[]): Pending[] | null {
    if (this.#isBlind) return null;
    const pending: Pending[] = [];
    let keys = 0;
    for (const { id, name } of this.#persons) {
      const text = cells[id.index] ?? '';
      const { value, problem } = id.parse(text);
      if (value !== '' && this.#starred.includes(id)) keys++;
      if (problem !== null) pending.push({ plan: id, kind: problem, text });
      if (isUnusable(problem)) {
        if (this.#starred.includes(id)) return null;
        continue;
      }
      const nameOf = (): string => (name ? name.parse(cells[name.index] ?? '').value : '');
      if (value === '') {
        if (this.#nameMatching && this.#interest.names.has(nameOf())) return null;
      } else if (problem === null ? this.#asksFor(value) : this.#interest.hasPerson(value, false, nameOf()))
        return null;
    }
    if (this.#household) {
      const { value, problem } = this.#household.parse(cells[this.#household.index] ?? '');
      if (problem !== null || (value !== '' && this.#interest.households.has(value))) return null;
      if (value !== '' && this.#starred.includes(this.#household)) keys++;
    }
    return keys === 0 && this.#starred.length > 0 ? null : pending;
  }
}
