import { caseIdOf } from '../forms/case-number.js';
import { lawfulWord } from '../forms/least-words.js';
import { groundsOf } from '../forms/words.js';
import type { Happening, HappeningOf, LedgerEvent } from '../ledger/events.js';
import type { CaseState, LedgerState } from '../ledger/state.js';
import { compact, upper } from '../normalise/characters.js';
import { parseHouseholdId, parseId } from '../normalise/index.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { type SecondLook, secondLooksOf } from './second-look.js';

/** What answers are held against. */
export interface World {
  readonly state: LedgerState;
  /** What was written of each case or household before, oldest first, by subjectOf(). */
  readonly history: ReadonlyMap<string, readonly Happening[]>;
  readonly looks: readonly SecondLook[];
  /** Day of the work. */
  readonly date: string;
  /** The campaign's name as its file has it. */
  readonly campaign: string;
  /** The households of the roster by number; null where no answer needs them. */
  readonly roster: ReadonlyMap<string, RosterHousehold> | null;
  caseOf(text: string): CaseState | undefined;
  groundsOf(check: string): readonly string[];
  /** True for a household that the ledger or the roster knows. */
  hasHousehold(id: string): boolean;
  /** The household of a number, or of one of these persons' ID numbers. */
  findHousehold(id: string, persons: readonly string[]): RosterHousehold | undefined;
  /** The batch a file says it is of, of its township where it says one; undefined where the ledger knows none such. */
  batchOf(batch: string, township: string): Batch | undefined;
}

/** What went out together. */
export interface Batch {
  /** Day on which it went out; null where the ledger does not say. */
  readonly on: string | null;
  readonly cases: ReadonlySet<string>;
  readonly households: ReadonlySet<string>;
}

/** One batch number may stand over the workbooks of several townships. */
function batchesOf(events: readonly HappeningOf<'dispatched'>[]): Map<string, Batch> {
  const batches = new Map<string, Batch & { cases: Set<string>; households: Set<string> }>();
  for (const { batch, township, on = null, cases, households } of events) {
    for (const key of [batch, `${batch}|${township}`]) {
      const own = batches.get(key) ?? { on, cases: new Set<string>(), households: new Set<string>() };
      for (const one of cases) own.cases.add(one);
      for (const one of households) own.households.add(one);
      batches.set(key, own);
    }
  }
  return batches;
}

/** What an answer is about: two answers of one subject are held against each other. */
export function subjectOf(happening: Happening): string {
  if (happening.what === 'verified') return `verified|${happening.case_id}`;
  if (happening.what === 'reported') return `reported|${happening.slip.case_id}`;
  return 'household_id' in happening ? `${happening.what}|${happening.household_id}` : happening.what;
}

const answers: ReadonlySet<string> = new Set(['verified', 'visited', 'served', 'objected', 'recovered']);

function historyOf(events: readonly LedgerEvent[]): Map<string, Happening[]> {
  const history = new Map<string, Happening[]>();
  for (const { event } of events) {
    if (!answers.has(event.what)) continue;
    const subject = subjectOf(event);
    const own = history.get(subject);
    if (own === undefined) history.set(subject, [event]);
    else own.push(event);
  }
  return history;
}

/** A case's or household's number as it is looked up. */
const keyOf = (text: string): string => upper(compact(text));

/**
 * @param lawful the lawful reasons of each check, for the drop-downs of 认定理由
 */
export function worldOf(
  given: Pick<World, 'state' | 'date' | 'campaign' | 'roster'> & { readonly events: readonly LedgerEvent[] },
  lawful: ReadonlyMap<string, readonly string[]>,
): World {
  const { state, roster, events } = given;
  const cases = new Map([...state.cases].map(([id, one]) => [keyOf(id), one]));
  const households = new Set<string>(state.households.keys());
  for (const { slip } of state.cases.values()) households.add(slip.household_id);
  const byPerson = new Map<string, RosterHousehold>();
  for (const one of roster?.values() ?? []) {
    for (const { id_number } of one.members) if (id_number !== '') byPerson.set(id_number, one);
  }
  const batches = batchesOf(state.batches);
  return {
    state,
    roster,
    date: given.date,
    campaign: given.campaign,
    history: historyOf(events),
    looks: secondLooksOf(
      events.map(({ event }) => event),
      state.cases,
    ),
    caseOf: (text) => cases.get(keyOf(text)) ?? cases.get(keyOf(caseIdOf(keyOf(text)))),
    groundsOf: (check) => {
      const own = lawful.get(check) ?? [];
      // As they went out, and as the rule says them.
      return groundsOf([...own.map(lawfulWord), ...own]);
    },
    hasHousehold: (id) => households.has(id) || roster?.has(id) === true,
    findHousehold: (id, persons) => {
      const known = roster?.get(parseHouseholdId(id).value);
      if (known !== undefined || parseHouseholdId(id).value !== '') return known;
      return persons.flatMap((text) => byPerson.get(parseId(text).value) ?? [])[0];
    },
    batchOf: (batch, township) => batches.get(`${batch}|${township}`) ?? batches.get(batch),
  };
}
