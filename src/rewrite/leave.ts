import { rewriteNotes } from '../messages/rewrite.js';
import { memberHeader } from '../read/header-wide.js';
import type { RosterMember } from '../roster/read-roster.js';
import { wordForUncovered } from './covered-word.js';
import type { Slice } from './draft.js';
import type { LearnedTable } from './learn.js';

/** The column that says of this member whether he is covered; -1 where none does. */
function coveredColumn(table: LearnedTable, member: number): number {
  return table.layout.columns.find((one) => one.field === 'covered' && one.member === member)?.index ?? -1;
}

/** Members of the household whose rows or cells leave: those removed, and those whom no column can call uncovered. */
export function leaving(slices: readonly Slice[]): Set<RosterMember> {
  const [first] = slices;
  if (first === undefined) return new Set();
  const gone = new Set(first.edit.removed);
  for (const { table, members, file } of slices)
    for (const { member, place } of members) {
      if (gone.has(member) || !first.edit.uncovered.includes(member)) continue;
      if (coveredColumn(table, place.member) >= 0) continue;
      gone.add(member);
      file.notes.place(rewriteNotes['uncovered-removed'], `${member.name}/${place.row}`);
    }
  return gone;
}

/** A wide roster's columns of one person: 0 the row's own, k those of its k-th member. */
function personColumns(table: LearnedTable, member: number): { index: number; field: string | null }[] {
  const { layout, plan } = table;
  return layout.columns.filter(({ field, header, member: own }) => {
    if (field === null)
      return member > 0 && header.split('/').some((part) => memberHeader(part)?.member === member);
    const spec = plan.fields.find((one) => one.name === field);
    return own === member && spec?.household !== true && field !== 'household_id';
  });
}

type Part = Pick<Slice, 'table' | 'sheet'>;

/** Blanks one person's cells in a wide row, or fills them with those of another, whose cells are blanked. */
function replacePerson({ table, sheet }: Part, row: number, member: number, by: number | null): void {
  const others = by === null ? [] : personColumns(table, by);
  for (const { index, field } of personColumns(table, member)) {
    const other = field === null ? undefined : others.find((one) => one.field === field);
    if (other !== undefined) sheet.set(row, index, { from: { row, column: other.index } });
    // The head's columns hold no relation to himself, and say nothing of it: what stands there stays.
    else if (by === null || field !== 'relation') sheet.set(row, index, { text: '' });
  }
  if (by !== null) replacePerson({ table, sheet }, row, by, null);
}

/** A row of several members some of whom leave; tells the place of the one who takes the first's, if one does. */
function leaveWide(slice: Slice, row: number, gone: ReadonlySet<RosterMember>): number | null {
  const here = slice.members.filter(({ place }) => place.row === row);
  const first = Math.min(...here.map(({ place }) => place.member));
  const stay = here.filter(({ member }) => !gone.has(member)).map(({ place }) => place.member);
  const leave = here.filter(({ member }) => gone.has(member)).map(({ place }) => place.member);
  const next = Math.min(...stay);
  for (const member of leave) {
    // The household's values belong to its first person: without one nobody of the row could be read.
    if (member === first) replacePerson(slice, row, member, next);
    else replacePerson(slice, row, member, null);
  }
  if (!leave.includes(first)) return null;
  slice.file.notes.place(rewriteNotes['head-replaced'], slice.edit.household.household_id);
  return next;
}

/** Takes the rows and cells of those who leave out of one table, and marks those who are no longer covered. */
export function takeOut(slice: Slice, gone: ReadonlySet<RosterMember>): void {
  const { edit, table, sheet, rows, members, file } = slice;
  if (edit.household.members.every((member) => gone.has(member))) {
    for (const { row } of rows) sheet.removed.add(row);
    return;
  }
  const moved = new Map<number, number | null>();
  for (const row of new Set(members.map(({ place }) => place.row))) {
    const here = members.filter(({ place }) => place.row === row);
    if (here.every(({ member }) => gone.has(member))) sheet.removed.add(row);
    else if (here.some(({ member }) => gone.has(member))) moved.set(row, leaveWide(slice, row, gone));
  }
  const head = members.find(({ member }) => gone.has(member) && member.relation === 'self');
  if (head !== undefined && sheet.removed.has(head.place.row))
    file.notes.place(rewriteNotes['head-removed'], edit.household.household_id);
  for (const { member, place } of members) {
    if (gone.has(member) || !edit.uncovered.includes(member)) continue;
    const isMoved = moved.get(place.row) === place.member;
    const own = members.filter((one) => one.place.row === place.row).map((one) => one.place.member);
    const index = coveredColumn(table, isMoved ? Math.min(...own) : place.member);
    if (index >= 0) sheet.set(place.row, index, { text: wordForUncovered(table.words) });
  }
}
