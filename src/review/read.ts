import { tmpdir } from 'node:os';
import type { Campaign } from '../campaign-file/types.js';
import { type LoadSettings, withSession } from '../load/session.js';
import { readTexts } from '../rules/read-texts.js';
import type { ReviewedHousehold } from './types.js';

const HOUSEHOLDS = `
  WITH review AS (
    -- Where several rows of a household say it, the latest review is the last.
    SELECT household_id, max(last_review) AS last_review FROM roster GROUP BY household_id),
  head AS (
    SELECT household_id, arg_min(name, (relation IS DISTINCT FROM 'self', sources[1])) AS head_name
    FROM member GROUP BY household_id),
  said AS (
    SELECT l.household_id, bool_or(d.date IS NULL) AS undated,
      string_agg(DISTINCT CAST(d.date AS VARCHAR), ' ') AS declared
    FROM declaration d JOIN link l USING (source) WHERE l.household_id IS NOT NULL GROUP BY l.household_id)
  SELECT h.household_id, h.township, h.village, h.village_group, p.head_name, h.category, h.class, h.monthly_amount,
    h.start_date, r.last_review, s.declared, coalesce(s.undated, false) AS undated
  FROM household h LEFT JOIN review r USING (household_id) LEFT JOIN head p USING (household_id)
    LEFT JOIN said s USING (household_id)
  WHERE h.open`;
const COLUMNS = [
  ...['household_id', 'township', 'village', 'village_group', 'head_name', 'category', 'class'],
  ...['monthly_amount', 'start_date', 'last_review', 'declared', 'undated'],
];

export interface Reviewed {
  /** By household number. */
  readonly households: readonly ReviewedHousehold[];
  readonly hasDeclarations: boolean;
}

/**
 * Reads the roster and the declarations alone: every household with a covered member.
 * @throws DibaoError for sources that cannot be read
 */
export async function readReviewed(
  campaign: Campaign,
  settings: Pick<LoadSettings, 'password' | 'progress' | 'onCleanup'>,
): Promise<Reviewed> {
  const wanted = [...campaign.sources].filter(([key]) => key === 'roster' || key === 'declaration');
  const alone: Campaign = { ...campaign, sources: new Map(wanted) };
  const rest = { workParent: tmpdir(), keepAll: false, threads: null, keepDatabase: null };
  return withSession(
    alone,
    { ...rest, memory: '200MB', ...settings },
    async ({ connections: [db], loaded }) => {
      const rows = await readTexts(db, HOUSEHOLDS, COLUMNS, 'household_id');
      const households = rows.map((row): ReviewedHousehold => {
        const value = (name: string): string | null => row[COLUMNS.indexOf(name)] ?? null;
        const text = (name: string): string => value(name) ?? '';
        const amount = value('monthly_amount');
        return {
          household_id: text('household_id'),
          township: text('township'),
          village: text('village'),
          village_group: text('village_group'),
          head_name: text('head_name'),
          category: text('category'),
          class: text('class'),
          monthly_amount: amount === null ? null : Number(amount),
          start_date: value('start_date'),
          last_review: value('last_review'),
          declared: text('declared')
            .split(' ')
            .filter((day) => day !== '')
            .sort(),
          hasUndated: value('undated') === 'true',
        };
      });
      return { households, hasDeclarations: loaded.present.has('declaration') };
    },
  );
}
