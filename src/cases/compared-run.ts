import { join } from 'node:path';
import { z } from 'zod';
import { reportFiles } from '../files/run-files.js';
import { Judged } from './judged.js';
import { type Present, presentFiles } from './present.js';
import { undecidableOf } from './read-undecidable.js';
import { partOf } from './run-part.js';
import { summarySchema } from './types.js';

const manifestSchema = z.object({ as_of: z.iso.date() });
// Of a run by another version only what is compared.
const summaryPart = summarySchema.pick({ name: true, as_of: true, pack: true }).extend({
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  roster: z.object({
    urban: z.object({ households: z.int() }),
    rural: z.object({ households: z.int() }),
  }),
  checks: z.array(summarySchema.shape.checks.element.pick({ check: true, title: true, outcome: true })),
  sources: z.array(
    summarySchema.shape.sources.element.pick({
      register: true,
      file: true,
      loaded: true,
      passed_over: true,
      alarm: true,
    }),
  ),
  townships: z.array(z.object({ township: z.string(), roster_households: z.int() })),
  parameters: z.array(z.object({ name: z.string(), title: z.string(), value: z.string() })),
});

/** A finished run as it is compared with another; its cases stay in their file. */
export interface ComparedRun extends z.infer<typeof summaryPart>, Pick<Present, 'judged' | 'files'> {
  /** As messages show it. */
  readonly shown: string;
  /** Path of its cases.ndjson. */
  readonly cases: string;
}

/**
 * Opens the folder of a finished run for a comparison.
 * @param dir absolute; `shown` as the user wrote it
 * @throws DibaoError run-unfinished, run-damaged
 */
export async function openComparedRun(dir: string, shown: string): Promise<ComparedRun> {
  await partOf(dir, shown, 'run.json', (text) => manifestSchema.parse(JSON.parse(text)));
  const summary = await partOf(dir, shown, reportFiles.summary, (text) =>
    summaryPart.parse(JSON.parse(text)),
  );
  const undecidable = await partOf(dir, shown, reportFiles.undecidable, undecidableOf);
  const outcomes = new Map(summary.checks.map(({ check, outcome }) => [check, outcome]));
  const judged = new Judged(outcomes, undecidable);
  const files = presentFiles(summary.sources);
  return { ...summary, shown, cases: join(dir, reportFiles.cases), judged, files };
}
