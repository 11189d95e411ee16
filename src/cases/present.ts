import type { Judged } from './judged.js';

/** Register → files that had rows in a run. One whose rows match nobody counts as absent: it says nothing. */
export type PresentFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** What decides whether a run could have found a case. */
export interface Present {
  readonly judged: Judged;
  readonly files: PresentFiles;
  readonly townships: readonly { readonly township: string; readonly roster_households: number }[];
  readonly roster: Readonly<Record<'urban' | 'rural', { readonly households: number }>>;
}

/** The files of a run that had rows and were not in alarm, by register. */
export function presentFiles(
  sources: Iterable<{
    readonly register: string;
    readonly file: string;
    readonly loaded: number;
    readonly passed_over: number;
    readonly alarm: boolean;
  }>,
): PresentFiles {
  const files = new Map<string, Set<string>>();
  for (const { register, file, loaded, passed_over, alarm } of sources) {
    if (alarm || loaded + passed_over === 0) continue;
    files.set(register, (files.get(register) ?? new Set()).add(file));
  }
  return files;
}
