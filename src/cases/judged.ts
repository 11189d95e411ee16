import type { Outcome } from './types.js';

/** A check that did not run, or broke, says nothing of what was found before: not run is never clear. */
const RAN: ReadonlySet<Outcome> = new Set(['hit', 'clear', 'undecidable']);

/** Why nothing can be said of a case that a run does not have any more. */
export type NotJudged = 'not_run' | 'undecidable';

/** What a run really looked at: which checks ran, and for which households they could decide. */
export class Judged {
  readonly #outcomes: ReadonlyMap<string, Outcome>;
  readonly #undecidable = new Set<string>();

  /**
   * @param outcomes of the checks that were part of the run, by their ids
   * @param undecidable households that a check could not decide
   */
  constructor(
    outcomes: ReadonlyMap<string, Outcome>,
    undecidable: Iterable<{ readonly check: string; readonly household_id: string }>,
  ) {
    this.#outcomes = outcomes;
    for (const { check, household_id } of undecidable) this.#undecidable.add(`${check} ${household_id}`);
  }

  /** Why the run did not judge the household by the check; null where it did. */
  missing(check: string, household_id: string): NotJudged | null {
    if (!RAN.has(this.#outcomes.get(check) ?? 'not_run')) return 'not_run';
    return this.#undecidable.has(`${check} ${household_id}`) ? 'undecidable' : null;
  }
}
