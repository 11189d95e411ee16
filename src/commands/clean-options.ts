import type { Requirement } from '../ledger/events.js';
import type { WorkOptions } from './work.js';

export interface CleanOptions extends WorkOptions {
  /** Folder of the results, as written; undefined: 清理/<date> in the campaign folder. */
  readonly output?: string;
  /** Requirements that somebody takes on himself. */
  readonly waive: readonly Requirement[];
  readonly byWhom?: string;
  readonly why?: string;
  /** For these households alone; none: for all. */
  readonly households: readonly string[];
  /** Nothing may wait: exit 4 where anything does. */
  readonly isFinal: boolean;
  readonly format: 'table' | 'json';
}
