import type { Interest } from '../match/interest.js';
import type { TextSet } from '../match/text-set.js';
import { parsedId, parseIdBytes } from '../normalise/index.js';
import { detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { CsvDecodeError, type CsvRecord, scanCsv } from '../read/csv-scan.js';
import { detectFile } from '../read/detect.js';
import type { Encoding } from '../read/types.js';
import { PlainCells } from './bytes/plain-cells.js';
import { NAME, NUMBER, type Shape } from './bytes/shapes.js';
import type { ColumnPlan } from './columns.js';
import { isUnusable } from './row-values.js';
import { openOptions, PEEK, tableLoader } from './table-loader.js';
import type { FileTask } from './types.js';

/**
 * Makes a roster's people, names and households ones of interest by a first look at its key columns alone, so that
 * the roster itself can be read beside the registers. It may add more than the roster's members (the keys of rows that
 * are no records): that only loads rows that match nobody.
 * @returns the look, to be taken when the caller likes; null where the file must be read whole for that: a workbook, or a
 *   roster of another shape
 */
export async function memberLook(task: FileTask, interest: Interest): Promise<(() => void) | null> {
  const { kind } = await detectFile(task.path);
  if (kind !== 'csv') return null;
  const format = detectCsv(task.path, openOptions(task));
  const head = peekCsv(task.path, format, PEEK);
  const context = { task, mode: 'relatives', interest, progress: () => undefined, found: null } as const;
  const table = { sheet: null, sheetIndex: 0, encoding: format.encoding, delimiter: format.delimiter };
  const { loader, layout } = tableLoader(context, head, table);
  const { plan } = loader.reader;
  const column = (name: string) => plan.own.find((one) => one.field.name === name);
  const [id, name, household] = [column('id_number'), column('name'), column('household_id')];
  if (!id || !name || !household || plan.members.length > 0 || layout.householdFrom !== 'household_id')
    return null;
  const dataLine = head[layout.dataFrom]?.row ?? Number.POSITIVE_INFINITY;
  const look = new Look(interest, format.encoding, [id, name, household]);
  return () => {
    scanCsv(
      task.path,
      format,
      (row) => {
        if (row.line >= dataLine) look.at(row);
        return undefined;
      },
      () => undefined,
    );
  };
}

class Look {
  readonly #interest: Interest;
  readonly #id: ColumnPlan;
  readonly #name: ColumnPlan;
  readonly #household: ColumnPlan;
  readonly #plain: PlainCells;
  readonly #last = new Uint8Array(32);
  #lastLength = -1;

  constructor(
    interest: Interest,
    encoding: Encoding,
    columns: readonly [ColumnPlan, ColumnPlan, ColumnPlan],
  ) {
    this.#interest = interest;
    [this.#id, this.#name, this.#household] = columns;
    this.#plain = new PlainCells(encoding);
  }

  at(row: CsvRecord): void {
    const { ids, names, households } = this.#interest;
    try {
      if (!this.#isSameHousehold(row)) this.#text(row, this.#household, NUMBER, households);
      const { index } = this.#id;
      if (index < row.count && parseIdBytes(row.buffer, row.starts[index] ?? 0, row.ends[index] ?? 0) === 1) {
        ids.add(parsedId.high, parsedId.low);
        this.#text(row, this.#name, NAME, names);
        return;
      }
      const name = this.#text(row, this.#name, null, names);
      const { value, problem } = this.#id.parse(row.cell(index));
      if (value !== '' && !isUnusable(problem)) this.#interest.addMember(value, name);
    } catch (error) {
      if (!(error instanceof CsvDecodeError)) throw error;
    }
  }

  /** Rows of one household stand together: whether this one has the number of the row before. */
  #isSameHousehold({ buffer, starts, ends, count, quoted }: CsvRecord): boolean {
    const { index } = this.#household;
    const start = starts[index] as number;
    const length = Math.min((ends[index] as number) - start, this.#last.length);
    let same = length === this.#lastLength && index < count && !quoted;
    for (let i = 0; i < length; i++) {
      if (this.#last[i] === buffer[start + i]) continue;
      same = false;
      this.#last[i] = buffer[start + i] as number;
    }
    this.#lastLength = length < this.#last.length && index < count && !quoted ? length : -1;
    return same;
  }

  /** Adds the column's value, by its bytes where it has the shape; returns it where it had to be read. */
  #text(row: CsvRecord, { index, parse }: ColumnPlan, shape: Shape | null, set: TextSet): string {
    if (shape !== null && index < row.count && !row.quoted) {
      const length = this.#plain.take(shape, row.buffer, row.starts[index] ?? 0, row.ends[index] ?? 0);
      if (length > 0) {
        set.addPlain(this.#plain.bytes, length);
        return '';
      }
    }
    const { value } = parse(row.cell(index));
    if (value !== '') set.add(value);
    return value;
  }
}
