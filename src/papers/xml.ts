/** Everything but what XML 1.0 (2.2 Char) can hold. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand between tags and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(notXml, '').replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}

/** A part of a page as WordprocessingML (ECMA-376 part 1, 17): paragraphs and tables, made by `text.ts` and `table.ts`. */
export interface Block {
  readonly xml: string;
}

/** An empty element with attributes: `<w:jc w:val="center"/>`; none for those that are undefined. */
export function tag(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` w:${key}="${value}"`],
  );
  return `<w:${name}${given.join('')}/>`;
}
