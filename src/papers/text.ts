import { type FontName, fonts, sizes } from './fonts.js';
import { printed } from './punctuation.js';
import { twips } from './units.js';
import { type Block, escapeXml, tag } from './xml.js';

/** How a paragraph is set. Sizes and distances in points. */
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

/** Marks that Latin fonts have too: without the hint a reader sets them in Times, half a character wide. */
const ambiguous = /[“”‘’—…·×]/;

/** A run of text in one font. The paper's default is 仿宋 of 五号: what is that is not said again. */
function run(text: string, { font = 'song', size = sizes.five, bold = false }: TextOptions): string {
  const hint = ambiguous.test(text) ? 'eastAsia' : undefined;
  const { ascii, hAnsi, cs, eastAsia } = fonts[font];
  const names = font === 'song' ? { hint } : { hint, ascii, hAnsi, eastAsia, cs };
  const face = font === 'song' && hint === undefined ? '' : tag('rFonts', names);
  const height = size === sizes.five ? '' : tag('sz', { val: size * 2 }) + tag('szCs', { val: size * 2 });
  const properties = `${face}${bold ? '<w:b/>' : ''}${height}`;
  const parts = text
    .split(/([\t\n])/)
    .map((part) =>
      part === '\t'
        ? '<w:tab/>'
        : part === '\n'
          ? '<w:br/>'
          : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`,
    );
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${parts.join('')}</w:r>`;
}

/** The paragraph's properties, in the order of the schema (17.3.1.26). */
function propertiesOf(options: TextOptions, tabs: readonly number[]): string {
  const { size = sizes.five, align = 'left', indent = 0, line, before = 0, after = 0 } = options;
  const { keepNext = false, pageBreakBefore = false, level } = options;
  const stops = tabs.map((pos) => tag('tab', { val: 'left', pos }));
  const exact = line === undefined ? {} : { line: Math.round(line * 20), lineRule: 'exact' };
  const spaced = before > 0 || after > 0 || line !== undefined;
  return [
    keepNext ? '<w:keepNext/>' : '',
    pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    stops.length > 0 ? `<w:tabs>${stops.join('')}</w:tabs>` : '',
    spaced ? tag('spacing', { before: before * 20, after: after * 20, ...exact }) : '',
    // Both: readers that do not know characters as a measure take the other.
    indent > 0 ? tag('ind', { firstLineChars: indent * 100, firstLine: Math.round(indent * size * 20) }) : '',
    align === 'left' ? '' : tag('jc', { val: align }),
    level === undefined ? '' : tag('outlineLvl', { val: level - 1 }),
  ].join('');
}

/** One paragraph, in Chinese punctuation (see `printed`); a line feed in the text breaks the line. */
export function paragraph(text: string, options: TextOptions = {}, tabs: readonly number[] = []): Block {
  const properties = propertiesOf(options, tabs);
  const shown = options.asIs === true ? text : printed(text);
  const content = shown === '' && options.size === undefined ? '' : run(shown, options);
  return { xml: `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>` };
}

/** The title of a paper: 小标宋, 2号, centred. */
export function titleLine(text: string, options: TextOptions = {}): Block {
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
export function bodyText(text: string, options: TextOptions = {}): Block {
  return paragraph(text, { size: sizes.three, align: 'both', indent: 2, line: 28, ...options });
}

/** A heading in the text: 一、 in 黑体 (level 1), (一) in 楷体 (level 2). */
export function heading(text: string, level: 1 | 2 = 1, options: TextOptions = {}): Block {
  return bodyText(text, { font: level === 1 ? 'hei' : 'kai', keepNext: true, level, ...options });
}

export function centred(text: string, options: TextOptions = {}): Block {
  return paragraph(text, { align: 'center', ...options });
}

/** A blank to be filled in by hand, so many characters wide. */
export function blank(characters: number): string {
  return '_'.repeat(characters * 2);
}

/** An empty space of so many points. */
export function gap(points: number): Block {
  return paragraph('', { size: 1, line: points });
}

/** Things to be signed in one line, spread over the width: `承办人：      复核人：      年 月 日`. */
export function signatureLine(labels: readonly string[], widthMm: number, options: TextOptions = {}): Block {
  const step = widthMm / labels.length;
  const stops = labels.slice(1).map((_, index) => twips(step * (index + 1)));
  return paragraph(labels.join('\t'), { before: 4, after: 4, ...options }, stops);
}
