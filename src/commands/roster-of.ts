import path from 'node:path';
import { type RosterHousehold, readRoster } from '../roster/read-roster.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import type { Work } from './work.js';

/**
 * The campaign's roster, with progress on a terminal.
 * @throws DibaoError for a roster or a password file that cannot be read
 */
export async function rosterOf(work: Work): Promise<RosterHousehold[]> {
  const { campaign, context, passwordFile } = work;
  const password =
    passwordFile === undefined ? null : await readPassword(path.resolve(context.cwd, passwordFile));
  const progress = new Progress(context);
  try {
    return await readRoster(campaign, { password, progress, onCleanup: (hook) => context.onCleanup(hook) });
  } finally {
    progress.end();
  }
}
