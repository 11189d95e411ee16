import type { AnswerFile, FormKind } from '../answers/types.js';
import { type World, worldOf } from '../answers/world.js';
import type { LedgerView } from '../ledger/ledger.js';
import { loadCatalogue } from '../rules/catalogue.js';
import { numberInForce } from '../standards/in-force.js';
import { rosterOf } from './roster-of.js';
import type { Work } from './work.js';

/** Forms that name households which the ledger need not know. */
const needRoster: ReadonlySet<FormKind> = new Set(['report', 'second_look']);

function rosterIsNeeded(files: readonly AnswerFile[], world: World): boolean {
  return files.some(({ sheets }) =>
    sheets.some(({ kind, rows }) => {
      if (rows.length === 0) return false;
      if (needRoster.has(kind)) return true;
      if (kind === 'verification') return false;
      return rows.some(({ texts: own }) => !world.hasHousehold(own.household_id ?? ''));
    }),
  );
}

/** The lawful reasons of every check, from which the drop-downs of 认定理由 are made. */
export async function lawfulReasons({ campaign }: Work): Promise<Map<string, readonly string[]>> {
  const catalogue = await loadCatalogue(campaign.rules);
  return new Map(catalogue.map(({ id, lawful_reasons }) => [id, lawful_reasons]));
}

/** What the answers are held against; the roster is read only where an answer needs it. */
export async function makeWorld(work: Work, view: LedgerView, files: readonly AnswerFile[]): Promise<World> {
  const { campaign, date } = work;
  const lawful = await lawfulReasons(work);
  const { state, events } = view;
  const given = { state, events, date, campaign: campaign.name };
  const world = worldOf({ ...given, roster: null }, lawful);
  if (!rosterIsNeeded(files, world)) return world;
  const households = await rosterOf(work);
  return worldOf({ ...given, roster: new Map(households.map((one) => [one.household_id, one])) }, lawful);
}

/** A dated parameter of second looks, on the as-of date. */
export function secondLookNumber({ campaign }: Work, name: string): number {
  return numberInForce(campaign.parameters, name, campaign.as_of).value;
}
