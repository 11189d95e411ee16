import { join } from 'node:path';
import { isExempted } from '../cases/nightly-types.js';
import { readCases } from '../cases/read-cases.js';
import type { Case } from '../cases/types.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import { isCase } from '../forms/case-number.js';
import type { EvidenceMatter } from '../papers/evidence.js';
import { loadCatalogue, type Rule } from '../rules/catalogue.js';
import { type PaperRun, readHouseholds } from './paper-run.js';

/** Which cases of a run evidence is taken of; all where nothing is named. */
export interface Wanted {
  readonly households: readonly string[];
  readonly cases: readonly string[];
  /** Rules (R04) or checks (R04.car). */
  readonly rules: readonly string[];
}

/** A matter and what its file is called. */
export interface NamedMatter {
  readonly name: string;
  readonly matter: EvidenceMatter;
}

function isWanted(one: Case, { households, cases, rules }: Wanted): boolean {
  const named = households.length + cases.length === 0;
  const chosen =
    named || households.includes(one.household_id) || cases.some((named) => isCase(one.case_id, named));
  return (
    chosen &&
    !isExempted(one) &&
    (rules.length === 0 || rules.includes(one.rule) || rules.includes(one.check))
  );
}

/** Throws for a household or case that the run does not have: a slip of the pen leaves no paper out unnoticed. */
function refuseUnknown({ households, cases }: Wanted, found: readonly Case[]): void {
  const owners = new Set(found.map(({ household_id }) => household_id));
  for (const id of cases)
    if (!found.some(({ case_id }) => isCase(case_id, id)))
      throw new DibaoError('case-unknown', { id, hint: '' });
  for (const id of households)
    if (!owners.has(id)) throw new DibaoError('household-without-case', { id, hint: '' });
}

function basisOf(rules: readonly (Rule | undefined)[]): string[] {
  const quoted = rules
    .flatMap((rule) => rule?.basis ?? [])
    .map(({ document, article, item }) => {
      const place = article ?? (item === undefined ? '' : `第${item}项`);
      return `${document}${place}`;
    });
  return [...new Set(quoted)];
}

function groupBy(cases: readonly Case[], key: (one: Case) => string): Map<string, Case[]> {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const own = groups.get(key(one));
    if (own === undefined) groups.set(key(one), [one]);
    else own.push(one);
  }
  return groups;
}

/**
 * The matters of evidence: a household each where households or cases are named, otherwise a check each.
 * @param own folder of the user's own rules
 * @throws DibaoError case-unknown, household-without-case, paper-no-case
 */
export async function mattersOf(run: PaperRun, wanted: Wanted, own: string | null): Promise<NamedMatter[]> {
  const cases: Case[] = [];
  for await (const one of readCases(join(run.folder, reportFiles.cases)))
    if (isWanted(one, wanted)) cases.push(one);
  refuseUnknown(wanted, cases);
  if (cases.length === 0) throw new DibaoError('paper-no-case', { rules: wanted.rules.join(' ') });
  const rules = new Map((await loadCatalogue(own)).map((rule) => [rule.id, rule]));
  const hashes = new Map(run.inputs.map(({ file, sha256 }) => [file, sha256]));
  const byHousehold = wanted.households.length + wanted.cases.length > 0;
  const groups = groupBy(cases, (one) => (byHousehold ? one.household_id : one.check));
  const known = byHousehold ? await readHouseholds(run, new Set(groups.keys())) : new Map();
  return [...groups].map(([key, group]) => {
    const [first] = group;
    const basis = basisOf([...new Set(group.map(({ check }) => check))].map((check) => rules.get(check)));
    const common = { cases: group, basis, hashes };
    if (!byHousehold) {
      const object = `${run.summary.area?.name ?? ''}最低生活保障对象(${new Set(group.map(({ household_id }) => household_id)).size}户)`;
      return {
        name: key,
        matter: { ...common, kind: 'check', title: first?.title ?? '', object, overpaid: null },
      };
    }
    const place = [first?.township, first?.village].filter((text) => text !== '').join('');
    const object = `${place}${first?.head?.name ?? ''}户(户编号 ${key})`;
    const title = '最低生活保障待遇享受情况';
    // Of some of its cases alone, what they overpaid together is not known.
    const all = known.get(key);
    const overpaid = all?.cases.length === group.length ? all.overpaid : null;
    return { name: `户${key}`, matter: { ...common, kind: 'household', title, object, overpaid } };
  });
}
