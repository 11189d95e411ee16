import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A module of the built program, by its path below dist/. */
export async function load(path) {
  try {
    return await import(pathToFileURL(`${root}${path}`).href);
  } catch (error) {
    throw new Error(`dist/${path} cannot be loaded: run npm run build first`, { cause: error });
  }
}
