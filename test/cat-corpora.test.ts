import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { problemWords } from '../src/cases/sources.js';
import { detectCsv } from '../src/read/csv-format.js';
import { openXlsx } from '../src/read/xlsx/file.js';
import { corpora, scanAll, scratch } from './csv-support.js';
import { catHere, rowsOf } from './helpers/cat.js';
import { runCli } from './helpers/cli.js';
import { take } from './xlsx-support.js';

const here = existsSync(corpora);
const write = scratch();

function filesUnder(folder: string): string[] {
  if (!here) return [];
  const entries = readdirSync(join(corpora, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The output as another program reads it. */
function parsed(csv: string): string[][] {
  return parse(csv, { relax_column_count: true, record_delimiter: '\n', max_record_size: 0 });
}

describe.skipIf(!here)('csv-spectrum, by the program', () => {
  it.each(filesUnder('csv-spectrum/csvs'))('%s', (path) => {
    const { code, stdout, stderr } = runCli(['cat', path]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/表头在第1行\n {2}共 \d+ 行: 给出 \d+,退回 0,/);
    const [head, ...body] = parsed(stdout);
    const objects = body.map((cells) => Object.fromEntries(cells.map((cell, i) => [head?.[i], cell])));
    const answer = path.replace('/csvs/', '/json/').replace(/csv$/, 'json');
    expect(objects).toEqual(JSON.parse(readFileSync(answer, 'utf8')));
  });
});

describe.skipIf(!here)(
  'duckdb: no crash, no row lost, each rejected row with its line and the reason',
  () => {
    const files = filesUnder('duckdb/data/csv');
    const archives = /\.gz$/;

    it('the folder is there', () => expect(files.length).toBeGreaterThan(100));

    it.each(files)('%s', async (path) => {
      const ndjson = await catHere(path, { format: 'ndjson' });
      if (archives.test(path)) {
        expect(ndjson).toMatchObject({ code: 3, refused: 'file-archive', stdout: '' });
        return;
      }
      if (ndjson.refused !== null) {
        // Control characters throughout: no text.
        expect(path).toMatch(/all_latin1|all_utf16|fuzzing/);
        expect(ndjson).toMatchObject({ code: 3, refused: 'file-binary', stdout: '' });
        return;
      }
      expect(ndjson.code).toBe(0);
      const rows = rowsOf(ndjson.stdout);
      const format = detectCsv(path);
      const width = Number(/,(\d+) 列,/.exec(ndjson.stderr)?.[1] ?? Number.NaN);
      const fieldCount = Number.isNaN(width) ? null : width;
      const { rows: expected, problems, end } = scanAll(path, { ...format, fieldCount });
      expect(rows.map(({ row, cells }) => ({ row, cells }))).toEqual(expected);
      expect(rows.every(({ sheet }) => sheet === null)).toBe(true);

      const csv = await catHere(path);
      expect(csv.stderr).toBe(ndjson.stderr);
      expect(parsed(csv.stdout)).toEqual(rows.map(({ cells }) => cells));
      const numbered = await catHere(path, { rows: true });
      expect(parsed(numbered.stdout)).toEqual(rows.map(({ row, cells }) => [String(row), ...cells]));

      const counts = `共 ${end.rows} 行: 给出 ${rows.length},退回 ${problems.length},空行 ${end.blank}`;
      if (end.rows > 0) expect(ndjson.stderr).toContain(counts);
      for (const kind of new Set(problems.map((problem) => problem.kind))) {
        const lines = problems.filter((problem) => problem.kind === kind).map(({ row }) => row);
        const named = `(第${lines.slice(0, 10).join('、')}行${lines.length > 10 ? '……' : ''})`;
        expect(ndjson.stderr).toContain(
          `  ${problemWords(kind).title}: ${lines.length} 行,整行退回 ${named}`,
        );
      }
    });

    const sample = [
      'rejects/frankstein/nightmare.csv',
      'error/mid_null.csv',
      'fuzzing/5.csv',
      '中文/中.csv',
      'encodings/latin1.csv',
    ];
    it.each(sample)('%s, by the program', async (name) => {
      const path = join(corpora, 'duckdb/data/csv', name);
      const { stdout, stderr } = await catHere(path, { rows: true });
      expect(runCli(['cat', path, '--rows'])).toEqual({ code: 0, stdout, stderr });
    });
  },
);

describe.skipIf(!here)('gb18030: byte-exact, never a silent U+FFFD', () => {
  const folder = join(corpora, 'gb18030');

  it('the whole table', async () => {
    const { code, stdout, stderr } = await catHere(join(folder, 'gb18030_in.txt'), { delimiter: '\t' });
    expect(code).toBe(0);
    expect(stderr).toContain('编码 gb18030');
    const expected = readFileSync(join(folder, 'gb18030_in_ref.txt'), 'utf8').split('\n');
    expect(parsed(stdout)).toEqual(expected.filter((line) => line !== '').map((line) => [line]));
  });

  const vectors = here
    ? readFileSync(join(folder, 'edge_vectors.csv'), 'utf8')
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',') as [string, string])
        .filter(([hex]) => hex !== '')
    : [];
  it.each(vectors)('%s is %s, or is reported', async (hex, expected) => {
    const path = write(Buffer.from(`${hex}2c310a`, 'hex'));
    const { stdout, stderr } = await catHere(path, { encoding: 'gb18030', delimiter: ',', format: 'ndjson' });
    if (hex.includes('00')) expect(stderr).toContain('内容中有空字符,文件可能已损坏: 1 行,整行退回 (第1行)');
    else if (expected.includes('U+FFFD')) {
      expect(stderr).toContain('有字节无法识别成文字: 1 行,整行退回 (第1行)');
      expect(stdout).toBe('');
    } else {
      const points = expected.split(' ').map((point) => Number.parseInt(point.slice(2), 16));
      expect(rowsOf(stdout)).toEqual([
        { row: 1, sheet: null, cells: [String.fromCodePoint(...points), '1'] },
      ]);
    }
  });
});

const poi = join(corpora, 'poi_xlsx');
const sheetjs = join(corpora, 'sheetjs_xlsx');
const refused: Readonly<Record<string, string>> = {
  'poc-xmlbomb.xlsx': 'workbook-bomb',
  'poc-xmlbomb-empty.xlsx': 'workbook-bomb',
  '54764.xlsx': 'workbook-doctype',
  '54764-2.xlsx': 'workbook-doctype',
  'xlsx-corrupted.xlsx': 'workbook-damaged',
  'protected_passtika.xlsx': 'workbook-encrypted',
};
const books = [...filesUnder('poi_xlsx').filter((_, i) => i % 6 === 0), ...filesUnder('sheetjs_xlsx')]
  .filter(
    (path) => path.endsWith('.xlsx') && !/clusterfuzz|crash-|duplicate-filename|poc-|sample-beta/.test(path),
  )
  .filter((path) => refused[basename(path)] === undefined);

describe.skipIf(books.length === 0)('workbooks: the cells that the reader gives', () => {
  it('there are enough of them', () => expect(books.length).toBeGreaterThan(60));

  it.each(books)('%s', async (path) => {
    const { code, stdout, stderr } = await catHere(path, { format: 'ndjson' });
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    const trimmed = (cells: readonly string[]) => cells.join('\0').replace(/\0+$/, '');
    const book = await openXlsx(path);
    let given = 0;
    for (const ref of book.sheets) {
      const { rows: expected, end } = await take(book, ref);
      const own = rows.filter(({ sheet }) => sheet === ref.sheet);
      given += own.length;
      expect(own.map(({ row, cells }) => [row, trimmed(cells)])).toEqual(
        [...expected].map(([row, cells]) => [row, trimmed(cells)]),
      );
      expect(own.length + end.blank).toBe(end.rows);
    }
    expect(given).toBe(rows.length);
    await book.close();
    expect(stderr).not.toContain('undefined');
    const csv = await catHere(path);
    expect(parsed(csv.stdout)).toEqual(rows.map(({ cells }) => cells));
  });

  it.each(Object.entries(refused))('%s is refused: %s', async (name, why) => {
    expect(await catHere(join(poi, name))).toMatchObject({ code: 3, refused: why, stdout: '' });
  });

  it('by the program, and with a password', () => {
    const path = join(sheetjs, 'merge_cells.xlsx');
    expect(runCli(['cat', path, '--quiet'])).toMatchObject({ code: 0, stderr: '' });
    const secret = write('tika\n', 'password.txt');
    const open = runCli(['cat', join(poi, 'protected_passtika.xlsx'), '--password-file', secret]);
    expect(open).toMatchObject({ code: 0, stdout: 'This is an Encrypted Excel spreadsheet.\n' });
  });
});
