import { type DuckDBConnection, DuckDBInstance, StatementType } from '@duckdb/node-api';
import { DibaoError } from '../errors.js';
import { createEmptyTables } from '../load/database.js';
import { createVocabulary } from '../load/vocabulary.js';
import { ruleFaults } from '../messages/commands.js';
import { say, type Text } from '../messages/language.js';
import { recordSets } from '../records/index.js';
import type { Rule } from '../rules/catalogue.js';

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
    for (const rule of rules) await validate(db, rule);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

async function validate(db: DuckDBConnection, rule: Rule): Promise<void> {
  const fault = (text: Text, values: Record<string, string> = {}): never => {
    throw new DibaoError('rule-faulty', { id: rule.id, fault: say(text, values) }, { file: rule.file });
  };
  let columns: string[] = [];
  try {
    const statements = await db.extractStatements(rule.sql);
    if (statements.count !== 1) fault(ruleFaults.statements, { count: String(statements.count) });
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT) fault(ruleFaults.select);
    columns = Array.from({ length: prepared.columnCount }, (_, index) => prepared.columnName(index));
  } catch (error) {
    if (error instanceof DibaoError) throw error;
    fault(ruleFaults.sql, { message: error instanceof Error ? error.message : String(error) });
  }
  const missing = wanted.filter((name) => !columns.includes(name));
  if (missing.length > 0) fault(ruleFaults.columns, { columns: missing.join(' ') });
  const read = await registersRead(db, rule.sql);
  const said = new Set([...rule.needs, ...rule.uses, ...rule.any_of.flat(), ...rule.excused_by]);
  const unsaid = read.filter((name) => !said.has(name));
  if (unsaid.length > 0) fault(ruleFaults.unsaid, { registers: unsaid.join(' ') });
  const unknown = [...said].filter((name) => !recordSets.has(name));
  if (unknown.length > 0) fault(ruleFaults.unknown, { registers: unknown.join(' ') });
  const unread = [...said].filter((name) => !read.includes(name));
  if (unread.length > 0) fault(ruleFaults.unread, { registers: unread.join(' ') });
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
