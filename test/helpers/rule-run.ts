import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadCampaign } from '../../src/campaign-file/load.js';
import type { Case, Undecidable } from '../../src/cases/types.js';
import { knownRecord } from '../../src/records/index.js';
import type { Rule } from '../../src/rules/catalogue.js';
import { type RunResult, runCheck } from '../../src/run.js';
import { type RuleCase, type RuleCaseFile, registersOf } from './rule-cases.js';
import { People } from './rule-people.js';
import { householdNumber, strangersRow, tablesOf, toCsv } from './rule-tables.js';

/** A thousand yuan a month in the country, so that a case can be reckoned in the head; 1,200 in the city. */
const STANDARDS = {
  rural: [{ from: '2024-07-01', monthly: 1000 }],
  urban: [{ from: '2024-07-01', monthly: 1200 }],
};
const FIRST_NUMBER = 11;
const LAST_NUMBER = 80;

/** What a run says of one case. */
export interface CaseOutcome {
  readonly outcome: string;
  readonly cases: readonly Case[];
  readonly undecidable: readonly Undecidable[];
  readonly people: People;
  /** The household's number as the case writes it. */
  readonly household: (number: string) => string;
}

interface Placed {
  readonly one: RuleCase;
  readonly number: number;
  readonly people: People;
}

interface Group {
  readonly present: readonly string[];
  readonly campaign: Record<string, unknown>;
  readonly cases: RuleCase[];
}

/** Cases under the same circumstances are households of one run: the registers that are there, D, the figures. */
function groupsOf(file: RuleCaseFile, rule: Rule): Group[] {
  const deciding = new Set([...rule.needs, ...rule.any_of.flat(), ...rule.excused_by]);
  const groups = new Map<string, Group>();
  for (const one of file.cases) {
    const given = [...registersOf(one).keys(), ...file.present.filter((key) => !one.absent.includes(key))];
    const area = one.area ?? file.area ?? '339921';
    const campaign = {
      ...(one.campaign ?? file.campaign ?? {}),
      as_of: one.as_of ?? file.as_of,
      // An empty area: the campaign does not say which county this is.
      ...(area === '' ? {} : { area: { code: area } }),
      standards: one.standards ?? file.standards ?? STANDARDS,
      parameters: one.parameters ?? file.parameters ?? {},
      name_matching: one.name_matching ?? file.name_matching ?? false,
    };
    const key = JSON.stringify([[...new Set(given)].filter((name) => deciding.has(name)).sort(), campaign]);
    const group = groups.get(key) ?? { present: [...new Set(given)], campaign, cases: [] as RuleCase[] };
    group.cases.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function tablesOfGroup(
  file: RuleCaseFile,
  group: Group,
  placed: readonly Placed[],
): Map<string, Record<string, string>[]> {
  const stranger = new People(99, {}).number('A');
  const tables = new Map<string, Record<string, string>[]>();
  for (const { one, people, number } of placed) {
    for (const [key, rows] of tablesOf(file, one, people, number)) {
      tables.set(key, [...(tables.get(key) ?? []), ...rows]);
    }
  }
  for (const key of group.present) {
    const record = knownRecord(key);
    const own = tables.get(key) ?? [];
    // The stranger of an earlier roster is on one of those that there are.
    const day = own.find((row) => row.snapshot_date !== undefined)?.snapshot_date;
    const row = strangersRow(record, stranger);
    tables.set(key, [...own, day === undefined ? row : { ...row, snapshot_date: day }]);
  }
  return tables;
}

const dayOf = (row: Record<string, string>): string => row.snapshot_date ?? '';

async function runGroup(
  file: RuleCaseFile,
  group: Group,
  placed: readonly Placed[],
  reversed: boolean,
): Promise<RunResult> {
  const folder = await mkdtemp(join(tmpdir(), 'dibao-rule-'));
  try {
    const sources: Record<string, unknown[]> = {};
    for (const [key, rows] of tablesOfGroup(file, group, placed)) {
      const record = knownRecord(key);
      const columns = Object.fromEntries(record.fields.map(({ name }) => [name, name]));
      // An earlier roster is a file of one day.
      const days = new Map<string, typeof rows>([]);
      for (const row of rows) days.set(dayOf(row), [...(days.get(dayOf(row)) ?? []), row]);
      sources[key] = await Promise.all(
        [...days].map(async ([day, own]) => {
          const file = `${key}${day}.csv`;
          await writeFile(join(folder, file), toCsv(reversed ? own.toReversed() : own, record));
          return { file, columns, ...(day === '' ? {} : { data_date: day }) };
        }),
      );
    }
    const path = join(folder, 'dibao.yaml');
    await writeFile(path, stringify({ ...group.campaign, sources }));
    return await runCheck(await loadCampaign(path), {
      version: '0',
      workParent: folder,
      only: [file.check],
      keepAll: false,
      password: null,
      threads: 1,
      dryRun: false,
      baseline: null,
      keepDatabase: null,
      progress: { file: () => {}, bytes: () => {} },
      onCleanup: () => () => {},
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outcomesOf(run: RunResult, placed: readonly Placed[]): Map<RuleCase, CaseOutcome> {
  const [result] = run.results;
  if (!result) throw new Error('the check was not chosen');
  if (result.why?.kind === 'broken') throw new Error(result.why.message);
  return new Map(
    placed.map(({ one, number, people }) => {
      const prefix = householdNumber(number, 'H1').slice(0, -1);
      const own = <T extends { household_id: string }>(list: readonly T[]): T[] =>
        list.filter(({ household_id }) => household_id.startsWith(prefix));
      // A lead about somebody who is on no roster has no household: it is the case's that names him.
      const named = run.report.cases.filter(
        ({ household_id, person }) =>
          household_id === '' && person && people.ref(person.id_number) !== person.id_number,
      );
      const cases = [...own(run.report.cases), ...named];
      const undecidable = own(run.report.undecidable);
      const decided = cases.length > 0 ? 'hit' : undecidable.length > 0 ? 'undecidable' : 'clear';
      const outcome = result.outcome === 'not_run' ? 'not_run' : decided;
      const household = (id: string): string => id.replace(prefix, 'H');
      return [one, { outcome, cases, undecidable, people, household }];
    }),
  );
}

/**
 * Runs a file of cases through the program, from the tables' files on, as few times as their circumstances allow.
 * @param reversed every table with its rows from last to first, and only the circumstances that most cases share
 */
export async function runCases(
  file: RuleCaseFile,
  rule: Rule,
  reversed: boolean,
): Promise<Map<RuleCase, CaseOutcome>> {
  const groups = groupsOf(file, rule);
  const largest = groups.reduce((a, b) => (b.cases.length > a.cases.length ? b : a));
  const found = await Promise.all(
    (reversed ? [largest] : groups).map(async (group) => {
      const placed = group.cases.map((one, index) => {
        const number = FIRST_NUMBER + index;
        if (number > LAST_NUMBER) throw new Error(`${file.check}: more cases than numbers`);
        return { one, number, people: new People(number, one.people) };
      });
      return outcomesOf(await runGroup(file, group, placed, reversed), placed);
    }),
  );
  return new Map(found.flatMap((outcomes) => [...outcomes]));
}
