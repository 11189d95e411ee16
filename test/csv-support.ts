import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { CsvDecodeError, type ScanEnd, type ScanOptions, scanCsv } from '../src/read/csv-scan.js';
import type { RawRow, ReadProblem } from '../src/read/types.js';

/** Test material beside the checkout; tests that need it skip where it is missing. */
export const corpora = fileURLToPath(new URL('../../shared/corpora/', import.meta.url));

/** A folder for this test file, removed at its end; returns a writer: (bytes, name) → path. */
export function scratch(): (content: Uint8Array | string, name?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (content, name = 'test.csv') => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

export interface Scanned {
  readonly rows: RawRow[];
  readonly counts: number[];
  readonly problems: ReadProblem[];
  /** Physical lines under each visited record. */
  readonly lines: number[];
  readonly end: ScanEnd;
}

/** Scans a whole file, undecodable records among the problems as a reader puts them. */
export function scanAll(path: string, options: Partial<ScanOptions> = {}): Scanned {
  const rows: RawRow[] = [];
  const counts: number[] = [];
  const problems: ReadProblem[] = [];
  const lines: number[] = [];
  const end = scanCsv(
    path,
    { encoding: 'utf-8', delimiter: ',', bomLength: 0, ...options },
    (record) => {
      const raw = record.buffer.toString('latin1', record.start, record.end);
      lines.push(1 + (raw.match(/\r\n|\r|\n/g)?.length ?? 0));
      try {
        const cells = record.cells();
        // Field by field it must be the same.
        const same = cells.length === record.count && cells.every((cell, i) => cell === record.cell(i));
        if (!same) throw new Error(`cells() and cell() differ at line ${record.line}`);
        rows.push({ row: record.line, cells });
        counts.push(record.count);
      } catch (error) {
        if (!(error instanceof CsvDecodeError)) throw error;
        problems.push({ row: error.line, kind: error.kind, rejected: true });
      }
      return true;
    },
    (problem) => problems.push(problem),
  );
  return { rows, counts, problems, lines, end };
}

let reverse: Map<string, readonly number[]> | null = null;

function reverseTable(): Map<string, readonly number[]> {
  if (reverse !== null) return reverse;
  const decoder = new TextDecoder('gb18030');
  reverse = new Map();
  const put = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (!text.includes('\uFFFD')) reverse?.set(text, bytes);
  };
  for (let a = 0x81; a <= 0xfe; a++) {
    for (let b = 0x30; b <= 0x39; b++) {
      if (a > 0x84 && (a < 0x94 || a > 0x95)) break;
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) put(a, b, c, d);
    }
  }
  // Two-byte forms last: they are the ones that encoders write.
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) put(a, b);
  return reverse;
}

/** GB18030 bytes of a text, by the decoder's own table turned round. */
export function encodeGb18030(text: string): Buffer {
  const table = reverseTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) bytes.push(code);
    else {
      const encoded = table.get(character);
      if (encoded === undefined) throw new Error(`no GB18030 for U+${code.toString(16)}`);
      bytes.push(...encoded);
    }
  }
  return Buffer.from(bytes);
}
