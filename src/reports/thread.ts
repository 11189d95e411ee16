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

/** Cases between which a thread is worth its start and the copy of them (0.4 s for 16,000), and their room twice (1 GB). */
const [FEWEST, MOST] = [4000, 200_000];

/** A thread that writes report.html and 疑点清单.xlsx, while the other one writes the rest. */
export class ReportThread {
  readonly #worker = new Worker(new URL('./thread-worker.js', import.meta.url));
  readonly #failed: Promise<never>;

  constructor() {
    const failed = new Promise<never>((_resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('exit', (code) => reject(new Error(`the thread of the reports ended with ${code}`)));
    });
    // Told by write(); a thread that nobody asks may end as it likes, and keeps nobody waiting.
    failed.catch(() => undefined);
    this.#failed = failed;
    this.#worker.unref();
  }

  /** @throws what the thread threw */
  async write(report: RunReport, paths: Pick<ThreadJob, 'page' | 'workbook'>): Promise<ThreadAnswer> {
    const answer = new Promise<ThreadAnswer>((resolve) => this.#worker.once('message', resolve));
    this.#worker.ref();
    const job: ThreadJob = { ...paths, report, language: language() };
    this.#worker.postMessage(job);
    try {
      return await Promise.race([answer, this.#failed]);
    } finally {
      await this.end();
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Starts a thread, ahead of the cases that it is to print, where so many are worth it; else null. */
export function threadFor(cases: number): ReportThread | null {
  return cases >= FEWEST && cases <= MOST ? new ReportThread() : null;
}
