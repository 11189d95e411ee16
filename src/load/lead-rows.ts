import type { Finder } from '../match/found.js';
import { parsedId, parseIdBytes } from '../normalise/index.js';
import { CsvDecodeError, type CsvRecord } from '../read/csv-scan.js';
import type { ColumnPlan, RowPlan } from './columns.js';
import type { LeadConditions } from './wanted.js';

/** Texts whose answer is kept: codes are few, and a column of free text must not fill the memory. */
const KEPT = 1000;

/**
 * Tells by a row's codes whether its person may be a lead. What is blank, unreadable or in no column speaks for it: the
 * check itself decides, and a row too many costs only time.
 */
export class LeadRows {
  readonly #conditions: readonly (readonly { column: ColumnPlan; values: ReadonlySet<string> }[])[];
  readonly #columns: readonly number[];
  readonly #id: number | null;
  readonly #known = new Map<string, boolean>();

  constructor(plan: RowPlan, conditions: LeadConditions) {
    const columnOf = (field: string) => plan.own.find((one) => one.slot === plan.slots.get(field));
    this.#conditions = conditions.map((condition) =>
      Object.entries(condition).flatMap(([field, values]) => {
        const column = columnOf(field);
        return column ? [{ column, values: new Set(values) }] : [];
      }),
    );
    this.#columns = [...new Set(this.#conditions.flat().map(({ column }) => column.index))];
    this.#id = columnOf('id_number')?.index ?? null;
  }

  /** By the texts of its cells. */
  mayBe(cells: readonly string[]): boolean {
    return this.#conditions.some((condition) =>
      condition.every(({ column, values }) => {
        const { value, problem } = column.parse(cells[column.index] ?? '');
        return value === '' || problem !== null || values.has(value);
      }),
    );
  }

  /** By the bytes of a whole CSV row: each combination of codes is decoded once. */
  mayBeBytes(row: CsvRecord): boolean {
    let key = '';
    for (const column of this.#columns)
      key += `${row.buffer.toString('latin1', row.starts[column], row.ends[column])}\n`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const answer = this.#decoded(row);
    if (this.#known.size < KEPT) this.#known.set(key, answer);
    return answer;
  }

  #decoded(row: CsvRecord): boolean {
    try {
      return this.mayBe(row.cells());
    } catch (error) {
      if (!(error instanceof CsvDecodeError)) throw error;
      return true;
    }
  }

  /** Adds the person of a row by its bytes; false, and none added, where the number is not a valid one in its column. */
  find({ buffer, starts, ends }: CsvRecord, found: Finder): boolean {
    const id = this.#id;
    if (id === null || parseIdBytes(buffer, starts[id] as number, ends[id] as number) !== 1) return false;
    found.addPacked(parsedId.high, parsedId.low);
    return true;
  }
}
