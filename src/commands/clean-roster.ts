import path from 'node:path';
import { expandSources } from '../campaign-file/paths.js';
import type { Campaign, SourceSpec } from '../campaign-file/types.js';
import { type HouseholdEdit, type RewrittenFile, rewriteRoster } from '../rewrite/rewrite-roster.js';
import { type RosterHousehold, type RosterSettings, readRosterTotals } from '../roster/read-roster.js';
import type { Standing } from '../settle/standing.js';
import { figuresOf, type RosterFigures } from '../settle/totals.js';
import { cleanFolders } from './clean-folder.js';

/** What of a household's rows becomes another; null where it stays as it is. */
export function editOf({ group, holds }: Standing): HouseholdEdit | null {
  const { household, removed, departed, size, before, after, income } = holds;
  if (group === 'stopped' || group === 'edge')
    return { household, removed: household.members, uncovered: [], values: {} };
  if (group !== 'adjusted') return null;
  const gone = new Set(departed);
  const covered = after.persons - before.persons;
  const sized = household.household_size !== null && size.after !== size.before;
  return {
    household,
    removed: departed,
    uncovered: removed.filter((member) => !gone.has(member)),
    values: {
      monthly_amount: after.fen / 100,
      ...(sized ? { household_size: size.after } : {}),
      ...(household.covered_size !== null && covered !== 0
        ? { covered_size: Math.max(household.covered_size + covered, 0) }
        : {}),
      ...(income === null
        ? {}
        : { income_per_capita: Math.round((income * 100) / Math.max(size.after, 1)) / 100 }),
    },
  };
}

/** Where each file of the roster stands, by the name that messages show. */
export function rosterPaths(households: readonly RosterHousehold[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const { members } of households)
    for (const { places } of members) for (const one of places) paths.set(one.path, one.file);
  return paths;
}

/** The sources of the cleaned roster: each file read as its original is. */
function cleanedSources(
  campaign: Campaign,
  shown: ReadonlyMap<string, string>,
  cleaned: ReadonlyMap<string, string>,
): SourceSpec[] {
  return (campaign.sources.get('roster') ?? []).flatMap((spec) =>
    expandSources(spec).map((file) => {
      const now = cleaned.get(shown.get(file) ?? '');
      return now === undefined ? { ...spec, path: file } : { ...spec, path: now };
    }),
  );
}

/** Writes the cleaned roster in the layout of the original, which stays untouched. */
export async function writeRoster(
  campaign: Campaign,
  edits: readonly HouseholdEdit[],
  dir: string,
  settings: RosterSettings,
): Promise<readonly RewrittenFile[]> {
  return rewriteRoster(campaign, edits, path.join(dir, cleanFolders.roster), { password: settings.password });
}

/** Reads the cleaned roster again, as the original was read: its households, persons and fen. */
export async function readCleaned(
  campaign: Campaign,
  shown: ReadonlyMap<string, string>,
  files: readonly RewrittenFile[],
  dir: string,
  settings: RosterSettings,
): Promise<RosterFigures> {
  const cleaned = new Map(
    files.map(({ source, file }) => [source, path.join(dir, cleanFolders.roster, file)]),
  );
  const sources = new Map([
    ...campaign.sources,
    ['roster', cleanedSources(campaign, shown, cleaned)] as const,
  ]);
  return figuresOf(await readRosterTotals({ ...campaign, sources }, settings));
}
