import type { RosterHousehold } from '../roster/read-roster.js';
import { type FamilyIncome, type IncomeLevel, incomeLevel, type WorkedAmount, workAmount } from './amount.js';
import type { Facts } from './facts.js';
import type { Known, Terms } from './inputs.js';
import { fenOf, yuanOf } from './money.js';
import { type Standard, standardOf, tiersOf } from './standard.js';
import type { Verdict } from './verdicts.js';

/** The family as it is after its members have left. */
export interface Family {
  readonly household: RosterHousehold;
  readonly n: number;
  readonly c: number;
  /** Whether anybody was taken out. */
  readonly isSmaller: boolean;
  readonly facts: Facts;
  readonly changing: readonly Verdict[];
  readonly known: Known;
  readonly terms: Terms;
}

/** The run's own arithmetic of a confirmed case, brought to this family's persons. */
function incomeOfRun({ changing, known, n }: Family): FamilyIncome | null {
  for (const { one, finding } of changing) {
    const income = known.run.get(one.slip.case_id)?.income;
    if (finding.verdict === 'confirmed' && income && income.n === n) return { fen: income.fen, from: 'run' };
  }
  return null;
}

/** As the roster says: told for one person it is the family's by as many persons; null where it says nothing. */
function incomeDeclared({ household, n }: Family): FamilyIncome | null {
  const { family_income = null, income_per_capita } = household;
  if (family_income !== null) return { fen: fenOf(family_income), from: 'declared' };
  if (income_per_capita === null) return null;
  return { fen: fenOf(income_per_capita) * BigInt(n), from: 'declared' };
}

function incomeVerified({ facts }: Family): FamilyIncome | null {
  return facts.income === null ? null : { fen: facts.income, from: 'verified' };
}

function standardFor({ household, n, terms }: Family): Standard | null {
  return standardOf(terms.standards, household.category, n, terms.asOf);
}

/** Where the income per person stands against the standard, by what was verified or by the run; null: not known. */
export function levelOf(family: Family): IncomeLevel | null {
  const income = incomeVerified(family) ?? incomeOfRun(family);
  const standard = standardFor(family);
  if (income === null || standard === null) return null;
  return incomeLevel(income.fen, family.n, standard, family.terms.edgeMultiple);
}

/** The level by the income that the amount is worked out from: the declared one too. */
export function levelOfAmount(family: Family): IncomeLevel | null {
  const level = levelOf(family);
  if (level !== null) return level;
  const income = incomeDeclared(family);
  const standard = standardFor(family);
  if (income === null || standard === null) return null;
  return incomeLevel(income.fen, family.n, standard, family.terms.edgeMultiple);
}

/** By the tier that the roster names, where nothing is known of the income. */
function byNamedTier({ household, c, terms }: Family): WorkedAmount | null {
  const tier = tiersOf(terms.amount, household.category, terms.asOf).find(
    ({ name }) => name === household.tier.trim(),
  );
  if (tier === undefined) return null;
  const fen = BigInt(tier.monthly) * BigInt(c);
  return {
    fen,
    lines: [
      `档次:${tier.name}(花名册所列),每人每月${yuanOf(tier.monthly)}`,
      `月保障金:${yuanOf(tier.monthly)}×保障${c}人=${yuanOf(fen)}`,
    ],
  };
}

function worked(family: Family): WorkedAmount | string {
  const { household, terms } = family;
  const mode = terms.amount.mode;
  const tiers = mode === 'tiers' ? tiersOf(terms.amount, household.category, terms.asOf) : null;
  const supplement = terms.amount.supplement ? fenOf(household.supplement ?? 0) : 0n;
  if (family.isSmaller && supplement > 0n)
    return `另有分类施保金${yuanOf(supplement)},不能断定是不是减去的人的,算不出新的月保障金`;
  if (tiers?.length === 0) return '专项文件里没有这一类别的档次表,算不出新的月保障金';
  const standard = standardFor(family);
  if (standard === null) return '没有适用的保障标准(低保类别不明或标准未写),算不出新的月保障金';
  const income = incomeVerified(family) ?? incomeOfRun(family) ?? incomeDeclared(family);
  if (income === null) {
    const named = mode === 'tiers' ? byNamedTier(family) : null;
    return named ?? '家庭收入不明(没有核实收入,花名册也没有申报收入),算不出新的月保障金';
  }
  const { n, c } = family;
  const amount = workAmount({ standard, n, c, income, tiers, supplement });
  return amount ?? '人均月收入高于档次表的最高一档,算不出新的月保障金';
}

/** What the family is owed, and what is to be said of it. */
export interface Owed {
  /** Null: neither could it be worked out nor did anybody propose it. */
  readonly amount: WorkedAmount | null;
  readonly doubts: readonly string[];
  readonly remarks: readonly string[];
}

/** The amount worked out anew; where it cannot be, what the township proposes. */
export function owedTo(family: Family): Owed {
  const { proposal } = family.facts;
  const amount = worked(family);
  if (typeof amount === 'string') {
    if (proposal === null) return { amount: null, doubts: [amount], remarks: [] };
    const lines = [`${amount};按乡镇提出的调整后月保障金${yuanOf(proposal)}`];
    return { amount: { fen: BigInt(proposal), lines }, doubts: [], remarks: lines };
  }
  const differs = proposal !== null && BigInt(proposal) !== amount.fen;
  const remarks = differs
    ? [`乡镇提出调整后月保障金${yuanOf(proposal)},核算为${yuanOf(amount.fen)},按核算数`]
    : [];
  return { amount, doubts: [], remarks };
}
