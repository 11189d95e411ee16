import { adoptRun } from '../ledger/adopt.js';
import { foundLedger } from '../ledger/ledger.js';
import { type Work, withLedger } from './work.js';

/**
 * Takes a finished run into the campaign's ledger, which begins with it where there is none yet. A run that the ledger
 * knows changes nothing.
 * @param dir the run's folder, absolute
 * @throws DibaoError run-unfinished, run-damaged, and those of withLedger
 */
export async function takeRun(work: Work, dir: string): Promise<void> {
  await foundLedger(work.folder, work.campaign.name, work.by);
  await withLedger(work, (ledger) => ledger.append(adoptRun(work.folder, dir, ledger.state)));
}
