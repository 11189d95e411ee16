import { PartError } from '../../read/xlsx/part-error.js';
import { asUtf8 } from '../../read/xlsx/utf8.js';

/** A sheet's part in pieces that put together are the whole of it. */
export type Piece =
  /** Up to and with the start tag of sheetData; `prefix` stands before the names of its elements (`x:`). */
  | { readonly kind: 'head'; readonly text: string; readonly prefix: string }
  /** One row; `row` is its number, counted on where it says none. */
  | { readonly kind: 'row'; readonly text: string; readonly row: number }
  /** Blanks and line ends between rows. */
  | { readonly kind: 'gap'; readonly text: string }
  /** From the end tag of sheetData on. */
  | { readonly kind: 'tail'; readonly text: string };

const sheetData = /<((?:[\w.-]+:)?)sheetData(?:\s[^<>]*)?(\/?)>/;
const rowNumber = /\sr\s*=\s*["'](\d{1,7})["']/;

/**
 * The pieces of a sheet, in order and in bounded memory.
 * @throws PartError workbook-damaged for what is no sheet, and for rows that hold comments or CDATA, which nobody writes
 */
export async function* sheetPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece, void, void> {
  let text = '';
  let prefix: string | null = null;
  let inTail = false;
  let last = 0;
  for await (const chunk of asUtf8(chunks)) {
    text += chunk.toString('utf8');
    if (inTail) continue;
    let at = 0;
    if (prefix === null) {
      const found = sheetData.exec(text);
      if (found === null) continue;
      prefix = found[1] ?? '';
      const end = found.index + found[0].length;
      inTail = found[2] === '/';
      at = inTail ? found.index : end;
      yield { kind: 'head', text: text.slice(0, at), prefix };
    }
    while (!inTail) {
      const tag = text.indexOf('<', at);
      const open = `<${prefix}row`;
      if (tag < 0 || text.length - tag < open.length + prefix.length + 8) break;
      if (text.startsWith(`</${prefix}sheetData`, tag)) inTail = true;
      else if (!text.startsWith(open, tag)) throw new PartError('workbook-damaged', last);
      const start = text.indexOf('>', tag);
      if (start < 0) break;
      const close = `</${prefix}row>`;
      const isEmpty = text[start - 1] === '/';
      const closed = isEmpty || inTail ? start : text.indexOf(close, start);
      if (closed < 0) break;
      const end = isEmpty ? start + 1 : closed + close.length;
      if (tag > at) yield { kind: 'gap', text: text.slice(at, tag) };
      at = tag;
      if (inTail) break;
      const row = text.slice(tag, end);
      if (row.includes('<!')) throw new PartError('workbook-damaged', last);
      last = Number(rowNumber.exec(row.slice(0, start - tag))?.[1] ?? last + 1);
      yield { kind: 'row', text: row, row: last };
      at = end;
    }
    text = text.slice(at);
  }
  if (!inTail) throw new PartError('workbook-damaged', last);
  yield { kind: 'tail', text };
}
