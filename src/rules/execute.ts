import type { DuckDBConnection } from '@duckdb/node-api';
import type { Rule } from './catalogue.js';
import { type Listed, type ManyLimit, readCounted, readListed } from './many.js';
import { readTexts } from './read-texts.js';

export type RuleOutcome = 'hit' | 'clear' | 'undecidable' | 'not_run' | 'broken';

/** What a rule says of one household, person and fact. */
export interface RuleRow {
  readonly outcome: 'hit' | 'undecidable';
  readonly household_id: string;
  /** Key of the person in `member`; null in a household's case. */
  readonly person: string | null;
  /** Name of a person who is on no roster (a check that is `off_roster`). */
  readonly person_name: string | null;
  readonly subject: string | null;
  readonly subject_name: string | null;
  readonly subject_relation: string | null;
  readonly fact: string;
  readonly since: string | null;
  readonly match: 'exact' | 'id' | 'near' | 'name';
  /** The rule's own grade for this row, where it has one. */
  readonly grade: 'exit' | 'remove' | 'verify' | null;
  readonly reason: string;
  readonly sources: number[];
  /** Every further column: evidence that reaches the report unchanged. */
  readonly further: Readonly<Record<string, string>>;
}

export interface RuleResult {
  readonly rule: Rule;
  readonly outcome: RuleOutcome;
  readonly why: NotRun | TooMany | { kind: 'broken'; message: string } | null;
  readonly hits: RuleRow[];
  readonly undecidable: RuleRow[];
  readonly milliseconds: number;
  /** Registers that could excuse and are not there. */
  readonly missingExcuses: string[];
  /** Registers it would use and that are not there. */
  readonly missingUses: string[];
}

/** Why a check does not run. */
export type NotRun =
  | { kind: 'register'; registers: string[]; any: boolean }
  | { kind: 'standard'; categories: string[] };

/** More hits than are listed one by one: sums that are reckoned otherwise, or leads that are a list of their own. */
export interface TooMany {
  readonly kind: 'many';
  readonly meaning: 'otherwise' | 'apart';
  readonly check: string;
  readonly count: number;
  /** Households of the roster. */
  readonly all: number;
}

export interface Circumstances {
  /** Registers with at least one row in their files. */
  readonly present: ReadonlySet<string>;
  /** Categories on the roster for which no standard is in force on D. */
  readonly withoutStandard: readonly string[];
}

/** Columns with a meaning of their own; all others are evidence. */
const RESERVED = new Set([
  'outcome',
  'household_id',
  'person',
  'person_name',
  'subject',
  'subject_name',
  'subject_relation',
  'fact',
  'since',
  'match',
  'round',
  'grade',
  'reason',
  'sources',
]);

function whyNot(rule: Rule, { present, withoutStandard }: Circumstances): NotRun | null {
  const missing = rule.needs.filter((register) => !present.has(register));
  if (missing.length > 0) return { kind: 'register', registers: missing, any: false };
  for (const group of rule.any_of) {
    if (!group.some((register) => present.has(register)))
      return { kind: 'register', registers: [...group], any: true };
  }
  if (rule.standard && withoutStandard.length > 0)
    return { kind: 'standard', categories: [...withoutStandard] };
  return null;
}

/**
 * The rule as it is run: judged first without near and name rows, and with them only where that gives no case
 * (RULES.md, 'The level of a case'). Rules without a round have one.
 */
export function roundsOf(sql: string, hasRound: boolean, hasFact: boolean): string {
  if (!hasRound) return sql;
  const fact = hasFact ? ', fact' : '';
  return `SELECT * FROM (${sql}\n) QUALIFY round = min(round) OVER (PARTITION BY household_id, person${fact})`;
}

function toRow(names: readonly string[], texts: readonly (string | null)[]): RuleRow {
  const row: Record<string, string | null> = {};
  const further: Record<string, string> = {};
  names.forEach((name, index) => {
    const text = texts[index] ?? null;
    if (RESERVED.has(name)) row[name] = text;
    else if (text !== null) further[name] = text;
  });
  const {
    person = null,
    person_name = null,
    subject = null,
    subject_name = null,
    subject_relation = null,
    since = null,
  } = row;
  return {
    outcome: row.outcome as RuleRow['outcome'],
    household_id: String(row.household_id),
    ...{ person, person_name, subject, subject_name, subject_relation, since },
    fact: row.fact ?? '',
    match: row.match as RuleRow['match'],
    grade: (row.grade ?? null) as RuleRow['grade'],
    reason: String(row.reason),
    sources: (row.sources?.match(/\d+/g) ?? []).map(Number),
    further,
  };
}

const byContent = (a: RuleRow, b: RuleRow): number => {
  for (const [x, y] of [
    [a.household_id, b.household_id],
    [a.person ?? '', b.person ?? ''],
    [a.fact, b.fact],
  ] as const) {
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

function baseOf(rule: Rule, { present }: Circumstances) {
  return {
    rule,
    hits: [],
    undecidable: [],
    milliseconds: 0,
    missingExcuses: rule.excused_by.filter((register) => !present.has(register)),
    missingUses: rule.uses.filter((register) => !present.has(register)),
  };
}

/** Which of the checks cannot run here, and why; nothing is run. */
export function cannotRun(rules: readonly Rule[], circumstances: Circumstances): RuleResult[] {
  return rules.flatMap((rule): RuleResult[] => {
    const why = whyNot(rule, circumstances);
    return why === null ? [] : [{ ...baseOf(rule, circumstances), outcome: 'not_run', why }];
  });
}

/** Why hits of a rule are left out. */
function tooMany({ id, if_many }: Rule, count: number | null, limit: ManyLimit | null): TooMany | null {
  if (count === null || limit === null || if_many === undefined) return null;
  return { kind: 'many', meaning: if_many, check: id, count, all: limit.all };
}

/** The names of a rule's columns, as DuckDB tells them. */
export async function columnsOf(db: DuckDBConnection, { sql }: Rule): Promise<string[]> {
  const prepared = await db.prepare(sql);
  return Array.from({ length: prepared.columnCount }, (_, index) => prepared.columnName(index));
}

/** The rule's rows, but for hits that are too many to be a list. */
async function listed(
  { if_many }: Rule,
  db: DuckDBConnection,
  sql: string,
  names: readonly string[],
  limit: ManyLimit | null,
): Promise<Listed> {
  if (limit === null || if_many === undefined) return { rows: await readTexts(db, sql, names), many: null };
  const read = if_many === 'apart' && !names.includes('fact') ? readCounted : readListed;
  return read(db, sql, names, limit);
}

async function runRule(
  db: DuckDBConnection,
  rule: Rule,
  circumstances: Circumstances,
  limit: ManyLimit | null,
): Promise<RuleResult> {
  const base = baseOf(rule, circumstances);
  const cannot = whyNot(rule, circumstances);
  if (cannot) return { ...base, outcome: 'not_run', why: cannot };
  const started = performance.now();
  // Whatever a rule contains, it changes nothing.
  await db.run('BEGIN TRANSACTION READ ONLY');
  try {
    const names = rule.columns ?? (await columnsOf(db, rule));
    const sql = roundsOf(rule.sql, names.includes('round'), names.includes('fact'));
    const { rows: texts, many } = await listed(rule, db, sql, names, limit);
    const why = tooMany(rule, many, limit);
    const rows = texts.map((row) => toRow(names, row)).sort(byContent);
    const hits = rows.filter((row) => row.outcome === 'hit');
    const undecidable = rows.filter((row) => row.outcome === 'undecidable');
    // Not run is never clear: what was left out was found.
    const none = why === null ? 'clear' : 'not_run';
    const outcome = hits.length > 0 ? 'hit' : undecidable.length > 0 ? 'undecidable' : none;
    return {
      ...base,
      outcome,
      why,
      hits,
      undecidable,
      milliseconds: Math.round(performance.now() - started),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ...base,
      outcome: 'broken',
      why: { kind: 'broken', message },
      milliseconds: Math.round(performance.now() - started),
    };
  } finally {
    await db.run('ROLLBACK');
  }
}

/**
 * Runs the checks, on as many connections as are given; one that breaks does not stop the others.
 * @param limit past which hits of a check that says so (`if_many`) are left out; null where all are wanted
 * @returns the results in the order of `rules`
 */
export async function runRules(
  connections: readonly DuckDBConnection[],
  rules: readonly Rule[],
  circumstances: Circumstances,
  limit: ManyLimit | null,
): Promise<RuleResult[]> {
  const results: RuleResult[] = new Array(rules.length);
  // Those that go through every household first: one of them begun last would leave the other connection idle.
  const waiting = [...rules.entries()].sort(([, a], [, b]) => Number(!a.if_many) - Number(!b.if_many));
  const work = async (db: DuckDBConnection): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, rule] = next;
      results[index] = await runRule(db, rule, circumstances, limit);
    }
  };
  await Promise.all(connections.map(work));
  return results;
}
