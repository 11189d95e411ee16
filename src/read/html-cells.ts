/** What opens and closes tables, rows and cells, and what holds text that looks so but is none. */
const tag = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)(table|tr|td|th)\b[^>]*>/gi;

/**
 * HTML with the end tags of cells and rows that may be left out (HTML Living Standard, 13.1.2.4) put in: SheetJS
 * would join such cells into one.
 */
export function closeCells(html: string): string {
  /** For each table that is open: the cell and the row that are, as the tags that would close them. */
  const open: { cell: string; row: string }[] = [];
  const end = (what: 'cell' | 'row'): string => {
    const table = open.at(-1);
    if (table === undefined) return '';
    const closing = what === 'row' ? table.cell + table.row : table.cell;
    table.cell = '';
    if (what === 'row') table.row = '';
    return closing;
  };
  return html.replace(tag, (whole: string, _text, slash: string | undefined, name: string | undefined) => {
    if (name === undefined) return whole;
    const kind = name.toLowerCase();
    if (kind === 'table') {
      if (slash !== '/') {
        open.push({ cell: '', row: '' });
        return whole;
      }
      const closing = end('row');
      open.pop();
      return closing + whole;
    }
    const what = kind === 'tr' ? 'row' : 'cell';
    const closing = end(what);
    const table = open.at(-1);
    // The end tag itself stands: what it closes must not be closed twice.
    if (slash === '/') return what === 'row' ? closing.replace(/<\/tr>$/, '') + whole : whole;
    if (table !== undefined) table[what] = `</${kind}>`;
    return closing + whole;
  });
}
