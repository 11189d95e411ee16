import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { yuanText } from '../campaign-file/amounts.js';
import type { Campaign, Parameter } from '../campaign-file/types.js';
import { recordSets } from '../records/index.js';
import type { RecordSet } from '../records/types.js';
import { tableColumns } from './table-columns.js';
import type { PartResult } from './types.js';

/** A text as an SQL literal. */
export function literal(text: string | null): string {
  return text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}

/** Bytes. Holds a county's tables and vocabulary: what is spilled is compressed, written and read again. */
export const USUAL_BOUND = 500_000_000;

const BOUNDS = {
  memory_limit: `${USUAL_BOUND / 1e6}MB`,
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
} as const;

/** What is freed is used again at once: to give it back to the system after every query costs 3 % of a county's check. */
const KEEPS_FREED = {
  allocator_flush_threshold: '1GB',
  allocator_bulk_deallocation_flush_threshold: '1GB',
} as const;

/** Loaded when a database is opened: it takes a tenth of a second, in which files can be read. */
async function duckdb(): Promise<typeof DuckDBInstance> {
  return (await import('@duckdb/node-api')).DuckDBInstance;
}

/**
 * An instance of DuckDB in memory, which spills into `workDir` when its bounds are reached.
 * @param memory another bound than the usual one, as DuckDB writes sizes
 */
export async function openMemory(workDir: string, memory?: string): Promise<DuckDBInstance> {
  // A connection works in a thread of its own; more are of use to large rosters alone (shareThreads).
  const limit = memory === undefined ? KEEPS_FREED : { memory_limit: memory };
  const options = { ...BOUNDS, ...limit, threads: '1', temp_directory: path.join(workDir, 'spill') };
  return (await duckdb()).create(':memory:', options);
}

/**
 * A database kept by copyDatabase(), read-only.
 * @param workDir folder that it spills into, where it may have to
 */
export async function openKept(file: string, threads: number, workDir?: string): Promise<DuckDBInstance> {
  const options = { ...BOUNDS, threads: String(threads), access_mode: 'READ_ONLY' };
  const spill = workDir === undefined ? null : { temp_directory: path.join(workDir, 'spill') };
  return (await duckdb()).create(file, { ...options, ...spill });
}

/** Copies the loaded tables and the vocabulary to a file of their own (0600 by the process's umask). */
export async function copyDatabase(db: DuckDBConnection, file: string): Promise<void> {
  const beside = `${file}.tmp`;
  rmSync(beside, { force: true });
  await db.run(`ATTACH ${literal(beside)} AS kept`);
  await db.run('COPY FROM DATABASE memory TO kept');
  await db.run('DETACH kept');
  renameSync(beside, file);
}

/** The tables that every rule may name, empty: for a register without a file and for checking rules without data. */
export async function createEmptyTables(
  db: DuckDBConnection,
  records: Iterable<RecordSet> = recordSets.values(),
): Promise<void> {
  await db.run("CREATE TYPE match_level AS ENUM ('exact', 'id', 'near', 'name')");
  await db.run("CREATE TYPE link_side AS ENUM ('self', 'other')");
  await db.run(`CREATE TYPE register_key AS ENUM (${[...recordSets.keys()].map(literal).join(', ')})`);
  await db.run(
    'CREATE TABLE campaign (name VARCHAR, area VARCHAR, as_of DATE, name_matching BOOLEAN, amount_mode VARCHAR, supplement BOOLEAN)',
  );
  await db.run(
    'CREATE TABLE tier (category VARCHAR, from_date DATE, step INTEGER, below DECIMAL(18,2), monthly DECIMAL(18,2))',
  );
  await db.run('CREATE TABLE exit_deadline (kind VARCHAR, until DATE)');
  await db.run(
    'CREATE TABLE standard (category VARCHAR, size INTEGER, from_date DATE, yearly DECIMAL(18,2), document VARCHAR)',
  );
  await db.run('CREATE TABLE parameter (name VARCHAR, from_date DATE, value DECIMAL(18,4), word VARCHAR)');
  await db.run(
    'CREATE TABLE link (register register_key, source BIGINT, side link_side, household_id VARCHAR, person VARCHAR, level match_level)',
  );
  for (const record of records) {
    const columns = tableColumns(record).map(({ name, sql }) => `"${name}" ${sql}`);
    columns.splice(1, 0, 'same_as BIGINT');
    await db.run(`CREATE TABLE "${record.key}" (${columns.join(', ')})`);
  }
}

/** The campaign, the standards and the parameters as tables. */
export async function insertCampaign(db: DuckDBConnection, campaign: Campaign): Promise<void> {
  const { name, area, as_of, name_matching, amount } = campaign;
  await db.run(
    `INSERT INTO campaign VALUES (${literal(name)}, ${literal(area?.code ?? null)}, ${literal(as_of)}, ${name_matching}, ${literal(amount.mode)}, ${amount.supplement})`,
  );
  const standards = campaign.standards.map(
    (one) =>
      `(${literal(one.category)}, ${one.size ?? 'NULL'}, ${literal(one.from)}, ${one.yearly}, ${literal(one.document ?? null)})`,
  );
  if (standards.length > 0) await db.run(`INSERT INTO standard VALUES ${standards.join(', ')}`);
  const tiers = amount.tiers.flatMap(({ category, from, steps }) =>
    steps.map(
      ({ below, monthly }, step) =>
        `(${literal(category)}, ${literal(from)}, ${step}, ${below === null ? 'NULL' : yuanText(below)}, ${yuanText(monthly)})`,
    ),
  );
  if (tiers.length > 0) await db.run(`INSERT INTO tier VALUES ${tiers.join(', ')}`);
  const deadlines = campaign.exit_deadlines.map(({ kind, until }) => `(${literal(kind)}, ${literal(until)})`);
  if (deadlines.length > 0) await db.run(`INSERT INTO exit_deadline VALUES ${deadlines.join(', ')}`);
  const rows = campaign.parameters.flatMap(parameterRows);
  if (rows.length > 0) await db.run(`INSERT INTO parameter VALUES ${rows.join(', ')}`);
}

function parameterRows(parameter: Parameter): string[] {
  return parameter.values.flatMap(({ from, value }, index) => {
    // Before its first date the first value is used: a parameter is never without a value.
    const since = index === 0 ? '0001-01-01' : from;
    const row = (number: string, word: string): string =>
      `(${literal(parameter.name)}, ${literal(since)}, ${number}, ${word})`;
    if (typeof value === 'number') return [row(String(value), 'NULL')];
    return (typeof value === 'string' ? [value] : value).map((word) => row('NULL', literal(word)));
  });
}

/**
 * Loads a record set's spools into its table. Rows equal in every dictionary field state one fact: `same_as` names
 * the first of them.
 * @returns the rows in the table
 */
export async function loadTable(
  db: DuckDBConnection,
  record: RecordSet,
  parts: readonly PartResult[],
): Promise<number> {
  const spools = parts.flatMap((part) => part.spool ?? []);
  const expected = parts.reduce((sum, part) => sum + part.tableRows, 0);
  if (spools.length === 0) return 0;
  const [source, ...columns] = tableColumns(record);
  const names = columns.map(({ name }) => `"${name}"`);
  // Files with the same columns are read together: a folder may hold a thousand of them.
  const alike = new Map<string, { slots: readonly number[]; paths: string[] }>();
  for (const { path: file, slots } of spools) {
    const group = alike.get(slots.join()) ?? { slots, paths: [] };
    group.paths.push(file);
    alike.set(slots.join(), group);
  }
  for (const { slots, paths } of alike.values()) {
    const held = [source, ...slots.map((slot) => columns[slot])].flatMap((column) => column ?? []);
    const types = held.map(({ name, sql }) => `${literal(name)}: ${literal(sql)}`).join(', ');
    await db.run(`INSERT INTO "${record.key}" BY NAME
      SELECT *, source AS same_as
      FROM read_csv([${paths.map(literal).join(', ')}], columns = {${types}}, auto_detect = false, header = false,
        delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true)`);
  }
  // A roster's rows are members, not facts: each stands for itself.
  if (record.ofMembers !== true) await db.run(uniteEqualRows(record.key, names.slice(0, -1)));
  const reader = await db.runAndReadAll(`SELECT count(*) FROM "${record.key}"`);
  const found = Number(reader.getRows()[0]?.[0]);
  if (found !== expected) throw new Error(`table ${record.key}: ${expected} rows spooled, ${found} loaded`);
  return found;
}

/** Few rows are given twice: found by grouping, which is much cheaper than a window over all. */
function uniteEqualRows(table: string, facts: readonly string[]): string {
  const keys = facts.filter((name) => /id_number"$|household_id"$/.test(name));
  const digest = `hash(${facts.join(', ')})`;
  const equal = keys.map((key) => `t.${key} IS NOT DISTINCT FROM twice.${key}`);
  return `UPDATE "${table}" t SET same_as = twice.first
    FROM (SELECT ${keys.join(', ')}, ${digest} AS digest, min(source) AS first FROM "${table}" GROUP BY ALL HAVING count(*) > 1) twice
    WHERE ${[...equal, `hash(${facts.map((fact) => `t.${fact}`).join(', ')}) = twice.digest`].join(' AND ')}`;
}

/** Rows that DuckDB gives a thread at once (its row group); a table of fewer is worked on by one. */
const ROW_GROUP = 122_880;

/**
 * Lets several threads work at one statement where the roster is large enough for them to have something to share:
 * on a county's they only wait for one another, and take twice the processor time.
 */
export async function shareThreads(db: DuckDBConnection, rosterRows: number, threads: number): Promise<void> {
  const useful = Math.floor(rosterRows / ROW_GROUP / 2);
  await db.run(`SET threads = ${Math.max(1, Math.min(threads, useful))}`);
}

/** Locks the connection's database: no rule reads or writes a file, or changes a setting. */
export async function lock(db: DuckDBConnection): Promise<void> {
  await db.run('SET enable_external_access = false');
  await db.run('SET lock_configuration = true');
}
