import { readFile } from 'node:fs/promises';
import { DibaoError } from '../errors.js';
import { type Drawn, drawnSchema } from './types.js';

/** The draw's households, for programs: what dispatch and the estimate read. */
export const SAMPLE_ROWS = 'sample.ndjson';
/** The draw's list, for people. */
export const SAMPLE_BOOK = '入户抽查名单.xlsx';

/**
 * Reads the drawn households of a sample.ndjson.
 * @param shown the file as the user wrote it
 * @throws DibaoError file-missing, sample-unreadable
 */
export async function readDraw(path: string, shown: string): Promise<Drawn[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new DibaoError('file-missing', { name: shown }, { file: shown });
  }
  const lines = text.split('\n').filter((line) => line !== '');
  const households = lines.map((line, index) => {
    try {
      return drawnSchema.parse(JSON.parse(line));
    } catch {
      throw new DibaoError('sample-unreadable', { line: index + 1 }, { file: shown });
    }
  });
  if (households.length === 0) throw new DibaoError('sample-unreadable', { line: 1 }, { file: shown });
  return households;
}
