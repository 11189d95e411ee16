import path from 'node:path';
import { statusScreen } from '../campaign-report/status-screen.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { frameOf } from '../forms/frame.js';
import { say, workInLanguage } from '../messages/language.js';
import { progressTexts as texts } from '../messages/progress.js';
import { progressOf } from '../progress/progress.js';
import type { PlaceProgress, Progress } from '../progress/types.js';
import type { OutputFormat } from './options.js';
import { printRows } from './print-rows.js';
import { startWork, viewLedger, type WorkOptions, warnOfPapers } from './work.js';
import { writing } from './write-error.js';

export interface StatusOptions extends WorkOptions {
  /** Folder for 进度.xlsx and 进度.html; undefined: only the terminal. */
  readonly output?: string;
  readonly format: OutputFormat;
}

type Row = Record<string, string | number>;

/** The counts of a place or a check in one level: `again` becomes again_cases, again_changed … */
function flat(counts: Readonly<Record<string, unknown>>, before = ''): Row {
  const entries = Object.entries(counts).map(([key, value]): Row => {
    if (typeof value === 'object' && value !== null) return flat({ ...value }, `${before}${key}_`);
    return { [before + key]: typeof value === 'number' ? value : '' };
  });
  return Object.assign({}, ...entries);
}

/** One row for all, one a township, one a check, for programs: keys as the schema of the figures has them. */
function rowsOf({ total, townships, checks }: Progress): Row[] {
  const place = (row: string, township: string, { counts, visits, recovery }: PlaceProgress): Row => ({
    ...{ row, township, check: '', title: '' },
    ...flat(counts),
    ...flat(visits),
    ...flat(recovery, 'recovery_'),
  });
  return [
    place('total', '', total),
    ...townships.map((one) => place('township', one.township, one)),
    ...checks.map(({ check, title, counts }) => ({
      row: 'check',
      township: '',
      check,
      title,
      ...flat(counts),
    })),
  ];
}

function print(options: StatusOptions, progress: Progress): void {
  const { context, format } = options;
  if (format === 'json') context.stdout.write(`${JSON.stringify(progress)}\n`);
  else if (format === 'table') context.stdout.write(statusScreen(progress, context.columns));
  else {
    const rows = rowsOf(progress);
    const keys = Object.keys(rows[0] ?? {});
    const columns = keys.map((key) => ({ key, title: key }));
    printRows(context, format, columns, rows);
  }
}

/**
 * `status`: how far the campaign is, on the screen and, where a folder is named, as 进度.xlsx and 进度.html.
 * @throws DibaoError campaign-*, ledger-missing, ledger-broken, cannot-write
 */
export async function status(options: StatusOptions): Promise<number> {
  const { context, output } = options;
  const work = await startWork(options, 'status');
  const { state } = await viewLedger(work, 'state');
  const progress = progressOf(state, work.date);
  if (output !== undefined) {
    warnOfPapers(work);
    const folder = path.resolve(context.cwd, output);
    const { statusFiles, writeStatus } = await import('../campaign-report/status-files.js');
    const frame = frameOf(work.campaign, work.date);
    await writing(output, async () => {
      await ensurePrivateDir(folder);
      await workInLanguage('zh', () => writeStatus(folder, progress, frame, `dibao ${context.version}`));
    });
    const files = Object.values(statusFiles).map((name) => path.join(output, name));
    if (!context.quiet) context.stderr.write(`${say(texts.written, { files: files.join('、') })}\n`);
  }
  print(options, progress);
  return 0;
}
