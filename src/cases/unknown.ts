import type { NotJudged } from './judged.js';
import type { Present } from './present.js';

/** Why a case that is gone is not resolved; `what` names the register, the township or the category. */
export type Unknown =
  | { readonly why: NotJudged }
  | {
      readonly why: 'register' | 'register_part' | 'township' | 'category';
      readonly what: string;
    };

/** What of a case decides whether a later run could have found it. */
interface Gone {
  readonly check: string;
  readonly household_id: string;
  readonly township: string;
  readonly category: string | null;
  /** Null of somebody who is on no roster; what does not say is of the roster. */
  readonly head?: object | null | undefined;
  readonly evidence: readonly { readonly register: string; readonly file: string }[];
}

/** A township, or a category, of which the newer roster has nobody: its list was not there that night. */
function rosterGap({ head, township, category }: Gone, newer: Present): Unknown | null {
  if (head === null) return null;
  const there = newer.townships.find((one) => one.township === township);
  if ((there?.roster_households ?? 0) === 0) return { why: 'township', what: township };
  if (category === 'urban' || category === 'rural')
    if (newer.roster[category].households === 0) return { why: 'category', what: category };
  return null;
}

/**
 * Why nothing can be said of a case that the newer run does not have: its check did not run or could not decide, a
 * register of its evidence was absent or matched nobody, or its household's roster was missing. Null: it is resolved.
 * The check may have run without the register (R01.relative by marriages alone): absence of data clears nobody.
 */
export function unknownBecause(one: Gone, older: Pick<Present, 'files'>, newer: Present): Unknown | null {
  const why = newer.judged.missing(one.check, one.household_id);
  if (why !== null) return { why };
  const gap = rosterGap(one, newer);
  if (gap !== null) return gap;
  for (const { register, file } of one.evidence) {
    const now = newer.files.get(register);
    if (now === undefined) return { why: 'register', what: register };
    // Files are named after their day: the case's own is missed only where there are fewer than before.
    if (!now.has(file) && now.size < (older.files.get(register)?.size ?? 0))
      return { why: 'register_part', what: register };
  }
  return null;
}
