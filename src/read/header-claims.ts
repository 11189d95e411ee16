import type { FieldSpec, RecordSet } from '../records/types.js';
import type { HeaderCell } from './header-cells.js';
import { headerKey, headerKeys, withIdWord } from './header-text.js';
import { memberHeader, numberedHeader } from './header-wide.js';

/** What one header could be: a field of the record set, of the row itself or of its k-th member. */
export interface Claim {
  readonly field: string;
  readonly member: number;
  /** Named as the label, but for a unit; false where a note in brackets had to be taken off. */
  readonly exact: boolean;
  /** Position in the field's list of labels; of two claims to an optional field the lower wins. */
  readonly rank: number;
  /** Why it claims: a label, the user's mapping, a numbered member, or the values below it. */
  readonly by: 'label' | 'mapping' | 'member' | 'numbered' | 'values';
}

interface Labelled {
  readonly field: string;
  readonly rank: number;
}

/** Behind every label that a header names in full. */
const RANK_OF_BEARER = 100;

/** The labels of a record set by their compared form. */
type LabelIndex = ReadonlyMap<string, readonly Labelled[]>;

const indexes = new WeakMap<RecordSet, LabelIndex>();

/** The record set's labels, indexed once. */
function labelIndex(record: RecordSet): LabelIndex {
  const known = indexes.get(record);
  if (known !== undefined) return known;
  const index = new Map<string, Labelled[]>();
  for (const field of record.fields) {
    field.labels.forEach((label, rank) => {
      const key = headerKey(label);
      index.set(key, [...(index.get(key) ?? []), { field: field.name, rank }]);
    });
  }
  indexes.set(record, index);
  return index;
}

function byLabel(text: string, index: LabelIndex, record: RecordSet): Claim[] {
  const keys = headerKeys(text);
  const tries = [
    { key: keys.whole, exact: true },
    { key: keys.bare, exact: keys.unitOnly },
    { key: withIdWord(keys.bare), exact: keys.unitOnly },
  ];
  for (const { key, exact } of tries) {
    const found = index.get(key);
    if (found !== undefined) {
      return found.map(({ field, rank }) => ({ field, rank, exact, member: 0, by: 'label' }));
    }
  }
  return byBearer(keys.bare, index, record);
}

/** 产权人姓名 and 产权人身份证号, where the dictionary has 产权人 alone for the name: behind what is named in full. */
function byBearer(key: string, index: LabelIndex, record: RecordSet): Claim[] {
  const [, bearer = '', word] = /^(.+)(姓名|身份证号)$/.exec(withIdWord(key)) ?? [];
  return (index.get(bearer) ?? []).flatMap(({ field, rank }): Claim[] => {
    if (fieldOf(record, field).type !== 'name') return [];
    const own = word === '姓名' ? field : record.persons.find((one) => one.name === field)?.id;
    return own === undefined
      ? []
      : [{ field: own, rank: RANK_OF_BEARER + rank, exact: false, member: 0, by: 'label' }];
  });
}

/** A wide roster's columns carry a person's fields; the household's stand once. */
function isPersonal(record: RecordSet, name: string): boolean {
  const field = record.fields.find((one) => one.name === name);
  return field !== undefined && field.household !== true && name !== 'household_id';
}

function ofMember(cell: HeaderCell, record: RecordSet, index: LabelIndex): Claim[] {
  const grouped = cell.group === '' ? null : memberHeader(cell.group);
  const group = grouped?.rest === '' ? grouped : null;
  const named = memberHeader(cell.label) ?? numberedHeader(cell.label);
  const member = group?.member ?? named?.member;
  if (member === undefined) return [];
  const rest = group === null ? (named?.rest ?? '') : cell.label;
  const by = group === null && memberHeader(cell.label) === null ? 'numbered' : 'member';
  const text = rest === '' ? '姓名' : rest;
  return byLabel(text, index, record)
    .filter(({ field }) => isPersonal(record, field))
    .map((claim) => ({ ...claim, member, by }));
}

/** Every field a header could be, the user's mapping aside; the first of its texts that fits any decides. */
export function claimsOf(cell: HeaderCell, record: RecordSet): readonly Claim[] {
  const index = labelIndex(record);
  if (record.fields.some((field) => field.household === true)) {
    const member = ofMember(cell, record, index);
    if (member.length > 0) return member;
  }
  for (const text of cell.texts) {
    const claims = byLabel(text, index, record);
    if (claims.length > 0) return claims;
  }
  return [];
}

/** The field of a record set by its name; names come from claims, so a missing one is a defect. */
export function fieldOf(record: RecordSet, name: string): FieldSpec {
  const field = record.fields.find((one) => one.name === name);
  if (field === undefined) throw new Error(`record set ${record.key} has no field ${name}`);
  return field;
}
