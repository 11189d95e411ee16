import { main } from './package.js';

/** How a cell is set: its kind of content, and the tone of its row. */
export type Kind = 'text' | 'center' | 'int' | 'money';
export type Tone = 'plain' | 'strong' | 'notice' | 'alarm';
/** Font sizes of our sheets, in points. */
export type Size = 9 | 10;

const kinds: readonly Kind[] = ['text', 'center', 'int', 'money'];
const tones: readonly Tone[] = ['plain', 'strong', 'notice', 'alarm'];
const sizes: readonly Size[] = [9, 10];

/**
 * Formats built into every spreadsheet (ECMA-376 part 1, 18.8.30): 49 is `@`, which makes Excel keep a number typed
 * into the cell later, an ID for example, as text; 1 is `0`, 4 is `#,##0.00`.
 */
const formats: Record<Kind, number> = { text: 49, center: 49, int: 1, money: 4 };

const looks: Record<Tone | 'header', { bold: boolean; colour: string; fill: string }> = {
  plain: { bold: false, colour: '', fill: '' },
  strong: { bold: true, colour: '', fill: 'FFEFF3F8' },
  notice: { bold: false, colour: '', fill: 'FFFFF4D6' },
  alarm: { bold: true, colour: 'FF9C0006', fill: 'FFFBE3E4' },
  header: { bold: true, colour: '', fill: 'FFDCE6F1' },
};
const lookNames = [...tones, 'header'] as const;

/** Every style that a sheet may ask for; its place here is its number. 0 is what a spreadsheet takes for no style. */
const styles: readonly { size: Size; look: Tone | 'header'; kind: Kind }[] = [
  { size: 10, look: 'plain', kind: 'text' },
  ...sizes.flatMap((size) => [
    { size, look: 'header' as const, kind: 'center' as const },
    ...tones.flatMap((look) => kinds.map((kind) => ({ size, look, kind }))),
  ]),
];

function numberOf(size: Size, look: Tone | 'header', kind: Kind): number {
  return styles.findIndex(
    (style, index) => index > 0 && style.size === size && style.look === look && style.kind === kind,
  );
}

export function headerStyle(size: Size): number {
  return numberOf(size, 'header', 'center');
}

export function cellStyle(kind: Kind, tone: Tone, size: Size): number {
  return numberOf(size, tone, kind);
}

/** The first font is the one whose digits column widths are counted in: 7 pixels each. */
const normalFont = '<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font>';

function fontXml(size: Size, look: Tone | 'header'): string {
  const { bold, colour } = looks[look];
  const ink = colour === '' ? '<color theme="1"/>' : `<color rgb="${colour}"/>`;
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${ink}<name val="宋体"/><family val="3"/><charset val="134"/></font>`;
}

/** The first two fills are the spreadsheet's own, whatever a file says of them. */
function fillsXml(): string {
  const own = lookNames.map((look) => {
    const { fill } = looks[look];
    return fill === ''
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
  });
  const reserved =
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';
  return `<fills count="${own.length + 2}">${reserved}${own.join('')}</fills>`;
}

function formatXml(index: number): string {
  const { size, look, kind } = styles[index] ?? { size: 10, look: 'plain', kind: 'text' };
  if (index === 0) return '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';
  const font = 1 + sizes.indexOf(size) * lookNames.length + lookNames.indexOf(look);
  const horizontal = kind === 'text' ? 'left' : kind === 'center' ? 'center' : 'right';
  const wrap = kind === 'text' || kind === 'center' ? ' wrapText="1"' : '';
  const ids = `numFmtId="${formats[kind]}" fontId="${font}" fillId="${lookNames.indexOf(look) + 2}" borderId="1" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf ${ids} ${applied}><alignment horizontal="${horizontal}" vertical="top"${wrap}/></xf>`;
}

/** xl/styles.xml (ECMA-376 part 1, 18.8) with every style of our sheets. */
export function stylesXml(): string {
  const fonts = [normalFont, ...sizes.flatMap((size) => lookNames.map((look) => fontXml(size, look)))];
  const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const line = ['left', 'right', 'top', 'bottom'].map(side).join('');
  const none = '<border><left/><right/><top/><bottom/><diagonal/></border>';
  const formatsXml = styles.map((_, index) => formatXml(index)).join('');
  return [
    `<styleSheet xmlns="${main}">`,
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    fillsXml(),
    `<borders count="2">${none}<border>${line}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length}">${formatsXml}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
