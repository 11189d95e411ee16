import { DISPATCH_LOG, type Logged, writeDispatchLog } from '../dispatch/log.js';
import { dispatchTexts as texts } from '../messages/dispatch.js';
import { say } from '../messages/language.js';
import type { Work } from './work.js';

/**
 * Writes 下发回收登记.xlsx. It is for people: that it is open in a spreadsheet must not undo what the ledger knows, and
 * is only said.
 * @param events every line of the ledger, those just written too
 */
export async function writeLog(work: Work, events: Iterable<Logged>): Promise<void> {
  const { folder, campaign, context } = work;
  try {
    await writeDispatchLog(folder, events, campaign);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    context.stderr.write(`${say(texts.logUnwritten, { file: DISPATCH_LOG, why: code })}\n`);
  }
}
