import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { type Case, caseSchema } from './types.js';

/** Where a case's line stands in its cases.ndjson, in bytes. */
export interface CasePlace {
  readonly file: string;
  readonly from: number;
  readonly length: number;
}

const BLOCK = 1 << 20;
const NEW_LINE = 10;
const idOnly = z.object({ case_id: z.string() });

/** How a line of ours begins. */
const START = Buffer.from('{"case_id":"');
const QUOTE = 34;
const BACKSLASH = 92;

/** The id of a line without parsing all of it, where it stands first, as we write it. */
function idOf(line: Buffer): string {
  const end = line.indexOf(QUOTE, START.length);
  const id = line.subarray(START.length, end);
  // Taken from its own bytes: a piece of a longer text would keep all of that text.
  if (end > 0 && line.indexOf(START) === 0 && !id.includes(BACKSLASH)) return id.toString('utf8');
  return idOnly.parse(JSON.parse(line.toString('utf8'))).case_id;
}

/**
 * Finds the lines of these cases in a run's file, without keeping the cases.
 * @param file its cases.ndjson
 * @throws what the file system says, ZodError or SyntaxError where a line is no case
 */
export async function placeCases(file: string, wanted: ReadonlySet<string>): Promise<Map<string, CasePlace>> {
  const places = new Map<string, CasePlace>();
  const handle = await open(file);
  try {
    let rest = Buffer.alloc(0);
    let from = 0;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(BLOCK), 0, BLOCK);
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      let at = 0;
      for (;;) {
        const end = bytes.indexOf(NEW_LINE, at);
        const isLast = end < 0 && bytesRead === 0;
        if ((end < 0 && !isLast) || at >= bytes.length) break;
        const line = bytes.subarray(at, isLast ? bytes.length : end);
        const id = line.length === 0 ? null : idOf(line);
        if (id !== null && wanted.has(id)) places.set(id, { file, from: from + at, length: line.length });
        at = isLast ? bytes.length : end + 1;
      }
      if (bytesRead === 0) return places;
      from += at;
      rest = bytes.subarray(at);
    }
  } finally {
    await handle.close();
  }
}

/**
 * Reads cases where they stand, one at a time, in the order of the places.
 * @throws what the file system says, ZodError or SyntaxError where the file is another by now
 */
export async function* casesAt(places: readonly CasePlace[]): AsyncGenerator<Case> {
  let file = '';
  let handle: FileHandle | null = null;
  try {
    for (const place of places) {
      if (handle === null || place.file !== file) {
        await handle?.close();
        handle = await open(place.file);
        file = place.file;
      }
      const { buffer } = await handle.read(Buffer.allocUnsafe(place.length), 0, place.length, place.from);
      yield caseSchema.parse(JSON.parse(buffer.toString('utf8')));
    }
  } finally {
    await handle?.close();
  }
}
