import { z } from 'zod';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import { changeOf, rememberCases } from './baseline.js';
import { type CaseDifference, differencesOf } from './case-differences.js';
import { type LinePlace, LineReader, placedLines } from './case-lines.js';
import type { ComparedRun } from './compared-run.js';
import { isExempted } from './nightly-types.js';
import { caseSchema } from './types.js';
import { type Unknown, unknownBecause } from './unknown.js';

/** What is shown and compared of a case; what else its line holds goes along as it is. */
const diffCase = caseSchema
  .pick({
    ...{ case_id: true, rule: true, check: true, title: true, grade: true, match: true, fact: true },
    ...{ household_id: true, township: true, village: true, since: true, monthly_amount: true },
    ...{ overpaid: true, reason: true, exemption: true },
  })
  .extend({
    category: z.string().nullable(),
    head: z.looseObject({}).nullable().optional(),
    person: z.looseObject({ name: z.string(), id_number: z.string() }).nullable(),
    evidence: z.array(
      z.looseObject({
        register: z.string(),
        file: z.string(),
        fields: z.record(z.string(), z.string()),
      }),
    ),
  })
  .loose();

export type DiffCase = z.infer<typeof diffCase>;

/** `exempted`: a finding before, exempted now. `unknown`: not in the newer run, which could not have found it. */
export const diffKinds = ['new', 'changed', 'recurring', 'resolved', 'exempted', 'unknown'] as const;
export type DiffKind = (typeof diffKinds)[number];

/** One case of either run. */
export interface DiffEntry {
  readonly kind: DiffKind;
  /** As the newer run has it; of resolved and unknown ones as the older had it. */
  readonly one: DiffCase;
  /** Of a changed case what differs. */
  readonly differences: readonly CaseDifference[];
  /** Of an unknown one why; of a new one why the older run could not have found it: it may not be new. */
  readonly why: Unknown | null;
}

/** What went wrong while the cases of a run were read, as an error of that run. */
function damaged(error: unknown, { shown }: ComparedRun): Error {
  if (error instanceof DibaoError) return error;
  const { code } = error as NodeJS.ErrnoException;
  const field = error instanceof z.ZodError ? error.issues[0]?.path.join('.') : undefined;
  return new DibaoError(
    'run-damaged',
    { name: reportFiles.cases, why: code ?? field ?? '' },
    { file: shown },
  );
}

async function reading<T>(run: ComparedRun, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw damaged(error, run);
  }
}

const parsed = (text: string): DiffCase => diffCase.parse(JSON.parse(text));

/** Only what reading itself throws is the run's: what the user of the cases throws passes by. */
async function* casesOf(run: ComparedRun): AsyncGenerator<DiffCase> {
  const lines = placedLines(run.cases);
  for (;;) {
    const next = await reading(run, () => lines.next());
    if (next.done === true) return;
    yield await reading(run, async () => parsed(next.value.text));
  }
}

/**
 * The cases of two runs, one at a time: those of the newer in its order, then those that only the older has. Of the
 * older run's cases a digest and a place stay in memory, so that a hundred thousand do not fill it.
 * @throws DibaoError run-damaged
 */
export async function* diffRuns(older: ComparedRun, newer: ComparedRun): AsyncGenerator<DiffEntry> {
  const left = await reading(older, () => rememberCases(older.cases));
  const reader = new LineReader(older.cases);
  const again = (place: LinePlace): Promise<DiffCase> =>
    reading(older, async () => parsed(await reader.read(place)));
  try {
    for await (const one of casesOf(newer)) {
      const before = left.get(one.case_id);
      left.delete(one.case_id);
      if (isExempted(one)) {
        if (before !== undefined) yield { kind: 'exempted', one, differences: [], why: null };
        continue;
      }
      const kind = changeOf(before, one);
      const isChanged = kind === 'changed' && before !== undefined;
      const differences = isChanged ? differencesOf(await again(before), one) : [];
      const why = kind === 'new' ? unknownBecause(one, newer, older) : null;
      yield { kind, one, differences, why };
    }
    for (const place of left.values()) {
      const one = await again(place);
      const why = unknownBecause(one, older, newer);
      yield { kind: why === null ? 'resolved' : 'unknown', one, differences: [], why };
    }
  } finally {
    await reader.close();
  }
}
