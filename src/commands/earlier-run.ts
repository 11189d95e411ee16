import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Baseline, readBaseline } from '../cases/baseline.js';
import type { EarlierInputs } from '../cases/input-doubts.js';
import { DibaoError } from '../errors.js';
import { grantsOf } from '../exemptions/memory.js';
import type { GrantMemory } from '../exemptions/types.js';
import { reportFiles } from '../files/run-files.js';
import { lastRun } from './dated-runs.js';

const inputsSchema = z.object({
  as_of: z.iso.date(),
  inputs: z.array(z.object({ register: z.string(), file: z.string(), sha256: z.string(), rows: z.int() })),
});

/** The run that a check is compared with. */
export interface EarlierRun {
  readonly cases: Baseline;
  /** Null where the folder does not say: of its cases alone nothing is known of the files they came from. */
  readonly inputs: EarlierInputs | null;
  readonly grants: GrantMemory;
}

async function inputsOf(folder: string, shown: string): Promise<EarlierInputs | null> {
  const file = path.join(folder, 'run.json');
  if (!existsSync(file)) return null;
  try {
    return inputsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    throw new DibaoError('run-damaged', { name: 'run.json', why: '' }, { file: shown });
  }
}

/**
 * Reads the run to compare with.
 * @param baseline as the user wrote it: a folder, or `last`
 * @param output the folder of this run, absolute
 * @throws DibaoError baseline-missing, baseline-unfinished, baseline-unreadable, run-damaged
 */
export async function readEarlier(
  baseline: string | undefined,
  output: string,
  cwd: string,
): Promise<EarlierRun | null> {
  if (baseline === undefined) return null;
  const folder = baseline === 'last' ? ((await lastRun(output)) ?? output) : path.resolve(cwd, baseline);
  const cases = path.join(folder, reportFiles.cases);
  const shown = baseline === 'last' ? path.relative(cwd, folder) || '.' : baseline;
  const name = (file: string): string => path.join(shown, file);
  // What was not written to its end says nothing of what was there before: its new cases would pass for old ones.
  if (baseline === 'last' && existsSync(cases) && !existsSync(path.join(folder, 'run.json')))
    throw new DibaoError('baseline-unfinished', {}, { file: shown });
  return {
    cases: await readBaseline(cases, name(reportFiles.cases)),
    inputs: await inputsOf(folder, shown),
    grants: await grantsOf(path.join(folder, reportFiles.summary), name(reportFiles.summary)),
  };
}
