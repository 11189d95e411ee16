import type { DuckDBConnection } from '@duckdb/node-api';
import { readTexts } from '../rules/read-texts.js';
import type { Summary } from './types.js';

/** A household that is to be looked at hardest (重点核查对象). */
export interface FocusHousehold {
  readonly household_id: string;
  readonly township: string;
  readonly village: string;
  readonly village_group: string;
  readonly category: string;
  readonly class: string;
  readonly head_name: string;
  /** Yuan a month, the household's. */
  readonly monthly_amount: number | null;
  /** Signs of an income that is not fixed; '' where there is none, or nobody able to work. */
  readonly irregular: string;
  /** Members able to work, where the income is not fixed. */
  readonly able: string;
  /** Days of complaints. */
  readonly complaints: string;
}

/**
 * One pass over what the checks have worked out. Lists are sorted and joined: an aggregate with an order of its own
 * sorts each group by itself, and takes five times as long. Able to work as R08 has it: of working age and below the statutory
 * retirement age, no student, no severe disability, not seriously ill, capacity not none or partial. Whoever's age or sex
 * is unknown is not taken for able, and a complaint that was found to be unfounded does not count.
 */
const FOCUS = `
  WITH sign AS (
    SELECT household_id, class || '类' AS sign FROM household
    WHERE open AND is_word(class, 'focus_classes')
    UNION
    SELECT l.household_id, '灵活就业' FROM employment e JOIN family_link l USING (source)
    WHERE e.insured_as = 'flexible' AND l.level <= 'id' AND is_current(e.start_date, e.end_date)
      AND (e.month IS NULL OR month_number(e.month)
        BETWEEN whole_months(as_of()) - param('month_stale') AND whole_months(as_of()))
    UNION
    SELECT l.household_id, '个体经营' FROM business_now b JOIN family_link l USING (source)
    WHERE coalesce(b.role, 'operator') IN ('legal_rep', 'operator') AND l.level <= 'id'),
  irregular AS (SELECT household_id, array_to_string(list_sort(list(sign)), '、') AS irregular FROM sign GROUP BY household_id),
  person AS (
    SELECT household_id, person, name FROM family SEMI JOIN irregular USING (household_id)
    WHERE checkable AND coalesce(labour_capacity, 'full') NOT IN ('none', 'partial')
      AND birth_date IS NOT NULL AND sex IS NOT NULL
      AND age_on(birth_date, as_of()) >= param('working_age')
      AND as_of() < birth_date + to_months(retirement_age_months(sex, birth_date))),
  able AS (
    SELECT household_id,
      array_to_string(list_transform(list_sort(list({name: name, person: person})), lambda one: one.name), '、') AS able
    FROM person ANTI JOIN excused_from_work USING (household_id, person) GROUP BY household_id),
  complained AS (
    SELECT l.household_id, string_agg(DISTINCT CAST(c.date AS VARCHAR), '、' ORDER BY CAST(c.date AS VARCHAR)) AS complaints
    FROM complaint c JOIN link l USING (source)
    WHERE l.household_id IS NOT NULL AND l.level <= 'id' AND coalesce(c.result, 'open') <> 'unfounded'
      AND within_months(c.date, param('focus_complaint_months'))
    GROUP BY l.household_id),
  named AS (
    SELECT household_id, irregular, able, complaints
    FROM (SELECT * FROM irregular JOIN able USING (household_id)) FULL JOIN complained USING (household_id)),
  head AS (
    SELECT household_id, arg_min(name, (relation IS DISTINCT FROM 'self', sources[1])) AS head_name
    FROM member SEMI JOIN named USING (household_id) GROUP BY household_id)
  SELECT h.household_id, h.township, h.village, h.village_group, h.category, h.class, p.head_name, h.monthly_amount,
    n.irregular, n.able, n.complaints
  FROM named n JOIN household h USING (household_id) LEFT JOIN head p USING (household_id)`;
const COLUMNS = [
  ...['household_id', 'township', 'village', 'village_group', 'category', 'class', 'head_name'],
  ...['monthly_amount', 'irregular', 'able', 'complaints'],
];

/** The households to be looked at hardest, by household number: listed whether a check names them or not. */
export async function readFocus(db: DuckDBConnection): Promise<FocusHousehold[]> {
  const rows = await readTexts(db, FOCUS, COLUMNS, 'household_id');
  return rows.map((row) => {
    const text = (name: string): string => row[COLUMNS.indexOf(name)] ?? '';
    const amount = text('monthly_amount');
    return {
      household_id: text('household_id'),
      township: text('township'),
      village: text('village'),
      village_group: text('village_group'),
      category: text('category'),
      class: text('class'),
      head_name: text('head_name'),
      monthly_amount: amount === '' ? null : Number(amount),
      irregular: text('irregular'),
      able: text('able'),
      complaints: text('complaints'),
    };
  });
}

/** @param flagged households that a case names */
export function focusCounts(
  focus: readonly FocusHousehold[],
  flagged: ReadonlySet<string>,
): Summary['focus'] {
  return {
    households: focus.length,
    irregular: focus.filter(({ irregular }) => irregular !== '').length,
    complained: focus.filter(({ complaints }) => complaints !== '').length,
    without_case: focus.filter(({ household_id }) => !flagged.has(household_id)).length,
  };
}
