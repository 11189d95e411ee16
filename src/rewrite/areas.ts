import type { RowMap } from './row-map.js';

const cell = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** Column letters of a 0-based index. */
export function columnLetters(index: number): string {
  let rest = index + 1;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** An area of attributes (`A3`, `$A$3:F9`, `A:C`, `3:5`) after rows have left; null where nothing is left of it. */
export function mapArea(area: string, map: RowMap): string | null {
  const [from = '', to = from] = area.split(':');
  const isRange = area.includes(':');
  const start = cell.exec(from);
  const end = cell.exec(to);
  if (start !== null && end !== null) {
    const range = map.range(Number(start[4]), Number(end[4]));
    if (range === null) return null;
    const first = `${start[1]}${start[2]}${start[3]}${range[0]}`;
    return isRange ? `${first}:${end[1]}${end[2]}${end[3]}${range[1]}` : first;
  }
  const rows = /^(\$?)(\d{1,7}):(\$?)(\d{1,7})$/.exec(area);
  if (rows === null) return area;
  const range = map.range(Number(rows[2]), Number(rows[4]));
  return range === null ? null : `${rows[1]}${range[0]}:${rows[3]}${range[1]}`;
}

/** A list of areas set apart by blanks; null where nothing is left of any. */
export function mapAreas(areas: string, map: RowMap): string | null {
  const mapped = areas.split(/\s+/).flatMap((area) => (area === '' ? [] : (mapArea(area, map) ?? [])));
  return mapped.length === 0 ? null : mapped.join(' ');
}

/** The first row that a list of areas covers; 1 where it names columns alone. */
export function firstRow(areas: string): number {
  const rows = areas.split(/\s+/).map((area) => Number(/^\$?[A-Za-z]{0,3}\$?(\d{1,7})/.exec(area)?.[1] ?? 1));
  return Math.min(...rows);
}
