import type { Cell } from './folder-books.js';
import type { Family, Village } from './folder-people.js';

// What the township's rosters are made of: rows of cells, however they are laid out.

export type Rows = Cell[][];
export type Make = (
  family: Family,
  member: Family['members'][number],
  index: number,
  serial: number,
) => Cell[];

/** One row per member. */
export function long({ families }: Village, make: Make): Rows {
  return families.flatMap((family, serial) =>
    family.members.map((member, index) => make(family, member, index, serial + 1)),
  );
}

/** What stands on the head's row alone. */
export const head = (index: number, cell: Cell): Cell => (index === 0 ? cell : null);
export const yuan = (cents: number): string => (cents / 100).toFixed(2);
export const cents = (family: Family): number => Math.round(Number(family.amount) * 100);
export const total = (families: readonly Family[]): number =>
  families.reduce((sum, one) => sum + cents(one), 0);
export const serialDay = (day: string): number => Date.parse(day) / 86_400_000 + 25_569;

/** Ranges over the rows of each family in the columns; `first` is the sheet's row of the first member. */
export function merged({ families }: Village, columns: string, first: number): string[] {
  let row = first;
  return families.flatMap(({ members }) => {
    const last = row + members.length - 1;
    const ranges = [...columns].map((column) => `${column}${row}:${column}${last}`);
    row = last + 1;
    return members.length > 1 ? ranges : [];
  });
}

export const plainHeader = ['户编号', '姓名', '身份证号', '与户主关系', '月保障金(元)', '享受起始时间'];
export const plainRow: Make = (family, { name, id, relation }, index) => [
  family.number,
  name,
  id,
  relation,
  head(index, family.amount),
  head(index, family.since),
];

export function wideRows({ families }: Village, most: number): Rows {
  return families.map(({ number, members, amount }) => {
    const others = members.slice(1).flatMap(({ name, id, relation }) => [name, id, relation]);
    const blank = new Array<Cell>((most - members.length) * 3).fill(null);
    return [number, members[0]?.name ?? '', members[0]?.id ?? '', ...others, ...blank, `${amount}元`];
  });
}
