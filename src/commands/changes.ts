import { statSync } from 'node:fs';
import path from 'node:path';
import { type CampaignOptions, campaignFromOptions } from '../campaign-file/from-options.js';
import { loadCampaign } from '../campaign-file/load.js';
import { plainSource } from '../campaign-file/sources.js';
import type { Campaign } from '../campaign-file/types.js';
import { changesSheets } from '../changes/book.js';
import { compareRosters } from '../changes/compare.js';
import { familyOf } from '../changes/family.js';
import { type ChangesReport, reportOf } from '../changes/report.js';
import { changesScreen } from '../changes/screen.js';
import type { Family } from '../changes/types.js';
import { DibaoError } from '../errors.js';
import { changesTexts as texts } from '../messages/changes.js';
import { say } from '../messages/language.js';
import { writeTableBook } from '../reports/table-book.js';
import { readRoster } from '../roster/read-roster.js';
import { printChanges } from './changes-out.js';
import type { Context, OutputFormat } from './options.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import { writing } from './write-error.js';

export interface ChangesOptions {
  readonly context: Context;
  /** Rosters as written: a file, a folder, a pattern, or a campaign file. */
  readonly older: string;
  readonly newer: string;
  /** A campaign file, for the county's name and its standards. */
  readonly config?: string;
  /** Days of the rosters, YYYY-MM-DD. */
  readonly from?: string;
  readonly to?: string;
  /** Of every household, where the rosters do not say. */
  readonly category?: 'urban' | 'rural';
  readonly period?: string;
  /** File of the workbook. */
  readonly output?: string;
  readonly passwordFile?: string;
  readonly format: OutputFormat;
}

/** What stands for a campaign where there is no file of one. */
function plainCampaign({ context }: ChangesOptions): Campaign {
  const none: Omit<CampaignOptions, 'cwd'> = { sources: {}, rosterUrban: [], rosterRural: [], checks: [] };
  return campaignFromOptions({ ...none, cwd: context.cwd });
}

/** One of the rosters, as a campaign of that alone. */
async function sideOf(options: ChangesOptions, written: string, day?: string): Promise<Campaign> {
  const { context, config, category } = options;
  const isCampaign = /\.ya?ml$/i.test(written);
  const named = isCampaign ? written : config;
  const campaign = named === undefined ? plainCampaign(options) : await loadCampaign(named, context.cwd);
  const as_of = day ?? campaign.as_of;
  if (isCampaign) {
    if (!campaign.sources.has('roster')) throw new DibaoError('campaign-no-roster', {}, { file: written });
    return { ...campaign, as_of };
  }
  const source = plainSource(written, context.cwd, category === undefined ? {} : { category });
  return { ...campaign, as_of, root: context.cwd, sources: new Map([['roster', [source]]]) };
}

async function familiesOf(campaign: Campaign, options: ChangesOptions, shown: string): Promise<Family[]> {
  const { context, passwordFile } = options;
  const file = passwordFile === undefined ? null : path.resolve(context.cwd, passwordFile);
  const progress = new Progress(context);
  try {
    const roster = await readRoster(campaign, {
      password: file === null ? null : await readPassword(file),
      progress,
      onCleanup: (hook) => context.onCleanup(hook),
    });
    if (roster.length === 0) throw new DibaoError('roster-empty', {}, { file: shown });
    return roster.map(familyOf);
  } finally {
    progress.end();
  }
}

function isSamePlace({ context, older, newer }: ChangesOptions): boolean {
  const [a, b] = [older, newer].map((one) =>
    statSync(path.resolve(context.cwd, one), { throwIfNoEntry: false }),
  );
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev && a.ino !== 0;
}

/** Townships and categories that the newer roster has lost altogether: a list of it may be missing. */
function missingNotes({ townships, categories }: ChangesReport): string[] {
  const lost = [...categories, ...townships].filter(
    ({ before, after }) => before.households > 0 && after.households === 0,
  );
  const named = lost.map(({ name }) =>
    name === 'urban' || name === 'rural' ? say(texts.category[name]) : name || say(texts.noTownship),
  );
  return named.length === 0 ? [] : [say(texts.missing, { what: named.join('、') })];
}

function notesOf(
  options: ChangesOptions,
  [before, after]: readonly [Campaign, Campaign],
  withoutAmount: readonly [number, number],
): string[] {
  const [older, newer] = withoutAmount;
  const isKnown = before.standards.length > 0 && after.standards.length > 0;
  return [
    ...(isSamePlace(options) && before.as_of === after.as_of ? [say(texts.sameFile)] : []),
    ...(before.as_of > after.as_of ? [say(texts.reversed, { from: before.as_of, to: after.as_of })] : []),
    ...(older + newer > 0 ? [say(texts.noAmount, { older, newer })] : []),
    ...(isKnown ? [] : [say(texts.noStandards)]),
  ];
}

const withoutAmount = (families: readonly Family[]): number =>
  families.filter(({ hasAmount }) => !hasAmount).length;

async function writeBook(
  report: ChangesReport,
  campaign: Campaign,
  file: string,
  shown: string,
): Promise<void> {
  const { from, to } = report;
  const date = from === null || to === null ? '' : say(texts.dates, { from, to });
  const { footer } = campaign;
  const title = say(texts.title, { area: report.area });
  await writing(shown, () =>
    writeTableBook(file, changesSheets(report), { title, date, footer, creator: 'dibao' }),
  );
}

/**
 * `changes`: what is otherwise on the newer of two rosters, with the sentence and control totals of a monthly report.
 * @returns 0
 * @throws DibaoError for rosters and campaign files that cannot be read, roster-empty, cannot-write
 */
export async function changes(options: ChangesOptions): Promise<number> {
  const { context, output, period = null } = options;
  const before = await sideOf(options, options.older, options.from);
  const after = await sideOf(options, options.newer, options.to);
  const older = await familiesOf(before, options, options.older);
  const newer = await familiesOf(after, options, options.newer);
  // Without two days there is nothing to say of them: today, or one campaign's, is no period.
  const isDated = before.as_of !== after.as_of;
  const report = reportOf(compareRosters(older, newer), {
    area: after.area?.name ?? '',
    from: isDated ? before.as_of : null,
    to: isDated ? after.as_of : null,
    period,
  });
  const note = (text: string): void => {
    if (!context.quiet) context.stderr.write(`${text}\n`);
  };
  const amounts = [withoutAmount(older), withoutAmount(newer)] as const;
  for (const text of [...notesOf(options, [before, after], amounts), ...missingNotes(report)]) note(text);
  if (output !== undefined) {
    await writeBook(report, after, path.resolve(context.cwd, output), output);
    note(say(texts.written, { file: output }));
  }
  if (options.format === 'table')
    context.stdout.write(changesScreen(report, context.columns, context.unmask));
  else await printChanges(context, options.format, report);
  return 0;
}
