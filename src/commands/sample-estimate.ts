import { existsSync } from 'node:fs';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir } from '../files/atomic.js';
import { frameOf } from '../forms/frame.js';
import { say, workInLanguage } from '../messages/language.js';
import { estimateTexts as texts } from '../messages/sample-estimate.js';
import { textTable } from '../reports/text-table.js';
import { writeEstimateBook } from '../sample/estimate-book.js';
import { outcomeOf } from '../sample/outcomes.js';
import { type Results, readResults } from '../sample/read-answers.js';
import { readDraw, SAMPLE_ROWS } from '../sample/read-draw.js';
import { type EstimateRow, estimateCells, estimateRows, estimateSentences } from '../sample/report.js';
import type { Drawn } from '../sample/types.js';
import { numberInForce } from '../standards/in-force.js';
import type { OutputFormat } from './options.js';
import { readPassword } from './password.js';
import { printRows, type Row } from './print-rows.js';
import { startWork, viewLedger, type Work, type WorkOptions } from './work.js';
import { writing } from './write-error.js';

/** The estimate as a workbook, in the folder named by -o. */
const ESTIMATE_BOOK = '抽查差错率.xlsx';

export interface SampleEstimateOptions extends WorkOptions {
  /** The draw's sample.ndjson and the filled lists, as written. */
  readonly files: readonly string[];
  readonly confidence?: number;
  readonly output?: string;
  readonly format: OutputFormat;
}

/** The draw, named or beside the first list. @throws DibaoError sample-missing */
function drawFile(files: readonly string[], cwd: string): string {
  const named = files.find((file) => file.endsWith('.ndjson'));
  if (named !== undefined) return named;
  const beside = path.join(path.dirname(files[0] ?? ''), SAMPLE_ROWS);
  if (files.length > 0 && existsSync(path.resolve(cwd, beside))) return beside;
  throw new DibaoError('sample-missing');
}

/** What was found of each drawn household: by the lists where there are any, else by the campaign's ledger. */
async function resultsOf(work: Work, drawn: readonly Drawn[], lists: readonly string[]): Promise<Results> {
  const { context, passwordFile } = work;
  if (lists.length === 0) {
    const { state } = await viewLedger(work);
    return new Map(drawn.map(({ household_id }) => [household_id, outcomeOf(state, household_id)]));
  }
  const password =
    passwordFile === undefined ? undefined : await readPassword(path.resolve(context.cwd, passwordFile));
  const results: Results = new Map();
  for (const file of lists) await readResults(path.resolve(context.cwd, file), file, results, password);
  const known = new Set(drawn.map(({ household_id }) => household_id));
  const strangers = [...results.keys()].filter((id) => !known.has(id)).length;
  if (strangers > 0 && !context.quiet)
    context.stderr.write(`${say(texts.strangers, { count: strangers })}\n`);
  return results;
}

function flat(row: EstimateRow): Row {
  const { by, name, drawn, answered, wrong, rate, error, interval, method, unseen } = row;
  const { lower = '', upper = '' } = interval ?? {};
  const rates = { rate: rate ?? '', lower, upper, standard_error: error ?? '' };
  return { by, name, drawn, answered, wrong, ...rates, method, unseen };
}

function print(options: SampleEstimateOptions, rows: readonly EstimateRow[], confidence: number): void {
  const { context, format } = options;
  if (format !== 'table') {
    const flatRows = rows.map(flat);
    const columns = Object.keys(flatRows[0] ?? {}).map((key) => ({ key, title: key }));
    printRows(context, format, columns, flatRows);
    return;
  }
  const level = `${confidence * 100} %`;
  const titles = [texts.name, texts.drawn, texts.answered, texts.wrong, texts.rate].map((one) => say(one));
  const header = [...titles, say(texts.interval, { level }), say(texts.methodTitle)];
  const align = ['left', 'right', 'right', 'right', 'right', 'right', 'left'] as const;
  const cells = rows.filter(({ by }) => by !== 'stratum').map(estimateCells);
  const lines = estimateSentences(rows, confidence).map((line) => `${line}。`);
  context.stdout.write(`${lines.join('\n')}\n\n${textTable([header, ...cells], { align })}\n`);
}

/**
 * `sample --estimate`: the error rate of all households by the visits to those drawn, with its interval, in words for a
 * report; where a folder is named, also as a workbook.
 * @returns 0
 * @throws DibaoError sample-missing, sample-unreadable, sample-no-list, sample-answer, sample-conflict, ledger-missing,
 *   campaign-*, cannot-write
 */
export async function sampleEstimate(options: SampleEstimateOptions): Promise<number> {
  const { context, files, output } = options;
  const work = await startWork(options, 'sample');
  const { campaign, date } = work;
  const file = drawFile(files, context.cwd);
  const drawn = await readDraw(path.resolve(context.cwd, file), file);
  const results = await resultsOf(
    work,
    drawn,
    files.filter((one) => one !== file),
  );
  const confidence =
    options.confidence ?? numberInForce(campaign.parameters, 'sample_confidence', date).value;
  const observed = drawn.map((one) => ({ drawn: one, isWrong: results.get(one.household_id) ?? null }));
  if (output !== undefined) {
    const folder = path.resolve(context.cwd, output);
    await writing(output, async () => {
      await ensurePrivateDir(folder);
      await workInLanguage('zh', async () => {
        const rows = estimateRows(observed, confidence);
        const sentences = estimateSentences(rows, confidence);
        const frame = frameOf(campaign, date);
        await writeEstimateBook(path.join(folder, ESTIMATE_BOOK), { frame, rows, sentences, confidence });
      });
    });
    if (!context.quiet)
      context.stderr.write(`${say(texts.written, { file: path.join(output, ESTIMATE_BOOK) })}\n`);
  }
  print(options, estimateRows(observed, confidence), confidence);
  return 0;
}
