import path from 'node:path';
import { deadlineOf } from '../dispatch/deadline.js';
import { findCases } from '../dispatch/gather.js';
import { recipientOf } from '../dispatch/letter.js';
import { nextBatch, type Parcel, parcels } from '../dispatch/select.js';
import { type SentFile, sendParcels } from '../dispatch/send.js';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { frameOf } from '../forms/frame.js';
import { categoryWord } from '../forms/least-words.js';
import { folderFrom } from '../ledger/adopt.js';
import type { Ledger } from '../ledger/ledger.js';
import { dispatchTexts as texts } from '../messages/dispatch.js';
import { say } from '../messages/language.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import { loadPack } from '../packs/load.js';
import { textTable } from '../reports/text-table.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { writeLog } from './dispatch-log.js';
import { surveyed } from './dispatch-survey.js';
import { rosterOf } from './roster-of.js';
import { takeRun } from './take-run.js';
import { lastRunOf, startWork, type Work, type WorkOptions, warnOfPapers, withLedger } from './work.js';
import { writing } from './write-error.js';

export interface DispatchOptions extends WorkOptions {
  /** Townships to send to; undefined: every one. */
  readonly townships?: readonly string[];
  /** YYYY-MM-DD; undefined: by the parameter verification_days. */
  readonly deadline?: string;
  /** Also a 核查调查表 for every household. */
  readonly all: boolean;
  /** Also one for every household of a draw: the sample.ndjson of `sample`, as written. */
  readonly sample?: string;
  /** Also one for every household that the last run lists to be looked at hardest. */
  readonly focus?: boolean;
  /** Also visit forms as DOCX. */
  readonly forms: boolean;
  /** Also what was dispatched and not answered. */
  readonly again: boolean;
  /** Folder as written; undefined: 下发/<batch> in the campaign folder. */
  readonly output?: string;
  /** A run to take into the ledger first. */
  readonly run?: string;
}

/** @throws DibaoError dispatch-unknown-township */
function townshipsOf(
  given: readonly string[] | undefined,
  ledger: Ledger,
  roster: readonly RosterHousehold[],
) {
  if (given === undefined) return null;
  const known = new Set(roster.map(({ township }) => township));
  for (const { slip } of ledger.state.cases.values()) known.add(slip.township);
  return new Set(
    given.map((name) => {
      if (name === recipientOf({ township: '' })) return '';
      if (known.has(name)) return name;
      const near = nearest(name, [...known]);
      const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
      throw new DibaoError('dispatch-unknown-township', { name, hint, known: [...known].sort().join(' ') });
    }),
  );
}

/** @throws DibaoError dispatch-past-deadline */
function dueOn(options: DispatchOptions, { date, campaign }: Work): string {
  const { deadline } = options;
  if (deadline === undefined) return deadlineOf(date, campaign.parameters);
  if (deadline < date) throw new DibaoError('dispatch-past-deadline', { deadline, date });
  return deadline;
}

function printSent(work: Work, files: readonly SentFile[], shown: string): void {
  const { context } = work;
  if (context.quiet) return;
  const rows = files.map(({ happening, households }) => {
    const { recipient, cases, households: surveyed, file } = happening;
    return [
      recipient,
      String(cases.length),
      String(households),
      String(surveyed.length),
      path.basename(file),
    ];
  });
  const sum = (column: number) => String(rows.reduce((all, row) => all + Number(row[column]), 0));
  const titles = [texts.township, texts.cases, texts.households, texts.survey, texts.file].map((one) =>
    say(one),
  );
  const total = [say(texts.total), sum(1), sum(2), sum(3), ''];
  const align = ['left', 'right', 'right', 'right', 'left'] as const;
  const first = files[0]?.happening;
  const batch = { batch: first?.batch ?? '', deadline: first?.deadline ?? '', folder: shown };
  context.stdout.write(`${say(texts.batch, batch)}\n${textTable([titles, ...rows, total], { align })}\n`);
}

interface Batch {
  readonly files: readonly SentFile[];
  /** The folder as it is shown. */
  readonly shown: string;
}

async function sendAll(
  options: DispatchOptions,
  work: Work,
  ledger: Ledger,
  roster: readonly RosterHousehold[],
  sent: readonly Parcel[],
): Promise<Batch> {
  const { campaign, context, folder, date } = work;
  const batch = nextBatch(ledger.state, date);
  const own = path.join('下发', batch);
  const outDir =
    options.output === undefined ? path.join(folder, own) : path.resolve(context.cwd, options.output);
  const shown = options.output ?? (path.relative(context.cwd, outDir) || '.');
  const wanted = new Set(sent.flatMap(({ cases }) => cases.map(({ slip }) => slip.case_id)));
  const pack = await loadPack(campaign.pack, campaign.root);
  const mark = {
    campaign: campaign.name,
    ledger: ledger.hash,
    version: context.version,
  };
  const places = await findCases(folder, ledger.state, wanted);
  const files = await writing(shown, async () => {
    await ensurePrivateDir(outDir);
    return sendParcels(sent, {
      outDir,
      shown: (file) => folderFrom(folder, file),
      letter: { frame: frameOf(campaign, date), batch, deadline: dueOn(options, work) },
      state: ledger.state,
      places,
      roster: new Map(roster.map((one) => [one.household_id, one])),
      forms: options.forms,
      contents: { categories: pack.rules.map(({ title }) => categoryWord(title)), mark },
    });
  });
  await ledger.append(files.map(({ happening }) => happening));
  // Not read again from the disk: a county's ledger takes a quarter of a gigabyte.
  const { at, who } = work.by;
  await writeLog(work, [...ledger.events, ...files.map(({ happening }) => ({ event: happening, at, who }))]);
  return { files, shown };
}

/**
 * `dispatch`: one workbook a township with the cases to verify; the ledger learns what went out.
 * @returns 0
 * @throws DibaoError dispatch-unknown-township, dispatch-past-deadline, ledger-*, run-damaged, cannot-write, and for
 *   a roster that cannot be read
 */
export async function dispatch(options: DispatchOptions): Promise<number> {
  const work = await startWork(options, 'dispatch');
  const { context } = work;
  if (options.run !== undefined) await takeRun(work, path.resolve(context.cwd, options.run));
  const deadline = dueOn(options, work);
  warnOfPapers(work);
  const done = await withLedger(
    work,
    async (ledger) => {
      const run = lastRunOf(work, ledger.state);
      const roster = await rosterOf(work);
      const townships = townshipsOf(options.townships, ledger, roster);
      const survey = await surveyed(options, work, run, roster);
      const sent = parcels(ledger, { again: options.again, townships, survey });
      return sent.length === 0 ? null : sendAll({ ...options, deadline }, work, ledger, roster, sent);
    },
    'answers',
  );
  if (done === null) {
    if (!context.quiet) context.stdout.write(`${say(texts.nothing)}\n`);
    return 0;
  }
  printSent(work, done.files, done.shown);
  if (context.quiet) return 0;
  const papers = done.files.flatMap(({ happening }) => happening.papers ?? []).length;
  if (papers > 0) context.stdout.write(`${say(texts.forms, { count: papers })}\n`);
  const nowhere = done.files.find(({ happening }) => happening.township === '');
  if (nowhere) context.stderr.write(`${say(texts.noTownship, { count: nowhere.households })}\n`);
  context.stderr.write(`${say(texts.next)}\n`);
  return 0;
}
