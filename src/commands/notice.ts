import path from 'node:path';
import { DibaoError } from '../errors.js';
import { frameOf } from '../forms/frame.js';
import type { HappeningOf } from '../ledger/events.js';
import type { LedgerView } from '../ledger/ledger.js';
import { say } from '../messages/language.js';
import { nearest } from '../messages/nearest.js';
import { noticeWarnings } from '../messages/notice.js';
import { standardTexts } from '../messages/standards.js';
import { writeNotices } from '../notices/files.js';
import { gatherNotices, placeName } from '../notices/gather.js';
import { periodOf } from '../notices/period.js';
import type { Notices, Period, Round } from '../notices/types.js';
import { noTownship, roundTitles } from '../notices/words.js';
import { numberInForce } from '../standards/in-force.js';
import { decider } from './notice-decide.js';
import { noticeScreen } from './notice-screen.js';
import { rosterOf } from './roster-of.js';
import { startWork, type Work, type WorkOptions, warnOfPapers, withLedger } from './work.js';
import { writing } from './write-error.js';

export const rounds: readonly Round[] = ['1', '2', 'quarterly', 'standing'];

export interface NoticeOptions extends WorkOptions {
  readonly round: Round;
  /** First and last day, YYYY-MM-DD; undefined: the day of the work, and as the parameter says. */
  readonly from?: string;
  readonly to?: string;
  /** Names; none: all. */
  readonly townships: readonly string[];
  readonly villages: readonly string[];
  readonly perVillage: boolean;
  /** Folder as written; undefined: 公示/<date>_<round> in the campaign folder. */
  readonly output?: string;
}

/** The names asked for, each of which the roster must have; null where none was. */
function namesIn(
  asked: readonly string[],
  known: ReadonlySet<string>,
  townships: ReadonlySet<string>,
): ReadonlySet<string> | null {
  for (const name of asked) {
    if (known.has(name)) continue;
    const near = nearest(name, known);
    const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
    throw new DibaoError('notice-unknown-place', { name, hint, known: [...townships].sort().join(' ') });
  }
  return asked.length === 0 ? null : new Set(asked);
}

function warn(work: Work, text: string): void {
  if (!work.context.quiet) work.context.stderr.write(`${text}\n`);
}

/** Whether the round before was on the wall, and long enough, in the townships of this one. */
function warnOfFirst(work: Work, { townships }: Notices, { state }: LedgerView, period: Period): void {
  const first = state.notices.filter(({ round }) => round === '1');
  // A notice that does not say its townships was of all.
  const of = (township: string) =>
    first.filter((one) => one.townships === undefined || one.townships.includes(township));
  const names = townships.map(({ township }) => township);
  const shown = (list: readonly string[]) => list.map((name) => name || noTownship).join('、');
  const never = names.filter((name) => of(name).length === 0);
  if (never.length > 0) warn(work, say(noticeWarnings.noFirst, { townships: shown(never) }));
  const running = names.filter((name) => of(name).some(({ to }) => to >= period.from));
  if (running.length === 0) return;
  const [to = ''] = running.flatMap((name) => of(name).map((one) => one.to)).sort((a, b) => (a > b ? -1 : 1));
  warn(work, say(noticeWarnings.firstRuns, { townships: shown(running), to }));
}

function warnOfPeriod(work: Work, { to, wanted }: Period): void {
  const { document } = wanted;
  if (to < wanted.to) warn(work, say(noticeWarnings.short, { to, wanted: wanted.to, document }));
  if (work.campaign.office.phone === '') warn(work, say(noticeWarnings.noPhone));
}

function happeningOf({ round, period, townships }: Notices): HappeningOf<'noticed'> {
  const villages = townships.flatMap((one) => one.villages);
  return {
    what: 'noticed',
    round,
    from: period.from,
    to: period.to,
    villages: villages.length,
    households: villages.reduce((sum, { households }) => sum + households.length, 0),
    townships: townships.map(({ township }) => township),
  };
}

/**
 * `notice`: the public notices of a round, and the sheets for objections.
 * @returns 0
 * @throws DibaoError campaign-*, ledger-*, notice-*, and for a roster that cannot be read
 */
export async function notice(options: NoticeOptions): Promise<number> {
  const { round, to } = options;
  const work = await startWork(options, 'notice');
  const { context, campaign, date } = work;
  const from = options.from ?? date;
  if (to !== undefined && to < from) throw new DibaoError('notice-period', { from, to });
  warnOfPapers(work);
  const households = await rosterOf(work);
  const townships = new Set(households.map((one) => placeName(one.township)));
  const villages = new Set(households.map((one) => placeName(one.village)));
  const period = periodOf(round, campaign.parameters, from, to);
  const settings = {
    round,
    period,
    adult: numberInForce(campaign.parameters, 'adult_age', from).value,
    townships: namesIn(options.townships, townships, townships),
    villages: namesIn(options.villages, villages, townships),
  };
  const shown = options.output ?? path.join('公示', `${date}_${roundTitles[round]}`);
  const folder = path.resolve(options.output === undefined ? work.folder : context.cwd, shown);
  return withLedger(work, async (ledger) => {
    const decidedOf = await decider(work, ledger.state);
    const notices = gatherNotices(households, ledger.state, { ...settings, decidedOf });
    if (notices.townships.length === 0) throw new DibaoError('notice-empty');
    warnOfPeriod(work, period);
    if (round === '2') warnOfFirst(work, notices, ledger, period);
    const frame = frameOf(campaign, date);
    const files = await writing(shown, () =>
      writeNotices(
        notices,
        { frame, round, period },
        {
          folder,
          perVillage: options.perVillage,
          creator: campaign.office.name || 'dibao',
          version: context.version,
          ledger: ledger.events.at(-1)?.hash ?? '',
        },
      ),
    );
    const happening = happeningOf(notices);
    // The same notice once more is no other happening.
    const known = ledger.state.notices.some((one) => JSON.stringify(one) === JSON.stringify(happening));
    if (!known) await ledger.append([happening]);
    context.stdout.write(
      noticeScreen(notices, {
        files,
        folder: shown,
        adult: settings.adult,
        width: context.columns,
        unmask: context.unmask,
      }),
    );
    return 0;
  });
}
