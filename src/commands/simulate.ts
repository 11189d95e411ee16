import { readdirSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { say } from '../messages/language.js';
import { quoted } from '../messages/quoted.js';
import { simulateTexts } from '../messages/simulate.js';
import { type CountySpec, type Made, makeCounty } from '../simulate/county.js';
import type { Context } from './options.js';
import { Progress } from './progress.js';
import { writing } from './write-error.js';

export interface SimulateOptions extends Omit<CountySpec, 'folder'> {
  readonly context: Context;
  readonly folder: string;
}

/** A workbook is made in memory, and nobody opens a larger one. */
const MOST_ROWS_XLSX = 200_000;
/** Rows of the roster for each household, at most. */
const MOST_MEMBERS = 6;

function refuseIfUsed(target: string, folder: string): void {
  try {
    if (readdirSync(target).length > 0) throw new DibaoError('folder-not-empty', {}, { file: folder });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof DibaoError) throw error;
    if (code !== 'ENOENT') throw new DibaoError('cannot-write', { why: String(code) }, { file: folder });
  }
}

/**
 * `simulate`: a county with its ground truth, in a new or empty folder.
 * @returns 0
 * @throws DibaoError folder-not-empty, cannot-write, simulate-too-large
 */
export async function simulate(options: SimulateOptions): Promise<number> {
  const { context, folder, format, households, rows } = options;
  if (format === 'xlsx' && rows + households * MOST_MEMBERS > MOST_ROWS_XLSX)
    throw new DibaoError('simulate-too-large', { most: MOST_ROWS_XLSX });
  const target = path.resolve(context.cwd, folder);
  refuseIfUsed(target, folder);
  const progress = new Progress(context);
  const started = performance.now();
  const made = await writing(folder, async () => {
    await ensurePrivateDir(target);
    const undo = async (): Promise<void> => {
      for (const name of await readdir(target)) await rm(path.join(target, name), { recursive: true });
      await rmdir(target).catch(() => undefined);
    };
    // Half a county is none: it has no ground truth yet.
    const done = context.onCleanup(undo);
    try {
      const written = (count: number): void =>
        progress.say(say(simulateTexts.writing, { count: count.toLocaleString('en') }));
      const county = await makeCounty({ ...options, folder: target }, written);
      if (format === 'xlsx') await toWorkbooks(target);
      return county;
    } catch (error) {
      await undo();
      throw error;
    } finally {
      progress.end();
      done();
    }
  });
  if (!context.quiet) tell(options, made, (performance.now() - started) / 1000);
  return 0;
}

/** Workbooks for the CSV files, and the campaign file that names them. */
async function toWorkbooks(target: string): Promise<void> {
  const { toWorkbook } = await import('../simulate/workbook.js');
  const data = path.join(target, 'data');
  for (const file of await readdir(data)) {
    const name = path.basename(file, '.csv');
    await toWorkbook(path.join(data, file), path.join(data, `${name}.xlsx`), name);
  }
}

function tell({ context, folder }: SimulateOptions, made: Made, seconds: number): void {
  const figure = (value: number): string => Math.round(value).toLocaleString('en');
  const values = {
    folder,
    households: figure(made.households),
    members: figure(made.members),
    rows: figure(made.rows),
    megabytes: figure(made.bytes / 1e6),
    cases: figure(made.cases),
    misses: figure(made.nearMisses),
    rate: figure(made.rows / Math.max(seconds, 0.001)),
    command: `dibao check -c ${quoted(path.join(folder, 'dibao.yaml'))} -o ${quoted(path.join(folder, '疑点'))}`,
  };
  context.stderr.write(`${say(simulateTexts.made, values)}\n`);
}
