/** What XML 1.0 (2.2 Char) cannot hold: control characters, half surrogates, U+FFFE and U+FFFF. */
const notXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Excel takes no more characters in one cell. */
const cellLimit = 32_767;

/** What plainHalves says of a text that needs care, and of one with line ends that needs none. */
export const needsCare = -1;
export const hasLines = -2;

/**
 * Half-width characters of a text, roughly (everything beyond Latin-1 counts two), if it stands in a cell as it is:
 * nothing to escape, to cut or to keep. One walk over the characters, because the list has half a million cells.
 */
export function plainHalves(text: string): number {
  const { length } = text;
  if (length > cellLimit || text.charCodeAt(0) <= 0x20 || text.charCodeAt(length - 1) <= 0x20)
    return needsCare;
  let halves = length;
  let isBroken = false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) {
      if (code >= 0xd800 && (code <= 0xdfff || code >= 0xfffe)) return needsCare;
      halves++;
    } else if (code === 0x0a) isBroken = true;
    else if (code < 0x20 || code === 0x26 || code === 0x3c || code === 0x3e || code === 0x5f)
      return needsCare;
  }
  return isBroken ? hasLines : halves;
}

/** A text as an inline string (ECMA-376 part 1, 18.3.1.53); blanks at its ends are lost unless it says they matter. */
export function inlineText(text: string): string {
  return `<is><t xml:space="preserve">${cellText(text)}</t></is>`;
}

/** A text between tags or in an attribute, for texts of our own. */
export function xmlText(text: string): string {
  return cellText(text).replace(/"/g, '&quot;');
}

/** A text as it stands inside an XLSX cell: escaped, without characters XML cannot hold, cut at Excel's limit. */
export function cellText(text: string): string {
  const cut = text.length > cellLimit ? `${text.slice(0, cellLimit - 1)}…` : text;
  return (
    cut
      .replace(/\r\n?/g, '\n')
      .replace(notXml, '')
      // _x0041_ is how a cell writes the character U+0041 (ECMA-376 part 1, 22.9.2.19): a text that says so is escaped.
      .replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

const letters: string[] = [];

/** Column number, from 1, as letters: 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  const known = letters[column];
  if (known !== undefined) return known;
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  const text = column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
  letters[column] = text;
  return text;
}
