import { Document, type ISectionOptions, Packer } from 'docx';
import { type Written, writeAtomic } from '../reports/atomic.js';
import { stampZip } from '../reports/stamp.js';
import { fonts, fontTableXml, sizes } from './fonts.js';

export type { FileChild, ISectionOptions } from 'docx';
export { type FontName, fonts, sizes } from './fonts.js';
export { type PageOptions, pageSection, printable } from './page.js';
export { printed } from './punctuation.js';
export { type Cell, keyValueTable, label, type Row, rowsTable, table } from './table.js';
export { blank, bodyText, centred, gap, heading, paragraph, signatureLine, titleLine } from './text.js';

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
  const document = new Document({
    sections,
    title: info.title,
    creator: info.creator,
    lastModifiedBy: info.creator,
    evenAndOddHeaderAndFooters: info.evenPages ?? false,
    styles: {
      default: {
        document: {
          run: {
            font: fonts.song,
            size: sizes.five * 2,
            // Figures and Latin words as English: as Chinese, LibreOffice breaks lines inside of a number.
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
    },
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'word/fontTable.xml', data: fontTableXml() },
  ]);
  return writeAtomic(path, stampZip(bytes));
}
