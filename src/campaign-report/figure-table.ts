import type { Text } from '../messages/language.js';
import { count, yuan } from '../reports/numbers.js';

/** `percent` is a number of 0 to 100 with one digit. */
export type FigureKind = 'text' | 'int' | 'money' | 'percent';
export type Figure = string | number | null;

export interface FigureColumn {
  /** For programs. */
  readonly key: string;
  readonly title: Text;
  readonly kind: FigureKind;
}

/**
 * A table of figures as the screen, the sheets, the page and the paper all show it: worked out once, so that they
 * cannot differ.
 */
export interface FigureTable {
  readonly name: Text;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly { readonly cells: readonly Figure[]; readonly isTotal: boolean }[];
  readonly notes: readonly Text[];
}

/** A column, and how its figure is found in a row. */
export interface FigureOf<T> extends FigureColumn {
  readonly value: (row: T) => Figure;
}

export function column<T>(
  key: string,
  title: Text,
  kind: FigureKind,
  value: (row: T) => Figure,
): FigureOf<T> {
  return { key, title, kind, value };
}

/** @param total the row that stands below the others, in strong type */
export function figureTable<T>(
  name: Text,
  columns: readonly FigureOf<T>[],
  rows: readonly T[],
  total: T | null = null,
  notes: readonly Text[] = [],
): FigureTable {
  const made = (row: T, isTotal: boolean) => ({ cells: columns.map(({ value }) => value(row)), isTotal });
  return {
    name,
    columns: columns.map(({ key, title, kind }) => ({ key, title, kind })),
    rows: [...rows.map((row) => made(row, false)), ...(total === null ? [] : [made(total, true)])],
    notes,
  };
}

/** With one digit always, so that rates in a column can be compared. */
export const percentText = (rate: number | null): string => (rate === null ? '—' : `${rate.toFixed(1)}%`);

/** A figure as people read it; — where there is none. */
export function shown(figure: Figure, kind: FigureKind): string {
  if (figure === null) return '—';
  if (typeof figure === 'string') return figure;
  if (kind === 'percent') return percentText(figure);
  return kind === 'money' ? yuan(figure) : count(figure);
}
