import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { openComparedRun } from '../cases/compared-run.js';
import { readCases } from '../cases/read-cases.js';
import { partOf } from '../cases/run-part.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import type { Happening } from './events.js';
import { type FinishedRun, happeningsOf, type Tally } from './run.js';
import type { LedgerState } from './state.js';

const manifestSchema = z.object({
  as_of: z.iso.date(),
  outputs: z.array(z.object({ file: z.string(), sha256: z.string() })),
});
const totalsSchema = z.object({ total: z.object({ cases: z.int(), households: z.int() }) });

/** A run's folder as the ledger names it: as seen from the campaign's, with `/` on every system. */
export function folderFrom(campaignFolder: string, runFolder: string): string {
  return relative(campaignFolder, resolve(runFolder)).split(sep).join('/') || '.';
}

async function finishedRun(folder: string, dir: string): Promise<FinishedRun> {
  const manifest = await partOf(dir, dir, 'run.json', (text) => manifestSchema.parse(JSON.parse(text)));
  const { total } = await partOf(dir, dir, reportFiles.summary, (text) =>
    totalsSchema.parse(JSON.parse(text)),
  );
  return {
    folder: folderFrom(folder, dir),
    as_of: manifest.as_of,
    ...total,
    sha256: manifest.outputs.find(({ file }) => file === reportFiles.cases)?.sha256 ?? '',
    present: await openComparedRun(dir, dir),
  };
}

/** Whether the ledger has taken this run already. */
export function knowsRun(state: LedgerState, run: Pick<FinishedRun, 'folder' | 'sha256'>): boolean {
  const last = state.runs.findLast(({ folder }) => folder === run.folder);
  return last?.sha256 === run.sha256;
}

/**
 * What the folder of a finished run means to a ledger: for `Ledger.append`, as one transaction. Nothing where the
 * ledger took the same run before.
 * @param folder the campaign folder
 * @param dir the run's folder, absolute
 * @throws DibaoError run-unfinished where there is no run.json, run-damaged
 */
export async function* adoptRun(
  folder: string,
  dir: string,
  state: LedgerState,
  tally: Tally = { found: 0, changed: 0, gone: 0, reopened: 0 },
): AsyncGenerator<Happening> {
  const run = await finishedRun(folder, dir);
  if (knowsRun(state, run)) return;
  yield* happeningsOf(state.cases, run, readWhole(dir), tally);
}

async function* readWhole(dir: string): ReturnType<typeof readCases> {
  const name = reportFiles.cases;
  try {
    yield* readCases(join(dir, name));
  } catch (error) {
    if (error instanceof DibaoError) throw error;
    throw new DibaoError('run-damaged', { name, why: '' }, { file: dir });
  }
}
