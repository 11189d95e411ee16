import { declaration, main } from './package.js';
import { cellText } from './xml.js';

/** One text of a workbook: its number, and what it takes to know the lines it fills. */
export interface SharedString {
  readonly index: number;
  readonly text: string;
  /** Half-width characters: everything beyond Latin-1 counts two. */
  readonly halves: number;
  readonly broken: boolean;
}

function halvesOf(text: string): number {
  let sum = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) sum++;
  return sum;
}

/** Blanks at the ends of a text are lost unless it says that they matter. */
function itemXml({ text }: SharedString): string {
  const xml = cellText(text);
  return /^\s|\s$/.test(xml) ? `<si><t xml:space="preserve">${xml}</t></si>` : `<si><t>${xml}</t></si>`;
}

/**
 * The texts of a workbook, each once (ECMA-376 part 1, 18.4). Half of a list of cases repeats (townships, titles,
 * lawful reasons): its sheets are a third as long like this, and their rows plain ASCII, which is faster to encode.
 */
export class SharedStrings {
  readonly #byText = new Map<string, SharedString>();

  /** The text's entry, made at its first use. */
  of(text: string): SharedString {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const made = { index: this.#byText.size, text, halves: halvesOf(text), broken: text.includes('\n') };
    this.#byText.set(text, made);
    return made;
  }

  /** xl/sharedStrings.xml in pieces, once every sheet has been made. */
  *xml(): Generator<string> {
    yield `${declaration}<sst xmlns="${main}" uniqueCount="${this.#byText.size}">`;
    for (const item of this.#byText.values()) yield itemXml(item);
    yield '</sst>';
  }
}
