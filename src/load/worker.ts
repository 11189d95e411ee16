import { parentPort } from 'node:worker_threads';
import { DibaoError } from '../errors.js';
import { Finder, type FoundPersons } from '../match/found.js';
import { Interest } from '../match/interest.js';
import { type Language, setLanguage } from '../messages/language.js';
import { loadFile } from './file.js';
import { type LoadMode, namesPersons } from './table-loader.js';
import type { FileResult, FileTask, SharedInterest } from './types.js';

/** What a worker is asked: one file. */
export interface WorkerJob {
  readonly task: FileTask;
  readonly mode: LoadMode;
  readonly shared: SharedInterest;
  readonly language: Language;
}

/** What it answers: how far it is, then the result or what went wrong. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'done'; readonly result: FileResult; readonly found: FoundPersons }
  | {
      readonly kind: 'refused';
      readonly code: DibaoError['code'];
      readonly values: DibaoError['values'];
      readonly place: DibaoError['place'];
    }
  | { readonly kind: 'defect'; readonly stack: string };

/** How often a reader tells how far it is, in bytes. */
const TELL = 4 << 20;

const port = parentPort;
if (port) {
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  port.on('message', async ({ task, mode, shared, language }: WorkerJob) => {
    setLanguage(language);
    const finder = new Finder();
    let told = 0;
    const progress = (bytes: number): void => {
      if (bytes - told < TELL) return;
      told = bytes;
      answer({ kind: 'progress', bytes });
    };
    try {
      const result = await loadFile({
        task,
        mode,
        interest: new Interest(shared),
        progress,
        found: namesPersons(mode) ? finder : null,
      });
      answer({ kind: 'done', result, found: finder.persons });
    } catch (error) {
      if (error instanceof DibaoError)
        answer({ kind: 'refused', code: error.code, values: error.values, place: error.place });
      else
        answer({
          kind: 'defect',
          stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
    }
  });
}
