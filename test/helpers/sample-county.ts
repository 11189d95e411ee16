import { uniformByHash } from '../../src/sample/hash-draw.js';
import type { Candidate } from '../../src/sample/types.js';

/** A county for draws: who may be drawn, and who is wrong. Made by hash: the same every time. */
export interface SampleCounty {
  readonly candidates: readonly Candidate[];
  readonly wrong: ReadonlySet<string>;
  /** Share of the households that are wrong. */
  readonly rate: number;
}

/**
 * @param townships each of eight communities of 10 to 60 households
 * @param errors chance that a household with a case, one to be looked at hardest, and any other is wrong
 */
export function sampleCounty(
  townships: number,
  errors: { readonly flagged: number; readonly focus: number; readonly plain: number },
): SampleCounty {
  const candidates: Candidate[] = [];
  const wrong = new Set<string>();
  for (let t = 0; t < townships; t++)
    for (let v = 0; v < 8; v++) {
      const place = `${t}-${v}`;
      const count = 10 + Math.floor(50 * uniformByHash('size', '', place));
      const risk = 0.1 + 0.3 * uniformByHash('risk', '', place);
      for (let h = 0; h < count; h++) {
        const household_id = `${place}-${h}`;
        const of = (what: string): number => uniformByHash(what, place, household_id);
        const status = of('flagged') < risk ? 'flagged' : of('focus') < 0.15 ? 'focus' : 'plain';
        candidates.push({
          household_id,
          township: `乡${t}`,
          village: `村${v}`,
          category: v < 2 ? 'urban' : 'rural',
          class: 'ABC'[Math.floor(3 * of('class'))] ?? 'A',
          status,
        });
        if (of('wrong') < errors[status]) wrong.add(household_id);
      }
    }
  return { candidates, wrong, rate: wrong.size / candidates.length };
}
