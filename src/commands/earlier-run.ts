import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Baseline, readBaseline, rememberCases } from '../cases/baseline.js';
import { openComparedRun } from '../cases/compared-run.js';
import type { EarlierInputs } from '../cases/input-doubts.js';
import type { EarlierNight, Memory } from '../cases/look-back.js';
import type { Present } from '../cases/present.js';
import { DibaoError } from '../errors.js';
import { grantsOf } from '../exemptions/memory.js';
import type { GrantMemory } from '../exemptions/types.js';
import { reportFiles } from '../files/run-files.js';
import { lastRun, runsBefore } from './dated-runs.js';

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
  /** What it could have found, and the runs before it. */
  readonly memory: Pick<Memory, 'baseline' | 'earlier'>;
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

/** The run in a folder; null where it does not hold all that a comparison needs: nothing can be told by it then. */
async function openNight(folder: string): Promise<(Present & { readonly cases: string }) | null> {
  try {
    return await openComparedRun(folder, folder);
  } catch (error) {
    if (error instanceof DibaoError) return null;
    throw error;
  }
}

async function* nightsBefore(folder: string): AsyncGenerator<EarlierNight> {
  for (const at of await runsBefore(folder)) {
    const present = await openNight(at);
    if (present !== null) yield { present, cases: () => rememberCases(present.cases) };
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
    memory: { baseline: () => openNight(folder), earlier: () => nightsBefore(folder) },
  };
}
