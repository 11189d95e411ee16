import { AlignmentType, LineRuleType, Paragraph, TabStopType, TextRun } from 'docx';
import { type FontName, fonts, sizes } from './fonts.js';
import { printed } from './punctuation.js';
import { twips } from './units.js';

/** How a line of text is set. Sizes and distances in points. */
export interface TextOptions {
  readonly font?: FontName;
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** Indent of the first line, in characters. */
  readonly indent?: number;
  /** Distance from line to line; absent: the font's own. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** 1 to 9: stands in the table of contents of a reader. */
  readonly level?: number;
  /** True: printed as it is given (names of files), not with Chinese punctuation. */
  readonly asIs?: boolean;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** One paragraph, in Chinese punctuation (see `printed`); a line feed in the text breaks the line. */
export function paragraph(text: string, options: TextOptions = {}): Paragraph {
  const { font = 'song', size = sizes.five, bold = false, align = 'left' } = options;
  const { indent = 0, line, before = 0, after = 0, keepNext, pageBreakBefore, level, asIs = false } = options;
  const runs = (asIs ? text : printed(text)).split('\n').map(
    (part, index) =>
      new TextRun({
        text: part,
        font: fonts[font],
        size: size * 2,
        bold,
        ...(index > 0 ? { break: 1 } : {}),
      }),
  );
  const distance = line === undefined ? {} : { line: line * 20, lineRule: LineRuleType.EXACT };
  return new Paragraph({
    children: runs,
    alignment: alignments[align],
    // Both: readers that do not know characters as a measure take the points.
    ...(indent === 0 ? {} : { indent: { firstLine: indent * size * 20, firstLineChars: indent * 100 } }),
    spacing: { before: before * 20, after: after * 20, ...distance },
    ...(keepNext === undefined ? {} : { keepNext }),
    ...(pageBreakBefore === undefined ? {} : { pageBreakBefore }),
    ...(level === undefined ? {} : { outlineLevel: level - 1 }),
  });
}

/** The title of a paper: 小标宋, 2号, centred. */
export function titleLine(text: string, options: TextOptions = {}): Paragraph {
  return paragraph(text, {
    font: 'title',
    size: sizes.two,
    align: 'center',
    after: 6,
    keepNext: true,
    ...options,
  });
}

/** Text of a paper: 仿宋, 3号, the first line two characters in. */
export function bodyText(text: string, options: TextOptions = {}): Paragraph {
  return paragraph(text, { size: sizes.three, align: 'both', indent: 2, line: 28, ...options });
}

/** A heading in the text: 一、 in 黑体 (level 1), (一) in 楷体 (level 2). */
export function heading(text: string, level: 1 | 2 = 1, options: TextOptions = {}): Paragraph {
  return bodyText(text, { font: level === 1 ? 'hei' : 'kai', keepNext: true, level, ...options });
}

export function centred(text: string, options: TextOptions = {}): Paragraph {
  return paragraph(text, { align: 'center', ...options });
}

/** An empty space of so many points. */
export function gap(points: number): Paragraph {
  return paragraph('', { size: 1, line: points });
}

/** A blank to be filled in by hand, so many characters wide. */
export function blank(characters: number): string {
  return '_'.repeat(characters * 2);
}

/** Things to be signed in one line, spread over the width: 承办人: ____ 复核人: ____ . */
export function signatureLine(
  labels: readonly string[],
  widthMm: number,
  options: TextOptions = {},
): Paragraph {
  const { font = 'song', size = sizes.five, before = 4, after = 4 } = options;
  const step = widthMm / labels.length;
  const runs = labels.map(
    (label, index) =>
      new TextRun({ text: `${index > 0 ? '\t' : ''}${printed(label)}`, font: fonts[font], size: size * 2 }),
  );
  return new Paragraph({
    children: runs,
    tabStops: labels.slice(1).map((_, index) => ({
      type: TabStopType.LEFT,
      position: twips(step * (index + 1)),
    })),
    spacing: { before: before * 20, after: after * 20 },
  });
}
