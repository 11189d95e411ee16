import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect } from 'vitest';
import { type CliResult, runCli, temporaryFolder } from './cli.js';
import { told, writeDeaths, writeRoster, writeVehicles } from './county.js';

/** A whole ID number in a text. */
export const idNumber = /(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/;

/** A folder of its own for every test, and `dibao check` run in it. */
export class CheckFolder {
  path = '';

  constructor() {
    beforeEach(() => {
      this.path = temporaryFolder();
    });
  }

  check(...args: string[]): CliResult {
    return runCli(['check', ...args, ...told], { cwd: this.path });
  }

  /** The roster with the registers in which two of its households are found. */
  files(): string[] {
    const { path } = this;
    return ['--roster', writeRoster(path), '--vehicle', writeVehicles(path), '--death', writeDeaths(path)];
  }

  read(...names: string[]): string {
    return readFileSync(join(this.path, ...names), 'utf8');
  }
}

/** Refused: the exit code, a message that says what to do, no stack, no ID number, nothing on standard output. */
export function expectRefusal(result: CliResult, code: number, message: RegExp): void {
  expect(result.stderr).toMatch(message);
  expect(result.stderr).toMatch(/\n {2}→ \S/);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.stderr).not.toMatch(idNumber);
  expect(result.stdout).toBe('');
  expect(result.code).toBe(code);
}
