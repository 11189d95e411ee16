import { parseId } from '../normalise/index.js';

const LONG_NUMBER = /\d{6}/;

const VALID = new Set<string | null>([null]);
/** What is wrong with a number that is somebody's all the same. */
const STILL_SOMEBODY = new Set<string | null>([null, 'id-date', 'id-checksum', 'id-rounded', 'id-masked']);

function holdsNumber(cells: readonly string[], problems: ReadonlySet<string | null>): boolean {
  return cells.some((cell) => {
    if (!LONG_NUMBER.test(cell)) return false;
    const { value, problem } = parseId(cell);
    return value !== '' && problems.has(problem);
  });
}

/** True for a row with what looks like somebody's ID number, valid or mistyped, rounded or masked. */
export function seemsPerson(cells: readonly string[]): boolean {
  return holdsNumber(cells, STILL_SOMEBODY);
}

/** True for a row with somebody's valid ID number: data that was meant to be read, wherever it stands. */
export function holdsPerson(cells: readonly string[]): boolean {
  return holdsNumber(cells, VALID);
}
