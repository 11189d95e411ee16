import { isBlank } from '../normalise/characters.js';
import { compareText } from '../normalise/index.js';
import type { Column, Layout } from '../read/layout.js';

export type RowKind = 'data' | 'blank' | 'header' | 'subtotal' | 'note';

const SUBTOTAL =
  /^(本页|本村|全村|全镇|全县|累计)?(合计|小计|总计|共计)|(合计|小计|总计|共计)(\([^()]*\))?[::]?[\d.,户人元]*$/;
const SUM_WORD = /合计|小计|总计|共计/;
const NOTE = /^(注|备注|说明|填表|填报|制表|制单|审核|复核|经办|单位负责人|以下空白|打印日期)[::]?/;
const ID_LIKE = /[0-9]{14}/;
/** A household's number; what stands in its column of a subtotal is at most a count. */
const NUMBER_LIKE = /[0-9]{6}/;
const WORDS = /\p{Script=Han}{3}/u;

/**
 * Tells the rows that are no records: blank, a header given again, subtotals (合计 小计), and notes, which have
 * one non-empty cell and no starred value (REGISTERS.md). Everything else is data.
 */
export function rowClassifier(
  layout: Layout,
  starred: ReadonlySet<string>,
): (cells: readonly string[]) => RowKind {
  const isAgain = headerTest(layout);
  const at = (wanted: (field: string) => boolean): number[] =>
    layout.columns.filter(({ field }) => field !== null && wanted(field)).map(({ index }) => index);
  const starredColumns = new Set(at((field) => starred.has(field)));
  const nameColumns = new Set(at((field) => field === 'name'));
  const idColumns = at((field) => field.endsWith('id_number'));
  const households = at((field) => field === 'household_id');
  const hasKey = (cells: readonly string[]): boolean =>
    idColumns.some((index) => ID_LIKE.test(cells[index] ?? '')) ||
    households.some((index) => NUMBER_LIKE.test(cells[index] ?? ''));

  return (cells) => {
    let filled = 0;
    let only = -1;
    for (let index = 0; index < cells.length; index++) {
      if ((cells[index] as string).trim() !== '') {
        filled++;
        only = index;
      }
    }
    if (filled === 0) return 'blank';
    if (filled === 1) {
      const text = compareText(cells[only] as string);
      if (SUM_WORD.test(text)) return 'subtotal';
      if (!starredColumns.has(only) || NOTE.test(text)) return 'note';
      // A name alone is worth to be told of; any other starred value has digits, and no words beside them.
      if (nameColumns.has(only)) return isBlank(text) ? 'note' : 'data';
      return /[0-9]/.test(text) && !WORDS.test(text) ? 'data' : 'note';
    }
    if (!hasKey(cells)) {
      if (isAgain(cells)) return 'header';
      if (cells.some((cell) => cell.length <= 20 && cell.includes('计') && SUBTOTAL.test(compareText(cell))))
        return 'subtotal';
    }
    return 'data';
  };
}

/** A line that closes a table (a sum, a note, who filled it in) rather than being the title of the next. */
export function isClosing(text: string): boolean {
  const compact = compareText(text);
  return SUM_WORD.test(compact) || NOTE.test(compact);
}

/** Tells the header given again below itself, whole or one of its two rows. */
export function headerTest(layout: Layout): (cells: readonly string[]) => boolean {
  const headers = layout.columns.map(toHeader);
  return (cells) => headers.length > 2 && isHeader(cells, headers);
}

interface Header {
  readonly index: number;
  /** What may stand in this column of a header given again: the label, the group above it, or both. */
  readonly texts: readonly string[];
}

function toHeader({ index, header }: Column): Header {
  const slash = header.lastIndexOf('/');
  const texts = slash < 0 ? [header] : [header, header.slice(slash + 1), header.slice(0, slash)];
  return { index, texts: texts.map(compareText) };
}

/** More than half of the header, or nothing but parts of it: the upper of two rows holds groups and blanks. */
function isHeader(cells: readonly string[], headers: readonly Header[]): boolean {
  let same = 0;
  let other = 0;
  for (const { index, texts } of headers) {
    const text = compareText(cells[index] ?? '');
    if (text === '') continue;
    if (texts.includes(text)) same++;
    else other++;
  }
  return (same >= 3 && same * 2 > headers.length) || (same >= 2 && other === 0);
}
