/** What XML 1.0 (2.2 Char) cannot hold: control characters, half surrogates, U+FFFE and U+FFFF. */
const notXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const needsCare = /[&<>\uD800-\uDFFF\uFFFE\uFFFF\u0000-\u001F]|_x[0-9A-Fa-f]{4}_|^ | $/;

/** Excel takes no more characters in one cell. */
const cellLimit = 32_767;

/** A text as an inline string (ECMA-376 part 1, 18.3.1.53); blanks at its ends are lost unless it says they matter. */
export function inlineText(text: string): string {
  if (text.length <= cellLimit && !needsCare.test(text)) return `<is><t>${text}</t></is>`;
  return `<is><t xml:space="preserve">${cellText(text)}</t></is>`;
}

/** A text between tags or in an attribute, for texts of our own. */
export function xmlText(text: string): string {
  return cellText(text).replace(/"/g, '&quot;');
}

/** A text as it stands inside an XLSX cell: escaped, without characters XML cannot hold, cut at Excel's limit. */
export function cellText(text: string): string {
  const cut = text.length > cellLimit ? `${text.slice(0, cellLimit - 1)}…` : text;
  if (!needsCare.test(cut)) return cut;
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
