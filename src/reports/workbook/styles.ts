import { main } from './package.js';

/** How a cell is set: its kind of content, and the tone of its row. */
export type Kind = 'text' | 'center' | 'int' | 'money' | 'day';
export type Tone = 'plain' | 'strong' | 'notice' | 'alarm';
/** Font sizes of our sheets, in points. */
export type Size = 9 | 10;
/** Texts outside tables: `line` stands above a table's header. */
export type CoverLook = 'title' | 'heading' | 'text' | 'line';

type Look = Tone | 'header';

const listKinds: readonly Kind[] = ['text', 'center', 'int', 'money'];
const kinds: readonly Kind[] = [...listKinds, 'day'];
const tones: readonly Tone[] = ['plain', 'strong', 'notice', 'alarm'];
const sizes: readonly Size[] = [9, 10];

/**
 * Formats built into every spreadsheet (ECMA-376 part 1, 18.8.30): 49 is `@`, which makes Excel keep a number typed
 * into the cell later, an ID for example, as text; 1 is `0`, 4 is `#,##0.00`. Those from 164 on are a file's own.
 */
const formats: Record<Kind, number> = { text: 49, center: 49, int: 1, money: 4, day: 164 };

const looks: Record<Look, { bold: boolean; colour: string; fill: string }> = {
  plain: { bold: false, colour: '', fill: '' },
  strong: { bold: true, colour: '', fill: 'FFEFF3F8' },
  notice: { bold: false, colour: '', fill: 'FFFFF4D6' },
  alarm: { bold: true, colour: 'FF9C0006', fill: 'FFFBE3E4' },
  header: { bold: true, colour: '', fill: 'FFDCE6F1' },
};
const lookNames = [...tones, 'header'] as const;

/** What is to be filled in shows by its colour. */
const entryFill = 'FFFFFBE0';

const coverLooks: Record<CoverLook, { size: number; bold: boolean; wrap: boolean }> = {
  title: { size: 18, bold: true, wrap: false },
  heading: { size: 12, bold: true, wrap: true },
  text: { size: 11, bold: false, wrap: true },
  line: { size: 10, bold: false, wrap: false },
};
const coverNames = ['title', 'heading', 'text', 'line'] as const;

type Style =
  | { readonly of: 'table' | 'entry'; readonly size: Size; readonly look: Look; readonly kind: Kind }
  | { readonly of: 'cover'; readonly look: CoverLook };

const table = (size: Size, look: Look, kind: Kind): Style => ({ of: 'table', size, look, kind });

/** Every style that a list may ask for; its place here is its number. 0 is what a spreadsheet takes for no style. */
const listStyles: readonly (Style | null)[] = [
  null,
  ...sizes.flatMap((size) => [
    table(size, 'header', 'center'),
    ...tones.flatMap((look) => listKinds.map((kind) => table(size, look, kind))),
  ]),
];

/** Those of forms stand behind them, and only in books that have one. */
const styles: readonly (Style | null)[] = [
  ...listStyles,
  ...sizes.flatMap((size) => tones.map((look) => table(size, look, 'day'))),
  ...sizes.flatMap((size) => kinds.map((kind): Style => ({ of: 'entry', size, look: 'plain', kind }))),
  ...coverNames.map((look): Style => ({ of: 'cover', look })),
];

const keyOf = (style: Style) =>
  style.of === 'cover' ? `cover ${style.look}` : `${style.of} ${style.size} ${style.look} ${style.kind}`;

const numbers = new Map(styles.map((style, index) => [style === null ? '' : keyOf(style), index]));

const numberOf = (style: Style): number => numbers.get(keyOf(style)) ?? 0;

export function headerStyle(size: Size): number {
  return numberOf(table(size, 'header', 'center'));
}

export function cellStyle(kind: Kind, tone: Tone, size: Size): number {
  return numberOf(table(size, tone, kind));
}

/** A cell to be filled in: unlocked, and of its own colour. */
export function entryStyle(kind: Kind, size: Size): number {
  return numberOf({ of: 'entry', size, look: 'plain', kind });
}

/** Texts outside tables. */
export function coverStyle(look: CoverLook): number {
  return numberOf({ of: 'cover', look });
}

/** The first font is the one whose digits column widths are counted in: 7 pixels each. */
const normalFont = '<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font>';

function fontXml(size: number, bold: boolean, colour: string): string {
  const ink = colour === '' ? '<color theme="1"/>' : `<color rgb="${colour}"/>`;
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${ink}<name val="宋体"/><family val="3"/><charset val="134"/></font>`;
}

function fontsOf(hasForms: boolean): string[] {
  const ofTables = sizes.flatMap((size) =>
    lookNames.map((look) => fontXml(size, looks[look].bold, looks[look].colour)),
  );
  const ofCovers = coverNames.map((look) => fontXml(coverLooks[look].size, coverLooks[look].bold, ''));
  return [normalFont, ...ofTables, ...(hasForms ? ofCovers : [])];
}

/** The first two fills are the spreadsheet's own, whatever a file says of them. */
function fillsXml(hasForms: boolean): string {
  const colours = [...lookNames.map((look) => looks[look].fill), ...(hasForms ? [entryFill] : [])];
  const own = colours.map((fill) =>
    fill === ''
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const reserved =
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';
  return `<fills count="${own.length + 2}">${reserved}${own.join('')}</fills>`;
}

function tableFormat({ of, size, look, kind }: Exclude<Style, { of: 'cover' }>): string {
  const font = 1 + sizes.indexOf(size) * lookNames.length + lookNames.indexOf(look);
  const fill = 2 + (of === 'entry' ? lookNames.length : lookNames.indexOf(look));
  const horizontal = kind === 'text' ? 'left' : kind === 'center' || kind === 'day' ? 'center' : 'right';
  const wrap = kind === 'text' || kind === 'center' ? ' wrapText="1"' : '';
  const ids = `numFmtId="${formats[kind]}" fontId="${font}" fillId="${fill}" borderId="1" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const alignment = `<alignment horizontal="${horizontal}" vertical="top"${wrap}/>`;
  return of === 'entry'
    ? `<xf ${ids} ${applied} applyProtection="1">${alignment}<protection locked="0"/></xf>`
    : `<xf ${ids} ${applied}>${alignment}</xf>`;
}

function formatXml(style: Style | null): string {
  if (style === null) return '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  if (style.of !== 'cover') return tableFormat(style);
  const font = 1 + sizes.length * lookNames.length + coverNames.indexOf(style.look);
  const wrap = coverLooks[style.look].wrap ? ' wrapText="1"' : '';
  const ids = `numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyAlignment="1"';
  return `<xf ${ids} ${applied}><alignment horizontal="left" vertical="center"${wrap}/></xf>`;
}

/**
 * xl/styles.xml (ECMA-376 part 1, 18.8) with every style of our sheets.
 * @param hasForms whether a sheet has cells to fill in, days, or texts outside its table
 */
export function stylesXml(hasForms: boolean): string {
  const fonts = fontsOf(hasForms);
  const used = hasForms ? styles : listStyles;
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const line = ['left', 'right', 'top', 'bottom'].map(side).join('');
  const none = '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const days = `<numFmts count="1"><numFmt numFmtId="${formats.day}" formatCode="yyyy\\-mm\\-dd"/></numFmts>`;
  return [
    `<styleSheet xmlns="${main}">`,
    hasForms ? days : '',
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    fillsXml(hasForms),
    `<borders count="2">${none}<border>${line}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${used.length}">${used.map(formatXml).join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
