import type { FieldSpec, RecordSet } from '../records/types.js';
import type { HeaderCell } from './header-cells.js';
import { type Claim, claimsOf } from './header-claims.js';
import { type Mapping, mappedHeaders } from './header-mapping.js';
import { kindOfValues, valuesBelow } from './header-values.js';
import type { LayoutNote } from './layout.js';
import type { RawRow } from './types.js';

/** One header given to one field. */
export interface Assigned {
  readonly cell: HeaderCell;
  readonly claim: Claim;
}

/** A starred field that more than one header claims. */
export interface Duplicate {
  readonly field: string;
  readonly cells: readonly HeaderCell[];
}

/** Which header carries which field; what could not be told is in `duplicates`. */
export interface Assignment {
  readonly assigned: readonly Assigned[];
  readonly duplicates: readonly Duplicate[];
  readonly notes: readonly LayoutNote[];
}

type Claims = Map<HeaderCell, readonly Claim[]>;

/** Fields told apart by their values; see kindOfValues. */
const byValues = new Set(['category', 'class', 'tier']);
/** Behind every label, so that a column named for the field comes first. */
const RANK_OF_VALUES = 1000;

function readByValues(claim: Claim, cell: HeaderCell, record: RecordSet, below: readonly RawRow[]): Claim {
  if (claim.member !== 0 || !byValues.has(claim.field)) return claim;
  const kind = kindOfValues(record, valuesBelow(below, cell.index));
  if (kind === null || kind === claim.field || !record.fields.some((field) => field.name === kind))
    return claim;
  return { ...claim, field: kind, rank: RANK_OF_VALUES + claim.rank, by: 'values' };
}

/** Columns numbered at the end (姓名1) are members only where name and ID of that number both stand. */
function keepWholeMembers(claims: Claims): void {
  const seen = new Set([...claims.values()].flat().map((claim) => `${claim.member} ${claim.field}`));
  const whole = (member: number): boolean => seen.has(`${member} name`) && seen.has(`${member} id_number`);
  for (const [cell, list] of claims) {
    const kept = list.filter((claim) => claim.by !== 'numbered' || whole(claim.member));
    claims.set(cell, kept);
  }
}

function allClaims(
  cells: readonly HeaderCell[],
  record: RecordSet,
  below: readonly RawRow[],
  mapped: ReadonlyMap<HeaderCell, string>,
): Claims {
  const taken = new Set(mapped.values());
  const claims: Claims = new Map();
  for (const cell of cells) {
    const field = mapped.get(cell);
    if (field !== undefined) {
      claims.set(cell, [{ field, member: 0, exact: true, rank: -1, by: 'mapping' }]);
    } else {
      const list = claimsOf(cell, record).map((claim) => readByValues(claim, cell, record, below));
      const free = list.filter((claim) => claim.member !== 0 || !taken.has(claim.field));
      claims.set(cell, free);
    }
  }
  keepWholeMembers(claims);
  return claims;
}

/**
 * Of several headers for one starred field those that may stay: exact names before stripped ones; a category column
 * whose values read as categories before one whose do not (户口性质 农业); one that fits no other starred field.
 */
function narrow(
  candidates: readonly Assigned[],
  field: FieldSpec,
  record: RecordSet,
  below: readonly RawRow[],
  claims: Claims,
): readonly Assigned[] {
  const starred = new Set(record.fields.filter((one) => one.starred === true).map((one) => one.name));
  const tests: ((one: Assigned) => boolean)[] = [];
  if (byValues.has(field.name)) {
    tests.push(({ cell }) => kindOfValues(record, valuesBelow(below, cell.index)) === field.name);
  }
  if (field.starred === true) {
    tests.push(
      ({ claim }) => claim.exact,
      ({ cell }) => (claims.get(cell) ?? []).filter((claim) => starred.has(claim.field)).length < 2,
    );
  }
  let left = candidates;
  for (const test of tests) {
    const passed = left.filter(test);
    if (passed.length > 0) left = passed;
  }
  return left;
}

function byRank(a: Assigned, b: Assigned): number {
  const exact = Number(b.claim.exact) - Number(a.claim.exact);
  return a.claim.rank - b.claim.rank || exact || a.cell.index - b.cell.index;
}

/** A header as the user's mapping would name it: `月保障金#2` is the second column of that name. */
function numbered(cell: HeaderCell, cells: readonly HeaderCell[]): string {
  const same = cells.filter(({ header }) => header === cell.header);
  return same.length === 1 ? cell.header : `${cell.header}#${same.indexOf(cell) + 1}`;
}

/**
 * Gives each header to at most one field, starred fields first, and each field at most one header. Of an optional
 * field's claimants the label that stands first in its list wins, with a note; of a starred one's two are a duplicate.
 */
export function assign(
  cells: readonly HeaderCell[],
  record: RecordSet,
  below: readonly RawRow[],
  mapping: Mapping,
): Assignment {
  const mapped = mappedHeaders(cells, mapping);
  const claims = allClaims(cells, record, below, mapped.fields);
  const notes: LayoutNote[] = mapped.unused.map((header) => ({ kind: 'mapping-unused', values: { header } }));
  const assigned: Assigned[] = [];
  const duplicates: Duplicate[] = [];
  const used = new Set<HeaderCell>();

  const give = (field: FieldSpec, member: number): void => {
    const candidates = cells.flatMap((cell) => {
      const claim = claims.get(cell)?.find((one) => one.field === field.name && one.member === member);
      return claim === undefined || used.has(cell) ? [] : [{ cell, claim }];
    });
    const ranked = [...narrow(candidates, field, record, below, claims)].sort(byRank);
    const [best, ...others] = ranked;
    if (best === undefined) return;
    used.add(best.cell);
    assigned.push(best);
    const chosen = best.cell.header;
    const column = best.cell.index;
    if (best.claim.by === 'values') {
      notes.push({ kind: 'by-values', values: { header: chosen, title: field.title }, column });
    }
    if (field.starred === true && others.length > 0) {
      duplicates.push({ field: field.name, cells: ranked.map(({ cell }) => cell) });
    } else if (others.length > 0) {
      const left = others.map(({ cell }) => numbered(cell, cells)).join('、');
      const values = { title: field.title, chosen: numbered(best.cell, cells), left };
      notes.push({ kind: 'claimed-twice', values, column });
    }
  };

  const members = new Set([...claims.values()].flat().map((claim) => claim.member));
  const starredFirst = [...record.fields].sort(
    (a, b) => Number(b.starred === true) - Number(a.starred === true),
  );
  for (const field of starredFirst) {
    for (const member of [...members].sort((a, b) => a - b)) give(field, member);
  }
  return { assigned, duplicates, notes };
}
