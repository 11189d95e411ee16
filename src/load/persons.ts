import { parseId } from '../normalise/index.js';

const LONG_NUMBER = /\d{6}/;

/** True for a row with somebody's valid ID number: data that was meant to be read, wherever it stands. */
export function holdsPerson(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    if (!LONG_NUMBER.test(cell)) return false;
    const { value, problem } = parseId(cell);
    return value !== '' && problem === null;
  });
}
