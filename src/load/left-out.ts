import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import { knownRecord } from '../records/index.js';
import type { FileResult, FileTask } from './types.js';

/** What a table is refused with that is none of this record set; any other trouble must be told. */
const NOT_THIS_RECORD = new Set<string>(['table-empty', 'header-missing-field', 'header-missing-category']);

export function isNotThisRecord(error: unknown): error is DibaoError {
  return error instanceof DibaoError && NOT_THIS_RECORD.has(error.code);
}

interface Held {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** Rows with a text that looks like an ID number. */
  readonly persons: number;
}

/**
 * Leaves out a file of a folder without a table of the record set, as they lie beside the villages' files: a summary, an
 * explanation. One with persons in it was meant to be read.
 * @throws DibaoError `error` for such a file
 */
export function leaveOut(task: FileTask, error: DibaoError, held: Held): FileResult {
  if (held.persons > 0) throw error;
  const { bytes, sha256, rows } = held;
  const { code, values, place } = error;
  const why = { code, values: { ...values }, place: { ...place, file: task.shown } };
  return { task, bytes, sha256, parts: [], leftOut: { rows, why } };
}

/** The files of each source in the order read. */
function bySource(files: readonly FileResult[]): FileResult[][] {
  const groups = new Map<unknown, FileResult[]>();
  for (const file of files) {
    const group = groups.get(file.task.spec);
    if (group) group.push(file);
    else groups.set(file.task.spec, [file]);
  }
  return [...groups.values()];
}

/** The error for each source all of whose files are left out, with the first of its files. */
export function emptySources(files: readonly FileResult[]): { task: FileTask; error: DibaoError }[] {
  return bySource(files).flatMap(([first, ...rest]) => {
    if (!first?.leftOut || rest.some((file) => !file.leftOut)) return [];
    const { task, leftOut } = first;
    const why = new DibaoError(leftOut.why.code, leftOut.why.values, leftOut.why.place);
    const values = { title: say(knownRecord(task.record).title), first: why.line };
    return [{ task, error: new DibaoError('source-no-table', values, { file: task.spec.written }) }];
  });
}

/** What the user is told of the files left out, a sentence for each source. */
export function leftOutNotes(files: readonly FileResult[]): string[] {
  return bySource(files.filter(({ leftOut }) => leftOut)).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { record, spec } = first.task;
    const named = group.map(({ task, leftOut }) =>
      say(loadTexts['left-out-file'], { file: task.shown, rows: leftOut?.rows ?? 0 }),
    );
    const title = say(knownRecord(record).title);
    return say(loadTexts['left-out'], { source: spec.written, title, files: named.join('、') });
  });
}
