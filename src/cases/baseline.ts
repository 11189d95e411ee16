import { hash } from 'node:crypto';
import { z } from 'zod';
import { DibaoError } from '../errors.js';
import { type LinePlace, placedLines } from './case-lines.js';
import { evidenceKeys } from './evidence-key.js';
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
  return hash('sha256', JSON.stringify([one.grade, one.match, one.reason, evidenceKeys(one.evidence)]));
}

/** The evidence of a case in 16 characters (证据标识), as an exemption names it. */
export function evidenceId(one: z.infer<typeof earlier>): string {
  return caseDigest(one).slice(0, 16);
}

/** What a case of an earlier run said, and where it stands in that run's cases.ndjson. */
export interface Remembered extends LinePlace {
  readonly digest: string;
}

/** Cases of an earlier run by their ids; those exempted then were no findings, and are left out. */
export type Baseline = ReadonlyMap<string, Remembered>;

/** Against the same case of an earlier run. */
export type CaseChange = NonNullable<Case['change']>;

/**
 * What each case of a run said, and where it stands.
 * @param file its cases.ndjson
 * @throws ZodError, SyntaxError where a line is no case, and what the file system refuses
 */
export async function rememberCases(file: string): Promise<Map<string, Remembered>> {
  const found = new Map<string, Remembered>();
  for await (const { text, at, bytes } of placedLines(file)) {
    const one = earlier.parse(JSON.parse(text));
    if (one.exemption?.status !== 'exempted') found.set(one.case_id, { digest: caseDigest(one), at, bytes });
  }
  return found;
}

/**
 * Reads the cases of an earlier run to compare with.
 * @param file its cases.ndjson; `shown` as messages show it
 * @throws DibaoError baseline-missing, baseline-unreadable
 */
export async function readBaseline(file: string, shown: string): Promise<Baseline> {
  try {
    return await rememberCases(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new DibaoError(missing ? 'baseline-missing' : 'baseline-unreadable', {}, { file: shown });
  }
}

/** Whether a case is new, recurring or changed against the one of the same id, if there was one. */
export function changeOf(before: Remembered | undefined, one: z.infer<typeof earlier>): CaseChange {
  if (before === undefined) return 'new';
  return before.digest === caseDigest(one) ? 'recurring' : 'changed';
}

/** The cases, each marked new, recurring or changed against the baseline. */
export function compareWith(baseline: Baseline, cases: readonly Case[]): Case[] {
  return cases.map((one) => ({ ...one, change: changeOf(baseline.get(one.case_id), one) }));
}
