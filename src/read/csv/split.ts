/**
 * The fields of one sound record that has quotes, from its text: as QuotedParser found it in the bytes, but on text, so
 * that the record is decoded at once and not field by field.
 */
export function splitQuoted(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      let doubled = false;
      while (text[close + 1] === '"') {
        doubled = true;
        close = text.indexOf('"', close + 2);
      }
      const cell = text.slice(at + 1, close);
      cells.push(doubled ? cell.replaceAll('""', '"') : cell);
      at = close + 1;
    } else {
      const next = text.indexOf(delimiter, at);
      const end = next < 0 ? text.length : next;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return cells;
  }
}
