import { Worker } from 'node:worker_threads';
import type { Case } from '../cases/types.js';
import type { Written } from '../files/atomic.js';
import { type Language, language } from '../messages/language.js';
import type { RunReport } from './types.js';

/** What the thread is given, once it has the cases: where the two files go, and what else they print. */
export interface ThreadJob {
  readonly page: string;
  readonly workbook: string;
  readonly report: Omit<RunReport, 'cases'>;
  readonly language: Language;
}

/** The cases come first, and once: to copy them takes as long as to merge and to sum them up, which is done meanwhile. */
export type ThreadMessage = { readonly cases: readonly Case[] } | { readonly job: ThreadJob };

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
  #cases: readonly Case[] | null = null;

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

  /** Gives it the cases ahead of the rest of their report. */
  take(cases: readonly Case[]): void {
    this.#cases = cases;
    this.#post({ cases });
  }

  /** @throws what the thread threw */
  async write(report: RunReport, paths: Pick<ThreadJob, 'page' | 'workbook'>): Promise<ThreadAnswer> {
    const answer = new Promise<ThreadAnswer>((resolve) => this.#worker.once('message', resolve));
    this.#worker.ref();
    const { cases, ...rest } = report;
    if (cases !== this.#cases) this.take(cases);
    this.#post({ job: { ...paths, report: rest, language: language() } });
    try {
      return await Promise.race([answer, this.#failed]);
    } finally {
      await this.end();
    }
  }

  #post(message: ThreadMessage): void {
    this.#worker.postMessage(message);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** Starts a thread, ahead of the cases that it is to print, where so many are worth it; else null. */
export function threadFor(cases: number): ReportThread | null {
  return cases >= FEWEST && cases <= MOST ? new ReportThread() : null;
}
