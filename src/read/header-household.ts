import { codeNormaliser } from '../normalise/code.js';
import type { RecordSet } from '../records/types.js';
import type { Assigned } from './header-assign.js';
import type { HeaderCell } from './header-cells.js';
import { fieldOf } from './header-claims.js';
import { headerKey, headerKeys, withIdWord } from './header-text.js';
import type { Layout, LayoutNote } from './layout.js';
import type { RawRow } from './types.js';

const headId = /^(?:家庭|低保)?(?:户主|申请人|户代表)(?:\((?:户主|申请人)\))?身份证号$/;
const headName = /^(?:家庭|低保)?(?:户主|申请人|户代表)(?:\((?:户主|申请人)\))?(?:姓名)?$/;
const serialName = /^(?:户?序号|编号|序|NO\.?)$/;
/** A serial is the household's where at least this share of the rows has none of its own. */
const MERGED_SHARE = 0.05;

/** The columns of a roster once heads and serial numbers have filled in for what is missing. */
interface HouseholdColumns {
  readonly assigned: readonly Assigned[];
  readonly householdFrom: Layout['householdFrom'];
  readonly notes: readonly LayoutNote[];
}

function named(cells: readonly HeaderCell[], pattern: RegExp): HeaderCell | undefined {
  return cells.find((cell) =>
    cell.texts.some((text) => {
      const keys = headerKeys(text);
      return [keys.whole, keys.bare, withIdWord(keys.bare)].some((key) => pattern.test(key));
    }),
  );
}

function value(row: RawRow, cell: HeaderCell | undefined): string {
  return cell === undefined ? '' : headerKey(row.cells[cell.index] ?? '');
}

/** What a column mapped to household_id holds, by its header. */
export function holds(number: HeaderCell): NonNullable<Layout['householdFrom']> {
  const key = withIdWord(headerKeys(number.label).bare);
  return headId.test(key) ? 'head_id' : serialName.test(key) ? 'serial' : 'household_id';
}

/** Gives a field to a header no label gave it to. */
function give(field: string, cell: HeaderCell): Assigned {
  return { cell, claim: { field, member: 0, exact: true, rank: 0, by: 'label' } };
}

/** Rows of persons below the header, with what their serial, relation and sizes say. */
class Sample {
  private readonly persons: readonly RawRow[];
  private readonly isSelf: (row: RawRow) => boolean | null;

  constructor(
    record: RecordSet,
    below: readonly RawRow[],
    cellOf: (field: string) => HeaderCell | undefined,
  ) {
    const id = cellOf('id_number');
    const relation = cellOf('relation');
    const codes = fieldOf(record, 'relation').codes ?? [];
    const normalise = codeNormaliser(codes);
    this.persons = below.filter((row) => /\d/.test(value(row, id)));
    this.isSelf = (row) => (relation === undefined ? null : normalise(value(row, relation)).value === 'self');
  }

  /** The serial stands once per household: rows without one of their own follow a head. */
  isMerged(serial: HeaderCell): boolean {
    let before = '';
    let without = 0;
    for (const row of this.persons) {
      const own = value(row, serial);
      if (own === '' || own === before) {
        if (this.isSelf(row) === true) return false;
        without++;
      }
      if (own !== '') before = own;
    }
    return before !== '' && without > 0 && without >= this.persons.length * MERGED_SHARE;
  }

  /** Every row is a household of its own: it says how many persons it stands for, and nobody but heads is there. */
  isOfHeads(size: HeaderCell | undefined): boolean {
    if (size === undefined || this.persons.length === 0) return false;
    return this.persons.every((row) => value(row, size) !== '' && this.isSelf(row) !== false);
  }
}

/**
 * Completes a roster's columns (data dictionary, 'Files as they come'): 户主姓名 and 户主身份证号 are the row's own
 * person where no other is named; without a household number the head's ID serves, else a serial that stands once
 * per household, else, in a roster of heads, the person's own ID.
 */
export function completeHouseholds(
  given: readonly Assigned[],
  cells: readonly HeaderCell[],
  record: RecordSet,
  below: readonly RawRow[],
): HouseholdColumns {
  const assigned = [...given];
  const notes: LayoutNote[] = [];
  const cellOf = (field: string): HeaderCell | undefined =>
    assigned.find(({ claim }) => claim.field === field && claim.member === 0)?.cell;
  const free = (): HeaderCell[] => cells.filter((cell) => assigned.every((one) => one.cell !== cell));
  const isWide = assigned.some(({ claim }) => claim.member > 0);

  const idOfHead = named(free(), headId);
  const nameOfHead = named(free(), headName);
  const isHeads = cellOf('relation') === undefined || (cellOf('name') ?? cellOf('id_number')) === undefined;
  for (const [field, cell] of [
    ['name', nameOfHead],
    ['id_number', idOfHead],
  ] as const) {
    if (cell === undefined || cellOf(field) !== undefined || !isHeads) continue;
    // 姓名 beside 户主姓名 and 户主身份证号 is a member whose own ID is nowhere: no ID is better than the head's.
    if (field === 'id_number' && nameOfHead !== undefined && cellOf('name') !== nameOfHead) continue;
    assigned.push(give(field, cell));
    if (!isWide) {
      const title = fieldOf(record, field).title;
      notes.push({ kind: 'head-as-person', values: { title, header: cell.header }, column: cell.index });
    }
  }

  const number = cellOf('household_id');
  if (number !== undefined) {
    return { assigned, householdFrom: holds(number), notes };
  }
  const take = (cell: HeaderCell, householdFrom: 'head_id' | 'serial'): HouseholdColumns => {
    const kind = householdFrom === 'serial' ? 'household-from-serial' : 'household-from-head';
    notes.push({ kind, values: { header: cell.header }, column: cell.index });
    return { assigned: [...assigned, give('household_id', cell)], householdFrom, notes };
  };
  if (idOfHead !== undefined) return take(idOfHead, 'head_id');
  const serial = named(free(), serialName);
  const sample = new Sample(record, below, cellOf);
  if (serial !== undefined && (isWide || sample.isMerged(serial))) return take(serial, 'serial');
  const own = cellOf('id_number');
  if (own !== undefined && sample.isOfHeads(cellOf('covered_size') ?? cellOf('household_size'))) {
    return take(own, 'head_id');
  }
  return { assigned, householdFrom: null, notes };
}
