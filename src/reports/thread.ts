import { Worker } from 'node:worker_threads';
import type { Written } from '../files/atomic.js';
import { type Language, language } from '../messages/language.js';
import type { RunReport } from './types.js';

/** What the thread is given: where the two files go, and what they print. */
export interface ThreadJob {
  readonly page: string;
  readonly workbook: string;
  readonly report: RunReport;
  readonly language: Language;
}

/** What it posts, once: both files as they were written. */
export interface ThreadAnswer {
  readonly page: Written;
  readonly workbook: Written;
}

/** Cases between which a thread is worth its start and the copy of them (0.3 s for 12,000) and their room twice. */
const [FEWEST, MOST] = [4000, 40_000];

/** True where the page and the workbook are better written by a thread of their own. */
export function worthThread({ cases }: RunReport): boolean {
  return cases.length >= FEWEST && cases.length <= MOST;
}

/**
 * Writes report.html and 疑点清单.xlsx in a thread, while this one writes the rest; the bytes are the same.
 * @throws what the thread threw
 */
export function writeInThread(
  report: RunReport,
  paths: Pick<ThreadJob, 'page' | 'workbook'>,
): Promise<ThreadAnswer> {
  const job: ThreadJob = { ...paths, report, language: language() };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread-worker.js', import.meta.url));
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of the reports ended with ${code}`)));
    worker.postMessage(job);
  });
}
