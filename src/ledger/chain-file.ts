import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../files/atomic.js';
import { type Break, type Chain, ChainReader, GENESIS } from './chain.js';
import type { LedgerEvent } from './events.js';

/** Names of a chained log in the campaign folder: the log, what it had come to, and its lock. */
export interface ChainNames {
  readonly log: string;
  readonly head: string;
  readonly lock: string;
}

export const ledgerNames: ChainNames = { log: 'ledger.ndjson', head: 'ledger.head', lock: 'ledger.lock' };
/** Who looked at persons' data. */
export const usageNames: ChainNames = {
  log: '使用记录.ndjson',
  head: '使用记录.head',
  lock: '使用记录.lock',
};

const headSchema = z.object({ seq: z.int().nonnegative(), hash: z.string() });
/** The last line that was confirmed to be on the disk. */
export type Head = z.infer<typeof headSchema>;

/** Of a line: what the next one follows from. */
export const start: Head = { seq: 0, hash: GENESIS };

/** What has come to stand in the log: written behind every transaction, so that a removed tail is found. */
export async function writeHead(folder: string, names: ChainNames, { seq, hash }: Head): Promise<void> {
  await writeAtomic(join(folder, names.head), `${JSON.stringify({ seq, hash })}\n`);
}

async function readHead(folder: string, names: ChainNames): Promise<Head | null> {
  try {
    return headSchema.parse(JSON.parse(await readFile(join(folder, names.head), 'utf8')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && code !== 'ENOENT') throw error;
    return null;
  }
}

async function readChain(file: string, reader: ChainReader): Promise<Chain> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      rest.push(bytes.subarray(from, at));
      reader.line(rest.length === 1 && rest[0] ? rest[0] : Buffer.concat(rest));
      rest = [];
      from = at + 1;
    }
    if (from < bytes.length) rest.push(bytes.subarray(from));
  }
  return reader.end(rest.length > 0);
}

/** What the head says against the log; null where it agrees. */
function against(head: Head | null, { last, asked, intact, transactions }: Chain): Break | null {
  const line = intact + 1;
  // A first transaction may have been cut off from its head.
  if (head === null) return transactions > 1 ? { line, kind: 'no_head' } : null;
  // Lines are numbered as their events are.
  if (head.seq > (last?.seq ?? 0)) return { line, kind: 'cut', missing: Math.max(head.seq - intact, 1) };
  const same = head.seq === 0 || asked === head.hash;
  return same ? null : { line: head.seq, kind: 'changed' };
}

/** A log as read, with what its head says of it. */
export interface ChainReading extends Chain {
  readonly head: Head | null;
}

/**
 * Reads a log and its head. What stands behind the head and does not follow was never confirmed (a machine that lost
 * its power leaves such lines): it is left out like a torn one.
 * @param use is given the events of whole transactions, one after another: of a county they need not all be kept
 * @throws ENOENT where there is no log
 */
export async function readChainFile(
  folder: string,
  names: ChainNames,
  use: (event: LedgerEvent) => void = () => undefined,
): Promise<ChainReading> {
  // The head first: who writes meanwhile makes the log longer than its head, never shorter.
  const head = await readHead(folder, names);
  const chain = await readChain(join(folder, names.log), new ChainReader(use, head?.seq));
  const last = chain.last ?? start;
  if (chain.broken && head !== null && last.seq >= head.seq)
    return { ...chain, head, broken: against(head, chain) };
  return { ...chain, head, broken: chain.broken ?? against(head, chain) };
}
