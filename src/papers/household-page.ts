import { maskOf, printExplained } from '../explain/page/index.js';
import type { Sheet } from '../explain/page/sheet.js';
import type { Explanation } from '../explain/types.js';
import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { inLanguage } from '../messages/language.js';
import type { Rule } from '../rules/catalogue.js';
import { type Block, pageSection, writeDocx } from './docx.js';
import { formHeight, formMargins, formWidth, onePage, type Piece } from './one-page.js';
import { label } from './table.js';

/** The answer of `explain` as parts of a page, in one size. */
class PaperSheet implements Sheet {
  readonly shown = 2;
  readonly pieces: Piece[] = [];
  /** Outcome of the checks that the last paragraph lists. */
  #group = '';
  readonly #size: number;
  readonly #mask: (text: string) => string;

  constructor(size: number, mask: (text: string) => string) {
    this.#size = size;
    this.#mask = mask;
  }

  title(text: string): void {
    const first = this.pieces.length === 0;
    const font = first ? ('title' as const) : ('hei' as const);
    const size = first ? 16 : this.#size + 1;
    const set = {
      font,
      size,
      align: first ? ('center' as const) : undefined,
      before: first ? 0 : 4,
      after: 2,
    };
    this.pieces.push({ text: this.#mask(text), set: { ...set, keepNext: true } });
  }

  text(text: string, indent = 2, lead = ''): void {
    if (lead !== '') {
      this.#run(text, lead);
      return;
    }
    this.#group = '';
    // Two columns of a terminal are a character.
    this.#put(text, Math.max(0, (indent - 2) / 2));
  }

  /** Checks of one outcome stand behind one another: a line each would take half the page. */
  #run(text: string, lead: string): void {
    const [check = '', ...outcome] = lead.trim().split(/ +/).reverse();
    const group = outcome.reverse().join(' ');
    const last = this.pieces.at(-1);
    if (group === this.#group && last && 'text' in last)
      this.pieces[this.pieces.length - 1] = {
        ...last,
        text: `${last.text}；${this.#mask(`${check} ${text}`)}`,
      };
    else this.#put(`${group}：${check} ${text}`, 0);
    this.#group = group;
  }

  #put(text: string, indent: number): void {
    this.pieces.push({ text: this.#mask(text), set: { size: this.#size, line: this.#size * 1.2, indent } });
  }

  entry(name: string, text: string, indent = 2): void {
    if (text !== '') this.text(`${name}：${text}`, indent);
  }

  table(rows: readonly (readonly string[])[]): void {
    const [head = [], ...body] = rows;
    const widths = head.map((_, index) => (index === 1 ? 44 : (formWidth - 44) / (head.length - 1)));
    this.pieces.push({
      widths,
      size: this.#size,
      rows: [
        { cells: head.map((text) => label(text)), head: true },
        ...body.map((row) => ({ cells: row.map((text) => this.#mask(text)) })),
      ],
    });
    this.pieces.push({ space: 3 });
  }
}

/**
 * Everything known and decided about each household of the answer, a page each (more where it does not fit).
 * @param path the DOCX
 * @param unmask ID numbers whole
 */
export async function writeHouseholdPages(
  path: string,
  explanation: Explanation,
  rules: ReadonlyMap<string, Rule>,
  frame: Frame,
  unmask: boolean,
): Promise<Written> {
  const fit = { sizes: [10.5, 10, 9.5, 9, 8.5, 8, 7.5], width: formWidth, height: formHeight };
  const blocks: Block[] = explanation.households.flatMap((one, index) => {
    const mask = unmask ? (text: string) => text : maskOf(one);
    const build = (size: number): Piece[] => {
      const sheet = new PaperSheet(size, mask);
      printExplained(sheet, explanation, one, rules);
      return sheet.pieces;
    };
    return inLanguage('zh', () => onePage({ ...fit, build, breakBefore: index > 0 }));
  });
  const section = pageSection(blocks, frame, { margins: formMargins });
  return writeDocx(path, [section], { title: '低保户核查情况', creator: frame.office });
}
