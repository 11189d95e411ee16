/** A cell of a table: no line breaks, nothing that Markdown or HTML would take for its own. */
function cell(text) {
  return String(text)
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll(/\s*\n\s*/g, ' ');
}

/** A table, its columns without content left out. */
export function table(columns, rows) {
  const kept = columns.map((_, index) => rows.some((row) => String(row[index] ?? '') !== ''));
  const line = (values) =>
    `| ${values
      .filter((_, index) => kept[index])
      .map(cell)
      .join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A word of the program's own language: a key, a code, a column. */
export function code(text) {
  return `\`${text}\``;
}

/** A bullet of a list, or nothing where there is nothing to say. */
export function bullet(title, texts) {
  return texts.length === 0 ? '' : `- ${title}:${texts.join(';')}\n`;
}

/** The anchor that a heading gets where the page is shown: lower case, blanks as hyphens, other marks dropped. */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
