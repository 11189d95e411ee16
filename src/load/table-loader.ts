import path from 'node:path';
import { DibaoError } from '../errors.js';
import type { Finder } from '../match/found.js';
import type { Interest } from '../match/interest.js';
import { say } from '../messages/language.js';
import { layoutDoubts, layoutTexts } from '../messages/layout.js';
import { loadTexts } from '../messages/load.js';
import { findLayout } from '../read/header.js';
import type { Layout } from '../read/layout.js';
import type { Encoding, OpenOptions, RawRow } from '../read/types.js';
import { knownRecord } from '../records/index.js';
import { planRow, type RowPlan } from './columns.js';
import { givenValues } from './given.js';
import { PartLoader } from './part.js';
import type { RowObserver } from './part-options.js';
import { holdsPerson } from './persons.js';
import { LIMITS, partNumber } from './source-number.js';
import { TableWatch } from './table-watch.js';
import { type TableWidth, tableWidth } from './table-width.js';
import type { FileTask, PartResult } from './types.js';

/** Rows among which a title may stand while the header is not known. */
const TITLES = 12;
/**
 * How a file is read: a roster makes persons of interest; `relatives` and `leads` name persons and load nothing; a
 * register only asks.
 */
export type LoadMode = 'roster' | 'relatives' | 'leads' | 'register';

/** True for a reading that names persons instead of loading rows. */
export function namesPersons(mode: LoadMode): boolean {
  return mode === 'relatives' || mode === 'leads';
}

/** All that the reading of one file needs beside the file. */
export interface LoadContext {
  readonly task: FileTask;
  readonly mode: LoadMode;
  readonly interest: Interest;
  /** Bytes of this file seen so far. */
  readonly progress: (bytes: number) => void;
  /** Told of the relatives or leads that rows name. */
  readonly found: Finder | null;
  /** Asked for each table who follows its rows (src/rewrite); the rows are loaded all the same. */
  readonly observe?: (table: ObservedTable) => RowObserver;
}

/** One table as it was understood: its columns, and how their cells become values. */
export interface ObservedTable {
  readonly sheet: string | null;
  readonly layout: Layout;
  readonly plan: RowPlan;
  /** Cells of a whole row; null for sheets. */
  readonly width: number | null;
}

/** One table of a file: the CSV itself or one sheet. */
export interface TableId {
  readonly sheet: string | null;
  readonly sheetIndex: number;
  readonly encoding: Encoding | null;
  /** CSV only. */
  readonly delimiter?: string;
  /** It stands below another table of the sheet. */
  readonly isFurther?: boolean;
}

export interface TableLoader {
  readonly loader: PartLoader;
  readonly layout: Layout;
  readonly watch: TableWatch;
  readonly width: TableWidth;
  readonly notes: string[];
  /** What the user should confirm or mend: the reading may be another than was meant. */
  readonly doubts: string[];
}

export function openOptions({ spec, password }: FileTask): OpenOptions {
  const { encoding, delimiter, sheet } = spec;
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet }),
    ...(password && { password }),
  };
}

/**
 * The loader of one table, by its header among the first rows.
 * @param width cells of a whole row by its header, where rows must have them all; null for sheets
 * @throws DibaoError as findLayout() does
 */
export function tableLoader(
  { task, mode, interest, found, observe }: LoadContext,
  head: readonly RawRow[],
  table: TableId,
): TableLoader {
  const record = knownRecord(task.record);
  const around = (preamble: readonly RawRow[]) => ({ path: task.path, sheet: table.sheet, preamble });
  // The title may tell the category, so that no column need: before the header is known, it is among the first rows.
  const before = givenValues(record, task.spec, around(head.slice(0, TITLES)));
  const place = { file: task.shown, sheet: table.sheet };
  const plain = findLayout(head, record, place, task.spec.columns, { given: Object.keys(before.values) });
  const layout = table.delimiter === ';' ? withDecimalCommas(plain) : plain;
  const above = layout.preamble.find(({ cells }) => holdsPerson(cells));
  if (above !== undefined)
    throw new DibaoError('header-below-data', { header: layout.headerRow }, { ...place, row: above.row });
  const carried = new Set(layout.columns.map((column) => column.field));
  const after = givenValues(record, task.spec, around(layout.preamble), carried);
  const { category } = before.values;
  const part = partNumber(task.number, table.sheetIndex);
  const width = table.encoding === null ? null : tableWidth(head, layout);
  const given = { ...(category !== undefined && { category }), ...after.values };
  const observer = observe?.({
    sheet: table.sheet,
    layout,
    plan: planRow(record, layout, given),
    width: width?.cells ?? null,
  });
  const loader = new PartLoader({
    part,
    record,
    layout,
    given,
    width: width?.cells ?? null,
    encoding: table.encoding,
    interest,
    found,
    collects: mode === 'roster',
    keepAll: task.keepAll,
    whole: task.whole && mode === 'register',
    leads: (mode === 'leads' && task.leads) || null,
    ofLeads: task.ofLeads === true && mode === 'register',
    nameMatching: task.nameMatching,
    spoolPath: namesPersons(mode) ? null : path.join(task.spoolDir, `${task.record}-${part}.csv`),
    serialPrefix: `${[task.label, table.sheet ?? [], table.isFurther ? layout.headerRow : []].flat().join('/')}#`,
    observer: observer ?? null,
  });
  const told = (isDoubt: boolean): string[] =>
    layout.notes
      .filter(({ kind }) => layoutDoubts.has(kind) === isDoubt)
      .map(({ kind, values }) => say(layoutTexts[kind], values));
  return {
    loader,
    layout,
    width: width ?? { cells: 0, header: 0, named: 0 },
    watch: new TableWatch(record, layout, given),
    notes: [
      ...told(false),
      ...after.notes,
      ...(width !== null && width.cells !== width.header
        ? [say(loadTexts['width-other'], { header: width.header, cells: width.cells })]
        : []),
    ],
    doubts: [...told(true), ...after.doubts],
  };
}

/** Who delimits by semicolons needs the comma for something else. */
function withDecimalCommas(layout: Layout): Layout {
  return { ...layout, columns: layout.columns.map((column) => ({ ...column, decimalComma: true })) };
}

/** Rows that the loader has seen and decided on. */
export function accountedOf({ loaded, passedOver, rejected, skipped }: PartLoader): number {
  return loaded + passedOver + rejected + skipped;
}

/**
 * What came of a table; every row of it must be accounted for.
 * @param rows rows that stand in the table, by the reader's own count
 */
export function partResult(task: FileTask, table: TableId, made: TableLoader, rows: number): PartResult {
  const { loader, layout, notes, doubts } = made;
  loader.spool?.close();
  const accounted = accountedOf(loader);
  if (accounted !== rows) {
    throw new Error(`rows do not add up in ${task.shown}: ${rows} in the file, ${accounted} accounted for`);
  }
  if (rows > LIMITS.rows)
    throw new Error(`${rows} rows in ${task.shown}: no more than ${LIMITS.rows} can be numbered`);
  return {
    part: partNumber(task.number, table.sheetIndex),
    record: task.record,
    file: task.shown,
    sheet: table.sheet,
    encoding: table.encoding,
    rows,
    loaded: loader.loaded,
    passedOver: loader.passedOver,
    rejected: loader.rejected,
    skipped: loader.skipped,
    tableRows: loader.spool?.rows ?? 0,
    spool:
      loader.spool && loader.spool.rows > 0 ? { path: loader.spool.path, slots: loader.spool.slots } : null,
    columns: layout.columns.map(({ header, field }) => ({ header, field })),
    fills: loader.reader.plan.fills,
    notes,
    doubts,
    problems: loader.problems.groups,
    listed: loader.problems.listed,
  };
}
