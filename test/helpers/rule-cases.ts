import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordSet } from '../../src/records/index.js';

const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const row = z.record(z.string(), cell);
const grade = z.enum(['exit', 'remove', 'verify']);

const expectation = z.strictObject({
  household: z.string().default('H1'),
  person: z.string().nullable().default(null),
  subject: z.string().nullable().optional(),
  fact: z.string().optional(),
  grade: grade.optional(),
  match: z.enum(['exact', 'id', 'near', 'name']).default('exact'),
  since: z.string().nullable().optional(),
  /** A text that stands in the reason. */
  reason: z.string().optional(),
  mark: z.string().optional(),
  /** How many rows are its evidence. */
  rows: z.int().optional(),
  /** Columns of the arithmetic. */
  figures: row.optional(),
});

const undecided = z.strictObject({
  household: z.string().default('H1'),
  person: z.string().nullable().default(null),
});

/** One name or several. */
const names = z
  .union([z.string(), z.array(z.string())])
  .transform((told) => (typeof told === 'string' ? [told] : told))
  .default([]);

const settings = {
  as_of: z.string().optional(),
  area: z.string().optional(),
  standards: z.record(z.string(), z.unknown()).optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  name_matching: z.boolean().optional(),
  /** Further keys of the campaign file. */
  campaign: z.record(z.string(), z.unknown()).optional(),
};

const caseSchema = z
  .strictObject({
    name: z.string(),
    /** The limits at whose edge the case stands: a parameter, a column, or a number that the rule names. */
    limit: names,
    /** What frees from the check here, or lowers its grade: a register or a circumstance. */
    exception: names,
    people: z.record(z.string(), z.string()).default({}),
    /** `B 配偶 不享受 H2`, or the row's fields. */
    roster: z.array(z.union([z.string(), row])),
    /** Household fields, on the first row of the roster. */
    household: row.default({}),
    /** Registers of the file's `present` that are not there. */
    absent: z.array(z.string()).default([]),
    expect: z
      .array(z.union([z.string().transform((person) => expectation.parse({ person })), expectation]))
      .default([]),
    undecidable: z.array(undecided).default([]),
    outcome: z.enum(['hit', 'clear', 'undecidable', 'not_run']).optional(),
    ...settings,
  })
  .catchall(z.array(row));

const fileSchema = z.strictObject({
  check: z.string(),
  about: z.string(),
  ...settings,
  as_of: z.string(),
  /** Registers that are there in every case, though nobody of the case stands in them. */
  present: z.array(z.string()).default([]),
  /** Register → fields of every row of it that says nothing else. */
  defaults: z.record(z.string(), row).default({}),
  cases: z.array(caseSchema).min(2),
});

export type RuleCase = z.infer<typeof caseSchema>;
export type RuleCaseFile = z.infer<typeof fileSchema>;
export type Expectation = z.infer<typeof expectation>;

export const casesFolder = join(import.meta.dirname, '..', 'rules');

/** The rows of each register that a case gives. */
export function registersOf(one: RuleCase): Map<string, Record<string, string>[]> {
  const known = new Set(Object.keys(caseSchema.shape));
  const found = new Map<string, Record<string, string>[]>();
  for (const [key, value] of Object.entries(one)) {
    if (known.has(key)) continue;
    if (!recordSet(key)) throw new Error(`${one.name}: no register ${key}`);
    found.set(key, value as Record<string, string>[]);
  }
  return found;
}

/** What is to come of the check for the households of the case. */
export function outcomeOf(one: RuleCase): string {
  return (
    one.outcome ?? (one.expect.length > 0 ? 'hit' : one.undecidable.length > 0 ? 'undecidable' : 'clear')
  );
}

/** All case files, each named as its check. */
export function loadCaseFiles(): RuleCaseFile[] {
  return readdirSync(casesFolder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const checked = fileSchema.safeParse(parse(readFileSync(join(casesFolder, name), 'utf8')));
      if (!checked.success) throw new Error(`${name}: ${z.prettifyError(checked.error)}`);
      if (`${checked.data.check}.yaml` !== name) throw new Error(`${name}: named for ${checked.data.check}`);
      return checked.data;
    });
}
