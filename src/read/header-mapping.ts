import type { HeaderCell } from './header-cells.js';
import { headerKey, headerKeys } from './header-text.js';

/** Header text → field, as the campaign file has it; `身份证号#2` is the second column of that name. */
export type Mapping = Readonly<Record<string, string>>;

/** Which headers the mapping names, and which of its own are in no header. */
interface MappedHeaders {
  readonly fields: ReadonlyMap<HeaderCell, string>;
  readonly unused: readonly string[];
}

/** Finds the headers that the user's mapping names: whole, or without brackets where none is named whole. */
export function mappedHeaders(cells: readonly HeaderCell[], mapping: Mapping): MappedHeaders {
  const fields = new Map<HeaderCell, string>();
  const unused: string[] = [];
  for (const [header, field] of Object.entries(mapping)) {
    const parts = /^(.*?)(?:#(\d+))?$/s.exec(header);
    const key = headerKey(parts?.[1] ?? header);
    const whole = cells.filter((cell) =>
      [cell.header, ...cell.texts].some((text) => headerKey(text) === key),
    );
    const found = whole.length > 0 ? whole : cells.filter((cell) => headerKeys(cell.label).bare === key);
    const nth = parts?.[2] === undefined ? null : Number(parts[2]);
    const chosen = nth === null ? found : found.slice(nth - 1, nth);
    if (chosen.length === 0) unused.push(header);
    for (const cell of chosen) fields.set(cell, field);
  }
  return { fields, unused };
}
