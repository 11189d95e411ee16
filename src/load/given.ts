import path from 'node:path';
import type { SourceSpec, TakenFrom } from '../campaign-file/types.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import { compareText } from '../normalise/index.js';
import type { RawRow } from '../read/types.js';
import type { RecordSet } from '../records/types.js';
import { type PlaceField, placeIn } from './places.js';

/** Where the values come from that stand in no column. */
export interface Surroundings {
  /** Absolute path of the file. */
  readonly path: string;
  readonly sheet: string | null;
  /** The rows above the header, or the first rows while the header is not known yet. */
  readonly preamble: readonly RawRow[];
}

/** What is known of a table from outside its columns. */
export interface Given {
  /** Texts by field. */
  readonly values: Record<string, string>;
  /** What was taken from where, in words. */
  readonly notes: string[];
  /** Where two of the places say two things, in words. */
  readonly doubts: string[];
}

const placeFields: readonly PlaceField[] = ['category', 'township', 'village'];

/** Lines that could be titles, the first first: cells alone in their rows, above anything wider than a unit line. */
function titlesIn(preamble: readonly RawRow[]): string[] {
  const rows = preamble.map((row) => row.cells.filter((cell) => cell.trim() !== ''));
  const wide = rows.findIndex((cells) => cells.length > 2);
  const above = wide < 0 ? rows : rows.slice(0, wide);
  const alone = above.filter((cells) => cells.length === 1);
  const lines = alone.length > 0 ? alone : rows.filter((cells) => cells.length > 0).slice(0, 1);
  return lines.flatMap((cells) => cells[0] ?? []);
}

function textOf(from: TakenFrom, around: Surroundings): string {
  switch (from) {
    case 'folder':
      return path.basename(path.dirname(around.path));
    case 'file':
      return path.basename(around.path).replace(/\.[^.]+$/, '');
    case 'sheet':
      return around.sheet ?? '';
    case 'title':
      return titlesIn(around.preamble)[0] ?? '';
  }
}

function pick(field: string, text: string): string {
  if (field === 'category') return placeIn('category', text) ?? '';
  if (field === 'township' || field === 'village') return placeIn(field, text) ?? compareText(text);
  return text.trim();
}

interface Said {
  readonly from: TakenFrom;
  readonly value: string;
}

/** The folder that the source names and those below it, the innermost first; of a single file its own folder. */
function foldersOf(spec: SourceSpec, file: string): string[] {
  const folder = path.dirname(file);
  const below = path.relative(spec.path, folder);
  if (below.startsWith('..') || path.isAbsolute(below)) return [path.basename(folder)];
  return [path.basename(spec.path), ...below.split(path.sep)].reverse();
}

/** What each place says of a field, the nearest to the rows first; of one value the nearest place alone. */
function allSaid(field: PlaceField, spec: SourceSpec, around: Surroundings): Said[] {
  // A line 填报单位:东溪镇 beside 单位:元 tells a place, and never a category.
  const lines = field === 'category' ? [] : around.preamble.map((row) => row.cells.join(' '));
  const texts: [TakenFrom, string][] = [
    ['sheet', textOf('sheet', around)],
    ...[...titlesIn(around.preamble), ...lines].map((line): [TakenFrom, string] => ['title', line]),
    ['file', textOf('file', around)],
    ...foldersOf(spec, around.path).map((folder): [TakenFrom, string] => ['folder', folder]),
  ];
  const said: Said[] = [];
  for (const [from, text] of texts) {
    const value = placeIn(field, text);
    if (value === null) continue;
    // A county before the name, or one line of the title saying less than another, is no second answer.
    const isKnown = said.some((one) => one.value.endsWith(value) || value.endsWith(one.value));
    if (!isKnown && !(from === 'title' && said.some((one) => one.from === 'title')))
      said.push({ from, value });
  }
  return said;
}

/**
 * Fields that no column need carry: `set:`, `from:`, and a roster's category, township and village where the sheet,
 * title, file or folder says one.
 * @param carried fields that a column carries: a category that is taken fills its blanks, and need not be said; places
 *   are taken from the column alone
 */
export function givenValues(
  record: RecordSet,
  spec: SourceSpec,
  around: Surroundings,
  carried: ReadonlySet<string | null> = new Set(),
): Given {
  const values: Record<string, string> = {};
  const notes: string[] = [];
  const doubts: string[] = [];
  const title = (name: string): string => record.fields.find((field) => field.name === name)?.title ?? name;
  const words = (name: string, { from, value }: Said) => ({
    field: title(name),
    value,
    from: say(loadTexts[from]),
  });
  const note = (field: string, said: Said): void => {
    if (!carried.has(field)) notes.push(say(loadTexts['taken-from'], words(field, said)));
  };
  for (const [field, from] of Object.entries(spec.from)) {
    const value = pick(field, textOf(from, around));
    if (value === '') continue;
    values[field] = value;
    note(field, { from, value });
  }
  for (const field of record.ofMembers === true ? placeFields : []) {
    if (values[field] !== undefined || spec.set[field] !== undefined) continue;
    if (field !== 'category' && carried.has(field)) continue;
    const [first, ...others] = allSaid(field, spec, around);
    if (first === undefined) continue;
    values[field] = first.value;
    note(field, first);
    const [other] = others;
    if (other === undefined || carried.has(field)) continue;
    doubts.push(
      say(loadTexts['said-twice'], {
        ...words(field, first),
        other: other.value,
        elsewhere: say(loadTexts[other.from]),
        set: `set: { ${field}: ${other.value} }`,
      }),
    );
  }
  return { values: { ...values, ...spec.set }, notes, doubts };
}
