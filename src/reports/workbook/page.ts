import { say } from '../../messages/language.js';
import { workbookTexts as texts } from '../../messages/workbook.js';
import { main } from './package.js';
import type { BookHead } from './spec.js';
import { columnLetters, xmlText } from './xml.js';

/** Papers in ECMA-376 part 1, 18.3.1.63. */
const papers = { a3: 8, a4: 9 } as const;

const hfText = (text: string, most = 80) => xmlText(text.slice(0, most).replace(/&/g, '&&'));

/**
 * Large grey letters below the sheet's name in the page's head, which spreadsheets print behind the cells. Font size
 * and colour are codes of headers (ECMA-376 part 1, 18.3.1.46); a colour is six digits, so that a digit may follow.
 */
function watermarkText(watermark: string | undefined): string {
  return watermark === undefined ? '' : `\n\n\n&amp;36&amp;KD9D9D9${hfText(watermark, 40)}`;
}

/** The start of a sheet: one page wide, rows and columns that stay when scrolled, widths of the columns. */
export function openingXml(
  widths: readonly number[],
  frozen: { readonly rows: number; readonly columns: number },
  isFirst: boolean,
  hasGrid = true,
): string {
  const { rows, columns } = frozen;
  const corner = `${columnLetters(columns + 1)}${rows + 1}`;
  const pane =
    rows === 0
      ? ''
      : columns === 0
        ? `<pane ySplit="${rows}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>`
        : `<pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const view = `${hasGrid ? '' : ' showGridLines="0"'}${isFirst ? ' tabSelected="1"' : ''}`;
  return [
    `<worksheet xmlns="${main}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${view} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`,
  ].join('');
}

/** The paper, landscape and one page wide; head and foot of each page. */
export function pageXml(name: string, head: BookHead): string {
  const middle = `${hfText(name)}${watermarkText(head.watermark)}`;
  const top = `&amp;L${hfText(head.title)}&amp;C${middle}&amp;R${hfText(head.date)}`;
  const page = xmlText(say(texts.page));
  const signatures = head.signatures ?? say(texts.signatures);
  const foot = `&amp;L${hfText(signatures)}&amp;C${hfText(head.footer)}&amp;R${page}`;
  return [
    '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${papers[head.paper ?? 'a3']}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${top}</oddHeader><oddFooter>${foot}</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
}

/**
 * Locked cells cannot be changed; what does not change them stays allowed. In this element 0 means allowed (ECMA-376
 * part 1, 18.3.1.85). Without a password: it keeps from slips, not from intent.
 */
export const protectionXml =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';
