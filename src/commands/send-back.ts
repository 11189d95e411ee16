import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Draw, drawOf, type Population, populationsOf, stillOut } from '../answers/draw.js';
import { type SecondLook, secondLooksOf } from '../answers/second-look.js';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import type { Happening } from '../ledger/events.js';
import type { Ledger, LedgerView } from '../ledger/ledger.js';
import { secondLookWords, secondLookTexts as texts } from '../messages/collect.js';
import { say } from '../messages/language.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { percent } from './collect.js';
import { shownAs } from './collect-files.js';
import { REPORTS } from './collect-report.js';
import { lawfulReasons, secondLookNumber } from './collect-world.js';
import { rosterOf } from './roster-of.js';
import { writeSecondLook } from './second-look-book.js';
import { startWork, viewLedger, type Work, type WorkOptions, warnOfPapers, withLedger } from './work.js';

export interface SendBackOptions extends WorkOptions {
  readonly files: readonly string[];
  /** Empty: all of them. */
  readonly townships: readonly string[];
  readonly share?: number;
  readonly seed?: string;
  readonly errorLimit?: number;
  readonly dryRun: boolean;
}

/** @throws DibaoError township-unknown */
function chosen(populations: readonly Population[], names: readonly string[]): readonly Population[] {
  const known = populations.map(({ township }) => township);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
    throw new DibaoError('township-unknown', { name, hint, known: known.join('、') });
  }
  return names.length === 0 ? populations : populations.filter(({ township }) => names.includes(township));
}

/** The number of a draw: its day, and which of the ledger's draws it is. */
function batchOf(work: Work, view: LedgerView): string {
  const draws = new Set(looksOf(view).map(({ batch }) => batch));
  return `重核${work.date.replaceAll('-', '')}-${draws.size + 1}`;
}

function looksOf({ events, state }: LedgerView): SecondLook[] {
  return secondLooksOf(
    events.map(({ event }) => event),
    state.cases,
  );
}

interface Prepared {
  readonly draws: readonly Draw[];
  readonly out: readonly string[];
  readonly batch: string;
  readonly seed: string;
  readonly share: number;
  readonly limit: number;
}

function prepare(
  work: Work,
  view: LedgerView,
  households: readonly RosterHousehold[],
  options: SendBackOptions,
): Prepared {
  const places = new Map(households.map(({ household_id, township }) => [household_id, township]));
  const populations = chosen(populationsOf(view.state, places), options.townships);
  const looks = looksOf(view);
  const out = stillOut(looks);
  // Nobody can know beforehand who will be drawn; with the seed everybody can work it out afterwards.
  const seed = options.seed ?? randomBytes(6).toString('hex');
  const share = options.share ?? secondLookNumber(work, 'second_look_share');
  const limit = options.errorLimit ?? secondLookNumber(work, 'second_look_error_limit');
  const draws = populations
    .filter(({ township }) => !out.has(township))
    .map((one) => drawOf(one, share, seed))
    .filter(({ dismissed, unflagged }) => dismissed.length + unflagged.length > 0);
  const names = populations.map(({ township }) => township).filter((township) => out.has(township));
  return { draws, out: names, batch: batchOf(work, view), seed, share, limit };
}

function eventOf({ township, cases, unflagged }: Draw, { batch, seed, limit, share }: Prepared): Happening {
  const why = secondLookWords.drawn.replace('{share}', percent(share));
  return {
    what: 'sent_back',
    batch,
    township,
    seed,
    limit,
    why,
    cases: [...cases],
    households: [...unflagged],
  };
}

/**
 * `collect --send-back`: draws households of each township for a second look, writes their forms and notes it in the
 * ledger; the same seed over the same ledger and roster gives the same draw.
 * @returns 0
 * @throws DibaoError collect-both, township-unknown, ledger-*, campaign-*, for a roster that cannot be read
 */
export async function sendBack(options: SendBackOptions): Promise<number> {
  if (options.files.length > 0) throw new DibaoError('collect-both');
  const work = await startWork(options, 'collect --send-back');
  const { context, folder } = work;
  const lawful = await lawfulReasons(work);
  const households = await rosterOf(work);
  const dir = join(folder, REPORTS);
  const fileOf = ({ township }: Draw, batch: string): string =>
    `重核表_${township.replaceAll(/[\\/:*?"<>|]/g, 'x')}_${batch}.xlsx`;
  const carryOut = async (view: LedgerView, ledger: Ledger | null): Promise<Prepared> => {
    const made = prepare(work, view, households, options);
    if (ledger === null || made.draws.length === 0) return made;
    await ensurePrivateDir(dir);
    for (const draw of made.draws) {
      await writeSecondLook(join(dir, fileOf(draw, made.batch)), draw, {
        ...made,
        work,
        view,
        households,
        lawful,
      });
    }
    await ledger.append(made.draws.map((draw) => eventOf(draw, made)));
    return made;
  };
  const made = options.dryRun
    ? await carryOut(await viewLedger(work), null)
    : await withLedger(work, (ledger) => carryOut(ledger, ledger));
  const write = (text: string): void => void context.stdout.write(`${text}\n`);
  for (const township of made.out) write(say(texts.out, { township }));
  for (const draw of made.draws) {
    const { township, population, dismissed, unflagged } = draw;
    const counts = { drawnDismissed: dismissed.length, drawnUnflagged: unflagged.length };
    const file = options.dryRun ? '--dry-run' : shownAs(join(dir, fileOf(draw, made.batch)), context.cwd);
    write(say(texts.drawn, { township, ...population, ...counts, file }));
  }
  const { batch, seed, share, limit } = made;
  if (made.draws.length === 0) write(say(texts.none));
  else write(say(texts.seed, { batch, seed, share: percent(share), limit: percent(limit) }));
  warnOfPapers(work);
  if (!context.quiet && made.draws.length > 0) context.stderr.write(`${say(texts.next)}\n`);
  return 0;
}
