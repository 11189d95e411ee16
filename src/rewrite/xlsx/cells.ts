import { columnIndex } from '../../read/xlsx/merges.js';
import { columnLetters } from '../areas.js';
import { escapeXml, unescapeXml } from './xml.js';

/** One cell as it is written in its row. */
export interface Cell {
  readonly column: number;
  /** Attributes but for its place, type and style: `cm="1"`. */
  readonly more: string;
  readonly style: string | null;
  /** '' for a number. */
  readonly type: string;
  readonly content: string;
}

/** A formula of a cell: its text, and what kind it is (18.3.1.40). */
export interface CellFormula {
  /** The element as it stands. */
  readonly element: string;
  readonly text: string;
  readonly kind: string;
  readonly attributes: string;
}

/** Patterns for elements under a prefix, made once: a roster has millions of cells. */
interface Patterns {
  readonly cell: RegExp;
  readonly place: RegExp;
  readonly formula: RegExp;
  readonly filled: RegExp;
}

const known = new Map<string, Patterns>();

function patterns(prefix: string): Patterns {
  const found = known.get(prefix);
  if (found !== undefined) return found;
  const made: Patterns = {
    cell: new RegExp(`<${prefix}c(\\s[^>]*?|)(?:/>|>([\\s\\S]*?)</${prefix}c\\s*>)`, 'g'),
    place: new RegExp(`(<${prefix}c\\s(?:[^>]*?\\s)?r\\s*=\\s*["'][A-Za-z]+)\\d+`, 'g'),
    formula: new RegExp(`<${prefix}f(\\s[^>]*?|)(?:/>|>([\\s\\S]*?)</${prefix}f\\s*>)`),
    filled: new RegExp(`<${prefix}(?:v|is)(?:\\s[^>]*)?(?<!/)>`),
  };
  known.set(prefix, made);
  return made;
}

const attributes = {
  r: /\sr\s*=\s*["']([^"']*)["']/,
  s: /\ss\s*=\s*["']([^"']*)["']/,
  t: /\st\s*=\s*["']([^"']*)["']/,
};
const others = /\s(?:r|s|t)\s*=\s*(?:"[^"]*"|'[^']*')/g;

const attribute = (name: keyof typeof attributes, tag: string): string | null =>
  attributes[name].exec(tag)?.[1] ?? null;

/** The cells of one row and what stands between them, under the prefix of the sheet's elements. */
export class RowCells {
  readonly #prefix: string;
  readonly #open: string;
  readonly #close: string;
  readonly #cells: Cell[] = [];

  constructor(text: string, prefix: string) {
    this.#prefix = prefix;
    const start = text.indexOf('>');
    const isEmpty = text[start - 1] === '/';
    this.#open = isEmpty ? `${text.slice(0, start - 1).trimEnd()}>` : text.slice(0, start + 1);
    this.#close = `</${prefix}row>`;
    if (isEmpty) return;
    let last = -1;
    for (const [, tag = '', content = ''] of text.slice(start + 1).matchAll(patterns(prefix).cell)) {
      const letters = /^([A-Za-z]+)/.exec(attribute('r', tag) ?? '')?.[1];
      last = letters === undefined ? last + 1 : columnIndex(letters);
      const more = tag.replace(others, '').trim();
      const type = attribute('t', tag) ?? '';
      const style = attribute('s', tag);
      this.#cells.push({ column: last, more, style, type: type === 'n' ? '' : type, content });
    }
  }

  get cells(): readonly Cell[] {
    return this.#cells;
  }

  at(column: number): Cell | undefined {
    return this.#cells.find((cell) => cell.column === column);
  }

  /** Puts a cell in its place, in place of the one that stands there. */
  put(cell: Cell): void {
    const index = this.#cells.findIndex(({ column }) => column >= cell.column);
    if (index < 0) this.#cells.push(cell);
    else this.#cells.splice(index, this.#cells[index]?.column === cell.column ? 1 : 0, cell);
  }

  formula(cell: Cell): CellFormula | null {
    return formulaOf(cell.content, this.#prefix);
  }

  /** The row under its new number. */
  toText(row: number): string {
    const open = renumbered(this.#open, row);
    const cells = this.#cells.map(({ column, more, style, type, content }) => {
      const parts = [`r="${columnLetters(column)}${row}"`];
      if (style !== null) parts.push(`s="${style}"`);
      if (type !== '') parts.push(`t="${type}"`);
      if (more !== '') parts.push(more);
      const tag = `<${this.#prefix}c ${parts.join(' ')}`;
      return content === '' ? `${tag}/>` : `${tag}>${content}</${this.#prefix}c>`;
    });
    return `${open}${cells.join('')}${this.#close}`;
  }
}

function renumbered(open: string, row: number): string {
  return open.replace(/(\sr\s*=\s*["'])\d+(["'])/, (_, start: string, end: string) => `${start}${row}${end}`);
}

/** A row without formulas and changes under its new number: only its own and its cells' places are written anew. */
export function movedRow(text: string, prefix: string, row: number): string {
  const start = text.indexOf('>');
  const open = renumbered(text.slice(0, start + 1), row);
  return (
    open + text.slice(start + 1).replace(patterns(prefix).place, (_, before: string) => `${before}${row}`)
  );
}

export function formulaOf(content: string, prefix: string): CellFormula | null {
  if (content === '') return null;
  const found = patterns(prefix).formula.exec(content);
  if (found === null) return null;
  const [element, attributes = '', text = ''] = found;
  return { element, text: unescapeXml(text), kind: attribute('t', attributes) ?? 'normal', attributes };
}

/** Whether a cell holds something of its own: a value or an inline text. */
export function isFilled({ content }: Cell, prefix: string): boolean {
  return patterns(prefix).filled.test(content);
}

const DECIMAL = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** A cell of a new text in the kind of the one it replaces: a number stays one, all else is text. */
export function withText(base: Cell, text: string, prefix: string): Cell {
  const plain = { ...base, more: '' };
  if (text === '') return { ...plain, type: '', content: '' };
  const value = (inner: string): string => `<${prefix}v>${inner}</${prefix}v>`;
  if (base.type === 'b' && /^(?:TRUE|FALSE)$/i.test(text))
    return { ...plain, content: value(/^T/i.test(text) ? '1' : '0') };
  if (base.type === '' && DECIMAL.test(text)) return { ...plain, content: value(String(Number(text))) };
  const space = text.trim() === text ? '' : ' xml:space="preserve"';
  const inner = `<${prefix}t${space}>${escapeXml(text)}</${prefix}t>`;
  return { ...plain, type: 'inlineStr', content: `<${prefix}is>${inner}</${prefix}is>` };
}

/** A cell without its formula; what it came to stays. */
export function withoutFormula(cell: Cell, prefix: string): Cell {
  const formula = formulaOf(cell.content, prefix);
  return formula === null ? cell : { ...cell, more: '', content: cell.content.replace(formula.element, '') };
}
