import { say } from '../messages/language.js';
import { inputTexts } from '../messages/nightly.js';
import { type CaseChange, changeOf, type Remembered } from './baseline.js';
import type { Present, PresentFiles } from './present.js';
import type { Case } from './types.js';
import { unknownBecause } from './unknown.js';

/** An earlier run, opened for what it could have found and what it had. */
export interface EarlierNight {
  readonly present: Present;
  /** Its cases by their ids; those exempted then are left out. */
  cases(): Promise<ReadonlyMap<string, Remembered>>;
}

/** Where a case that the baseline could not have found may be known from. */
export interface Memory {
  /** What the baseline could have found; null where its folder does not say. */
  readonly baseline: () => Promise<Present | null>;
  /** Against what the ledger of the campaign has, of a case that is not gone; undefined where it has none. */
  readonly known: (one: Case) => CaseChange | undefined;
  /** The runs before the baseline, newest first; opened one by one, as far as they are asked for. */
  readonly earlier: () => AsyncIterable<EarlierNight>;
}

export interface LookedBack {
  readonly cases: readonly Case[];
  /** What must be said: new cases of which nobody can tell whether they are. */
  readonly notes: readonly string[];
}

/**
 * Cases that are new against the baseline only in that it could not have found them (its register was not there that
 * night, its check did not run) are looked up further back: in the ledger, then in each earlier run up to the first that
 * could have found them. Nothing is read where no case is new.
 * @param compared marked against the baseline
 * @param files of this run
 */
export async function lookBack(
  compared: readonly Case[],
  files: PresentFiles,
  memory: Memory,
): Promise<LookedBack> {
  const fresh = compared.filter(({ change }) => change === 'new');
  const baseline = fresh.length === 0 ? null : await memory.baseline();
  if (baseline === null) return { cases: compared, notes: [] };
  const here = { files };
  const open = new Set(fresh.filter((one) => unknownBecause(one, here, baseline) !== null));
  const found = new Map<string, CaseChange>();
  for (const one of open) {
    const change = memory.known(one);
    if (change === undefined) continue;
    found.set(one.case_id, change);
    open.delete(one);
  }
  if (open.size > 0) {
    for await (const { present, cases } of memory.earlier()) {
      const had = await cases();
      for (const one of open) {
        const before = had.get(one.case_id);
        if (before === undefined && unknownBecause(one, here, present) !== null) continue;
        found.set(one.case_id, changeOf(before, one));
        open.delete(one);
      }
      if (open.size === 0) break;
    }
  }
  return {
    cases: compared.map((one) => ({ ...one, change: found.get(one.case_id) ?? one.change })),
    notes: open.size === 0 ? [] : [say(inputTexts.untold, { count: open.size })],
  };
}
