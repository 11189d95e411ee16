import { existsSync, mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { resolveCampaign } from '../campaign-file/from-options.js';
import { DibaoError } from '../errors.js';
import { withKeptDatabase } from '../explain/kept-database.js';
import { KEPT_DATABASE } from '../explain/run-folder.js';
import { openAtomic } from '../files/atomic.js';
import { createEmptyTables, openMemory } from '../load/database.js';
import { withSession } from '../load/session.js';
import { createVocabulary } from '../load/vocabulary.js';
import { say } from '../messages/language.js';
import { sqlTexts } from '../messages/sql.js';
import { listTables } from '../sql/listing.js';
import { failed, prepareQuery } from '../sql/statement.js';
import { TextOut } from './cat-out.js';
import { logQueried } from './log-use.js';
import type { SqlOptions } from './options.js';
import { readPassword } from './password.js';
import { printRows } from './print-rows.js';
import { Progress } from './progress.js';
import { ResultText, SHOWN } from './sql-out.js';
import { writing } from './write-error.js';

type Use = (db: DuckDBConnection) => Promise<void>;

/**
 * `sql`: one query over the loaded data, which only reads; without a query the tables and columns.
 * @returns 0
 * @throws DibaoError for a query that is none, that is wrong, or that would do more than read
 */
export async function sql(options: SqlOptions): Promise<number> {
  const { context, format, run } = options;
  const query = await queryOf(options);
  if (query === null) {
    await inEmpty(options, (db) => printListing(options, db));
    return 0;
  }
  const mask = !context.unmask && options.output === undefined && (format === 'table' || context.screen);
  await logQueried(options, query, !mask);
  const use: Use = (db) => answer(options, query, mask, db);
  await (run === undefined ? inFiles(options, use) : inKept(options, run, use));
  return 0;
}

/** The query as given: in the argument, in a file, by standard input. Null where none is. */
async function queryOf({ context, query, file }: SqlOptions): Promise<string | null> {
  if (file !== undefined) {
    if (query !== undefined) throw new DibaoError('sql-two-queries');
    try {
      return (await readFile(path.resolve(context.cwd, file), 'utf8')).replace(/^\uFEFF/, '');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') throw new DibaoError('file-missing', {}, { file });
      throw new DibaoError('file-unreadable', { code: String(code) }, { file });
    }
  }
  if (query !== '-') return query ?? null;
  const { stdin } = context;
  if (context.terminal && 'isTTY' in stdin && stdin.isTTY) context.stderr.write(say(sqlTexts.prompt));
  let text = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) text += String(chunk);
  return text.replace(/^\uFEFF/, '');
}

/** A folder of the process's own (0700) that DuckDB spills into, gone afterwards, also on a signal. */
async function withWorkDir<T>({ context }: SqlOptions, use: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(tmpdir(), '.dibao-sql-'));
  const remove = (): Promise<void> => rm(dir, { recursive: true, force: true, maxRetries: 10 });
  const done = context.onCleanup(remove);
  try {
    return await use(dir);
  } finally {
    done();
    await remove();
  }
}

/** The tables without data: what a query may name does not depend on any. */
function inEmpty(options: SqlOptions, use: Use): Promise<void> {
  return withWorkDir(options, async (dir) => {
    const instance = await openMemory(dir);
    const db = await instance.connect();
    try {
      await createEmptyTables(db);
      await createVocabulary(db);
      await use(db);
    } finally {
      db.closeSync();
      instance.closeSync();
    }
  });
}

function inKept(options: SqlOptions, run: string, use: Use): Promise<void> {
  const { context } = options;
  const file = path.resolve(context.cwd, run, KEPT_DATABASE);
  return withWorkDir(options, async (dir) => {
    if (!existsSync(file)) throw new DibaoError('sql-database-missing', {}, { file: run });
    await withKeptDatabase(file, path.join(run, KEPT_DATABASE), use, dir);
  });
}

async function inFiles(options: SqlOptions, use: Use): Promise<void> {
  const { context, passwordFile, config, sources, rosterUrban, rosterRural } = options;
  const given = Object.keys(sources).length + rosterUrban.length + rosterRural.length;
  if (config === undefined && given === 0) throw new DibaoError('explain-without-data');
  const campaign = await resolveCampaign(options);
  const password =
    passwordFile === undefined ? null : await readPassword(path.resolve(context.cwd, passwordFile));
  const progress = new Progress(context);
  const settings = {
    ...{ workParent: tmpdir(), keepAll: options.keepAll, password, threads: availableParallelism() },
    ...{ keepDatabase: null, progress, onCleanup: (hook: () => Promise<void>) => context.onCleanup(hook) },
  };
  try {
    await withSession(campaign, settings, async ({ connections }) => {
      progress.end();
      if (!options.keepAll && !context.quiet) context.stderr.write(`${say(sqlTexts.few)}\n`);
      await use(connections[0]);
    });
  } finally {
    progress.end();
  }
}

async function answer(
  options: SqlOptions,
  query: string,
  mask: boolean,
  db: DuckDBConnection,
): Promise<void> {
  await db.run('BEGIN TRANSACTION READ ONLY');
  try {
    const prepared = await prepareQuery(db, query);
    await write(options, mask, async (put) => {
      const result = await prepared.stream();
      const text = new ResultText(options.format, result.deduplicatedColumnNames(), mask);
      await put(text.begin());
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) break;
        await put(
          chunk
            .getRows()
            .map((row) => text.row(row))
            .join(''),
        );
      }
      await put(text.end());
      return text.rows;
    });
  } catch (error) {
    throw isOurs(error) ? error : await failed(db, error);
  } finally {
    await db.run('ROLLBACK').catch(() => undefined);
  }
}

/** Errors of files and streams have a code; what DuckDB throws has none. */
const isOurs = (error: unknown): boolean =>
  error instanceof DibaoError || (error instanceof Error && 'code' in error);

/** The result to standard output or, whole or not at all, to a file (0600). */
async function write(
  { context, format, output }: SqlOptions,
  mask: boolean,
  fill: (put: (text: string) => Promise<void>) => Promise<number>,
): Promise<void> {
  const note = (text: string): void => {
    if (!context.quiet) context.stderr.write(`${text}\n`);
  };
  if (output !== undefined) {
    const rows = await writing(output, async () => {
      const file = await openAtomic(path.resolve(context.cwd, output));
      try {
        // Excel takes a CSV for UTF-8 by this mark.
        if (format === 'csv') await file.write('\uFEFF');
        const count = await fill((text) => (text === '' ? Promise.resolve() : file.write(text)));
        await file.commit();
        return count;
      } catch (error) {
        await file.discard();
        throw error;
      }
    });
    note(`${output}: ${say(sqlTexts.rows, { count: rows.toLocaleString('en') })}`);
    return;
  }
  const out = new TextOut(context.stdout);
  const rows = await fill(async (text) => {
    if (text === '') return;
    out.add(text);
    await out.pause();
  });
  out.flush();
  await out.pause();
  if (format !== 'table') return;
  note(say(sqlTexts.rows, { count: rows.toLocaleString('en') }));
  if (rows > SHOWN) note(say(sqlTexts.more, { shown: SHOWN }));
  if (mask && context.screen) note(say(sqlTexts.masked));
}

async function printListing({ context, format }: SqlOptions, db: DuckDBConnection): Promise<void> {
  const columns = [
    { key: 'table', title: say(sqlTexts.table) },
    { key: 'title', title: say(sqlTexts.title) },
    { key: 'column', title: say(sqlTexts.column) },
    { key: 'type', title: say(sqlTexts.type) },
    { key: 'column_title', title: say(sqlTexts.columnTitle) },
  ];
  const rows = await listTables(db);
  printRows(
    context,
    format,
    columns,
    rows.map((row) => ({ ...row })),
  );
}
