import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A Python that has openpyxl; null where there is none. */
export const python: string | null =
  ['/usr/bin/python3', 'python3', 'python'].find(
    (name) => spawnSync(name, ['-c', 'import openpyxl']).status === 0,
  ) ?? null;

const script = fileURLToPath(new URL('answer-forms.py', import.meta.url));

/** What a clerk writes into a form, and what else is done to it (answer-forms.py). */
export interface FormPlan {
  /** Title of the column that names a row. */
  readonly key: string;
  /** By the key's value: column title → what is filled in. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly reverse?: boolean;
  readonly drop?: readonly string[];
}

/** Fills in a form with openpyxl. @returns rows filled in */
export function fillForm(source: string, target: string, plan: FormPlan): number {
  const file = `${target}.json`;
  writeFileSync(file, JSON.stringify(plan));
  const { status, stdout, stderr } = spawnSync(python ?? '', [script, source, target, file], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
