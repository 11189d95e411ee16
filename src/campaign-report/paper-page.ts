import { AlignmentType, Footer, LineRuleType, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import { type FileChild, type FontName, fonts, type ISectionOptions, sizes } from '../papers/docx.js';
import { printed } from '../papers/punctuation.js';
import { twips } from '../papers/units.js';

/**
 * GB/T 9704-2012, 5.2: A4, 37 mm above and 28 mm left of a text area of 156 mm by 225 mm, with 22 lines of 28
 * characters of 三号 (16 points). 156 mm are 442.2 points, so that a character has 15.79: the quarter of a point that
 * each is too wide is taken off between them.
 */
const paper = { width: 210, height: 297, top: 37, left: 28, textWidth: 156, textHeight: 225 } as const;
const tracking = -5;
/** 225 mm by 22, in twentieths of a point. */
const pitch = 579;
/** Height that a foot takes below the text: its rule stands 7 mm under it (7.5). */
const foot = 22;

/** Width of the text on an upright and on a lying page, in millimetres. */
export const textWidth = { upright: paper.textWidth, lying: paper.textHeight } as const;

interface LineOptions {
  readonly font?: FontName;
  /** Points; 三号 unless given. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Characters that the first line stands in; 2 unless given. */
  readonly indent?: number;
  /** Characters left free at the right. */
  readonly right?: number;
  /** Characters that all lines but the first stand in. */
  readonly hanging?: number;
  readonly keepNext?: boolean;
  readonly breakBefore?: boolean;
  /** Stands in a reader's table of contents. */
  readonly level?: number;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** A character of a size with what is taken off, in twentieths of a point. */
const character = (size: number): number => size * 20 + tracking;

/** One paragraph of the text: pieces of it in fonts of their own, in the line pitch of the page. */
export function line(
  pieces: readonly (readonly [text: string, font: FontName])[] | string,
  options: LineOptions = {},
): Paragraph {
  const { font = 'song', size = sizes.three, align = 'both', indent = 2, right = 0, hanging = 0 } = options;
  const list = typeof pieces === 'string' ? [[pieces, font] as const] : pieces;
  const one = character(size);
  return new Paragraph({
    children: list.map(
      ([text, own]) =>
        new TextRun({ text: printed(text), font: fonts[own], size: size * 2, characterSpacing: tracking }),
    ),
    alignment: alignments[align],
    indent:
      hanging > 0
        ? { left: (indent + hanging) * one, hanging: hanging * one }
        : { firstLine: indent * one, right: right * one },
    spacing: { before: 0, after: 0, line: pitch, lineRule: LineRuleType.EXACT },
    ...(options.keepNext === undefined ? {} : { keepNext: options.keepNext }),
    ...(options.breakBefore === undefined ? {} : { pageBreakBefore: options.breakBefore }),
    ...(options.level === undefined ? {} : { outlineLevel: options.level - 1 }),
  });
}

/** — 1 —, 四号 宋体, outside: at the right on odd pages and at the left on even ones, a character in (7.5). */
function footer(side: 'left' | 'right'): Footer {
  const song = { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体', hint: 'eastAsia' } as const;
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: song,
    size: sizes.four * 2,
  });
  const free = sizes.four * 20;
  return new Footer({
    children: [new Paragraph({ children: [number], alignment: alignments[side], indent: { [side]: free } })],
  });
}

/** Pages of the form above; a lying page has the same text area, turned. */
export function paperSection(children: readonly FileChild[], isLying = false): ISectionOptions {
  const { width, height, top, left, textWidth: wide, textHeight: high } = paper;
  const right = width - left - wide;
  const bottom = height - top - high;
  const margin = isLying
    ? { top: left, right: bottom, bottom: right, left: top, footer: 14 }
    : { top, right, bottom, left, footer: foot };
  return {
    properties: {
      page: {
        // The library turns them itself where the page lies.
        size: {
          width: twips(width),
          height: twips(height),
          orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...Object.fromEntries(Object.entries(margin).map(([side, mm]) => [side, twips(mm)])),
          header: twips(15),
        },
      },
    },
    footers: { default: footer('right'), even: footer('left') },
    children,
  };
}
