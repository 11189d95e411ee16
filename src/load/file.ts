import { DibaoError } from '../errors.js';
import { detectFile } from '../read/detect.js';
import { loadCsvFile } from './csv-file.js';
import type { LoadContext } from './table-loader.js';
import type { FileResult } from './types.js';

/**
 * Reads one file as one record set into spools.
 * @throws DibaoError if the file cannot be read as such (src/messages/errors-read.ts); its place shows the file as the
 *   user wrote it
 */
export async function loadFile(context: LoadContext): Promise<FileResult> {
  const { task } = context;
  try {
    const { kind, bytes } = await detectFile(task.path);
    if (kind === 'csv') return loadCsvFile(context);
    const { loadBookFile } = await import('./book-file.js');
    return await loadBookFile(context, kind, bytes);
  } catch (error) {
    if (!(error instanceof DibaoError)) throw error;
    throw new DibaoError(error.code, { ...error.values }, { ...error.place, file: task.shown });
  }
}
