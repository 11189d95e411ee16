import { relative, resolve } from 'node:path';
import { readAnswers } from '../answers/read-file.js';
import type { AnswerFile } from '../answers/types.js';
import { expandSources, naturalOrder } from '../campaign-file/paths.js';
import { DibaoError } from '../errors.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';
import type { Work } from './work.js';

/** A file as the ledger names it: from the working folder where it is below it, else by its name alone. */
export function shownAs(path: string, cwd: string): string {
  const shown = relative(cwd, path).split('\\').join('/');
  return shown.startsWith('..') ? (shown.split('/').at(-1) ?? shown) : shown;
}

/** A file that is no table, or cannot be opened: it is refused like one with an error in it. */
function unreadable(shown: string, error: DibaoError): AnswerFile {
  const { code, values, remedy } = error;
  const place = { ...error.place };
  delete place.file;
  const what = new DibaoError(code, values, place).head;
  const at = { sheet: null, row: null, column: '', value: '' };
  const faults = [{ ...at, code: 'file-unreadable' as const, values: { what, remedy } }];
  return { shown, sha256: '', stamp: null, sheets: [], faults };
}

/**
 * Reads what came back, in natural order of the paths.
 * @param written files, folders and patterns as the user wrote them
 * @throws DibaoError file-missing
 */
export async function readFiles(
  { context, passwordFile }: Work,
  written: readonly string[],
): Promise<AnswerFile[]> {
  const { cwd } = context;
  const paths = new Set(written.flatMap((one) => expandSources({ path: resolve(cwd, one), written: one })));
  const password = passwordFile === undefined ? undefined : await readPassword(resolve(cwd, passwordFile));
  const progress = new Progress(context);
  const files: AnswerFile[] = [];
  for (const path of [...paths].sort(naturalOrder)) {
    const shown = shownAs(path, cwd);
    progress.say(shown);
    try {
      files.push(await readAnswers(path, shown, password));
    } catch (error) {
      if (!(error instanceof DibaoError)) throw error;
      files.push(unreadable(shown, error));
    }
  }
  progress.end();
  return files;
}
