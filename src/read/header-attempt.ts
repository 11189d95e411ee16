import type { RecordSet } from '../records/types.js';
import { type Assigned, type Assignment, assign } from './header-assign.js';
import type { HeaderCell } from './header-cells.js';
import { completeHouseholds, holds } from './header-household.js';
import type { Mapping } from './header-mapping.js';
import type { Layout } from './layout.js';
import type { RawRow } from './types.js';

/** What a table would be if these were its headers. */
export interface Attempt extends Assignment {
  readonly cells: readonly HeaderCell[];
  readonly householdFrom: Layout['householdFrom'];
  /** Starred fields that no header carries; of an inner list of several any one will do. */
  readonly missing: readonly (readonly string[])[];
}

/** What the search for a header goes by. */
export interface Search {
  readonly record: RecordSet;
  readonly mapping: Mapping;
  /** Fields whose value comes from elsewhere (the campaign's `set`, the file's name): they need no column. */
  readonly given: readonly string[];
}

function missingOf(assigned: readonly Assigned[], record: RecordSet, given: readonly string[]): string[][] {
  const carried = new Set(given);
  for (const { claim } of assigned) carried.add(claim.field);
  // A disability certificate number holds the ID and the level (data dictionary, 'Files as they come').
  if (record.key === 'disability' && carried.has('cert_no')) carried.add('id_number').add('level');
  const needed = record.fields.filter((field) => field.starred === true).map((field) => [field.name]);
  for (const group of record.oneOf ?? []) needed.push([...group]);
  return needed.filter((group) => !group.some((name) => carried.has(name)));
}

/** Tries headers against a record set; `below` are the rows that follow, whose values decide some columns. */
export function attempt(cells: readonly HeaderCell[], below: readonly RawRow[], search: Search): Attempt {
  const { record, mapping, given } = search;
  const first = assign(cells, record, below, mapping);
  const isRoster = record.fields.some((field) => field.household === true);
  if (!isRoster) {
    const number = first.assigned.find(({ claim }) => claim.field === 'household_id');
    const missing = missingOf(first.assigned, record, given);
    return { ...first, cells, householdFrom: number === undefined ? null : holds(number.cell), missing };
  }
  const whole = completeHouseholds(first.assigned, cells, record, below);
  return {
    cells,
    assigned: whole.assigned,
    duplicates: first.duplicates,
    notes: [...first.notes, ...whole.notes],
    householdFrom: whole.householdFrom,
    missing: missingOf(whole.assigned, record, given),
  };
}
