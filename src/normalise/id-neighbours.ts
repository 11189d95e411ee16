import { isMasked } from './characters.js';
import { isRoundedId } from './id.js';
import { isValidId18, weightAt } from './id-checks.js';

const SIGNS = '0123456789X';

/**
 * The valid numbers that an invalid one of 18 characters can have been: those that differ from it in exactly one position
 * or by one swap of neighbours (RULES.md, level near). Empty for valid, rounded and masked numbers and other lengths.
 */
export function damagedNeighbours(id: string): string[] {
  if (id.length !== 18 || isValidId18(id) || isRoundedId(id) || isMasked(id)) return [];
  const neighbours: string[] = [];
  for (let i = 0; i < 18; i += 1) {
    addChanged(id, i, neighbours);
    const swapped = `${id.slice(0, i)}${id.charAt(i + 1)}${id.charAt(i)}${id.slice(i + 2)}`;
    if (isValidId18(swapped)) neighbours.push(swapped);
  }
  return neighbours;
}

function addChanged(id: string, position: number, into: string[]): void {
  const before = id.slice(0, position);
  const after = id.slice(position + 1);
  // Of all signs one at most gives the right checksum, so the sum tells them apart before any text is built.
  const others = weightedSum(`${before}0${after}`);
  const highest = position === 17 ? 10 : 9;
  for (let sign = 0; sign <= highest; sign += 1) {
    if ((others + sign * weightAt(position)) % 11 !== 1) continue;
    const changed = before + SIGNS.charAt(sign) + after;
    if (isValidId18(changed)) into.push(changed);
  }
}

function weightedSum(id: string): number {
  let sum = 0;
  for (let i = 0; i < 18; i += 1) sum += SIGNS.indexOf(id.charAt(i)) * weightAt(i);
  return sum;
}
