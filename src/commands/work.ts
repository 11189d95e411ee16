import path from 'node:path';
import { loadCampaign } from '../campaign-file/load.js';
import { today } from '../campaign-file/today.js';
import type { Campaign } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import {
  type Actor,
  type Keep,
  LEDGER,
  type Ledger,
  type LedgerView,
  openLedger,
  readLedger,
} from '../ledger/ledger.js';
import type { LedgerState } from '../ledger/state.js';
import { say } from '../messages/language.js';
import { ledgerTexts } from '../messages/ledger.js';
import { workTexts } from '../messages/work.js';
import type { Context } from './options.js';

/** What every command that carries a campaign through is given. */
export interface WorkOptions {
  readonly context: Context;
  /** The campaign file; undefined: dibao.yaml in the working folder. */
  readonly config?: string;
  /** Day of the work, YYYY-MM-DD; undefined: today. */
  readonly date?: string;
  /** Who works; undefined: the user of this machine. */
  readonly by?: string;
  readonly passwordFile?: string;
}

/** A campaign that is worked on. */
export interface Work {
  readonly context: Context;
  readonly campaign: Campaign;
  /** The campaign folder: the ledger is there, and what is written goes below it. */
  readonly folder: string;
  /** Day of the work, YYYY-MM-DD. */
  readonly date: string;
  readonly by: Actor;
  readonly passwordFile?: string;
}

/**
 * Opens the campaign that a command works on.
 * @param command the command's name, for the ledger
 * @throws DibaoError campaign-* where the campaign file is missing or wrong
 */
export async function startWork(options: WorkOptions, command: string): Promise<Work> {
  const { context, passwordFile } = options;
  const campaign = await loadCampaign(options.config ?? 'dibao.yaml', context.cwd);
  const by = { who: options.by ?? context.user, command, at: new Date().toISOString() };
  const folder = campaign.root;
  return { context, campaign, folder, by, date: options.date ?? today(), passwordFile };
}

/** Says on standard error that lines were cut off while being written, and are left out. */
export function sayDropped(context: Context, file: string, count: number): void {
  if (count === 0 || context.quiet) return;
  context.stderr.write(`${say(ledgerTexts.dropped, { file, count })}\n`);
}

/**
 * Uses the campaign's ledger alone, and gives it back whatever comes.
 * @throws DibaoError ledger-missing, ledger-broken, ledger-in-use
 */
export async function withLedger<T>(
  work: Work,
  use: (ledger: Ledger) => Promise<T>,
  keep: Keep = 'all',
): Promise<T> {
  const ledger = await openLedger(work.folder, work.by, (hook) => work.context.onCleanup(hook), keep);
  try {
    sayDropped(work.context, LEDGER, ledger.dropped);
    return await use(ledger);
  } finally {
    await ledger.close();
  }
}

/** Reads the campaign's ledger; nobody is kept from it. */
export async function viewLedger(work: Work, keep: Keep = 'all'): Promise<LedgerView> {
  const view = await readLedger(work.folder, keep);
  sayDropped(work.context, LEDGER, view.dropped);
  return view;
}

/**
 * Folder of the last run that the ledger knows.
 * @throws DibaoError ledger-without-run
 */
export function lastRunOf(work: Work, state: LedgerState): string {
  const run = state.runs.at(-1);
  if (run === undefined) throw new DibaoError('ledger-without-run');
  return path.resolve(work.folder, run.folder);
}

/** Says on standard error what is missing on every paper: what for, and by what authority, the data is used. */
export function warnOfPapers({ campaign, context }: Work): void {
  if (context.quiet || (campaign.purpose !== null && campaign.authority !== null)) return;
  context.stderr.write(`${say(workTexts.noPurpose)}\n`);
}
