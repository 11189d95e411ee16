import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writerOf } from '../files/atomic.js';
import { isRunning } from './holder.js';

/** Takes away what was being written in a folder when a process died: people's data must not stay behind. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const writer = writerOf(name);
    if (writer !== null && !isRunning(writer)) await rm(join(folder, name), { force: true });
  }
}
