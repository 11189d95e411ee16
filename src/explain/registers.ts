import type { DuckDBConnection } from '@duckdb/node-api';
import { toEvidence } from '../cases/evidence.js';
import { say } from '../messages/language.js';
import { recordSets } from '../records/index.js';
import { type Origins, originOf } from './origins.js';
import { type Row, rowsOf, text } from './rows.js';
import type { Level, Register, RegisterRow } from './types.js';

const LINKED = `SELECT DISTINCT register FROM link WHERE household_id = $1 AND register <> 'roster'`;

const rowsSql = (register: string): string => `SELECT t.*, l.link_level, l.link_name
  FROM "${register}" t JOIN (
    SELECT l.source, l.level AS link_level, m.name AS link_name
    FROM link l LEFT JOIN (SELECT household_id, person, min(name) AS name FROM roster_row GROUP BY ALL) m
      ON m.household_id = l.household_id AND m.person = l.person
    WHERE l.household_id = $1 AND l.register = $2) l USING (source)
  ORDER BY t.source, l.link_name`;

/** One row however many members it names. */
function merged(rows: readonly Row[], origins: Origins): RegisterRow[] {
  const bySource = new Map<string, Row[]>();
  for (const row of rows) {
    const key = text(row.source);
    bySource.set(key, [...(bySource.get(key) ?? []), row]);
  }
  return [...bySource.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { link_level: _, link_name: __, ...fields } = first;
    const about = same.map((row) => ({ name: text(row.link_name), level: row.link_level as Level }));
    return [{ ...toEvidence(fields, originOf(origins, first.source)), about }];
  });
}

/** What every register says of the household and its members, in the order of the data dictionary. */
export async function readRegisters(db: DuckDBConnection, id: string, origins: Origins): Promise<Register[]> {
  const linked = new Set((await rowsOf(db, LINKED, id)).map((row) => text(row.register)));
  const found: Register[] = [];
  for (const record of recordSets.values()) {
    if (record.ofMembers === true) continue;
    const rows = linked.has(record.key)
      ? merged(await rowsOf(db, rowsSql(record.key), id, record.key), origins)
      : [];
    const state = rows.length > 0 ? 'found' : origins.present.has(record.key) ? 'nothing' : 'absent';
    found.push({ register: record.key, title: say(record.title), state, rows });
  }
  return found;
}
