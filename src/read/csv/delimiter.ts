import { type ScanOptions, scanCsv } from './scan.js';

const CANDIDATES = [',', '\t', ';', '|'] as const;
const RECORDS = 50;
const CHUNK = 64 * 1024;

interface Regularity {
  readonly delimiter: string;
  /** Of the records looked at, those with the most usual number of fields, and that number. */
  readonly share: number;
  readonly fields: number;
}

/** How regular the first records are when cut at `delimiter`; broken quotes count against it. */
function regularity(path: string, options: Omit<ScanOptions, 'delimiter'>, delimiter: string): Regularity {
  const counts = new Map<number, number>();
  let seen = 0;
  scanCsv(
    path,
    { chunkSize: CHUNK, ...options, delimiter },
    (record) => {
      if (record.count > 1) counts.set(record.count, (counts.get(record.count) ?? 0) + 1);
      seen += 1;
      return seen < RECORDS;
    },
    () => {
      seen += 1;
      return seen < RECORDS;
    },
  );
  let usual = 0;
  let fields = 1;
  for (const [count, records] of counts) {
    if (records > usual || (records === usual && count > fields)) {
      usual = records;
      fields = count;
    }
  }
  return { delimiter, share: seen === 0 ? 0 : usual / seen, fields };
}

/** Excel's own hint: a first line that reads `sep=;`. */
function hinted(path: string, options: Omit<ScanOptions, 'delimiter'>): string | null {
  let hint: string | null = null;
  scanCsv(
    path,
    { chunkSize: CHUNK, ...options, delimiter: ',' },
    (record) => {
      const match = /^sep=([,\t;|])$/i.exec(record.buffer.toString('latin1', record.start, record.end));
      hint = match?.[1] ?? null;
      return false;
    },
    () => false,
  );
  return hint;
}

/**
 * The delimiter of a CSV file by its first fifty records: the candidate that cuts most of them into the same number of
 * fields (two or more), the greater number where two are as regular; a comma where none does, as in a file of one
 * column. Throws DibaoError as scanCsv() does.
 */
export function detectDelimiter(path: string, options: Omit<ScanOptions, 'delimiter'>): string {
  const hint = hinted(path, options);
  if (hint !== null) return hint;
  let best: Regularity = { delimiter: ',', share: 0, fields: 1 };
  for (const delimiter of CANDIDATES) {
    const found = regularity(path, options, delimiter);
    if (found.share > best.share || (found.share === best.share && found.fields > best.fields)) best = found;
  }
  return best.delimiter;
}
