import { blocksOf } from '../../files/blocks.js';
import { deflated, zipBytes } from '../../files/zip.js';
import { listsSheet } from './lists-sheet.js';
import { packageParts, sheetPath } from './package.js';
import type { BookHead, BookSheet } from './spec.js';
import { stylesXml } from './styles.js';

/** A workbook of these sheets as bytes: the same sheets give the same bytes. */
export async function bookBytes(given: readonly BookSheet[], head: BookHead): Promise<Buffer> {
  const lists = listsSheet(given);
  const sheets = lists === null ? given : [...given, lists];
  const parts = packageParts(
    sheets.map(({ part }) => part(head)),
    stylesXml(sheets.some(({ isForm }) => isForm)),
    head.creator,
  );
  const files = parts.map(([path, xml]) => deflated(path, [Buffer.from(xml)]));
  for (const [index, { texts }] of sheets.entries())
    files.push(deflated(sheetPath(index), blocksOf(texts(head, index === 0))));
  return zipBytes(await Promise.all(files));
}
