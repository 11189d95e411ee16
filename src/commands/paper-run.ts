import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { type Household, householdSchema, type Summary, summarySchema } from '../cases/types.js';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import type { ReturnedRow } from '../papers/return-letter.js';

const manifestSchema = z.object({
  as_of: z.iso.date(),
  inputs: z.array(
    z.object({
      register: z.string(),
      file: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      rows: z.int(),
    }),
  ),
});

/** A finished run as papers need it; its cases are read one at a time (src/cases/read-cases.ts). */
export interface PaperRun {
  /** Absolute. */
  readonly folder: string;
  readonly inputs: z.infer<typeof manifestSchema>['inputs'];
  readonly summary: Summary;
}

/**
 * Reads what a run says of itself.
 * @param shown the folder as the user wrote it
 * @throws DibaoError run-unfinished where there is no run.json, run-damaged where a file is missing or altered
 */
export async function readPaperRun(folder: string, shown: string): Promise<PaperRun> {
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T> => {
    try {
      return schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (name === 'run.json' && code === 'ENOENT')
        throw new DibaoError('run-unfinished', {}, { file: shown });
      throw new DibaoError('run-damaged', { name, why: code ?? '' }, { file: shown });
    }
  };
  const { inputs } = await read('run.json', manifestSchema);
  return { folder, inputs, summary: await read(reportFiles.summary, summarySchema) };
}

/** The households of a run that are asked for, by number. */
export async function readHouseholds(
  { folder }: PaperRun,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Household>> {
  const found = new Map<string, Household>();
  const input = createReadStream(join(folder, reportFiles.households), 'utf8');
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    const household = householdSchema.parse(JSON.parse(line));
    if (wanted.has(household.household_id)) found.set(household.household_id, household);
  }
  return found;
}

/** One line of rejects.csv, its cells by place: the titles are in the language of the run. */
export interface RejectLine extends ReturnedRow {
  readonly remedy: string;
  readonly supplier: string;
}

// A cell that a spreadsheet would take for something else carries one ' before it (reports/csv.ts).
const unguarded = (cell: string | undefined): string => (cell ?? '').replace(/^'/, '');

/** The rows and values of a run that could not be used, without the values. */
export async function* readRejects({ folder }: PaperRun): AsyncGenerator<RejectLine> {
  const lines = createReadStream(join(folder, 'rejects.csv')).pipe(parse({ bom: true, from_line: 2 }));
  for await (const line of lines as AsyncIterable<string[]>) {
    const [, file, sheet, row, field, , effect, problem, remedy, supplier] = line.map(unguarded);
    yield {
      file: file ?? '',
      sheet: sheet ?? '',
      row: row ?? '',
      field: field ?? '',
      effect: effect ?? '',
      problem: problem ?? '',
      remedy: remedy ?? '',
      supplier: supplier ?? '',
    };
  }
}
