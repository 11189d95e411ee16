import { parse } from 'csv-parse/sync';

// A cell that a spreadsheet would take for something else carries one ' before it (reports/csv.ts).
const unguarded = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');

/** Numbers of the households in a run's focus.csv. */
export function focusOf(text: string): Set<string> {
  const rows = parse(text, { bom: true, from_line: 2, relax_column_count: false }) as string[][];
  return new Set(rows.map(([household_id]) => unguarded(household_id)));
}
