import { join } from 'node:path';
import { type Written, writeAtomic } from '../files/atomic.js';

/** One input file as run.json lists it. */
export interface InputEntry {
  readonly register: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** One file of the run as run.json lists it. */
export interface OutputEntry extends Written {
  readonly file: string;
}

export interface Manifest {
  readonly tool: { readonly name: string; readonly version: string };
  /** As given, ID numbers masked. */
  readonly arguments: readonly string[];
  readonly campaign: { readonly file: string; readonly sha256: string } | null;
  readonly exemptions: { readonly file: string; readonly bytes: number; readonly sha256: string } | null;
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

/**
 * Writes run.json, the last file of a run: without it the run is not finished (DESIGN.md, 'The run folder').
 * @param outputs the files of the run in `dir`
 */
export async function writeManifest(
  dir: string,
  manifest: Manifest,
  outputs: readonly OutputEntry[],
): Promise<void> {
  const entries = [...outputs]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 }));
  await writeAtomic(join(dir, 'run.json'), `${JSON.stringify({ ...manifest, outputs: entries }, null, 2)}\n`);
}
