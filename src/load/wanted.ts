import type { Campaign } from '../campaign-file/types.js';
import { parameterInForce } from '../standards/in-force.js';

/** What a row must say to make its person a lead: in one of the conditions, each field one of its values. */
export type LeadConditions = readonly Readonly<Record<string, readonly string[]>>[];

/** What the checks of a run need beyond the rows of the roster's people and their relatives. */
export interface Wanted {
  /** Record sets of which every row is loaded. */
  readonly whole: ReadonlySet<string>;
  /** Record sets whose rows name leads (persons on no roster whom a check is after), with what tells them. */
  readonly leads: ReadonlyMap<string, LeadConditions>;
  /** Record sets of which the rows of leads are loaded too. */
  readonly ofLeads: ReadonlySet<string>;
}

export const nothingWanted: Wanted = { whole: new Set(), leads: new Map(), ofLeads: new Set() };

/** A check as far as it says what it reads (the front matter of a rule). */
interface Reads {
  readonly needs: readonly string[];
  readonly any_of: readonly (readonly string[])[];
  readonly uses: readonly string[];
  readonly excused_by: readonly string[];
  readonly whole: readonly string[];
  /** By record set; a value is a list of codes, or the name of a parameter that holds them. */
  readonly leads: Readonly<Record<string, readonly Readonly<Record<string, string | readonly string[]>>[]>>;
}

/** The words of a parameter in force on the as-of date. */
function wordsOf({ parameters, as_of }: Campaign, name: string): string[] {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter === undefined) throw new Error(`there is no parameter ${name}`);
  return [parameterInForce(parameter, as_of).value].flat().map(String);
}

/** What those of the checks that will run want loaded. */
export function wantedOf(campaign: Campaign, checks: readonly Reads[]): Wanted {
  const given = (register: string): boolean => campaign.sources.has(register);
  const run = checks.filter(
    ({ needs, any_of }) => needs.every(given) && any_of.every((group) => group.some(given)),
  );
  const leads = new Map<string, LeadConditions>();
  const ofLeads = new Set<string>();
  for (const check of run) {
    const named = Object.entries(check.leads);
    for (const [record, conditions] of named) {
      const own = conditions.map((condition) =>
        Object.fromEntries(
          Object.entries(condition).map(([field, values]) => [
            field,
            typeof values === 'string' ? wordsOf(campaign, values) : values,
          ]),
        ),
      );
      leads.set(record, [...(leads.get(record) ?? []), ...own]);
    }
    if (named.length === 0) continue;
    const { needs, any_of, uses, excused_by } = check;
    for (const register of [needs, ...any_of, uses, excused_by].flat()) ofLeads.add(register);
  }
  return { whole: new Set(run.flatMap(({ whole }) => whole)), leads, ofLeads };
}
