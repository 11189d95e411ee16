import { tmpdir } from 'node:os';
import type { Campaign } from '../campaign-file/types.js';
import { collectGarbage } from '../load/garbage.js';
import { withSession } from '../load/session.js';
import { memberOf, partOf, rowOf } from '../load/source-number.js';
import { eachTexts, readTexts } from '../rules/read-texts.js';

/** Where a member's row stands: the file as the campaign names it, and the row a person sees. */
export interface RosterPlace {
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly sheet: string | null;
  readonly row: number;
  /** 0, or which of the row's members in a wide roster, from 1. */
  readonly member: number;
}

export interface RosterMember {
  readonly name: string;
  /** Canonical; as written where it is no valid one. */
  readonly id_number: string;
  readonly relation: string | null;
  readonly covered: boolean;
  /** YYYY-MM-DD by the ID number. */
  readonly birth_date: string | null;
  readonly places: readonly RosterPlace[];
}

/** One household as the roster has it. Money in yuan; the standard in yuan a year for one person. */
export interface RosterHousehold {
  readonly household_id: string;
  readonly category: 'urban' | 'rural' | null;
  readonly class: string;
  readonly township: string;
  readonly village: string;
  readonly village_group: string;
  readonly address: string;
  readonly phone: string;
  readonly household_size: number | null;
  /** As the roster says it; `covered` counts the rows. */
  readonly covered_size: number | null;
  readonly covered: number;
  /** Persons of the family by rows and 家庭人口, whichever is more (RULES.md, Terms: n). */
  readonly n: number;
  /** Yuan a month for one person, as declared; null where the roster does not say. */
  readonly income_per_capita: number | null;
  /** Yuan a month, the family's, where the roster gives that and nothing for one person. */
  readonly family_income?: number | null;
  readonly monthly_amount: number | null;
  readonly supplement: number | null;
  readonly tier: string;
  readonly start_date: string | null;
  readonly bank_account: string;
  readonly account_name: string;
  /** Yuan a year for one person, in force on the as-of date; null where there is none. */
  readonly standard_year: number | null;
  /** In the order of their rows, the head first. */
  readonly members: readonly RosterMember[];
}

export interface RosterSettings {
  readonly password: string | null;
  readonly onCleanup: (hook: () => Promise<void>) => () => void;
  readonly progress: Parameters<typeof withSession>[1]['progress'];
}

const HOUSEHOLDS = `
  WITH contact AS (
    SELECT household_id, arg_min(address, source) AS address, arg_min(phone, source) AS phone,
      arg_min(bank_account, source) AS bank_account, arg_min(account_name, source) AS account_name,
      arg_min(supplement, source) AS supplement, arg_min(tier, source) AS tier
    FROM roster GROUP BY household_id)
  SELECT h.*, c.* EXCLUDE (household_id),
    -- A division is a DOUBLE: what was told for one person is taken as it was told.
    coalesce(CAST(h.income_per_capita AS DECIMAL(18, 4)), CAST(h.family_income / h.n AS DECIMAL(18, 4))) AS income,
    CASE WHEN h.income_per_capita IS NULL THEN h.family_income END AS income_of_family
  FROM household h LEFT JOIN contact c USING (household_id)`;
const HOUSEHOLD = [
  ...['household_id', 'category', 'class', 'township', 'village', 'village_group', 'address', 'phone'],
  ...[
    'household_size',
    'covered_size',
    'covered_listed',
    'n',
    'income',
    'income_of_family',
    'monthly_amount',
    'supplement',
    'tier',
  ],
  ...['start_date', 'bank_account', 'account_name', 'standard_year'],
];
const MEMBERS = `
  SELECT household_id, name, id_number, relation, covered, birth_date, list_transform(sources, s -> s::VARCHAR)
    .array_to_string(' ') AS places, sources[1] AS first
  FROM member`;
const MEMBER = ['household_id', 'name', 'id_number', 'relation', 'covered', 'birth_date', 'places'];

const number = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** A longer piece of a text keeps the whole text in memory: of a county that is a quarter of it. */
const copied = (text: string): string => Buffer.from(text).toString();

/** One string for all places, villages and relations that are the same: a hundred thousand households have few. */
class Shared {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = copied(text);
    this.#known.set(own, own);
    return own;
  }
}

function withRoster<T>(
  campaign: Campaign,
  settings: RosterSettings,
  use: Parameters<typeof withSession<T>>[2],
): Promise<T> {
  const roster = campaign.sources.get('roster') ?? [];
  const alone: Campaign = { ...campaign, sources: new Map([['roster', roster]]) };
  const rest = { workParent: tmpdir(), keepAll: false, threads: null, keepDatabase: null };
  // Beside a roster alone stand the ledger and all that is made of it: DuckDB spills sooner.
  const load = { ...rest, memory: '200MB', ...settings };
  collectGarbage('compact');
  return withSession(alone, load, use);
}

/** Households, covered persons and fen a month of one category. */
export interface RosterTotal {
  readonly category: 'urban' | 'rural' | null;
  readonly households: number;
  readonly persons: number;
  readonly fen: number;
}

// Where the head stands alone, the column says how many are covered (src/settle/members.ts, coveredOf).
const TOTALS = `
  SELECT category, count(*) AS households,
    sum(CASE WHEN listed = 1 AND covered_size > 1 THEN covered_size ELSE covered_listed END) AS persons,
    sum(CAST(round(coalesce(monthly_amount, 0) * 100) AS BIGINT)) AS fen
  FROM household GROUP BY category`;

/**
 * Reads the campaign's roster as readRoster does, and adds up its households.
 * @throws DibaoError for sources that cannot be read
 */
export async function readRosterTotals(campaign: Campaign, settings: RosterSettings): Promise<RosterTotal[]> {
  return withRoster(campaign, settings, async ({ connections: [db] }) => {
    const rows = await readTexts(db, TOTALS, ['category', 'households', 'persons', 'fen'], 'category');
    return rows.map(([category, households, persons, fen]) => ({
      category: category === 'urban' || category === 'rural' ? category : null,
      households: Number(households),
      persons: Number(persons),
      fen: Number(fen),
    }));
  });
}

/**
 * Reads the campaign's roster alone: every household with its members, contacts and places, by township, village,
 * group and household number as the sources give them.
 * @throws DibaoError for sources that cannot be read
 */
export async function readRoster(campaign: Campaign, settings: RosterSettings): Promise<RosterHousehold[]> {
  return withRoster(campaign, settings, async ({ connections: [db], files }) => {
    const shared = new Shared();
    const parts = new Map(
      files.flatMap(({ task, parts: own }) =>
        own.map((part) => [part.part, { file: task.shown, path: task.path, sheet: part.sheet }] as const),
      ),
    );
    const place = (source: number): RosterPlace => {
      const part = parts.get(partOf(source));
      if (part === undefined) throw new Error('a row of the roster is of no file');
      return { ...part, row: rowOf(source), member: memberOf(source) };
    };
    const members = new Map<string, RosterMember[]>();
    for await (const row of eachTexts(db, MEMBERS, MEMBER, 'household_id, first')) {
      const [household = '', name, id, relation, covered, birth, places] = row;
      const one: RosterMember = {
        name: name ?? '',
        id_number: copied(id ?? ''),
        relation: relation === null || relation === undefined ? null : shared.of(relation),
        covered: covered === 'true',
        birth_date: birth ?? null,
        places: (places ?? '').split(' ').map((source) => place(Number(source))),
      };
      const own = members.get(household ?? '');
      if (own === undefined) members.set(household ?? '', [one]);
      else if (one.relation === 'self' && own[0]?.relation !== 'self') own.unshift(one);
      else own.push(one);
    }
    collectGarbage('sweep');
    const households: RosterHousehold[] = [];
    for await (const row of eachTexts(db, HOUSEHOLDS, HOUSEHOLD, 'household_id')) {
      const value = Object.fromEntries(HOUSEHOLD.map((name, index) => [name, row[index] ?? null]));
      const text = (name: string): string => copied(value[name] ?? '');
      const word = (name: string): string => shared.of(value[name] ?? '');
      const { category } = value;
      households.push({
        household_id: text('household_id'),
        category: category === 'urban' || category === 'rural' ? category : null,
        class: word('class'),
        township: word('township'),
        village: word('village'),
        village_group: word('village_group'),
        address: text('address'),
        phone: text('phone'),
        household_size: number(value.household_size),
        covered_size: number(value.covered_size),
        covered: Number(value.covered_listed),
        n: Number(value.n),
        income_per_capita: number(value.income),
        family_income: number(value.income_of_family),
        monthly_amount: number(value.monthly_amount),
        supplement: number(value.supplement),
        tier: word('tier'),
        start_date: value.start_date ?? null,
        bank_account: text('bank_account'),
        account_name: text('account_name'),
        standard_year: number(value.standard_year),
        members: members.get(value.household_id ?? '') ?? [],
      });
    }
    return households;
  });
}
