import {
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { Frame } from '../forms/frame.js';
import type { ISectionOptions } from './docx.js';
import { fonts, sizes } from './fonts.js';
import { gap } from './text.js';
import { twips } from './units.js';

export interface PageOptions {
  /** Margins in millimetres. */
  readonly margins?: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly landscape?: boolean;
  /** False: no 第x页 共y页 (single sheets that are handed out). */
  readonly numbered?: boolean;
  /** What stands at the right of the header, for example a batch number. */
  readonly mark?: string;
  /** False: without header, for papers that say purpose and authority in their text. */
  readonly header?: boolean;
  /** Points from line to line of the text grid, where the paper is set in one (GB/T 9704: 22 lines a page). */
  readonly grid?: number;
}

export const A4 = { width: 210, height: 297 } as const;
const usual = { top: 22, right: 20, bottom: 20, left: 20 } as const;

/** Width in millimetres that text and tables may take. */
export function printable({ margins = usual, landscape = false }: PageOptions = {}): number {
  return (landscape ? A4.height : A4.width) - margins.left - margins.right;
}

/** Small print of a header or footer; the library puts page numbers in for their marks. */
const note = (...children: readonly string[]): TextRun =>
  new TextRun({ children, font: fonts.kai, size: sizes.smallFive * 2 });

/** Where the campaign file does not say it. */
const handFilled = '________________';

function headerOf({ purpose, authority }: Frame, mark: string, width: number): Header {
  const said = [`用途：${purpose || handFilled}`, `依据：${authority || handFilled}`].join('　');
  return new Header({
    children: [
      new Paragraph({
        children: [note(`${said}${mark === '' ? '' : `\t${mark}`}`)],
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '808080', space: 1 } },
      }),
    ],
  });
}

function footerOf({ footer }: Frame, numbered: boolean, width: number): Footer {
  const pages = ['\t第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({
    children: [
      new Paragraph({
        children: [note(footer), ...(numbered ? [note(...pages)] : [])],
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
      }),
    ],
  });
}

/** A table may not be the last thing of a page: Word wants a paragraph behind it, and adds one of full height. */
function* closed(children: ISectionOptions['children']): ISectionOptions['children'] & Generator {
  yield* children;
  yield gap(1);
}

/**
 * A4 pages with what stands on every paper: purpose and authority in the header, the campaign's footer text and the
 * page's number in the footer.
 * @param children paragraphs and tables in order; a generator is asked for them while they are written
 */
export function pageSection(
  children: ISectionOptions['children'],
  frame: Frame,
  options: PageOptions = {},
): ISectionOptions {
  const { margins = usual, landscape = false, numbered = true, mark = '', header = true, grid } = options;
  const width = printable(options);
  return {
    properties: {
      page: {
        // The library turns them itself where the page lies.
        size: {
          width: twips(A4.width),
          height: twips(A4.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(10),
          footer: twips(9),
        },
      },
      ...(grid === undefined ? {} : { grid: { linePitch: grid * 20, type: 'lines' } }),
    },
    ...(header ? { headers: { default: headerOf(frame, mark, width) } } : {}),
    footers: { default: footerOf(frame, numbered, width) },
    children: Array.isArray(children) ? [...closed(children)] : closed(children),
  };
}
