import { DibaoError } from '../errors.js';
import type { FileTask } from './types.js';

/** Files that cannot be read, gathered so that the user is told of all at once; a defect is thrown at once. */
export class Refusals {
  readonly #all: { readonly task: FileTask; readonly error: DibaoError }[] = [];

  add(task: FileTask, error: unknown): void {
    if (!(error instanceof DibaoError)) throw error;
    this.#all.push({ task, error });
  }

  get any(): boolean {
    return this.#all.length > 0;
  }

  /** The first in the order of the tasks, whichever thread was done first, with the others behind it. */
  get error(): DibaoError {
    const [first, ...others] = [...this.#all]
      .sort((a, b) => a.task.number - b.task.number)
      .map(({ error }) => error);
    if (!first) throw new Error('nothing was refused');
    return new DibaoError(first.code, { ...first.values }, first.place, others);
  }
}
