import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for all tests of a file, removed when they are over. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
