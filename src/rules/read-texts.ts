import type { DuckDBConnection } from '@duckdb/node-api';

// Neither stands in any value: canonical texts have no control characters, and JSON escapes them.
const BETWEEN = '\u001f';
const NOTHING = '\u001e';

/**
 * A list of texts as a table's one column, for `FROM`. One literal taken apart: each of many of its own is parsed and
 * bound for a microsecond or two.
 */
export function textsTable(texts: readonly string[], column: string, type = 'VARCHAR'): string {
  const joined = texts.join(BETWEEN).replaceAll("'", "''");
  return `(SELECT unnest(string_split('${joined}', chr(31))::${type}[]) AS ${column})`;
}

/** The query that gives each row as one text. */
function asOneText(query: string, columns: readonly string[], order: string): string {
  const values = columns.map((name) => `coalesce(CAST("${name.replaceAll('"', '""')}" AS VARCHAR), chr(30))`);
  const sorted = order === '' ? '' : ` ORDER BY ${order}`;
  return `SELECT concat_ws(chr(31), ${values.join(', ')}) FROM (${query}\n)${sorted}`;
}

function textsOf(row: unknown, columns: readonly string[]): (string | null)[] {
  const texts = String(row).split(BETWEEN);
  if (texts.length !== columns.length)
    throw new Error(`${texts.length} values for ${columns.length} columns: a value holds U+001F`);
  return texts.map((text) => (text === NOTHING ? null : text));
}

/**
 * The rows of a query with every value as DuckDB writes it as text, null for NULL. Each row is fetched as one text:
 * value by value, the bindings take five times as long.
 * @param columns names of the query's columns, in the order wanted
 * @param order how the rows are sorted, as SQL; '' for no order
 */
export async function readTexts(
  db: DuckDBConnection,
  query: string,
  columns: readonly string[],
  order = '',
): Promise<(string | null)[][]> {
  const reader = await db.runAndReadAll(asOneText(query, columns, order));
  return (reader.getColumns()[0] ?? []).map((row) => textsOf(row, columns));
}

/** As readTexts, the rows one after another: those of a county's members need not stand in memory at once. */
export async function* eachTexts(
  db: DuckDBConnection,
  query: string,
  columns: readonly string[],
  order = '',
): AsyncGenerator<(string | null)[]> {
  const result = await db.stream(asOneText(query, columns, order));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    for (const row of chunk.getColumnValues(0)) yield textsOf(row, columns);
  }
}
