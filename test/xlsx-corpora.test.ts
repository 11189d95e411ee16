import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../src/read/workbook.js';
import { openXlsx } from '../src/read/xlsx/file.js';
import { outcome, takeFirst } from './xlsx-support.js';

const corpora = fileURLToPath(new URL('../../shared/corpora', import.meta.url));
const poi = join(corpora, 'poi_xlsx');
const files = existsSync(poi) ? readdirSync(poi).filter((name) => name.endsWith('.xlsx')) : [];

/** Every refusal of the 264; all others are read to the end. POI's own outcome for each agrees, but where noted. */
const refused: Readonly<Record<string, string>> = {
  '54764-2.xlsx': 'workbook-doctype',
  '54764.xlsx': 'workbook-doctype',
  'duplicate-filename-case-insensitive.xlsx': 'workbook-duplicate-part',
  'duplicate-filename.xlsx': 'workbook-duplicate-part',
  // POI's text extractor refuses it as well: one string of a megabyte in 12,000 cells.
  'poc-shared-strings.xlsx': 'workbook-bomb',
  'poc-xmlbomb-empty.xlsx': 'workbook-bomb',
  'poc-xmlbomb.xlsx': 'workbook-bomb',
  'protected_passtika.xlsx': 'workbook-encrypted',
  // Written by a beta of Excel 2007: its shared strings have other names.
  'sample-beta.xlsx': 'workbook-damaged',
  'xlsx-corrupted.xlsx': 'workbook-damaged',
};
const isFuzzed = (name: string) => /^(clusterfuzz|crash)-/.test(name);

describe.skipIf(files.length === 0)("Apache POI's workbooks", () => {
  it.each(files)('%s is read, or refused by name', { timeout: 10_000 }, async (name) => {
    const found = await outcome(join(poi, name), 'xlsx');
    if (isFuzzed(name)) expect(['ok', 'workbook-damaged', 'workbook-part-missing']).toContain(found);
    else expect(found).toBe(refused[name] ?? 'ok');
  });

  it('holds the memory of a small process', () => {
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(600);
  });

  it('takes the password of a protected one, with either kind given', async () => {
    const path = join(poi, 'protected_passtika.xlsx');
    for (const kind of ['xlsx', 'workbook'] as const) {
      const { rows } = await takeFirst(path, kind, { password: 'tika' });
      expect(rows.get(1)).toEqual(['This is an Encrypted Excel spreadsheet.']);
      expect(await outcome(path, kind, { password: 'Tika' })).toBe('workbook-password-wrong');
      expect(await outcome(path, kind)).toBe('workbook-encrypted');
    }
  });
});

const sheetjs = join(corpora, 'sheetjs_xlsx');
const books = [poi, sheetjs].filter(existsSync).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx') && !isFuzzed(name) && refused[name] === undefined)
    .map((name) => join(folder, name)),
);

/** Cells (file, row, column) of which SheetJS gives another text, and why ours stands. */
const better: Readonly<Record<string, string>> = {
  '52575_main.xlsx 2 0': 'SheetJS drops a cell with an external reference',
  'InlineString.xlsx 1 0': 'SheetJS loses the first run of an inline string',
};

describe.skipIf(books.length === 0)('the streaming reader against SheetJS, under one contract', () => {
  it.each(books)('%s', async (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const [ours, theirs] = await Promise.all([openXlsx(path), openWorkbook(path)]);
    // A module of Excel 5 is named among the sheets, without a part; SheetJS gives it as an empty one.
    const names = (book: typeof ours | typeof theirs) =>
      book.sheets.filter((ref) => ref.sheet !== 'Module').map((ref) => [ref.sheet, ref.hidden]);
    expect(names(ours)).toEqual(names(theirs));
    for (const [index, ref] of ours.sheets.entries()) {
      const cells = async (book: typeof ours | typeof theirs) => {
        const found: string[] = [];
        const other = book.sheets[index] ?? ref;
        await book.read(other, {
          row: (row, texts) => {
            for (const [column, text] of texts.entries()) {
              if (text !== '' && better[`${name} ${row} ${column}`] === undefined) {
                found.push(`${row} ${column} ${text}`);
              }
            }
            return undefined;
          },
          problem: ({ kind, row, column, value }) => {
            // SheetJS gives no cell at all for a formula without a result.
            if (kind === 'cell-error') found.push(`${row} ${column} ${kind} ${value}`);
          },
        });
        return found;
      };
      expect(await cells(ours)).toEqual(await cells(theirs));
    }
    await ours.close();
  });
});

const expectedFolder = join(corpora, 'sheetjs_expected');
interface Expected {
  readonly file: string;
  readonly csv: string;
  readonly index: number;
}

function expectedSheets(): Expected[] {
  if (!existsSync(expectedFolder)) return [];
  const index: { poi_file: string; expected_csv_per_sheet: string }[] = parse(
    readFileSync(join(expectedFolder, 'INDEX.csv'), 'utf8'),
    { columns: true },
  );
  const all = index.flatMap((line) =>
    line.expected_csv_per_sheet.split(';').map((csv) => ({
      file: join(poi, line.poi_file),
      csv: join(expectedFolder, csv),
      index: Number(/\.(\d+)\.csv$/.exec(csv)?.[1]),
    })),
  );
  const own = readdirSync(sheetjs).flatMap((csv) => {
    const found = /^(.*?\.xlsx)(?:\.xls)?\.(\d+)\.csv$/.exec(csv);
    if (found === null) return [];
    return [{ file: join(sheetjs, found[1] ?? ''), csv: join(sheetjs, csv), index: Number(found[2]) }];
  });
  return [...all, ...own];
}

/** Rows (0-based) from which an expected CSV is of an older state of its file; SheetJS as it is reads them instead. */
const outdated: Readonly<Record<string, number>> = {
  'CustomXMLMappings-complex-type.xlsx 1': 4,
  'DateFormatTests.xlsx 1': 42,
  'FormatConditionTests.xlsx 1': 19,
};

/** The serial number of our date or time text; null for other text. */
function serialOf(text: string): number | null {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d))? ?(?:(\d\d):(\d\d):(\d\d))?$/.exec(text);
  if (found === null || text === '') return null;
  const [, year, month, day, hour = 0, minute = 0, second = 0] = found;
  const time = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return (days < 61 ? days - 1 : days) + time;
}

/**
 * The expected CSVs hold cells as a person sees them, so our text is put under the cell's own number format by SheetJS's
 * formatter; error values are compared with the problem told; rows filled from a merge are left out; thousandths of a
 * second, which our text does not keep, are taken off.
 */
describe.skipIf(!existsSync(expectedFolder))("SheetJS's expected sheets", () => {
  it('agree in 0.99 of the cells and more', async () => {
    const { default: xlsx } = await import('xlsx');
    const misses: string[] = [];
    let cells = 0;
    let sheets = 0;
    for (const { file, csv, index } of expectedSheets()) {
      const label = `${file.slice(file.lastIndexOf('/') + 1)} ${index}`;
      sheets += 1;
      const theirs = xlsx.read(readFileSync(file), { cellNF: true });
      const sheet = theirs.Sheets[theirs.SheetNames[index] ?? ''] ?? {};
      const date1904 = theirs.Workbook?.WBProps?.date1904 === true;
      const start = xlsx.utils.decode_range(sheet['!ref'] ?? 'A1').s;
      const wanted = parse(readFileSync(csv, 'utf8'), {
        relax_column_count: true,
        relax_quotes: true,
        bom: true,
      });
      const ours = new Map<string, string>();
      const book = await openXlsx(file);
      const ref = book.sheets.find((one) => one.sheetIndex === index);
      if (ref === undefined) throw new Error(label);
      await book.read(ref, {
        row: (row, texts) => {
          for (const [column, text] of texts.entries())
            if (text !== '') ours.set(`${row - 1} ${column}`, text);
          return undefined;
        },
        problem: ({ row, column, value }) => ours.set(`${row - 1} ${column}`, value ?? ''),
      });
      await book.close();
      const cellAt = (key: string) => {
        const [r = 0, c = 0] = key.split(' ').map(Number);
        return sheet[xlsx.utils.encode_cell({ r, c })] as { z?: string; w?: string } | undefined;
      };
      const expected = new Map<string, string>();
      const current = outdated[label] ?? Number.POSITIVE_INFINITY;
      for (const [r, line] of wanted.entries()) {
        if (r + start.r >= current) break;
        for (const [c, text] of line.entries()) expected.set(`${r + start.r} ${c + start.c}`, text);
      }
      for (const key of ours.keys()) {
        if (Number(key.split(' ')[0]) >= current) expected.set(key, cellAt(key)?.w ?? '');
      }
      const filled = new Set<string>();
      for (const { s, e } of sheet['!merges'] ?? []) {
        for (let row = s.r + 1; row <= e.r; row += 1) filled.add(`${row} ${s.c}`);
      }
      for (const key of new Set([...expected.keys(), ...ours.keys()])) {
        const own = ours.get(key) ?? '';
        const text = (expected.get(key) ?? '').replace(/(:\d\d)\.009$/, '$1.000').trim();
        if (text === '' && (own === '' || filled.has(key))) continue;
        cells += 1;
        const serial = serialOf(own);
        const number = serial ?? (Number.isFinite(Number(own)) ? Number(own) : null);
        const shift = date1904 && serial !== null && serial >= 1 ? 1462 : 0;
        const value = number === null ? own : number - shift;
        const shown = xlsx.SSF.format(cellAt(key)?.z ?? 'General', value, { date1904 });
        if (own.trim() !== text && String(shown).trim() !== text)
          misses.push(`${label} ${key}: ${own} / ${text}`);
      }
    }
    expect(sheets).toBeGreaterThanOrEqual(189);
    expect(cells).toBeGreaterThan(3000);
    // None is left: what was missed at first is named above, as outdated or as canonicalised.
    expect(misses).toEqual([]);
  });
});
