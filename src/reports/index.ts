import { join } from 'node:path';
import { type Summary, summarySchema } from '../cases/types.js';
import { ensurePrivateDir, type Written, writeAtomic } from '../files/atomic.js';
import { reportFiles } from '../files/run-files.js';
import type { OutputEntry } from './manifest.js';
import { writeNdjson } from './ndjson.js';
import { type ReportThread, threadFor } from './thread.js';
import type { RunReport } from './types.js';

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * summary.json as text: keys in the order of the schema, 2 blanks a level. How long a check took is left out: times
 * stand in run.json alone, so that the same inputs give the same bytes.
 * @throws ZodError where a summary does not have its shape: a defect of the program
 */
export function summaryJson(summary: Summary): string {
  const { checks, townships, ...rest } = summarySchema.parse(summary);
  const timeless = checks.map(({ milliseconds: _, ...check }) => check);
  const inOrder = townships.map((township) => ({ ...township, rules: sorted(township.rules) }));
  const order = Object.keys(summarySchema.shape);
  const byKey = new Map<string, unknown>(Object.entries({ ...rest, checks: timeless, townships: inOrder }));
  return `${JSON.stringify(Object.fromEntries(order.map((key) => [key, byKey.get(key)])), null, 2)}\n`;
}

type WriteOne = (path: string) => Promise<Written>;

/** How the page and the workbook are written: here, or both by the thread. */
async function forReading(
  dir: string,
  report: RunReport,
  thread: ReportThread | null,
): Promise<{ writePage: WriteOne; writeWorkbook: WriteOne }> {
  if (thread) {
    const at = (file: string): string => join(dir, file);
    const both = thread.write(report, { page: at(reportFiles.page), workbook: at(reportFiles.workbook) });
    return { writePage: async () => (await both).page, writeWorkbook: async () => (await both).workbook };
  }
  const [{ writePage }, { writeWorkbook }] = await Promise.all([
    import('./html/index.js'),
    import('./workbook/index.js'),
  ]);
  return {
    writePage: (path) => writePage(path, report),
    writeWorkbook: (path) => writeWorkbook(path, report),
  };
}

const tables = () =>
  Promise.all([import('./cases-csv.js'), import('./undecidable-csv.js'), import('./focus-csv.js')]);

/**
 * Makes ready what writeReports() needs, while the cases are still being made.
 * @param cases about how many there will be
 * @returns the thread to be given to writeReports(), or ended; null where there is none
 */
export function prepareReports(cases: number): ReportThread | null {
  // What is wrong with a module is told where it is used.
  tables().catch(() => undefined);
  return threadFor(cases);
}

/**
 * Writes every report of a check into `dir` (created 0700): each file whole or not at all, mode 0600, the same bytes
 * for the same report. run.json and rejects.csv are the caller's.
 * @param thread writes what people read, while this one writes the data; null where there is none
 * @returns the files written
 */
export async function writeReports(
  dir: string,
  report: RunReport,
  thread: ReportThread | null = null,
): Promise<OutputEntry[]> {
  const [{ writeCasesCsv }, { writeUndecidableCsv }, { writeFocusCsv }] = await tables();
  await ensurePrivateDir(dir);
  const { summary, cases, households, undecidable, focus = [] } = report;
  const { writePage, writeWorkbook } = await forReading(dir, report, thread);
  const writing: Record<keyof typeof reportFiles, (path: string) => Promise<Written>> = {
    cases: (path) => writeNdjson(path, cases),
    casesCsv: (path) => writeCasesCsv(path, cases),
    households: (path) => writeNdjson(path, households),
    undecidable: (path) => writeUndecidableCsv(path, undecidable),
    focus: (path) => writeFocusCsv(path, focus, new Set(households.map((one) => one.household_id))),
    workbook: writeWorkbook,
    summary: (path) => writeAtomic(path, summaryJson(summary)),
    page: writePage,
  };
  // Together: while one is flushed to the disk, the next is made.
  const written = await Promise.allSettled(
    Object.entries(reportFiles).map(async ([name, file]) => ({
      file,
      ...(await writing[name as keyof typeof reportFiles](join(dir, file))),
    })),
  );
  return written.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
