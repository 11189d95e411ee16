import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Case, caseSchema } from './types.js';

/**
 * The cases of a finished run, one at a time: a hundred thousand do not fit beside what else must.
 * @param file its cases.ndjson
 * @throws ZodError, SyntaxError where a line is no case
 */
export async function* readCases(file: string): AsyncGenerator<Case> {
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) if (line !== '') yield caseSchema.parse(JSON.parse(line));
}
