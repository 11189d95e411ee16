import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { type Case, caseSchema, type Household, householdSchema } from './types.js';

async function* readLines<T extends z.ZodType>(file: string, schema: T): AsyncGenerator<z.infer<T>> {
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) if (line !== '') yield schema.parse(JSON.parse(line));
}

/**
 * The cases of a finished run, one at a time: a hundred thousand do not fit beside what else must.
 * @param file its cases.ndjson
 * @throws ZodError, SyntaxError where a line is no case
 */
export function readCases(file: string): AsyncGenerator<Case> {
  return readLines(file, caseSchema);
}

/**
 * The households of a finished run, one at a time.
 * @param file its households.ndjson
 * @throws ZodError, SyntaxError where a line is no household
 */
export function readRunHouseholds(file: string): AsyncGenerator<Household> {
  return readLines(file, householdSchema);
}
