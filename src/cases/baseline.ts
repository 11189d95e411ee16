import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DibaoError } from '../errors.js';
import type { Case } from './types.js';

// Of an earlier run only what is compared; a later version's further fields do not matter.
const earlier = z.object({
  case_id: z.string(),
  grade: z.string(),
  match: z.string(),
  reason: z.string(),
  evidence: z.array(z.object({ register: z.string(), fields: z.record(z.string(), z.string()) })),
  exemption: z.object({ status: z.string() }).optional(),
});

/** What a case says, whatever file and row it stands in: changes when its grade, match, reason or evidence does. */
export function caseDigest(one: z.infer<typeof earlier>): string {
  const evidence = one.evidence.map(({ register, fields }) =>
    JSON.stringify([register, Object.entries(fields).sort()]),
  );
  return createHash('sha256')
    .update(JSON.stringify([one.grade, one.match, one.reason, evidence.sort()]))
    .digest('hex');
}

/** The evidence of a case in 16 characters (证据标识), as an exemption names it. */
export function evidenceId(one: z.infer<typeof earlier>): string {
  return caseDigest(one).slice(0, 16);
}

/** Cases of an earlier run: what each said, by its id; those exempted then were no findings, and are left out. */
export type Baseline = ReadonlyMap<string, string>;

/**
 * Reads the cases of an earlier run.
 * @param file its cases.ndjson; `shown` as messages show it
 * @throws DibaoError baseline-missing, baseline-unreadable
 */
export async function readBaseline(file: string, shown: string): Promise<Baseline> {
  const found = new Map<string, string>();
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (line.trim() === '') continue;
      const one = earlier.parse(JSON.parse(line));
      if (one.exemption?.status !== 'exempted') found.set(one.case_id, caseDigest(one));
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new DibaoError(missing ? 'baseline-missing' : 'baseline-unreadable', {}, { file: shown });
  }
  return found;
}

/** The cases, each marked new, recurring or changed against the baseline. */
export function compareWith(baseline: Baseline, cases: readonly Case[]): Case[] {
  return cases.map((one) => {
    const before = baseline.get(one.case_id);
    return {
      ...one,
      change: before === undefined ? 'new' : before === caseDigest(one) ? 'recurring' : 'changed',
    };
  });
}
