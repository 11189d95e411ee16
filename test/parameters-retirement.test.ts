import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from './helpers/vocabulary-db.js';

/**
 * The statutory retirement age as the decision's annexes print it (国务院关于渐进式延迟法定退休年龄的办法, 附件1-4), written out
 * month by month and apart from the code under test: each annex is a list of groups of birth months, and each group
 * retires one month later than the one before.
 */
interface Annex {
  readonly title: string;
  readonly sex: 'male' | 'female';
  readonly womenBase: 50 | 55;
  /** Age before the rise and at its end, in years. */
  readonly from: number;
  readonly to: number;
  /** First birth month that retires later, as year and month. */
  readonly first: readonly [number, number];
  /** Birth months in a group. */
  readonly group: number;
  /** Rows of the annex as printed: birth month, age, month of retirement. */
  readonly printed: readonly (readonly [string, string, string])[];
}

const annexes: readonly Annex[] = [
  {
    title: '男职工',
    sex: 'male',
    womenBase: 55,
    from: 60,
    to: 63,
    first: [1965, 1],
    group: 4,
    printed: [
      ['1964-12', '60岁', '2024-12'],
      ['1965-01', '60岁1个月', '2025-02'],
      ['1965-04', '60岁1个月', '2025-05'],
      ['1965-05', '60岁2个月', '2025-07'],
      ['1966-06', '60岁5个月', '2026-11'],
      ['1968-12', '61岁', '2029-12'],
      ['1969-01', '61岁1个月', '2030-02'],
      ['1972-12', '62岁', '2034-12'],
      ['1976-08', '62岁11个月', '2039-07'],
      ['1976-09', '63岁', '2039-09'],
      ['1985-12', '63岁', '2048-12'],
    ],
  },
  {
    title: '原法定退休年龄五十五周岁的女职工',
    sex: 'female',
    womenBase: 55,
    from: 55,
    to: 58,
    first: [1970, 1],
    group: 4,
    printed: [
      ['1969-12', '55岁', '2024-12'],
      ['1970-01', '55岁1个月', '2025-02'],
      ['1970-05', '55岁2个月', '2025-07'],
      ['1973-12', '56岁', '2029-12'],
      ['1977-12', '57岁', '2034-12'],
      ['1981-08', '57岁11个月', '2039-07'],
      ['1981-09', '58岁', '2039-09'],
    ],
  },
  {
    title: '原法定退休年龄五十周岁的女职工',
    sex: 'female',
    womenBase: 50,
    from: 50,
    to: 55,
    first: [1975, 1],
    group: 2,
    printed: [
      ['1974-12', '50岁', '2024-12'],
      ['1975-01', '50岁1个月', '2025-02'],
      ['1975-02', '50岁1个月', '2025-03'],
      ['1975-03', '50岁2个月', '2025-05'],
      ['1976-12', '51岁', '2027-12'],
      ['1984-10', '54岁11个月', '2039-09'],
      ['1984-11', '55岁', '2039-11'],
      ['1985-12', '55岁', '2040-12'],
    ],
  },
];

function month(year: number, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

function* birthMonths(): Generator<string> {
  for (let year = 1960; year <= 1985; year += 1) for (let m = 1; m <= 12; m += 1) yield month(year, m);
}

/** Birth month → age in months, by going through the annex group by group. */
function ages({ from, to, first, group }: Annex): Map<string, number> {
  const found = new Map<string, number>();
  let age = from * 12;
  let left = 0;
  for (const born of birthMonths()) {
    if (born >= month(...first) && left === 0) {
      age = Math.min(age + 1, to * 12);
      left = group;
    }
    left = Math.max(left - 1, 0);
    found.set(born, age);
  }
  return found;
}

async function ageInMonths(
  db: DuckDBConnection,
  sex: string,
  born: readonly string[],
): Promise<Map<string, number>> {
  const list = born.map((one) => `'${one}'`).join(', ');
  const reader = await db.runAndReadAll(
    `SELECT b, retirement_age_months('${sex}', CAST(b || '-15' AS DATE)) FROM (SELECT unnest([${list}]) AS b)`,
  );
  return new Map(reader.getRows().map(([b, age]) => [String(b), Number(age)]));
}

function inWords(months: number): string {
  return `${Math.floor(months / 12)}岁${months % 12 === 0 ? '' : `${months % 12}个月`}`;
}

describe.each(annexes)('法定退休年龄:$title', (annex) => {
  let later: DuckDBConnection;
  let before: DuckDBConnection;
  const parameters = { women_base: annex.womenBase };
  beforeAll(async () => {
    later = await emptyDatabase({ asOf: '2025-01-01', parameters });
    before = await emptyDatabase({ asOf: '2024-12-31', parameters });
  });

  it('follows the annex for every birth month from 1960-01 to 1985-12', async () => {
    const wanted = ages(annex);
    expect(wanted.size).toBe(312);
    expect(await ageInMonths(later, annex.sex, [...wanted.keys()])).toEqual(wanted);
  });

  it.each(annex.printed)('%s 出生,%s,%s 退休', async (born, age, retires) => {
    const months = (await ageInMonths(later, annex.sex, [born])).get(born) ?? 0;
    expect(inWords(months)).toBe(age);
    const [year = 0, number = 0] = born.split('-').map(Number);
    const at = year * 12 + number - 1 + months;
    expect(month(Math.floor(at / 12), (at % 12) + 1)).toBe(retires);
  });

  it('was the old age on the last day before the rise', async () => {
    const all = await ageInMonths(before, annex.sex, [...birthMonths()]);
    expect(new Set(all.values())).toEqual(new Set([annex.from * 12]));
  });
});

describe('法定退休年龄:不明', () => {
  it('is unknown without sex or birth date', async () => {
    const db = await emptyDatabase({ asOf: '2026-11-15' });
    const reader = await db.runAndReadAll(
      `SELECT retirement_age_months(NULL, DATE '1970-01-01'), retirement_age_months('male', CAST(NULL AS DATE))`,
    );
    expect(reader.getRows()).toEqual([[null, null]]);
  });
});
