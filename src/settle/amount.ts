import type { Tier } from '../campaign-file/amount-rules.js';
import { dividedUp, yuanOf, yuanPer } from './money.js';
import type { Standard } from './standard.js';

/** What a family has a month, and where that is from. */
export interface FamilyIncome {
  /** Fen a month, the whole family's. */
  readonly fen: bigint;
  readonly from: 'verified' | 'run' | 'declared';
}

export interface AmountFacts {
  readonly standard: Standard;
  /** Persons of the family, and of them covered. */
  readonly n: number;
  readonly c: number;
  readonly income: FamilyIncome;
  /** The tiers of the place; null: the difference. */
  readonly tiers: readonly Tier[] | null;
  /** Fen of 分类施保金 that the family draws on top. */
  readonly supplement: bigint;
}

export interface WorkedAmount {
  /** Fen a month. */
  readonly fen: bigint;
  readonly lines: readonly string[];
}

const sources = { verified: '核实', run: '数据核算', declared: '申报' } as const;

/** Whether the family's income per person is below the standard, within the edge, or above. */
export type IncomeLevel = 'below' | 'edge' | 'above';

/**
 * Where f stands against s: the edge begins at s and ends before `multiple`·s (民发〔2021〕57号 第八条: 低于1.5倍).
 * Compared as 12·income against s_year·n, in whole numbers.
 */
export function incomeLevel(income: bigint, n: number, standard: Standard, multiple: number): IncomeLevel {
  const year = income * 12n;
  const line = standard.year * BigInt(n);
  if (year < line) return 'below';
  return year * 1_000_000n < line * BigInt(Math.round(multiple * 1_000_000)) ? 'edge' : 'above';
}

/** The tier of an income per person; undefined where the table does not reach so high. */
function tierOf(tiers: readonly Tier[], income: bigint, n: number): Tier | undefined {
  return tiers.find(({ below }) => below === null || income < BigInt(below) * BigInt(n));
}

function byDifference({ standard, n, c, income }: AmountFacts): WorkedAmount {
  const gap = (standard.year * BigInt(n) - income.fen * 12n) * BigInt(c);
  const yuan = dividedUp(gap, BigInt(n) * 1200n);
  return {
    fen: yuan * 100n,
    lines: [
      `全年应补:(${yuanOf(standard.year)}×${n}人-${yuanOf(income.fen)}×12个月)÷${n}人×保障${c}人=${yuanPer(gap, BigInt(n))}`,
      `月保障金:全年应补÷12=${yuanPer(gap, BigInt(n) * 12n)},不足1元的进到1元,为${yuan}元`,
    ],
  };
}

function byTiers({ n, c, income }: AmountFacts, tiers: readonly Tier[]): WorkedAmount | null {
  const tier = tierOf(tiers, income.fen, n);
  if (tier === undefined) return null;
  const fen = BigInt(tier.monthly) * BigInt(c);
  const below = tier.below === null ? '' : `(人均月收入低于${yuanOf(tier.below)})`;
  return {
    fen,
    lines: [
      `档次:${tier.name}${below},每人每月${yuanOf(tier.monthly)}`,
      `月保障金:${yuanOf(tier.monthly)}×保障${c}人=${yuanOf(fen)}`,
    ],
  };
}

/**
 * What the family is owed a month (RULES.md, D06): max(0, s − f)·c worked on the year's value and rounded up once, to
 * the yuan; or its tier's figure for each covered person; the supplement on top.
 * @returns null where the tier table does not reach the family's income
 */
export function workAmount(facts: AmountFacts): WorkedAmount | null {
  const { standard, n, income, tiers, supplement } = facts;
  const document = standard.document === '' ? '' : `(${standard.document})`;
  const opening = [
    `保障标准:每人每年${yuanOf(standard.year)},合每月${yuanPer(standard.year, 12n)}${document}`,
    `家庭收入:每月${yuanOf(income.fen)}(${sources[income.from]}),家庭人口${n}人,人均月收入${yuanPer(income.fen, BigInt(n))}`,
  ];
  if (income.fen * 12n >= standard.year * BigInt(n))
    return { fen: 0n, lines: [...opening, '人均月收入不低于保障标准,月保障金为0元'] };
  const worked = tiers === null ? byDifference(facts) : byTiers(facts, tiers);
  if (worked === null) return null;
  const all = worked.fen + supplement;
  const top = supplement === 0n ? [] : [`加分类施保金${yuanOf(supplement)},合计${yuanOf(all)}`];
  return { fen: all, lines: [...opening, ...worked.lines, ...top] };
}
