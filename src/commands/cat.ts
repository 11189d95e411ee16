import { resolve } from 'node:path';
import { expandSources } from '../campaign-file/paths.js';
import { DibaoError } from '../errors.js';
import { catTexts } from '../messages/cat.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import { maskIdsIn } from '../messages/mask.js';
import { detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { readCsvRows } from '../read/csv-rows.js';
import { type DetectedFile, detectFile } from '../read/detect.js';
import { PEEK } from '../read/layout.js';
import type { TableEnd } from '../read/types.js';
import { type BookKind, openBook, pickSheet } from '../read/xlsx/book.js';
import { countsText, csvText, sheetNames, sheetText } from './cat-notes.js';
import { rawCsvLine, rawJsonLine, TextOut } from './cat-out.js';
import { TableCopy } from './cat-table.js';
import type { CatOptions } from './options.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';

/** So that the output never runs far ahead of its reader. */
const CHUNK = 1 << 20;
/** Rows between two looks at the clock. */
const ROWS = 2000;

/**
 * `cat`: the cells of any table file as the reader sees them, row by row; on standard error what the file was taken for
 * and what of it is not in the output. The file is never held in memory (workbooks but .xlsx are, by their reader).
 * @returns 0; 4 where more rows were rejected than `maxRejects`
 * @throws DibaoError one-file-only, and what detectFile(), detectCsv(), openBook() and its read() throw
 */
export async function cat(options: CatOptions): Promise<number> {
  const { context, file, maxRejects } = options;
  const password =
    options.passwordFile === undefined
      ? undefined
      : await readPassword(resolve(context.cwd, options.passwordFile));
  const run = new CatRun(options);
  try {
    const path = onlyFile(resolve(context.cwd, file), file);
    const found = await detectFile(path);
    if (found.kind === 'csv') await run.csv(path);
    else await run.book(path, found.kind, found, password);
  } catch (error) {
    if (!(error instanceof DibaoError)) throw error;
    throw new DibaoError(error.code, { ...error.values }, { ...error.place, file });
  } finally {
    run.end();
  }
  if (maxRejects === undefined || run.rejected <= maxRejects) return 0;
  context.stderr.write(`${say(catTexts['over-limit'], { rejected: run.rejected, limit: maxRejects })}\n`);
  return 4;
}

/** The file itself, or the one that a pattern matches. Throws DibaoError file-missing, one-file-only. */
function onlyFile(path: string, written: string): string {
  if (!written.includes('*')) return path;
  const files = expandSources({ path, written });
  if (files.length > 1) throw new DibaoError('one-file-only', { count: files.length });
  return files[0] ?? path;
}

class CatRun {
  rejected = 0;
  readonly #options: CatOptions;
  readonly #out: TextOut;
  readonly #progress: Progress | null;
  #rows = 0;

  constructor(options: CatOptions) {
    const { context } = options;
    this.#options = options;
    this.#out = new TextOut(context.stdout);
    // Rows that run over the screen are progress enough.
    this.#progress = context.screen ? null : new Progress(context);
    if (context.screen && !context.unmask) this.#note(say(catTexts.masked));
  }

  async csv(path: string): Promise<void> {
    const { file, encoding, delimiter, sheet } = this.#options;
    if (sheet !== undefined) this.#note(say(catTexts['sheets-only']));
    const format = detectCsv(path, { encoding, delimiter });
    const copy = this.#copy(null, false, false, (head) => csvText(file, format, head));
    for (const note of format.notes) copy.problem(note);
    const { width } = copy.begin(peekCsv(path, format, PEEK));
    const end = await readCsvRows(
      path,
      {
        ...format,
        fieldCount: width,
        chunkSize: CHUNK,
        progress: (bytes) => this.#progress?.bytes(file, bytes),
      },
      copy,
    );
    this.#finish(copy, end, 0);
  }

  async book(path: string, kind: BookKind, { format }: DetectedFile, password?: string): Promise<void> {
    const { file, sheet, encoding, delimiter } = this.#options;
    if (encoding !== undefined) this.#note(say(catTexts['csv-only'], { option: '--encoding' }));
    if (delimiter !== undefined) this.#note(say(catTexts['csv-only'], { option: '--delimiter' }));
    const book = await openBook(path, kind, { password });
    try {
      const picked = sheet === undefined ? book.sheets : pickSheet(book.sheets, sheet, path);
      const others = book.sheets.filter((ref) => !picked.includes(ref));
      if (others.length > 0) this.#note(say(catTexts['other-sheets'], { sheets: sheetNames(others) }));
      if (picked.length > 1) {
        const values = { count: picked.length, sheets: sheetNames(picked) };
        this.#note(say(catTexts['all-sheets'], values));
      }
      for (const ref of picked) {
        const begin = (head: Parameters<typeof sheetText>[3]) => sheetText(file, format, ref, head);
        const copy = this.#copy(ref.sheet, picked.length > 1, true, begin);
        const { hiddenRows, ...end } = await book.read(ref, copy);
        if (!copy.hasBegun) copy.begin();
        this.#finish(copy, end, hiddenRows);
      }
    } finally {
      await book.close();
    }
  }

  /** Hands the last rows on. */
  end(): void {
    this.#out.flush();
    this.#progress?.end();
  }

  #copy(
    sheet: string | null,
    isOneOfSeveral: boolean,
    isGrid: boolean,
    begin: (head: Parameters<typeof sheetText>[3]) => string,
  ): TableCopy {
    const { context, format, rows } = this.#options;
    const out = this.#out;
    const mask = context.screen && !context.unmask;
    return new TableCopy({
      isGrid,
      begin: (head) => this.#note(begin(head)),
      pause: () => out.pause(),
      emit: (row, given) => {
        const cells = mask ? given.map(maskIdsIn) : given;
        if (format === 'ndjson') out.add(rawJsonLine(row, sheet, cells));
        else if (!rows) out.add(rawCsvLine(cells));
        else out.add(rawCsvLine([String(row), ...(isOneOfSeveral ? [sheet ?? ''] : []), ...cells]));
        this.#rows += 1;
        if (isGrid && this.#rows % ROWS === 0) this.#tellProgress();
      },
    });
  }

  #tellProgress(): void {
    const { file } = this.#options;
    this.#progress?.say(say(catTexts.progress, { file, rows: this.#rows }));
  }

  /** Says how the rows add up and what happened to those that are not given. */
  #finish(copy: TableCopy, end: TableEnd, hiddenRows: number): void {
    const { stderr, quiet } = this.#options.context;
    const { given, problems, header, width } = copy;
    this.#progress?.end();
    this.rejected += problems.rejected;
    if (given + problems.rejected + end.blank !== end.rows) {
      throw new Error(`rows do not add up: ${end.rows} in the table, ${given} given`);
    }
    if (end.rows > 0) this.#note(countsText(end, given, problems.rejected));
    if (hiddenRows > 0) this.#note(`  ${say(loadTexts['hidden-rows'], { count: hiddenRows })}`);
    for (const line of problems.lines(header, width, quiet)) stderr.write(`${line}\n`);
  }

  #note(text: string): void {
    const { stderr, quiet } = this.#options.context;
    if (!quiet) stderr.write(`${maskIdsIn(text)}\n`);
  }
}
