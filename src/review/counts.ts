import type { DueRow } from './types.js';

export interface DueCount {
  readonly township: string;
  readonly village: string;
  readonly households: number;
  readonly overdue: number;
  readonly later: number;
  readonly unknown: number;
  /** Not declared in the period of renewal, whether it is over or not. */
  readonly undeclared: number;
}

export function countDue(rows: readonly DueRow[], township = '', village = ''): DueCount {
  const of = (state: DueRow['state']): number => rows.filter((row) => row.state === state).length;
  return {
    ...{ township, village, households: rows.length },
    ...{ overdue: of('overdue'), later: of('later'), unknown: of('unknown') },
    undeclared: rows.filter(({ renewal }) => renewal === 'open' || renewal === 'missing').length,
  };
}

/** Whether anything is asked about renewal: without a period, or before it, nobody has failed to declare. */
export function asksRenewal(rows: readonly DueRow[]): boolean {
  return rows.some(({ renewal }) => renewal !== null);
}

/** A count a village, in the order of the rows. */
export function countByVillage(rows: readonly DueRow[]): DueCount[] {
  const villages = new Map<string, DueRow[]>();
  for (const row of rows) {
    const key = `${row.township}\n${row.village}`;
    const own = villages.get(key);
    if (own === undefined) villages.set(key, [row]);
    else own.push(row);
  }
  return [...villages.values()].map((own) => countDue(own, own[0]?.township, own[0]?.village));
}
