import { existsSync, readFileSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, StatementType } from '@duckdb/node-api';
import { DibaoError } from '../errors.js';
import { createEmptyTables, lock } from '../load/database.js';
import { createVocabulary } from '../load/vocabulary.js';
import { ruleFaults } from '../messages/commands.js';
import { say, type Text } from '../messages/language.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import { recordSets } from '../records/index.js';
import type { Rule } from '../rules/catalogue.js';
import { loadStandards } from '../standards/load.js';

/** Columns that every rule returns. */
const wanted = ['outcome', 'household_id', 'person', 'match', 'reason', 'sources'] as const;

/**
 * Checks rules without data, on empty tables: one SELECT that runs, the columns that a case is made of, and a header
 * that names the registers really read. Throws DibaoError rule-faulty for the first that is wrong.
 */
export async function validateRules(rules: readonly Rule[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  try {
    await createEmptyTables(db);
    await createVocabulary(db);
    await db.run('PRAGMA disable_optimizer');
    // As in a run: no rule reaches a file.
    await lock(db);
    for (const rule of rules) await validate(db, rule);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

/** What the columns of a case are made of; `since` and the like may be NULL without a type. */
const types: Readonly<Record<string, RegExp>> = {
  outcome: /^VARCHAR$/,
  household_id: /^VARCHAR$/,
  match: /^(VARCHAR|ENUM)/,
  reason: /^VARCHAR$/,
  sources: /^(BIGINT|INTEGER)\[\]$/,
  since: /^(DATE|INTEGER)$/,
};

/** Functions that would look outside the loaded tables. */
const OUTSIDE = /\b(read_\w+|\w+_scan|sniff_\w+|glob|getenv|query|query_table)\s*\(/i;
const CLOSED =
  /disabled by configuration|disabled through configuration|external access|does not exist on disk/i;

/** Line of the file on which a place of the SQL stands, told as `LINE 3:` by DuckDB or as an offset. */
function lineOf(rule: Rule, at: number | string): { row?: number } {
  if (!existsSync(rule.file)) return {};
  const text = readFileSync(rule.file, 'utf8');
  const start = text.indexOf(rule.sql);
  if (start < 0) return {};
  const lines = (until: number): number => text.slice(0, until).split('\n').length;
  if (typeof at === 'number') return { row: lines(start + at) };
  const told = /\bLINE (\d+):/.exec(at)?.[1];
  return told === undefined ? {} : { row: lines(start) + Number(told) - 1 };
}

/** Line of the header on which a key stands. */
function headerLine(rule: Rule, key: string): { row?: number } {
  if (!existsSync(rule.file)) return {};
  const row = readFileSync(rule.file, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(`${key}:`));
  return row < 0 ? {} : { row: row + 1 };
}

type Faulty = (text: Text, values?: Record<string, string>, at?: { row?: number }) => never;

async function columnsOf(db: DuckDBConnection, rule: Rule, fault: Faulty): Promise<Map<string, string>> {
  const outside = OUTSIDE.exec(rule.sql.replace(/--.*$/gm, (text) => ' '.repeat(text.length)));
  if (outside?.[1] !== undefined) fault(ruleFaults.files, { name: outside[1] }, lineOf(rule, outside.index));
  try {
    const statements = await db.extractStatements(rule.sql);
    if (statements.count !== 1) fault(ruleFaults.statements, { count: String(statements.count) });
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT) fault(ruleFaults.select, {}, lineOf(rule, 0));
    return new Map(
      Array.from({ length: prepared.columnCount }, (_, index) => [
        prepared.columnName(index),
        String(prepared.columnType(index)),
      ]),
    );
  } catch (error) {
    if (error instanceof DibaoError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (CLOSED.test(message)) fault(ruleFaults.files, { name: 'FROM' }, lineOf(rule, message));
    const told = message.split('\n')[0] ?? '';
    return fault(ruleFaults.sql, { message: told }, lineOf(rule, message));
  }
}

async function validate(db: DuckDBConnection, rule: Rule): Promise<void> {
  const fault: Faulty = (text, values = {}, at = {}) => {
    throw new DibaoError(
      'rule-faulty',
      { id: rule.id, fault: say(text, values) },
      { file: rule.file, ...at },
    );
  };
  const columns = await columnsOf(db, rule, fault);
  const missing = wanted.filter((name) => !columns.has(name));
  if (missing.length > 0) fault(ruleFaults.columns, { columns: missing.join(' ') }, lineOf(rule, 0));
  for (const [name, right] of Object.entries(types)) {
    const type = columns.get(name) ?? '';
    if (type === '' || right.test(type)) continue;
    fault(
      ruleFaults[`type-${name === 'sources' || name === 'since' ? name : 'text'}`],
      { name, type },
      lineOf(rule, 0),
    );
  }
  const read = await registersRead(db, rule.sql);
  const said = new Set([...rule.needs, ...rule.uses, ...rule.any_of.flat(), ...rule.excused_by]);
  const unknown = [...said].filter((name) => !recordSets.has(name));
  if (unknown.length > 0) {
    const hint = nearest(unknown[0] ?? '', recordSets.keys());
    const values = {
      registers: unknown.join(' '),
      hint: hint === null ? '' : say(standardTexts.didYouMean, { nearest: hint }),
    };
    const key = (['needs', 'uses', 'any_of', 'excused_by'] as const).find((one) =>
      rule[one].flat().includes(unknown[0] ?? ''),
    );
    fault(ruleFaults.unknown, values, headerLine(rule, key ?? 'needs'));
  }
  const unnamed = rule.whole.filter((name) => !said.has(name));
  if (unnamed.length > 0)
    fault(ruleFaults.whole, { registers: unnamed.join(' ') }, headerLine(rule, 'whole'));
  const strange = unknownInLeads(rule.leads, said);
  if (strange !== undefined) fault(ruleFaults.leads, { name: strange }, headerLine(rule, 'leads'));
  const unsaid = read.filter((name) => !said.has(name));
  if (unsaid.length > 0) fault(ruleFaults.unsaid, { registers: unsaid.join(' ') }, headerLine(rule, 'needs'));
  const unread = [...said].filter((name) => !read.includes(name));
  if (unread.length > 0) fault(ruleFaults.unread, { registers: unread.join(' ') }, headerLine(rule, 'needs'));
}

/** The first register, field or parameter among the conditions of leads that there is not. */
function unknownInLeads(leads: Rule['leads'], said: ReadonlySet<string>): string | undefined {
  return Object.entries(leads).flatMap(([register, conditions]) => {
    if (!said.has(register)) return register;
    const fields = new Set(recordSets.get(register)?.fields.map(({ name }) => name));
    return conditions.flatMap((condition) =>
      Object.entries(condition).flatMap(([field, values]) => [
        ...(fields.has(field) ? [] : [field]),
        ...(typeof values !== 'string' || loadStandards().some(({ name }) => name === values)
          ? []
          : [values]),
      ]),
    );
  })[0];
}

/**
 * The registers a query reads, through views and macros: the tables that its plan scans. The optimizer is off, or
 * it would leave out the empty tables. (connection.getTableNames knows nothing of a query with JOIN … USING.)
 */
async function registersRead(db: DuckDBConnection, sql: string): Promise<string[]> {
  const reader = await db.runAndReadAll(`EXPLAIN (FORMAT json) ${sql}`);
  const plan = String(reader.getRows()[0]?.[1] ?? '');
  // A table whose name is a word of SQL, too, stands in quotes (memory.main."snapshot").
  const tables = [...plan.matchAll(/"Table": "(?:[^".\\]+\.)*(?:\\")?([^".\\]+)/g)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(tables)].filter((name) => recordSets.has(name) && name !== 'roster').sort();
}
