import path from 'node:path';
import { writeAtomic } from '../files/atomic.js';
import { frameOf } from '../forms/frame.js';
import type { Happening } from '../ledger/events.js';
import type { Ledger } from '../ledger/ledger.js';
import { pendingTitle } from '../lists/pending.js';
import { type CleanSummary, summaryOf } from '../lists/summary.js';
import { collectGarbage } from '../load/garbage.js';
import { cleanTexts as texts } from '../messages/clean.js';
import { say } from '../messages/language.js';
import type { HouseholdEdit, RewrittenFile } from '../rewrite/rewrite-roster.js';
import { type RosterHousehold, type RosterSettings, readRoster } from '../roster/read-roster.js';
import { loadCatalogue } from '../rules/catalogue.js';
import { termsOf } from '../settle/inputs.js';
import { basisByCheck } from '../settle/reasons.js';
import { holdCleaned, rosterFigures, totalsOf } from '../settle/totals.js';
import { type Decisions, decide } from './clean-decide.js';
import { CLEAN_MANIFEST, cleanFolders, prepareClean, removeStale } from './clean-folder.js';
import { gather } from './clean-inputs.js';
import { listFiles, writeLists } from './clean-lists.js';
import { nextSteps } from './clean-next.js';
import type { CleanOptions } from './clean-options.js';
import { writePapers } from './clean-papers.js';
import { editOf, readCleaned, rosterPaths, writeRoster } from './clean-roster.js';
import { cleanScreen } from './clean-screen.js';
import { checkWaivers, waiversOf } from './clean-waivers.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import { startWork, type Work, warnOfPapers, withLedger } from './work.js';
import { writing } from './write-error.js';

/** The folder of the results: where it is, and as the user would write it. */
interface Folder {
  readonly dir: string;
  readonly shown: string;
}

function folderOf({ output }: CleanOptions, { context, folder, date }: Work): Folder {
  if (output !== undefined) return { dir: path.resolve(context.cwd, output), shown: output };
  const dir = path.join(folder, say(texts.output, { date }));
  return { dir, shown: path.relative(context.cwd, dir) };
}

/** What was decided, and what of it outlives the standings. */
interface Decided {
  readonly summary: CleanSummary;
  readonly outputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly totals: ReturnType<typeof totalsOf>;
  readonly paths: ReadonlyMap<string, string>;
  readonly edits: readonly HouseholdEdit[];
  readonly events: readonly Happening[];
  readonly next: readonly (readonly [string, string])[];
}

interface Cleaned extends Omit<Decided, 'edits'> {
  readonly files: readonly RewrittenFile[];
}

async function decideAll(
  options: CleanOptions,
  work: Work,
  ledger: Ledger,
  households: readonly RosterHousehold[],
) {
  const { campaign, date } = work;
  const { state } = ledger;
  const ids = new Set(households.map(({ household_id }) => household_id));
  const waivers = waiversOf(options, state.waivers, (id) => ids.has(id));
  const all = [...state.waivers, ...waivers];
  const unverified = all.flatMap((one) =>
    one.requirement === 'verdict' && one.household_id !== null ? [one.household_id] : [],
  );
  const knowledge = await gather(work, state, new Set(unverified));
  const basis = basisByCheck(await loadCatalogue(campaign.rules));
  const terms = termsOf(campaign, date, all, basis);
  return { decisions: decide(households, knowledge, state, terms), terms, waivers };
}

type Settings = RosterSettings & { readonly progress: Progress };

/** Decides on every household, and writes the lists and papers. */
async function decideAndTell(
  options: CleanOptions,
  work: Work,
  ledger: Ledger,
  { dir, shown }: Folder,
  settings: Settings,
): Promise<Decided> {
  const { campaign, context, date } = work;
  const { progress } = settings;
  progress.say(say(texts.reading));
  const households = await readRoster(campaign, settings);
  const { decisions, terms, waivers } = await decideAll(options, work, ledger, households);
  const { standings } = decisions;
  const totals = totalsOf(standings, rosterFigures(households));
  await prepareClean(dir, shown, listFiles);
  progress.say(say(texts.writing));
  const frame = frameOf(campaign, date);
  const mark = { ledger: ledger.hash, version: context.version };
  const { objectionDays } = terms;
  const outputs = [
    ...(await writeLists(decisions, { dir, frame, state: ledger.state, objectionDays, mark })),
    ...(await writePapers(standings, {
      ...{ dir, frame, parameters: campaign.parameters },
      progress: (township) => progress.say(say(texts.papers, { township })),
    })),
  ];
  return {
    ...{ outputs, totals, paths: rosterPaths(households) },
    summary: summarised(work, decisions, totals),
    next: nextSteps(decisions, work, shown, objectionDays, ledger.state),
    events: [...waivers, ...standings.flatMap(({ event }) => event ?? [])],
    edits: standings.flatMap((one) => editOf(one) ?? []),
  };
}

async function writeAll(
  options: CleanOptions,
  work: Work,
  ledger: Ledger,
  folder: Folder,
  settings: Settings,
): Promise<Cleaned> {
  const { edits, ...decided } = await decideAndTell(options, work, ledger, folder, settings);
  // Where every household stands is told: the ledger and the standings need not be there beside the roster's rows.
  ledger.forget();
  collectGarbage('sweep');
  const files = await writeRoster(work.campaign, edits, folder.dir, settings);
  const rewritten = files.map(({ file, sha256 }) => ({ file: `${cleanFolders.roster}/${file}`, sha256 }));
  return { ...decided, files, outputs: [...decided.outputs, ...rewritten] };
}

function summarised({ campaign, date }: Work, decisions: Decisions, totals: Cleaned['totals']): CleanSummary {
  const { standings, pending, due, strays } = decisions;
  const head = { name: campaign.name, date, as_of: campaign.as_of, strays: strays.length };
  return summaryOf(head, standings, pending, due, totals);
}

/** The manifest, last of all files: without it a clean-up is not finished. */
async function writeManifest(dir: string, { summary, files, outputs }: Cleaned): Promise<void> {
  const sorted = [...outputs].sort((a, b) => (a.file < b.file ? -1 : 1));
  const roster = files.map(({ source, file, rowsRemoved, cellsChanged, notes }) => ({
    source,
    file: `${cleanFolders.roster}/${file}`,
    rows_removed: rowsRemoved,
    cells_changed: cellsChanged,
    notes,
  }));
  const outputsOnly = sorted.map(({ file, sha256 }) => ({ file, sha256 }));
  const manifest = { ...summary, roster, outputs: outputsOnly };
  await writeAtomic(path.join(dir, CLEAN_MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

function print(options: CleanOptions, { shown }: Folder, { summary, files, next }: Cleaned): void {
  const { context, format } = options;
  if (format === 'json') context.stdout.write(`${JSON.stringify(summary)}\n`);
  else if (!context.quiet) {
    const notes = files.reduce((sum, file) => sum + file.notes.length, 0);
    const pendingFile = path.join(shown, `${pendingTitle}.xlsx`);
    context.stdout.write(cleanScreen(summary, { pendingFile, notes, next }));
  }
}

/** 4 where a household cannot be settled as it stands, or with `--final` where anything waits. */
function codeOf({ isFinal }: CleanOptions, { summary }: Cleaned): number {
  return summary.doubts > 0 || (isFinal && summary.pending > 0) ? 4 : 0;
}

/**
 * `clean`: settles what the verdicts allow, and writes the cleaned roster, the lists, the papers and what waits.
 * @returns the exit code (DESIGN.md, 'Exit codes')
 * @throws DibaoError clean-*, ledger-*, campaign-*, and for sources that cannot be read
 */
export async function clean(options: CleanOptions): Promise<number> {
  const { context, passwordFile } = options;
  checkWaivers(options);
  const work = await startWork(options, 'clean');
  warnOfPapers(work);
  const folder = folderOf(options, work);
  const password =
    passwordFile === undefined ? null : await readPassword(path.resolve(context.cwd, passwordFile));
  const progress = new Progress(context);
  const settings = { password, progress, onCleanup: (hook: () => Promise<void>) => context.onCleanup(hook) };
  try {
    return await withLedger(
      work,
      async (ledger) => {
        const cleaned = await writing(folder.shown, () => writeAll(options, work, ledger, folder, settings));
        progress.say(say(texts.checking));
        const { totals, paths, files } = cleaned;
        // The households of before are out of reach by now: two rosters need not stand in memory.
        holdCleaned(totals, await readCleaned(work.campaign, paths, files, folder.dir, settings));
        await removeStale(folder.dir, [...cleaned.outputs.map(({ file }) => file), CLEAN_MANIFEST]);
        await writeManifest(folder.dir, cleaned);
        if (cleaned.events.length > 0) await ledger.append(cleaned.events);
        progress.end();
        print(options, folder, cleaned);
        return codeOf(options, cleaned);
      },
      'state',
    );
  } finally {
    progress.end();
  }
}
