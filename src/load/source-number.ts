/**
 * One number per source row, the same in every run over the same files: file, sheet, row, and for rosters with
 * several members in a row the member. It stays below 2^53, so that SQL and JavaScript hold it exactly.
 */
const MEMBERS = 32;
const ROWS = 2 ** 27;
const SHEETS = 2 ** 8;

export const LIMITS = { members: MEMBERS - 1, rows: ROWS - 1, sheets: SHEETS, files: 2 ** 13 } as const;

/** Number of the part (one table of one file). */
export function partNumber(file: number, sheet: number): number {
  return file * SHEETS + sheet;
}

export function sourceNumber(part: number, row: number, member = 0): number {
  return (part * ROWS + row) * MEMBERS + member;
}

export function partOf(source: number): number {
  return Math.floor(source / (ROWS * MEMBERS));
}

export function rowOf(source: number): number {
  return Math.floor(source / MEMBERS) % ROWS;
}

export function memberOf(source: number): number {
  return source % MEMBERS;
}
