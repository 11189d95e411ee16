import { type ScanOptions, scanCsv } from './scan.js';

const CANDIDATES = [',', '\t', ';', '|'] as const;
const RECORDS = 50;
const CHUNK = 64 * 1024;

/** Broken quotes that no slip explains, where no field is rightly quoted. */
const BROKEN = 3;

/** How the records of a CSV file are cut into fields. */
interface Dialect {
  readonly delimiter: string;
  /** False where a quote is a character like others: some fields begin with one ("大"字号) and none is enclosed in two. */
  readonly quotes: boolean;
}

interface Regularity extends Dialect {
  /** Of the records looked at, those with the most usual number of fields, and that number. */
  readonly share: number;
  readonly fields: number;
  /** Records with a field in quotes, and lines lost by broken ones. */
  readonly quoted: number;
  readonly broken: number;
}

type Options = Omit<ScanOptions, 'delimiter' | 'quotes'>;

/** How regular the first records are when cut at `delimiter`; broken quotes count against it. */
function regularity(path: string, options: Options, { delimiter, quotes }: Dialect): Regularity {
  const counts = new Map<number, number>();
  let seen = 0;
  let quoted = 0;
  let broken = 0;
  scanCsv(
    path,
    { chunkSize: CHUNK, ...options, delimiter, quotes },
    (record) => {
      if (record.count > 1) counts.set(record.count, (counts.get(record.count) ?? 0) + 1);
      if (record.quoted) quoted += 1;
      seen += 1;
      return seen < RECORDS;
    },
    ({ kind }) => {
      if (kind.startsWith('quote-')) broken += 1;
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
  return { delimiter, quotes, share: seen === 0 ? 0 : usual / seen, fields, quoted, broken };
}

/** Excel's own hint: a first line that reads `sep=;`. */
function hinted(path: string, options: Options): string | null {
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

function isBetter(one: Regularity, other: Regularity): boolean {
  return one.share > other.share || (one.share === other.share && one.fields > other.fields);
}

/**
 * The delimiter of a CSV file by its first fifty records, unless `given`: the candidate that cuts most of them into the
 * same number of fields (two or more), the greater number where two are as regular; a comma where none does, as in a
 * file of one column. And whether its quotes enclose fields: not where they are broken again and again, no field is
 * rightly enclosed, and the records are more regular without. Throws DibaoError as scanCsv() does.
 */
export function detectDialect(path: string, options: Options, given?: string): Dialect {
  const known = given ?? hinted(path, options);
  const candidates = known === null ? CANDIDATES : [known];
  let best: Regularity = {
    delimiter: known ?? ',',
    quotes: true,
    share: 0,
    fields: 1,
    quoted: 0,
    broken: 0,
  };
  const found = candidates.map((delimiter) => regularity(path, options, { delimiter, quotes: true }));
  for (const one of found) if (isBetter(one, best)) best = one;
  for (const { delimiter, quoted, broken } of found) {
    if (quoted > 0 || broken < BROKEN) continue;
    const plain = regularity(path, options, { delimiter, quotes: false });
    if (isBetter(plain, best)) best = plain;
  }
  return { delimiter: best.delimiter, quotes: best.quotes };
}
