import { DibaoError } from '../errors.js';
import { compareText } from '../normalise/index.js';
import { attempt } from '../read/header-attempt.js';
import { singleRow } from '../read/header-cells.js';
import { headerKey, headerKeys, withIdWord } from '../read/header-text.js';
import type { Layout } from '../read/layout.js';
import type { RawRow } from '../read/types.js';
import type { RecordSet } from '../records/types.js';
import { type PlaceField, placeIn } from './places.js';
import { headerTest, isClosing } from './row-kind.js';

/** What no header holds: a number of four digits or more that is no year. */
const DATA = /\d{4}(?!年)/;
/** Rows above a header that may be its title. */
const TITLE_ROWS = 8;
/** So many labels of the dictionary in one row are a header. */
const LABELS = 3;

const places: readonly PlaceField[] = ['category', 'township', 'village'];

/** What begins at a row: a table with other columns, or one with the same columns under another place's title. */
export type Begins = 'columns' | 'title' | null;

/**
 * Watches the rows below a header for the header of a further table (DESIGN.md, 'several tables stacked in one
 * sheet'), so that no row is ever read by another table's columns.
 */
export class TableWatch {
  /** Rows since the last record that may be the title of what follows. */
  #title: RawRow[] = [];
  readonly #record: RecordSet;
  readonly #layout: Layout;
  readonly #given: Readonly<Record<string, string>>;
  readonly #labels: ReadonlySet<string>;
  readonly #isSame: (cells: readonly string[]) => boolean;
  readonly #keyColumns: readonly number[];

  /** @param given what was taken from outside the columns */
  constructor(record: RecordSet, layout: Layout, given: Readonly<Record<string, string>>) {
    this.#record = record;
    this.#layout = layout;
    this.#given = given;
    const mapped = layout.columns.filter(({ field }) => field !== null);
    this.#labels = new Set([
      ...record.fields.flatMap((field) => field.labels.map((label) => withIdWord(headerKey(label)))),
      ...mapped.map(({ header }) => withIdWord(headerKeys(header).bare)),
    ]);
    this.#isSame = headerTest(layout);
    this.#keyColumns = mapped.flatMap(({ field, index }) => (field?.endsWith('id_number') ? [index] : []));
  }

  /** The title above the next row, as far as rows without records go up. */
  get title(): readonly RawRow[] {
    return this.#title;
  }

  /** Told of a record that is taken without a look at it: what stood above it is no title of what follows. */
  record(): void {
    if (this.#title.length > 0) this.#title = [];
  }

  /**
   * What begins at this row, null where it belongs to the table as all rows before it.
   * @throws DibaoError header-second where it is a header that is not whole, under which no row could be read
   */
  at(row: number, cells: readonly string[]): Begins {
    if (
      this.#keyColumns.some((index) => DATA.test(cells[index] ?? '')) ||
      cells.some((cell) => DATA.test(cell))
    ) {
      this.record();
      return null;
    }
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (filled <= 2) {
      if (filled > 0 && !isClosing(cells.join('')))
        this.#title = [...this.#title, { row, cells: [...cells] }].slice(-TITLE_ROWS);
      return null;
    }
    const begins = this.#judge(row, cells);
    if (begins === null) this.#title = [];
    return begins;
  }

  #judge(row: number, cells: readonly string[]): Begins {
    const known = cells.map((cell) => this.#labels.has(withIdWord(headerKeys(cell).bare)));
    if (known.filter(Boolean).length < LABELS) return null;
    const headers = new Map(this.#layout.columns.map(({ index, header }) => [index, texts(header)]));
    const others = known.flatMap((isLabel, index) =>
      isLabel && !headers.get(index)?.includes(compareText(cells[index] ?? '')) ? [index] : [],
    );
    if (others.length === 0) return this.#isSame(cells) && this.#isOtherPlace() ? 'title' : null;
    return this.#isWhole(cells) ? this.#sameFields(cells) : this.#refuse(row);
  }

  /** Whether every starred field stands in the row; how households are numbered only the rows below it can tell. */
  #isWhole(cells: readonly string[]): boolean {
    return this.#attempt(cells).missing.length === 0;
  }

  #attempt(cells: readonly string[]) {
    const given = [...Object.keys(this.#given), 'category', 'household_id'];
    return attempt(singleRow(cells), [], { record: this.#record, mapping: {}, given });
  }

  /** Another header whose fields all stand where they stood (证件号 for 身份证号) is no other table. */
  #sameFields(cells: readonly string[]): Begins {
    const before = new Map(
      this.#layout.columns.flatMap(({ field, member, index, header }) =>
        field === null ? [] : [[`${member} ${field}`, { index, header }] as const],
      ),
    );
    const { assigned } = this.#attempt(cells);
    const isSame = assigned.every(({ cell, claim }) => {
      const column = before.get(`${claim.member} ${claim.field}`);
      const isMoney = this.#record.fields.find((one) => one.name === claim.field)?.type === 'money';
      return (
        column?.index === cell.index && (!isMoney || texts(column.header).includes(compareText(cell.header)))
      );
    });
    return !isSame ? 'columns' : this.#isOtherPlace() ? 'title' : null;
  }

  #refuse(row: number): never {
    throw new DibaoError('header-second', {}, { row });
  }

  #isOtherPlace(): boolean {
    if (this.#record.ofMembers !== true) return false;
    const lines = this.#title.map(({ cells }) => cells.join(' '));
    return places.some((field) => {
      const said = lines.map((line) => placeIn(field, line)).find((value) => value !== null);
      const own = this.#given[field];
      return said != null && own !== undefined && !own.endsWith(said) && !said.endsWith(own);
    });
  }
}

/**
 * For files that hold one table: a further one is refused by its row.
 * @throws DibaoError header-second, header-second-place
 */
export function refuseSecond(watch: TableWatch, row: number, cells: readonly string[]): void {
  const { title } = watch;
  const begins = watch.at(row, cells);
  if (begins === null) return;
  const text = title.map((line) => line.cells.join('')).join(' ');
  const code = begins === 'columns' ? 'header-second' : 'header-second-place';
  throw new DibaoError(code, { title: text }, { row });
}

/** A header in the forms in which it may stand again: whole, or one of its two rows. */
function texts(header: string): string[] {
  const slash = header.lastIndexOf('/');
  const all = slash < 0 ? [header] : [header, header.slice(slash + 1), header.slice(0, slash)];
  return all.map(compareText);
}
