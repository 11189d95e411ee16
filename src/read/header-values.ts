import { codeNormaliser } from '../normalise/code.js';
import type { FieldSpec, RecordSet } from '../records/types.js';
import { headerKey } from './header-text.js';
import type { RawRow } from './types.js';

/** How many rows below the header are looked at. */
const SAMPLE = 200;
const tierWord = /^第?[一二三四五六七八九\d]档$/;

/** The values of a column below the header that are not empty, in the form headers are compared in. */
export function valuesBelow(below: readonly RawRow[], index: number): string[] {
  return below
    .slice(0, SAMPLE)
    .map((row) => headerKey(row.cells[index] ?? ''))
    .filter((value) => value !== '');
}

function codes(record: RecordSet, name: string): (value: string) => boolean {
  const field: FieldSpec | undefined = record.fields.find((one) => one.name === name);
  if (field?.codes === undefined) return () => false;
  const normalise = codeNormaliser(field.codes);
  return (value) => {
    const parsed = normalise(value);
    return parsed.problem === null && parsed.value !== 'other';
  };
}

/**
 * Which of category (城市, 农村), class (A, B, C) and tier (一档) the values of a column are: what at least half of
 * them read as; null where they are none of these or there are none. 低保类别 is used for all three in real rosters.
 */
export function kindOfValues(
  record: RecordSet,
  values: readonly string[],
): 'category' | 'class' | 'tier' | null {
  const tests = [
    ['category', codes(record, 'category')],
    ['class', codes(record, 'class')],
    ['tier', (value: string) => tierWord.test(value)],
  ] as const;
  for (const [kind, test] of tests) {
    const hits = values.filter(test).length;
    if (hits > 0 && hits * 2 >= values.length) return kind;
  }
  return null;
}
