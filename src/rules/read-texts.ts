import type { DuckDBConnection } from '@duckdb/node-api';

// Neither stands in any value: canonical texts have no control characters, and JSON escapes them.
const BETWEEN = '\u001f';
const NOTHING = '\u001e';

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
  const values = columns.map((name) => `coalesce(CAST("${name.replaceAll('"', '""')}" AS VARCHAR), chr(30))`);
  const sorted = order === '' ? '' : ` ORDER BY ${order}`;
  const reader = await db.runAndReadAll(
    `SELECT concat_ws(chr(31), ${values.join(', ')}) FROM (${query}\n)${sorted}`,
  );
  return (reader.getColumns()[0] ?? []).map((row) => {
    const texts = String(row).split(BETWEEN);
    if (texts.length !== columns.length)
      throw new Error(`${texts.length} values for ${columns.length} columns: a value holds U+001F`);
    return texts.map((text) => (text === NOTHING ? null : text));
  });
}
