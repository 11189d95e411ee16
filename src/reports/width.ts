/** Characters that take two columns: East Asian Wide and Fullwidth (Unicode UAX #11), as far as names and texts use them. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Characters that take none: combining marks, variation selectors, joiners and controls. */
const none = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** Colour codes that a terminal does not show. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins them
const colour = /\u001B\[[0-9;]*m/g;

/**
 * Quotation marks, dashes and the ellipsis are Ambiguous in UAX #11. Chinese fonts of terminals draw them over one
 * column or two; one is what Windows Terminal, xterm and the Linux console take, so it is counted.
 */
function charWidth(char: string): number {
  if (char >= ' ' && char <= '~') return 1;
  if (none.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}

/** The text without its colours. */
export function plain(text: string): string {
  return text.replace(colour, '');
}

/** Columns that a text takes on a terminal: a Chinese character two, colours none. */
export function width(text: string): number {
  let sum = 0;
  for (const char of plain(text)) sum += charWidth(char);
  return sum;
}

/** The text with blanks up to `columns`, at its end or (`right`) before it; longer texts stay as they are. */
export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, columns - width(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Words and characters that a line may be broken between; what closes (、,。)) stays with what it follows. */
const parts = /[!-~]+|\s|[^!-~\s][、。，；：！？）》”’】,;:!?)%]*/gu;

/** Lines of at most `columns`, broken between characters; Latin words and numbers stay whole where they fit. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(parts) ?? []) {
    if (line !== '' && width(line) + width(part) > columns) {
      lines.push(line.trimEnd());
      line = part.trim();
    } else line += part;
  }
  return [...lines, line];
}

/** The text cut to `columns`, with … where something is missing. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let sum = 0;
  for (const char of text) {
    sum += charWidth(char);
    if (sum > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}
