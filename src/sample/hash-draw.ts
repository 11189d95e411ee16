import { createHash } from 'node:crypto';

/** SHA-256 of seed, stratum and number as hex: what every draw sorts by (docs/decisions/0023). */
function keyOf(seed: string, stratum: string, id: string): string {
  return createHash('sha256').update(`${seed}\n${stratum}\n${id}`).digest('hex');
}

/**
 * The first of some units by SHA-256 of seed, stratum and number: anybody can work the draw out again with the seed
 * and a list, whatever the order of the list.
 * @param count how many; all of them where there are fewer
 */
export function firstByHash(ids: readonly string[], count: number, seed: string, stratum: string): string[] {
  const keyed = ids.map((id) => ({ id, key: keyOf(seed, stratum, id) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return keyed.slice(0, count).map(({ id }) => id);
}

/** A number between 0 and 1, neither of them, by the same hash: its first 52 bits. */
export function uniformByHash(seed: string, stratum: string, id: string): number {
  return (Number.parseInt(keyOf(seed, stratum, id).slice(0, 13), 16) + 0.5) / 2 ** 52;
}
