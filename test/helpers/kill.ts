import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MARK_SHEET } from '../../src/forms/mark.js';
import { bookAt } from './form-books.js';

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
  /** Files that differ in every run; they must be whole: JSON, or a workbook. */
  readonly ownBytes: readonly string[];
  /** Files of the campaign folder that differ in every run, likewise. */
  readonly ownFiles: readonly string[];
  /** The states of the plain runs that show what an output may look like. */
  readonly rehearsal: readonly (0 | 1)[];
  /** After every so many kills the command is run to its end. */
  readonly plainEvery: number;
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

/** When to kill: so long after the start, or after the lock, the ledger or an output was first touched. */
export interface Moment {
  readonly after: 'start' | 'lock' | 'ledger' | 'output';
  readonly wait: number;
}

const touched = (file: string): string => {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
};

/** A folder and the files in it, written in place or not: another text once any of them was touched. */
function touchedBelow(folder: string): string {
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return [folder, ...names.map((name) => join(folder, name))].map(touched).join(' ');
}

/** Runs a command to its end, or kills it (-9) at a moment; its exit code, null where it was killed. */
export function runAndKill(
  folder: string,
  args: readonly string[],
  moment: Moment | null,
  outputs: readonly string[] = [],
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
    const { after } = moment;
    const file = join(folder, after === 'lock' ? 'ledger.lock' : 'ledger.ndjson');
    const look = (): string =>
      after === 'output'
        ? outputs.map((output) => touchedBelow(join(folder, output))).join(' ')
        : touched(file);
    const before = look();
    while (!isOver && after !== 'start' && look() === before) await sleep(1);
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

/** The content of a workbook without its mark, in which the ledger's last hash stands; it throws for a torn one. */
async function bookDigest(file: string): Promise<string> {
  const book = await bookAt(file);
  return JSON.stringify(
    book.worksheets
      .filter(({ name }) => name !== MARK_SHEET)
      .map((sheet) => [sheet.name, sheet.getSheetValues()]),
  );
}

/** Throws for a file that is not whole: a workbook, or JSON. */
export async function readWhole(file: string): Promise<void> {
  if (file.endsWith('.xlsx')) await bookAt(file);
  else JSON.parse(readFileSync(file, 'utf8'));
}

const halfWritten = /^\..*\.tmp-\d+-[0-9a-f]{8}$/;
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** What was being written, or kept for a while, when a process was killed. */
export function leftovers(folder: string): string[] {
  return filesBelow(folder).filter(
    (name) =>
      halfWritten.test(basename(name)) || name.startsWith('ledger.lock') || /(^|\/)\.dibao-/.test(name),
  );
}

/**
 * The files of a folder and those below, and SHA-256 of what each says; a half-written one has a name of its own, and
 * does not count.
 * @param skip names that are not looked into
 */
export async function hashes(folder: string, skip: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (!existsSync(folder)) return found;
  for (const name of filesBelow(folder)) {
    if (/(^|\/)\./.test(name) || skip.includes(name)) continue;
    const file = join(folder, name);
    const content = name.endsWith('.xlsx') ? await bookDigest(file) : readFileSync(file);
    found.set(name, createHash('sha256').update(content).digest('hex'));
  }
  return found;
}
