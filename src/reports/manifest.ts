import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from './atomic.js';

/** One input file as run.json lists it. */
export interface InputEntry {
  readonly register: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

export interface Manifest {
  readonly tool: { readonly name: string; readonly version: string };
  /** As given, ID numbers masked. */
  readonly arguments: readonly string[];
  readonly campaign: { readonly file: string; readonly sha256: string } | null;
  readonly as_of: string;
  readonly inputs: readonly InputEntry[];
  readonly checks: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly milliseconds: number;
  }[];
  readonly started: string;
  readonly ended: string;
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Writes run.json, the last file of a run: without it the run is not finished (DESIGN.md, 'The run folder').
 * @param outputs names of the files of the run in `dir`
 */
export async function writeManifest(
  dir: string,
  manifest: Manifest,
  outputs: readonly string[],
): Promise<void> {
  const entries = await Promise.all(
    [...outputs].sort().map(async (name) => {
      const file = join(dir, name);
      return { file: name, bytes: (await stat(file)).size, sha256: await sha256OfFile(file) };
    }),
  );
  await writeAtomic(join(dir, 'run.json'), `${JSON.stringify({ ...manifest, outputs: entries }, null, 2)}\n`);
}
