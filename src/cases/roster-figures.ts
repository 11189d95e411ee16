import type { DuckDBConnection } from '@duckdb/node-api';
import type { Summary } from './types.js';

/** Households of the roster in one village. */
export interface VillageCount {
  readonly township: string;
  readonly village: string;
  readonly households: number;
}

/** The roster in numbers, and where its households are. */
export interface RosterFigures {
  readonly roster: Summary['roster'];
  readonly villages: readonly VillageCount[];
}

const HOUSEHOLDS = `
  SELECT category, count(*) AS households, sum(covered_listed) AS covered, sum(listed) AS members,
    coalesce(sum(monthly_amount), 0) AS amount,
    count(*) FILTER (listed = 1 AND covered_size > 1) AS heads_only
  FROM household GROUP BY category`;

const VILLAGES = `
  SELECT coalesce(township, '') AS township, coalesce(village, '') AS village, count(*) AS households
  FROM household GROUP BY ALL ORDER BY ALL`;

/** Counts the roster in the database: there may be a million members, of whom few are in any case. */
export async function readRosterFigures(db: DuckDBConnection): Promise<RosterFigures> {
  const groups = (await db.runAndReadAll(HOUSEHOLDS)).getRowObjectsJson().map((row) => ({
    category: row.category,
    households: Number(row.households),
    covered: Number(row.covered),
    members: Number(row.members),
    fen: Math.round(Number(row.amount) * 100),
    headsOnly: Number(row.heads_only),
  }));
  const sum = (key: 'households' | 'covered' | 'members' | 'fen' | 'headsOnly', category?: string): number =>
    groups.reduce(
      (all, one) => (category === undefined || one.category === category ? all + one[key] : all),
      0,
    );
  const figures = (category?: string) => ({
    households: sum('households', category),
    covered: sum('covered', category),
    monthly_amount: sum('fen', category) / 100,
  });
  const known = figures('urban').households + figures('rural').households;
  const uncheckable = await db.runAndReadAll('SELECT count(*) FROM member WHERE NOT checkable');
  const villages = await db.runAndReadAll(VILLAGES);
  return {
    roster: {
      ...figures(),
      members: sum('members'),
      urban: figures('urban'),
      rural: figures('rural'),
      unknown_category: sum('households') - known,
      uncheckable_members: Number(uncheckable.getRows()[0]?.[0]),
      heads_only: sum('headsOnly'),
    },
    villages: villages.getRows().map(([township, village, households]) => ({
      township: String(township),
      village: String(village),
      households: Number(households),
    })),
  };
}
