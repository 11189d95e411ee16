import { statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { USUAL_BOUND } from './database.js';
import type { FileTask } from './types.js';

/** Bytes of roster files up to which the usual bound is enough: a county's, of some 300,000 members as CSV. */
const USUAL = 60_000_000;
/** What is loaded and worked out about a roster, as a multiple of its files. Measured: 2 million members, 380 MB. */
const TIMES = 6;
/** Beside what the readers and the reports hold, a check is to stay under 4 GB. */
const MOST = 2_400_000_000;

/**
 * DuckDB's bound for a province: what it has to spill to the disk of links and members takes twice the time.
 * @returns as DuckDB writes sizes; undefined where the usual bound holds
 */
export function memoryFor(tasks: readonly FileTask[]): string | undefined {
  const rosters = tasks.filter(({ record }) => record === 'roster');
  const bytes = rosters.reduce((sum, { path }) => sum + statSync(path).size, 0);
  if (bytes <= USUAL) return undefined;
  const wanted = Math.max(bytes * TIMES, USUAL_BOUND);
  return `${Math.floor(Math.min(wanted, MOST, totalmem() / 4) / 1e6)}MB`;
}
