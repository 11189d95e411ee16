import { chmod, rename } from 'node:fs/promises';

/** Keeps the loaded database (`--keep-db`) under a name of its own before the temporary folder is removed. */
export function keepDatabaseAs(target: string): (file: string) => Promise<void> {
  return async (file) => {
    await rename(file, target);
    await chmod(target, 0o600);
  };
}
