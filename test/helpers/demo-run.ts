import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Household, Summary } from '../../src/cases/types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The demo county's folder. */
export const demo = join(root, 'fixtures', 'demo');

/** A finished run: its folder, and what its data files say. */
export interface DemoRun {
  readonly folder: string;
  readonly summary: Summary;
  readonly cases: readonly Case[];
  readonly households: readonly Household[];
}

function lines<T>(file: string): T[] {
  const text = readFileSync(file, 'utf8').trimEnd();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as T);
}

/** A temporary folder, and what removes it. */
export function temporary(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'dibao-office-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs `check` by the built command line, writing to `folder`, and reads what it wrote. */
export function runCheckCommand(folder: string, options: readonly string[]): DemoRun {
  if (!existsSync(join(root, 'dist', 'cli.js'))) throw new Error('build first: npm run build');
  const args = [join(root, 'bin', 'dibao.js'), 'check', ...options, '-o', folder, '--fail-on', 'never'];
  const { status, stderr } = spawnSync(process.execPath, [...args, '--lang', 'zh'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`check ended with ${status}: ${stderr}`);
  return {
    folder,
    summary: JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as Summary,
    cases: lines<Case>(join(folder, 'cases.ndjson')),
    households: lines<Household>(join(folder, 'households.ndjson')),
  };
}

/** Runs `check` on the demo county. */
export function runDemo(folder: string): DemoRun {
  return runCheckCommand(folder, ['-c', join(demo, 'dibao.yaml')]);
}
