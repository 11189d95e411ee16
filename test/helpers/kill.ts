import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/dibao.js', import.meta.url));

/** A command that is killed, in a campaign folder that is ready for it. */
export interface Killed {
  readonly name: string;
  readonly kills: number;
  /** Makes a campaign in a folder below `parent`; its path. */
  ready(parent: string): Promise<string>;
  /** Puts the inputs into one of two states before a run, so that every run has something to write. */
  turn(folder: string, state: 0 | 1): void;
  /** The command, run in the campaign folder. */
  readonly args: readonly string[];
  /** Exit codes of a run that goes well. */
  readonly codes: readonly number[];
  /** Folders, seen from the campaign's, in which each file must be whole: as of one state or the other. */
  readonly outputs: readonly string[];
  /** Files that differ in every run; they must be whole JSON. */
  readonly ownBytes: readonly string[];
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** When to kill: so long after the start, or so long after the ledger was first touched. */
export interface Moment {
  readonly after: 'start' | 'lock' | 'ledger';
  readonly wait: number;
}

const touched = (file: string): string => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
};

/** Runs a command to its end, or kills it (-9) at a moment; its exit code, null where it was killed. */
export function runAndKill(
  folder: string,
  args: readonly string[],
  moment: Moment | null,
): Promise<{ code: number | null; stderr: string; milliseconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += String(text);
  });
  let isOver = false;
  const watch = async (): Promise<void> => {
    if (moment === null) return;
    const file = moment.after === 'lock' ? 'ledger.lock' : 'ledger.ndjson';
    const before = touched(join(folder, file));
    while (!isOver && moment.after !== 'start' && touched(join(folder, file)) === before) await sleep(1);
    await sleep(moment.wait);
    child.kill('SIGKILL');
  };
  void watch();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      isOver = true;
      resolve({ code, stderr, milliseconds: performance.now() - started });
    });
  });
}

/** The files of a folder, and SHA-256 of each; a half-written one has a name of its own, and does not count. */
export function hashes(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
