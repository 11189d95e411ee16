import type { Notes } from './notes.js';
import type { MergeLookup, SheetPlan } from './plan-types.js';

/** A file with the edits in it. */
export interface Patched {
  readonly bytes: Buffer;
  readonly rowsRemoved: number;
  readonly cellsChanged: number;
}

/** An open file of the roster that can be written again. */
export interface Rewritable {
  /** Ranges merged over several rows, by sheet. */
  readonly merges: ReadonlyMap<string | null, MergeLookup>;
  /**
   * The whole file with these edits.
   * @param sheets at least one, each with something to do
   */
  patch(sheets: readonly SheetPlan[], notes: Notes): Promise<Patched>;
  close(): Promise<void>;
}
