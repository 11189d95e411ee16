import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { DibaoError } from '../errors.js';

/** A folder whose name ends with a day: 疑点-2026-11-01, 疑点20261101. */
const dated = /^(.*?)(\d{4})-?(\d\d)-?(\d\d)$/s;

const manifestSchema = z.object({ tool: z.object({ name: z.literal('dibao') }), as_of: z.iso.date() });

/** A finished run in a folder that is named after its day. */
export interface DatedRun {
  /** Absolute. */
  readonly folder: string;
  /** yyyymmdd. */
  readonly day: string;
}

interface Name {
  readonly prefix: string;
  readonly day: string;
}

function nameOf(folder: string): Name | null {
  const [, prefix = '', ...day] = dated.exec(path.basename(folder)) ?? [];
  return day.length === 0 ? null : { prefix, day: day.join('') };
}

/** Whether a folder holds a finished run of ours. */
export async function isFinishedRun(folder: string): Promise<boolean> {
  try {
    const text = await readFile(path.join(folder, 'run.json'), 'utf8');
    return manifestSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/**
 * The finished runs in folders named as this one, but for the day; this one too, where it holds one. Links to folders
 * are none of them.
 * @param folder absolute
 * @returns newest first
 * @throws DibaoError keep-not-dated where the name ends with no day
 */
export async function datedRuns(folder: string): Promise<DatedRun[]> {
  const own = nameOf(folder);
  if (own === null) throw new DibaoError('keep-not-dated', {}, { file: path.basename(folder) });
  const parent = path.dirname(folder);
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const runs: DatedRun[] = [];
  for (const entry of entries) {
    const name = nameOf(entry.name);
    const at = path.join(parent, entry.name);
    if (!entry.isDirectory() || name?.prefix !== own.prefix) continue;
    if (await isFinishedRun(at)) runs.push({ folder: at, day: name.day });
  }
  const key = ({ day, folder: at }: DatedRun): string => `${day} ${at}`;
  return runs.sort((a, b) => (key(a) > key(b) ? -1 : 1));
}

/** The finished run that `last` means: the one in the folder, else the newest of an earlier day beside it. */
export async function lastRun(folder: string): Promise<string | null> {
  if (await isFinishedRun(folder)) return folder;
  const own = nameOf(folder);
  if (own === null) return null;
  const runs = await datedRuns(folder);
  return runs.find(({ day }) => day < own.day)?.folder ?? null;
}

/** The finished runs of earlier days beside a folder that is named after its day, newest first; none of another name. */
export async function runsBefore(folder: string): Promise<string[]> {
  const own = nameOf(folder);
  if (own === null) return [];
  return (await datedRuns(folder)).filter(({ day }) => day < own.day).map((run) => run.folder);
}
