import { type DuckDBConnection, type DuckDBPreparedStatement, StatementType } from '@duckdb/node-api';
import { DibaoError } from '../errors.js';
import { nearest } from '../messages/nearest.js';

/** What DuckDB rewrites to a SELECT before anybody could ask what it was. */
const REWRITTEN = /^\s*(?:pragma|call)\b/i;

const withoutComments = (sql: string): string =>
  sql.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/--.*$/gm, ' ');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** DuckDB's own message, with the table that is spelled most like the one that is not there. */
async function faulty(db: DuckDBConnection, error: unknown): Promise<DibaoError> {
  const message = messageOf(error)
    .trim()
    .replace(/^Failed to \w+ statements?: /, '');
  const wanted = /Table with name "?([^\s"]+?)"? does not exist/.exec(message)?.[1];
  if (wanted === undefined) return new DibaoError('sql-faulty', { message });
  const reader = await db.runAndReadAll(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY table_name",
  );
  const tables = reader.getRows().map(([name]) => String(name));
  const near = nearest(wanted, tables);
  return near === null
    ? new DibaoError('sql-faulty', { message })
    : new DibaoError('sql-table', { message, table: near });
}

/**
 * Takes a text as one query that only reads.
 * @param db locked; the caller has begun a read-only transaction
 * @throws DibaoError sql-empty, sql-several, sql-not-query, sql-faulty, sql-table
 */
export async function prepareQuery(db: DuckDBConnection, sql: string): Promise<DuckDBPreparedStatement> {
  const bare = withoutComments(sql).trim();
  if (bare.replace(/;+$/, '').trim() === '') throw new DibaoError('sql-empty');
  if (REWRITTEN.test(bare)) throw new DibaoError('sql-not-query', { word: firstWord(bare) });
  const statements = await db.extractStatements(sql).catch(async (error: unknown) => {
    throw await faulty(db, error);
  });
  if (statements.count !== 1) throw new DibaoError('sql-several', { count: statements.count });
  try {
    const prepared = await statements.prepare(0);
    const { statementType } = prepared;
    if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN)
      throw new DibaoError('sql-not-query', { word: firstWord(bare) });
    return prepared;
  } catch (error) {
    if (error instanceof DibaoError) throw error;
    throw await refused(db, bare, error);
  }
}

/** Statements that change something fail to be prepared already: then it is told what they are, not where they fail. */
const CHANGES =
  /^\s*(insert|update|delete|merge|create|drop|alter|copy|export|import|attach|detach|set|reset|install|load|use|vacuum|checkpoint|begin|commit|rollback|prepare|execute|truncate|grant|comment)\b/i;

async function refused(db: DuckDBConnection, bare: string, error: unknown): Promise<DibaoError> {
  return CHANGES.test(bare) ? new DibaoError('sql-not-query', { word: firstWord(bare) }) : failed(db, error);
}

/** What a query fails with, prepared or running. */
export async function failed(db: DuckDBConnection, error: unknown): Promise<DibaoError> {
  if (error instanceof DibaoError) return error;
  const message = messageOf(error);
  if (/^(?:Permission|IO) Error|disabled by configuration|file system operations are disabled/i.test(message))
    return new DibaoError('sql-outside', { message: message.trim().split('\n')[0] ?? '' });
  return faulty(db, error);
}

const firstWord = (bare: string): string => (/^\S+/.exec(bare)?.[0] ?? '').slice(0, 20).toUpperCase();
