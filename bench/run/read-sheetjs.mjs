import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from 'xlsx';

// What SheetJS takes for the same workbook, read in its sparing way, to rows of cells.

const book = read(readFileSync(path.join(process.argv[2], 'data', '不动产登记.xlsx')), { dense: true });
const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
console.log(JSON.stringify({ rows: rows.length - 1 }));
