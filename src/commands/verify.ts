import { existsSync } from 'node:fs';
import path from 'node:path';
import { DibaoError } from '../errors.js';
import { ledgerNames, usageNames } from '../ledger/chain-file.js';
import { type LogReport, verifyLog } from '../ledger/verify.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { standardTexts } from '../messages/standards.js';
import { verifyTexts as texts } from '../messages/verify.js';
import type { Context, OutputFormat } from './options.js';
import { type RunVerification, verifyRun } from './verify-run.js';

export interface VerifyOptions {
  readonly context: Context;
  /** Folder of a run, as written; undefined: the campaign's ledger. */
  readonly run?: string;
  /** The campaign file; undefined: dibao.yaml in the working folder. */
  readonly config?: string;
  readonly format: OutputFormat;
}

const NOT_WHOLE = 4;

function logLines({ file, events, dropped, broken }: LogReport): string[] {
  if (broken === null)
    return [say(dropped > 0 ? texts.dropped : texts.fine, { file, count: events, dropped })];
  const { line, kind, missing } = broken;
  const gap = missing === undefined ? say(texts.cutAll) : say(texts.cutCount, { count: missing });
  const told = { file, line, missing: kind === 'cut' ? gap : (missing ?? 0) };
  // Of a changed line it may be the one before that was changed, and given a hash of its own.
  const intact = Math.max(kind === 'changed' ? line - 2 : line - 1, 0);
  return [say(texts[kind], told), `  ${say(texts.before, { count: intact })}`];
}

/** The ledger and the log of use, both looked over. */
async function ledgers({ context, config, format }: VerifyOptions): Promise<number> {
  const written = config ?? 'dibao.yaml';
  const file = path.resolve(context.cwd, written);
  if (!existsSync(file)) throw new DibaoError('campaign-missing', {}, { file: written });
  const folder = path.dirname(file);
  const ledger = await verifyLog(folder, ledgerNames);
  if (ledger === null) throw new DibaoError('ledger-missing', {}, { file: ledgerNames.log });
  const usage = await verifyLog(folder, usageNames);
  const logs = usage === null ? [ledger] : [ledger, usage];
  const fine = logs.every(({ broken }) => broken === null);
  if (format === 'json') context.stdout.write(`${JSON.stringify({ fine, logs })}\n`);
  else context.stdout.write(`${logs.flatMap(logLines).join('\n')}\n`);
  return fine ? 0 : NOT_WHOLE;
}

function runLines(run: string, { files, otherRun }: RunVerification): string[] {
  const wrong = files.filter(({ state }) => state !== 'same');
  const other = otherRun === null ? [] : [say(texts.otherRun, { run, line: otherRun })];
  if (wrong.length === 0 && otherRun === null) {
    const outputs = files.filter(({ kind }) => kind === 'output').length;
    return [say(texts.runFine, { run, outputs, inputs: files.length - outputs })];
  }
  const lines = wrong.map(({ kind, file, state }) =>
    say(state === 'missing' ? texts.fileMissing : texts.fileChanged, { kind: say(texts[kind]), file }),
  );
  const lost = wrong.some(({ kind, state }) => kind !== 'output' && state === 'missing');
  return [...lines, ...other, ...(lost ? [`  ${say(texts.whereInputs)}`] : [])];
}

async function run(shown: string, { context, config, format }: VerifyOptions): Promise<number> {
  const { cwd } = context;
  const settings = { config: config === undefined ? null : path.resolve(cwd, config), cwd };
  const found = await verifyRun(path.resolve(cwd, shown), shown, settings);
  const fine = found.otherRun === null && found.files.every(({ state }) => state === 'same');
  if (format === 'json')
    context.stdout.write(`${maskIdsIn(JSON.stringify({ fine, run: shown, ...found }))}\n`);
  else context.stdout.write(`${maskIdsIn(runLines(shown, found).join('\n'))}\n`);
  return fine ? 0 : NOT_WHOLE;
}

/**
 * Without a run: whether the campaign's ledger, and the log of who looked at persons' data, are as they were written.
 * With the folder of a run: whether its inputs and outputs are those that run.json lists.
 * @returns 0, or 4 where something was changed, removed or moved
 * @throws DibaoError option-value, campaign-missing, ledger-missing, run-unfinished, run-damaged
 */
export async function verify(options: VerifyOptions): Promise<number> {
  const { format } = options;
  if (format === 'csv' || format === 'ndjson') {
    const expected = say(standardTexts.oneOf, { values: 'table json' });
    throw new DibaoError('option-value', { name: '--format', value: format, expected, hint: '' });
  }
  return options.run === undefined ? ledgers(options) : run(options.run, options);
}
