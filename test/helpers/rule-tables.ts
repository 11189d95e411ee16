import { knownRecord } from '../../src/records/index.js';
import type { FieldSpec, RecordSet } from '../../src/records/types.js';
import { type RuleCase, type RuleCaseFile, registersOf } from './rule-cases.js';
import type { People } from './rule-people.js';

type Row = Record<string, string>;

/** `id` for `id_number`, `spouse_id` for `spouse_id_number`. */
function fieldName(key: string): string {
  if (key === 'id') return 'id_number';
  return /_id$/.test(key) && key !== 'household_id' ? `${key}_number` : key;
}

/** `B 配偶 不享受 H2` as a row of the roster. */
function rosterWords(text: string, people: People): Row {
  const words = text.split(' ');
  const [person = '', second = ''] = words;
  const ref =
    people.isRef(`${person} ${second}`) && /错|换|旧|科学|零|脱敏|全角/.test(second)
      ? `${person} ${second}`
      : person;
  const found: Row = { id: ref };
  for (const word of words.slice(ref.split(' ').length)) {
    if (/^H\d/.test(word)) found.household_id = word;
    else if (word === '不享受') found.covered = '否';
    else found.relation = word;
  }
  return found;
}

/** The case's household numbers, kept apart from every other case's. */
export function householdNumber(caseNumber: number, key: string): string {
  return /^H\d+$/.test(key) ? `K${caseNumber}${key}` : key;
}

function completed(record: RecordSet, given: Row, people: People, caseNumber: number): Row {
  const row: Row = {};
  for (const [key, value] of Object.entries(given)) {
    const name = fieldName(key);
    const field = record.fields.find((one) => one.name === name);
    if (!field) throw new Error(`${record.key} has no field ${name}`);
    row[name] = value;
  }
  const byId = record.fields.filter((field) => field.type === 'id');
  for (const { name } of byId) {
    const ref = row[name];
    if (ref === undefined || !people.isRef(ref)) continue;
    const nameField = record.persons.find((person) => person.id === name)?.name;
    if (nameField && row[nameField] === undefined) row[nameField] = people.name(ref);
    row[name] = people.number(ref);
  }
  if (row.household_id !== undefined) row.household_id = householdNumber(caseNumber, row.household_id);
  return row;
}

function rosterRows(one: RuleCase, people: People, caseNumber: number): Row[] {
  const heads = new Set<string>();
  return one.roster.map((entry, index) => {
    const row: Row = {
      ...(index === 0 ? one.household : {}),
      ...(typeof entry === 'string' ? rosterWords(entry, people) : entry),
    };
    row.household_id ??= 'H1';
    row.category ??= '农村';
    if (!heads.has(row.household_id)) row.relation ??= '户主';
    heads.add(row.household_id);
    return completed(knownRecord('roster'), row, people, caseNumber);
  });
}

/** The rows of the roster and of every register that the case gives. */
export function tablesOf(
  file: RuleCaseFile,
  one: RuleCase,
  people: People,
  caseNumber: number,
): Map<string, Row[]> {
  const tables = new Map([['roster', rosterRows(one, people, caseNumber)]]);
  for (const [key, rows] of registersOf(one)) {
    const defaults = file.defaults[key] ?? {};
    tables.set(
      key,
      rows.map((row) => completed(knownRecord(key), { ...defaults, ...row }, people, caseNumber)),
    );
  }
  return tables;
}

function anything(field: FieldSpec, stranger: string): string {
  if (field.type === 'id') return stranger;
  if (field.type === 'code') return field.codes?.[0]?.labels[0] ?? '';
  const values: Partial<Record<FieldSpec['type'], string>> = {
    date: '2020-01-01',
    month: '2020-01',
    money: '1',
  };
  return values[field.type] ?? '无关';
}

/** A row about somebody who is on no roster, so that the register is there. */
export function strangersRow(record: RecordSet, stranger: string): Row {
  const oneOf = new Set((record.oneOf ?? []).map((group) => group.at(-1)));
  return Object.fromEntries(
    record.fields
      .filter((field) => field.starred || oneOf.has(field.name))
      .map((field) => [field.name, anything(field, stranger)]),
  );
}

/** The rows as CSV under the names of the dictionary's fields. */
export function toCsv(rows: readonly Row[], record: RecordSet): string {
  const fields = record.fields
    .map((field) => field.name)
    .filter(
      (name) =>
        record.fields.find((field) => field.name === name)?.starred || rows.some((row) => name in row),
    );
  const line = (cells: string[]): string =>
    `${cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')}\n`;
  return line(fields) + rows.map((row) => line(fields.map((name) => row[name] ?? ''))).join('');
}
