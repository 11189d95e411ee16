import { join } from 'node:path';
import type { Campaign } from '../../src/campaign-file/types.js';
import { type HouseholdEdit, type RewrittenFile, rewriteRoster } from '../../src/rewrite/rewrite-roster.js';
import { type RosterHousehold, readRoster } from '../../src/roster/read-roster.js';

export function rosterOf(campaign: Campaign): Promise<RosterHousehold[]> {
  return readRoster(campaign, {
    password: null,
    onCleanup: () => () => {},
    progress: { file: () => {}, bytes: () => {} },
  });
}

/** The same campaign over other files. */
export function campaignOver(campaign: Campaign, paths: readonly string[]): Campaign {
  const [spec] = campaign.sources.get('roster') ?? [];
  if (spec === undefined) throw new Error('no roster');
  return {
    ...campaign,
    sources: new Map([['roster', paths.map((path) => ({ ...spec, path, written: path }))]]),
  };
}

export interface Rewriting {
  readonly before: readonly RosterHousehold[];
  readonly after: readonly RosterHousehold[];
  readonly files: readonly RewrittenFile[];
}

/**
 * Reads a roster, writes it again with the edits chosen, and reads what was written.
 * @param sources the paths of the campaign's roster below the folder written to, where they are not the files themselves
 */
export async function rewriting(
  campaign: Campaign,
  out: string,
  choose: (households: readonly RosterHousehold[]) => readonly HouseholdEdit[],
  sources?: readonly string[],
): Promise<Rewriting> {
  const before = await rosterOf(campaign);
  const files = await rewriteRoster(campaign, choose(before), out, { password: null });
  const paths = sources ?? files.map(({ file }) => file);
  const after = await rosterOf(
    campaignOver(
      campaign,
      paths.map((path) => join(out, path)),
    ),
  );
  return { before, after, files };
}

/** A household in one line: all that an edit can touch, and what it must not. */
export function lineOf(
  household: RosterHousehold,
  given: Partial<RosterHousehold> = {},
  hasRelations = true,
): string {
  const { members, ...rest } = { ...household, ...given };
  const number = (value: number | null): string => (value === null ? '-' : String(value));
  return [
    // A serial number is told apart by the place of its table, which moves; a head's ID goes with the head.
    rest.household_id.replace(/^.*#/, '#').replace(/^\d{17}[\dX]$/, 'ID'),
    ...[rest.category, rest.class, rest.township, rest.village, rest.village_group, rest.address, rest.phone],
    ...[rest.tier, rest.start_date, rest.bank_account, rest.account_name, number(rest.supplement)],
    ...[rest.household_size, rest.covered_size, rest.monthly_amount, rest.income_per_capita].map(number),
    ...members
      .map(
        ({ name, id_number, relation, covered }) =>
          `${name} ${id_number} ${hasRelations ? relation : ''} ${covered}`,
      )
      .sort(),
  ].join(' | ');
}

const amounts = [0.5, 12, 386, 1158.25, 2000];

/** Edits of every kind, spread over the households; the same for the same households. */
export function someEdits(
  households: readonly RosterHousehold[],
  random: () => number,
  options: { readonly share?: number; readonly values?: boolean; readonly uncover?: boolean } = {},
): HouseholdEdit[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return households.flatMap((household): HouseholdEdit[] => {
    if (random() > (options.share ?? 0.4)) return [];
    const { members } = household;
    const [head] = members;
    const kind = Math.floor(random() * 5);
    const removed =
      kind === 0
        ? members
        : kind === 1 && members.length > 1 && head !== undefined
          ? [head]
          : kind === 2 && members.length > 1
            ? [pick(members)]
            : [];
    const stay = members.filter((member) => !removed.includes(member));
    const uncovered =
      options.uncover !== false && kind === 3 && stay.length > 1
        ? [pick(stay)].filter((one) => one.covered)
        : [];
    const values: Record<string, number> = {};
    if (options.values !== false && removed.length < members.length && random() < 0.7) {
      if (household.monthly_amount !== null) values.monthly_amount = pick(amounts);
      if (household.household_size !== null) values.household_size = stay.length;
      if (household.covered_size !== null)
        values.covered_size = stay.filter((one) => one.covered && !uncovered.includes(one)).length;
    }
    return [{ household, removed, uncovered, values }];
  });
}

/** What the roster should say after the edits: one line a household. */
export function expectedLines(
  households: readonly RosterHousehold[],
  edits: readonly HouseholdEdit[],
  hasCovered: boolean,
  hasRelations = true,
): string[] {
  const byHousehold = new Map(edits.map((edit) => [edit.household, edit]));
  return households
    .flatMap((household) => {
      const edit = byHousehold.get(household);
      if (edit === undefined) return [lineOf(household, {}, hasRelations)];
      const members = household.members
        .filter((one) => !edit.removed.includes(one) && (hasCovered || !edit.uncovered.includes(one)))
        .map((one) => (edit.uncovered.includes(one) ? { ...one, covered: false } : one));
      return members.length === 0 ? [] : [lineOf(household, { ...edit.values, members }, hasRelations)];
    })
    .sort();
}
