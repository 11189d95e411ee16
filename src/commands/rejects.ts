import { join } from 'node:path';
import { problemWords } from '../cases/sources.js';
import { writeAtomic, writePieces } from '../files/atomic.js';
import type { FileResult } from '../load/types.js';
import { say } from '../messages/language.js';
import { knownRecord } from '../records/index.js';
import type { OutputEntry } from '../reports/manifest.js';
import { rejectsHeader, rejectsRows } from '../reports/rejects-csv.js';

const NAME = 'rejects.csv';

function* lines(files: readonly FileResult[]): Generator<string> {
  yield rejectsHeader();
  for (const { task, parts } of files) {
    for (const part of parts) {
      const register = say(knownRecord(part.record).title);
      const origin = { register, file: part.file, sheet: part.sheet, supplier: task.spec.supplier };
      for (const { row, field, kind, value, rejected } of part.listed) {
        const { title, remedy } = problemWords(kind);
        yield rejectsRows([{ ...origin, row, field, value, kind, rejected, problem: title, remedy }]);
      }
    }
  }
}

/** Writes rejects.csv: every rejected row, and every value left out, in a form to send back to the supplier. */
export async function writeRejects(dir: string, files: readonly FileResult[]): Promise<OutputEntry> {
  const written = await writeAtomic(join(dir, NAME), (write) => writePieces(write, lines(files)));
  return { file: NAME, ...written };
}
