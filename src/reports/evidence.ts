import type { Case, SourceResult } from '../cases/types.js';
import { say } from '../messages/language.js';
import { reportTexts as texts } from '../messages/reports.js';

type Evidence = Case['evidence'][number];

function fileOf({ file, sheet }: Pick<Evidence, 'file' | 'sheet'>): string {
  return sheet === null ? file : `${file}[${sheet}]`;
}

/** Where a row stands, as a person finds it: `车辆.xlsx[2026年] 第12行`. */
export function placeOf(evidence: Pick<Evidence, 'file' | 'sheet' | 'row'>): string {
  return `${fileOf(evidence)} ${say(texts.row, { row: evidence.row })}`;
}

/** 12, 13, 14, 20 → `12-14、20`. */
function ranges(rows: readonly number[]): string[] {
  const parts: string[] = [];
  for (let i = 0; i < rows.length; i++) {
    const first = rows[i];
    while (rows[i + 1] === (rows[i] ?? 0) + 1) i++;
    parts.push(first === rows[i] ? `${first}` : `${first}-${rows[i]}`);
  }
  return parts;
}

function rowsOf(numbers: readonly number[], most: number): string {
  const rows = [...new Set(numbers)].sort((a, b) => a - b);
  const parts = ranges(rows);
  if (parts.length <= most) return say(texts.rows, { rows: parts.join('、') });
  return say(texts.manyRows, { rows: parts.slice(0, most).join('、'), count: rows.length });
}

/**
 * The places of a case, a file each, its rows together: `水电气缴费.xlsx[2026年] 第12-14、20行`.
 * @param name what a file is called, its path unless given
 * @param most groups of rows listed per file; all unless given
 */
export function placesOf(
  one: Case,
  name = (file: string) => file,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const [first] = one.evidence;
  if (first === undefined) return [];
  if (one.evidence.length === 1) return [placeOf({ ...first, file: name(first.file) })];
  const files = new Map<string, number[]>();
  for (const { file, sheet, row } of one.evidence) {
    const key = fileOf({ file: name(file), sheet });
    const rows = files.get(key);
    if (rows === undefined) files.set(key, [row]);
    else rows.push(row);
  }
  return [...files].map(([file, rows]) => `${file} ${rowsOf(rows, most)}`);
}

/**
 * Paths of sources → what to call them in a list: the name of the file without its folders, unless two sources
 * have the same.
 */
export function fileNames({
  sources,
}: {
  readonly sources: readonly Pick<SourceResult, 'file'>[];
}): (file: string) => string {
  const names = new Map<string, Set<string>>();
  const base = (file: string) => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  for (const { file } of sources) names.set(base(file), (names.get(base(file)) ?? new Set()).add(file));
  return (file) => ((names.get(base(file))?.size ?? 1) > 1 ? file : base(file));
}

/** The suppliers of a case's evidence, each once. */
export function suppliersOf(one: Case): string {
  return distinct(one.evidence, 'supplier').join('、');
}

/** The data dates of a case's evidence, each once, earliest first. */
export function dataDatesOf(one: Case): string[] {
  return distinct(one.evidence, 'data_date').sort();
}

function distinct(evidence: Case['evidence'], field: 'supplier' | 'data_date'): string[] {
  const values: string[] = [];
  for (const { [field]: value } of evidence)
    if (value !== null && value !== '' && !values.includes(value)) values.push(value);
  return values;
}
