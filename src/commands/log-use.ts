import path from 'node:path';
import type { Explanation } from '../explain/types.js';
import { hasLedger } from '../ledger/ledger.js';
import { campaignAbove, logUse } from '../ledger/usage.js';
import { maskId, maskIdsIn } from '../messages/mask.js';
import { parseId } from '../normalise/index.js';
import type { CheckOptions, Context, ExplainOptions, SqlOptions } from './options.js';

const by = ({ user }: Context, command: string) => ({
  who: user,
  command,
  at: new Date().toISOString(),
});

/** Some rosters number a household by its head's ID number, which has no place in a log. */
function withoutId(household: string): string {
  const { value, problem } = parseId(household);
  const isId = value.length >= 15 && (problem === null || problem === 'id-checksum');
  return isId ? maskId(household) : household;
}

/** Of the campaign file named, else of the run that is looked at: naming the run alone leads around no log. */
function campaignFolderOf({ config, run, context }: ExplainOptions | SqlOptions): string | null {
  const named = config === undefined ? null : path.dirname(path.resolve(context.cwd, config));
  if (named !== null && hasLedger(named)) return named;
  return run === undefined ? null : campaignAbove(path.resolve(context.cwd, run));
}

/**
 * Logs that a case or household is shown, where the campaign has a ledger. A person asked for by number is logged by
 * household.
 * @throws DibaoError ledger-unwritable, ledger-in-use, usage-broken
 */
export async function logExplained(options: ExplainOptions, explanation: Explanation): Promise<void> {
  const { context } = options;
  const folder = campaignFolderOf(options);
  if (folder === null) return;
  const households = explanation.households.map(({ household_id }) => withoutId(household_id)).join('、');
  const target = explanation.case_id === null ? households : `${explanation.case_id} ${households}`;
  await logUse(folder, by(context, 'explain'), {
    target,
    unmasked: context.unmask || options.format === 'json' || options.format === 'ndjson',
  });
}

/** Characters of a query that the log keeps. */
const LONGEST_QUERY = 500;

/**
 * Logs a query over the campaign's data, as it stands, numbers of persons masked.
 * @param whole its result shows such numbers whole
 * @throws DibaoError ledger-unwritable, ledger-in-use, usage-broken
 */
export async function logQueried(options: SqlOptions, query: string, whole: boolean): Promise<void> {
  const folder = campaignFolderOf(options);
  if (folder === null) return;
  const target = maskIdsIn(query.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_QUERY);
  await logUse(folder, by(options.context, 'sql'), { target, unmasked: whole });
}

/** Logs that a check was run with --unmask. */
export async function logChecked({ context }: CheckOptions, folder: string, shown: string): Promise<void> {
  await logUse(folder, by(context, 'check'), { target: maskIdsIn(shown), unmasked: true });
}
