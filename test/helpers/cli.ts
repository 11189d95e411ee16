import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../bin/dibao.js', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string;
  /** Added to an environment without a locale. */
  readonly env?: Readonly<Record<string, string>>;
  /** A file that standard output goes to. */
  readonly stdout?: string;
}

/** Runs the real program, as built in dist/, with no locale set unless `env` sets one. */
export function runCli(args: readonly string[], options: CliOptions = {}): CliResult {
  const { LC_ALL, LC_MESSAGES, LANG, NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const file = options.stdout === undefined ? null : openSync(options.stdout, 'w');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: options.cwd,
    input: options.input ?? '',
    env: { ...env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    stdio: ['pipe', file ?? 'pipe', 'pipe'],
  });
  if (file !== null) closeSync(file);
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** A folder of the test's own, removed when it is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
