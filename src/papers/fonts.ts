/**
 * The fonts of official papers (GB/T 9704—2012, 7.1 and 7.3): text in 仿宋, levels in 黑体 and 楷体, titles in 小标宋;
 * Latin letters and figures in Times New Roman.
 */
export const fonts = {
  /** Text. */
  song: face('仿宋_GB2312'),
  /** Headings of the first level, labels of tables. */
  hei: face('黑体'),
  /** Headings of the second level, notes. */
  kai: face('楷体_GB2312'),
  /** Titles. */
  title: face('方正小标宋简体'),
} as const;

export type FontName = keyof typeof fonts;

/** Sizes of Chinese printing in points. */
export const sizes = {
  two: 22,
  smallTwo: 18,
  three: 16,
  four: 14,
  smallFour: 12,
  five: 10.5,
  smallFive: 9,
} as const;

/** What stands in where a machine lacks a font (w:altName, ECMA-376 part 1, 17.8.3.1), and what kind it is. */
const substitutes = [
  { name: '仿宋_GB2312', substitute: '仿宋', family: 'modern' },
  { name: '楷体_GB2312', substitute: '楷体', family: 'modern' },
  { name: '黑体', substitute: 'SimHei', family: 'swiss' },
  { name: '方正小标宋简体', substitute: '宋体', family: 'roman' },
] as const;

function face(eastAsia: string) {
  const latin = 'Times New Roman';
  // The hint: quotation marks and dashes, which both scripts have, are set as Chinese ones.
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia, hint: 'eastAsia' } as const;
}

/** word/fontTable.xml: the fonts used, each with its substitute. Charset 86 is GB 2312. */
export function fontTableXml(): string {
  const entries = substitutes.map(
    ({ name, substitute, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${substitute}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return `${head}<w:fonts xmlns:w="${space}">${entries.join('')}</w:fonts>`;
}
