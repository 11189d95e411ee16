/** One thing that was destroyed, or would be. */
export interface DestroyedItem {
  /** As seen from the campaign folder. */
  readonly path: string;
  readonly kind: 'run' | 'database' | 'temporary';
  readonly files: number;
  readonly bytes: number;
}

/** What a record of destruction (销毁记录) says. */
export interface DestructionFacts {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly who: string;
  readonly why: string;
  /** As the campaign file says; null where it does not. */
  readonly retainUntil: string | null;
  readonly destroyed: readonly DestroyedItem[];
  /** What stays in the campaign folder, as seen from it. */
  readonly kept: readonly { readonly path: string; readonly files: number }[];
  /** The bureaus' own files, to be returned or destroyed by hand; '' where the campaign file names no supplier. */
  readonly originals: readonly { readonly supplier: string; readonly files: readonly string[] }[];
  /** What no program can reach from here, in sentences. */
  readonly beyond: readonly string[];
}
