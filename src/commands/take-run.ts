import path from 'node:path';
import { adoptRun } from '../ledger/adopt.js';
import { foundLedger } from '../ledger/ledger.js';
import { type Work, withLedger } from './work.js';

/**
 * Takes a finished run into the campaign's ledger, which it founds where there is none. One that the ledger knows
 * already changes nothing.
 * @param run the run's folder as the user wrote it
 * @throws DibaoError run-unfinished, run-damaged, and those of the ledger
 */
export async function takeRun(work: Work, run: string): Promise<void> {
  const { folder, campaign, by, context } = work;
  const dir = path.resolve(context.cwd, run);
  await foundLedger(folder, campaign.name, by);
  await withLedger(work, (ledger) => ledger.append(adoptRun(folder, dir, ledger.state)));
}
