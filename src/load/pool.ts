import { Worker } from 'node:worker_threads';
import { DibaoError } from '../errors.js';
import type { FoundPersons } from '../match/found.js';
import { language } from '../messages/language.js';
import type { LoadMode } from './table-loader.js';
import type { FileResult, FileTask, SharedInterest } from './types.js';
import type { WorkerAnswer, WorkerJob } from './worker.js';

export interface PoolResult {
  readonly result: FileResult;
  /** The persons that the rows name, in the modes that name any. */
  readonly found: FoundPersons;
}

/** Rows live shortly: room for them to die young spares copying them. */
const YOUNG_MB = 48;

/** Reads files in worker threads, each whole file in one; they share the persons of interest. */
export class ReaderPool {
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  readonly #all: Worker[];

  constructor(threads: number) {
    this.#all = Array.from(
      { length: threads },
      () =>
        new Worker(new URL('./worker.js', import.meta.url), {
          resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
        }),
    );
    this.#idle.push(...this.#all);
  }

  /** @throws DibaoError as loadFile() does */
  async read(
    task: FileTask,
    mode: LoadMode,
    shared: SharedInterest,
    progress: (bytes: number) => void,
  ): Promise<PoolResult> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((resolve) => this.#waiting.push(resolve)));
    try {
      return await run(worker, { task, mode, shared, language: language() }, progress);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(worker);
      else this.#idle.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }
}

function run(worker: Worker, job: WorkerJob, progress: (bytes: number) => void): Promise<PoolResult> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      // One by one: removeAllListeners() takes along those by which the thread's port is kept open.
      worker.off('message', onMessage);
      worker.off('error', onError);
      act();
    };
    const onError = (error: unknown): void => settle(() => reject(error));
    const onMessage = (answer: WorkerAnswer): void => {
      switch (answer.kind) {
        case 'progress':
          progress(answer.bytes);
          return;
        case 'done':
          settle(() => resolve({ result: { ...answer.result, task: job.task }, found: answer.found }));
          return;
        case 'refused':
          settle(() => reject(new DibaoError(answer.code, { ...answer.values }, answer.place)));
          return;
        case 'defect':
          settle(() => reject(Object.assign(new Error('a reader thread failed'), { stack: answer.stack })));
      }
    };
    worker.on('error', onError);
    worker.on('message', onMessage);
    worker.postMessage(job);
  });
}
