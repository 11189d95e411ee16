import path from 'node:path';
import { dispatchTexts as texts } from '../messages/dispatch.js';
import { say } from '../messages/language.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { readDraw } from '../sample/read-draw.js';
import type { DispatchOptions } from './dispatch.js';
import { focusIn } from './run-households.js';
import type { Work } from './work.js';

type Asked = Pick<DispatchOptions, 'all' | 'sample' | 'focus'>;

/**
 * The households that get a 核查调查表: all of them, those of a draw, those that are to be looked at hardest; null where
 * none is asked for. The form does not say why a household gets it: whoever complained is not given away.
 * @param run folder of the last run, absolute
 * @throws DibaoError file-missing, sample-unreadable, run-damaged
 */
export async function surveyed(
  options: Asked,
  work: Work,
  run: string,
  roster: readonly RosterHousehold[],
): Promise<readonly RosterHousehold[] | null> {
  const { all, sample, focus = false } = options;
  if (all) return roster;
  if (sample === undefined && !focus) return null;
  const { cwd, quiet, stderr } = work.context;
  const drawn = sample === undefined ? [] : await readDraw(path.resolve(cwd, sample), sample);
  const listed = focus ? await focusIn(run, path.relative(cwd, run) || '.') : [];
  const wanted = new Set([...drawn.map(({ household_id }) => household_id), ...listed]);
  const found = roster.filter(({ household_id }) => wanted.has(household_id));
  if (found.length < wanted.size && !quiet)
    stderr.write(`${say(texts.leftRoster, { count: wanted.size - found.length })}\n`);
  return found;
}
