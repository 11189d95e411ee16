import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DibaoError } from '../errors.js';
import type { GrantMemory } from './types.js';

const earlier = z.object({
  exemptions: z
    .object({
      rows: z.array(z.object({ grant: z.string(), granted: z.record(z.string(), z.string()) })),
    })
    .optional(),
});

/**
 * What an earlier run's exemptions covered.
 * @param file its summary.json, `shown` as messages show it; one that is not there remembers nothing
 * @throws DibaoError baseline-unreadable
 */
export async function grantsOf(file: string, shown: string): Promise<GrantMemory> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return new Map();
  }
  let rows: { grant: string; granted: Record<string, string> }[];
  try {
    rows = earlier.parse(JSON.parse(text)).exemptions?.rows ?? [];
  } catch {
    // To forget would be to grant anew, for whatever evidence there is now.
    throw new DibaoError('baseline-unreadable', {}, { file: shown });
  }
  return new Map(rows.map(({ grant, granted }) => [grant, new Map(Object.entries(granted))]));
}
