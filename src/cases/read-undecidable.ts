import { parse } from 'csv-parse/sync';
import type { Undecidable } from './types.js';

// A cell that a spreadsheet would take for something else carries one ' before it (reports/csv.ts).
const unguarded = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');

/** The rows of a run's undecidable.csv. */
export function undecidableOf(text: string): Undecidable[] {
  const rows = parse(text, { bom: true, from_line: 2, relax_column_count: false }) as string[][];
  return rows.map((row) => {
    const [check, household_id, township, village, name, id_number, reason] = row.map(unguarded);
    return {
      check: check ?? '',
      household_id: household_id ?? '',
      township: township ?? '',
      village: village ?? '',
      person: name ? { name, id_number: id_number ?? '' } : null,
      reason: reason ?? '',
    };
  });
}
