import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { idVerdict, parseId } from '../src/normalise/index.js';

/** 130 published numbers and what is true of them; numbers that other projects test with stay in that folder. */
const file = new URL('../../shared/corpora/idnumbers.csv', import.meta.url);
const present = existsSync(file);

interface PublishedNumber {
  id: string;
  expected_valid: string;
  reason: string;
  checksum: string;
  date: string;
  area_vs_areacodes_1981_2024: string;
}

describe.skipIf(!present)('published ID numbers', () => {
  const rows: PublishedNumber[] = present ? parse(readFileSync(file), { columns: true, bom: true }) : [];
  const undisputed = rows.filter((row) => !row.reason.includes('DISPUTED'));

  it('are all there', () => {
    expect(undisputed.length).toBe(126);
  });

  it('valid ones are valid, at most with an area warning', () => {
    const wrong = undisputed.filter((row) => {
      if (row.expected_valid !== 'true') return false;
      const { verdict, warnings } = idVerdict(row.id, '2024-06-01');
      return verdict === 'invalid' || warnings.some((warning) => !warning.startsWith('area-'));
    });
    expect(wrong.map((row) => row.reason)).toEqual([]);
  });

  it('invalid ones are invalid; where only the area is wrong, an area warning', () => {
    const wrong = undisputed.filter((row) => {
      if (row.expected_valid !== 'false') return false;
      const onlyArea = row.date === 'ok' && row.checksum !== 'bad' && /area|county/.test(row.reason);
      const { verdict, warnings } = idVerdict(row.id, '2024-06-01');
      return (
        verdict !== (onlyArea ? 'warning' : 'invalid') || (onlyArea && !warnings[0]?.startsWith('area-'))
      );
    });
    expect(wrong.map((row) => row.reason)).toEqual([]);
  });

  it('codes in force at birth bring no area warning', () => {
    const wrong = undisputed.filter(
      (row) =>
        row.expected_valid === 'true' &&
        row.area_vs_areacodes_1981_2024 === 'active_at_birth' &&
        idVerdict(row.id).warnings.length > 0,
    );
    expect(wrong.map((row) => row.reason)).toEqual([]);
  });

  it('have the fault that is stated', () => {
    for (const row of undisputed.filter(({ id }) => id.length === 18 && /^\d{17}[\dXx]$/.test(id))) {
      const { problem } = parseId(row.id);
      if (row.date === 'bad') expect(problem).toBe('id-date');
      else if (row.checksum === 'bad') expect(problem).toBe('id-checksum');
      else expect(problem).toBeNull();
    }
  });
});
