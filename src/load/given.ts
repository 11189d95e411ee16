import path from 'node:path';
import type { SourceSpec, TakenFrom } from '../campaign-file/types.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import { compareText } from '../normalise/index.js';
import type { RawRow } from '../read/types.js';
import type { RecordSet } from '../records/types.js';

/** Where the values come from that stand in no column. */
export interface Surroundings {
  readonly shown: string;
  readonly sheet: string | null;
  /** The rows above the header, or the first rows while the header is not known yet. */
  readonly preamble: readonly RawRow[];
}

const TOWNSHIP = /\p{Script=Han}{2,20}?(?:街道|镇|乡)/u;
const VILLAGE = /\p{Script=Han}{2,20}?(?:社区|居委会|村)/u;
const ABOVE_TOWNSHIP = /^.*[年省市县区旗州盟]/u;
const ABOVE_VILLAGE = /^.*(?:[年省市县区旗州盟镇乡]|街道)(?=.)/u;

function textOf(from: TakenFrom, around: Surroundings): string {
  switch (from) {
    case 'folder':
      return path.basename(path.dirname(around.shown));
    case 'file':
      return path.basename(around.shown).replace(/\.[^.]+$/, '');
    case 'sheet':
      return around.sheet ?? '';
    case 'title':
      return around.preamble.flatMap((row) => row.cells).find((cell) => cell.trim() !== '') ?? '';
  }
}

function pick(field: string, text: string): string {
  const compact = compareText(text);
  if (field === 'category') return /农村/.test(compact) ? '农村' : /城市|城镇/.test(compact) ? '城市' : '';
  if (field === 'township') return named(compact, TOWNSHIP, ABOVE_TOWNSHIP) ?? compact;
  if (field === 'village') return named(compact, VILLAGE, ABOVE_VILLAGE) ?? compact;
  return text.trim();
}

/** A place's own name: 2026年云栖县东溪镇农村低保 is 东溪镇, without the year, the county and the kind of relief. */
function named(text: string, pattern: RegExp, above: RegExp): string | null {
  const found = pattern.exec(text.replaceAll('农村', ' '))?.[0];
  if (found === undefined) return null;
  const own = found.replace(above, '');
  return own.length > 2 ? own : found;
}

/**
 * Fields that no column need carry: `set:`, `from:`, and a roster's category where the sheet, title, file or folder
 * says 农村 or 城市 (one of them alone).
 * @param carried fields that a column carries: what is taken fills its blanks, and need not be said
 * @returns the texts by field, and what was taken from where, in words
 */
export function givenValues(
  record: RecordSet,
  spec: SourceSpec,
  around: Surroundings,
  carried: ReadonlySet<string | null> = new Set(),
): { values: Record<string, string>; notes: string[] } {
  const values: Record<string, string> = {};
  const notes: string[] = [];
  const title = (name: string): string => record.fields.find((field) => field.name === name)?.title ?? name;
  const note = (field: string, value: string, from: TakenFrom): void => {
    if (!carried.has(field))
      notes.push(say(loadTexts['taken-from'], { field: title(field), value, from: say(loadTexts[from]) }));
  };
  for (const [field, from] of Object.entries(spec.from)) {
    const value = pick(field, textOf(from, around));
    if (value === '') continue;
    values[field] = value;
    note(field, value, from);
  }
  if (record.key === 'roster' && values.category === undefined && spec.set.category === undefined) {
    for (const from of ['sheet', 'title', 'file', 'folder'] as const) {
      const text = compareText(textOf(from, around));
      const rural = /农村/.test(text);
      if (rural === /城市|城镇/.test(text)) continue;
      values.category = rural ? '农村' : '城市';
      note('category', values.category, from);
      break;
    }
  }
  return { values: { ...values, ...spec.set }, notes };
}
