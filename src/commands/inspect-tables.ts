import { detectCsv } from '../read/csv-format.js';
import { peekCsv } from '../read/csv-peek.js';
import { detectFile, type FileFormat } from '../read/detect.js';
import { PEEK } from '../read/layout.js';
import type { OpenOptions, RawRow, TableRef } from '../read/types.js';
import { openBook } from '../read/xlsx/book.js';

/** One table of a file, with its first rows. */
export interface PeekedTable {
  readonly sheet: string | null;
  readonly hidden: boolean;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly head: readonly RawRow[];
}

export interface PeekedFile {
  readonly format: FileFormat;
  readonly bytes: number;
  readonly tables: readonly PeekedTable[];
}

/** What a file is and how each of its tables begins; hidden sheets too. Throws DibaoError for what cannot be read. */
export async function peekFile(path: string, options: OpenOptions): Promise<PeekedFile> {
  const { kind, format, bytes } = await detectFile(path);
  if (kind === 'csv') {
    const csv = detectCsv(path, options);
    const table = { sheet: null, hidden: false, encoding: csv.encoding, delimiter: csv.delimiter };
    return { format, bytes, tables: [{ ...table, head: peekCsv(path, csv, PEEK) }] };
  }
  const book = await openBook(path, kind, options);
  try {
    const tables: PeekedTable[] = [];
    for (const ref of book.sheets) {
      const head = await headOf(book, ref);
      tables.push({ sheet: ref.sheet, hidden: ref.hidden, encoding: null, delimiter: null, head });
    }
    return { format, bytes, tables };
  } finally {
    await book.close();
  }
}

async function headOf(book: Awaited<ReturnType<typeof openBook>>, ref: TableRef): Promise<RawRow[]> {
  const head: RawRow[] = [];
  await book.read(ref, {
    row(row, cells) {
      head.push({ row, cells: [...cells] });
      return head.length < PEEK;
    },
    problem() {
      // Counted when the whole table is read.
    },
  });
  return head;
}
