import { loadFile } from '../load/file.js';
import type { ObservedTable } from '../load/table-loader.js';
import type { FileTask } from '../load/types.js';
import { Interest } from '../match/interest.js';
import { parseBool } from '../normalise/index.js';

/** One row of persons as the loader read it; of its cells only the columns that an edit can touch are kept. */
export interface LearnedRow {
  readonly row: number;
  /** The household's number as it was filled down; '' where the row has none. */
  readonly household: string;
  readonly texts: readonly string[];
}

/**
 * A text to keep for long: the one of the row above where it says the same, as in most rows of a household; else a copy, for
 * a cell is a piece of its line, and would keep the whole of it in memory.
 */
function kept(text: string, above: string | undefined): string {
  return text === above ? above : Buffer.from(text).toString();
}

/** One table of a file: its columns and its rows, as loading sees them. */
export class LearnedTable {
  readonly sheet: string | null;
  readonly layout: ObservedTable['layout'];
  readonly plan: ObservedTable['plan'];
  readonly width: number | null;
  readonly rows: LearnedRow[] = [];
  /** Rows of sums. */
  readonly subtotals: { readonly row: number; readonly cells: readonly string[] }[] = [];
  /** Words of the columns that say who is covered, and how often each stands there. */
  readonly words = new Map<string, number>();
  readonly #kept = new Map<number, number>();
  readonly #covered: readonly number[];

  constructor({ sheet, layout, plan, width }: ObservedTable) {
    this.sheet = sheet;
    this.layout = layout;
    this.plan = plan;
    this.width = width;
    const wide = layout.columns.some(({ member }) => member > 0);
    for (const { index, field } of layout.columns) {
      const spec = plan.fields.find((one) => one.name === field);
      const isUsed = spec?.household === true || field === 'household_id' || field === 'covered';
      if (isUsed || (wide && field !== null)) this.#kept.set(index, this.#kept.size);
    }
    this.#covered = layout.columns.flatMap(({ field, index }) => (field === 'covered' ? [index] : []));
  }

  add(row: number, household: string, cells: readonly string[]): void {
    const last = this.rows.at(-1);
    const texts = [...this.#kept.keys()].map((index, at) => kept(cells[index] ?? '', last?.texts[at]));
    this.rows.push({ row, household: kept(household, last?.household), texts });
    for (const index of this.#covered) {
      const text = (cells[index] ?? '').trim();
      if (text !== '' && parseBool(text).problem === null)
        this.words.set(text, (this.words.get(text) ?? 0) + 1);
    }
  }

  /** What was read in a cell, of a merged range what is repeated in it; only of columns that an edit can touch. */
  text(row: LearnedRow, column: number): string {
    return row.texts[this.#kept.get(column) ?? -1] ?? '';
  }
}

/**
 * Reads one file of the roster again, by the same code as a check, to learn the columns of each of its tables.
 * @throws DibaoError as loadFile() does
 */
export async function learnTables(task: FileTask): Promise<LearnedTable[]> {
  const tables: LearnedTable[] = [];
  await loadFile({
    // Every row is looked at, and goes nowhere.
    task: { ...task, keepAll: true },
    mode: 'relatives',
    interest: new Interest(1),
    progress: () => undefined,
    found: null,
    observe: (observed) => {
      const table = new LearnedTable(observed);
      tables.push(table);
      return {
        row: (row, household, cells) => table.add(row, household, cells),
        other: (kind, row, cells) => {
          if (kind === 'subtotal') table.subtotals.push({ row, cells: [...cells] });
        },
      };
    },
  });
  return tables;
}
