import {
  Document,
  type FileChild as LibraryChild,
  type ISectionOptions as LibrarySection,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { type Written, writeAtomic } from '../files/atomic.js';
import { stampZipWith } from '../files/stamp.js';
import { fonts, fontTableXml, sizes } from './fonts.js';
import type { Block } from './xml.js';

export { type FontName, fonts, sizes } from './fonts.js';
export { pageSection, printable } from './page.js';
export { printed } from './punctuation.js';
export { type Cell, keyValueTable, label, rowsTable, table } from './table.js';
export {
  blank,
  bodyText,
  centred,
  gap,
  heading,
  paragraph,
  signatureLine,
  titleLine,
} from './text.js';
export type { Block } from './xml.js';

/** A paragraph or table of ours, or one of the library docx (pictures). */
export type FileChild = Block | LibraryChild;

/** Pages set alike. */
export type ISectionOptions = Omit<LibrarySection, 'children'> & { readonly children: Iterable<FileChild> };

/** Stands for blocks of ours while the library makes the document: a private use character and a number. */
const mark = (index: number): string => `\uE000${index}\uE000`;
const marked = /<w:p><w:r><w:t xml:space="preserve">\uE000(\d+)\uE000<\/w:t><\/w:r><\/w:p>/;

const isBlock = (child: FileChild): child is Block => 'xml' in child;

/**
 * Paragraphs and tables go into the document as XML of our own: of the library's objects a page takes 4 MB and 17 ms
 * (measured: 1.5 GB for 400 pages of tables), and a township has a thousand families. The library makes all the rest.
 */
class Body {
  readonly #groups: (Iterable<Block> | undefined)[] = [];

  /** The section for the library: a mark in the place of the blocks. */
  take({ children, ...section }: ISectionOptions): LibrarySection {
    // A section of blocks alone stays as it is given: its pages are made while they are written.
    if (!Array.isArray(children)) return { ...section, children: [this.#put(children as Iterable<Block>)] };
    const all = children as readonly FileChild[];
    return { ...section, children: all.map((child) => (isBlock(child) ? this.#put([child]) : child)) };
  }

  #put(blocks: Iterable<Block>): Paragraph {
    this.#groups.push(blocks);
    return new Paragraph({ children: [new TextRun({ text: mark(this.#groups.length - 1) })] });
  }

  /** The document's XML with the blocks where their marks stand. */
  *pieces(document: string): Generator<string> {
    const parts = document.split(marked);
    for (const [index, part] of parts.entries()) {
      if (index % 2 === 0) yield part;
      else for (const { xml } of this.#groups[Number(part)] ?? []) yield xml;
    }
  }
}

/**
 * Writes a DOCX whole or not at all (mode 0600), the same bytes for the same content: the times that its writer puts
 * in are set to fixed ones. Pictures need an `altText.id` of their own: the library counts them through the process.
 * @param path the file
 * @param sections what stands in it: see `pageSection`
 * @param info what the file's properties say, and whether even pages have a foot of their own
 */
export async function writeDocx(
  path: string,
  sections: readonly ISectionOptions[],
  info: { readonly title: string; readonly creator: string; readonly evenPages?: boolean },
): Promise<Written> {
  const body = new Body();
  const run = { font: fonts.song, size: sizes.five * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } };
  const document = new Document({
    sections: sections.map((section) => body.take(section)),
    title: info.title,
    creator: info.creator,
    lastModifiedBy: info.creator,
    evenAndOddHeaderAndFooters: info.evenPages ?? false,
    styles: { default: { document: { run } } },
  });
  const parts = [{ path: 'word/fontTable.xml', data: fontTableXml() }];
  const bytes = await Packer.toBuffer(document, undefined, parts);
  return writeAtomic(path, await stampZipWith(bytes, 'word/document.xml', (xml) => body.pieces(xml)));
}
