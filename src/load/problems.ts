import { maskIdsIn } from '../messages/mask.js';
import type { ListedProblem, ProblemCount } from './types.js';

const EXAMPLES = 3;
const LONGEST = 60;

/** Collects the problems of one table: all rejects and lost values in full, the rest by count and example. */
export class Problems {
  readonly listed: ListedProblem[] = [];
  readonly #groups = new Map<string, ProblemCount>();

  get groups(): ProblemCount[] {
    return [...this.#groups.values()];
  }

  /** A problem that goes to rejects.csv. */
  list(row: number, field: string | null, kind: string, value: string, rejected: boolean): void {
    const shown = this.count(row, field, kind, value, rejected);
    this.listed.push({ row, field, kind, value: shown, rejected });
  }

  /** A problem that is counted, with the first three as examples; gives the value as it may be shown. */
  count(row: number, field: string | null, kind: string, value: string, rejected: boolean): string {
    const key = `${kind}|${field ?? ''}|${rejected}`;
    let group = this.#groups.get(key);
    if (!group) {
      group = { field, kind, rejected, count: 0, examples: [] };
      this.#groups.set(key, group);
    }
    group.count++;
    const text = maskIdsIn(value).replace(/\s+/g, ' ').trim();
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    if (group.examples.length < EXAMPLES) group.examples.push({ row, value: shown });
    return shown;
  }
}
