import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { undecidableOf } from '../cases/read-undecidable.js';
import { caseSchema, householdSchema, summarySchema } from '../cases/types.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import type { Decisions } from './types.js';

/** The database that `check --keep-db` leaves beside the reports. */
export const KEPT_DATABASE = 'loaded.duckdb';

const manifestSchema = z.object({ as_of: z.iso.date() });

/** A finished run as its folder holds it. */
export interface RunFolder {
  readonly decisions: Decisions;
  /** Path of the database that `check --keep-db` left; null where there is none. */
  readonly database: string | null;
}

async function textOf(dir: string, shown: string, name: string): Promise<string> {
  try {
    return await readFile(join(dir, name), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (name === 'run.json') throw new DibaoError('run-unfinished', {}, { file: shown });
    throw new DibaoError('run-damaged', { name, why: code ?? '' }, { file: shown });
  }
}

/** Parses one file of the run; what does not have its shape was changed since, or is of another version. */
function parsed<T>(shown: string, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const why = error instanceof z.ZodError ? (error.issues[0]?.path.join('.') ?? '') : '';
    throw new DibaoError('run-damaged', { name, why }, { file: shown });
  }
}

function lines<T>(text: string, schema: z.ZodType<T>): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

/**
 * Reads the folder of a finished run.
 * @param shown the folder as the user wrote it
 * @throws DibaoError run-unfinished where there is no run.json, run-damaged where a file is missing or altered
 */
export async function readRunFolder(dir: string, shown: string): Promise<RunFolder> {
  const get = (name: string): Promise<string> => textOf(dir, shown, name);
  const manifest = await get('run.json');
  const { as_of } = parsed(shown, 'run.json', () => manifestSchema.parse(JSON.parse(manifest)));
  const { cases, households, undecidable, summary } = reportFiles;
  const [casesText, householdsText, undecidableText, summaryText] = await Promise.all(
    [cases, households, undecidable, summary].map(get),
  );
  const decisions: Decisions = {
    asOf: as_of,
    cases: parsed(shown, cases, () => lines(casesText ?? '', caseSchema)),
    households: parsed(shown, households, () => lines(householdsText ?? '', householdSchema)),
    undecidable: parsed(shown, undecidable, () => undecidableOf(undecidableText ?? '')),
    summary: parsed(shown, summary, () => summarySchema.parse(JSON.parse(summaryText ?? ''))),
  };
  const database = join(dir, KEPT_DATABASE);
  const kept = await access(database).then(
    () => true,
    () => false,
  );
  return { decisions, database: kept ? database : null };
}
