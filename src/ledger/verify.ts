import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Break } from './chain.js';
import { type ChainNames, readChainFile } from './chain-file.js';

/** What the looking over of a log came to. */
export interface LogReport {
  readonly file: string;
  /** Events that follow one from the other, from the first on. */
  readonly events: number;
  /** Lines at the end that were cut off while being written: no harm. */
  readonly dropped: number;
  readonly broken: Break | null;
}

/**
 * Looks over a chained log: every event must follow from the one before, and the last be the one its head names.
 * @param folder the campaign folder
 * @returns null where there is none
 */
export async function verifyLog(folder: string, names: ChainNames): Promise<LogReport | null> {
  const file = names.log;
  if (!existsSync(join(folder, file))) {
    const head = existsSync(join(folder, names.head));
    return head ? { file, events: 0, dropped: 0, broken: { line: 1, kind: 'cut' } } : null;
  }
  const { last, dropped, broken } = await readChainFile(folder, names);
  return { file, events: last?.seq ?? 0, dropped: broken ? 0 : dropped, broken };
}
