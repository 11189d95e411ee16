import type { CaseState } from '../ledger/state.js';

/**
 * The reasons that may be published, in the order in which they are named. What is not among them is said by the last:
 * a post, a sentence, an illness, a refusal or a relative's means are nobody's business (FORMS.md, 'Notices').
 */
const coarse = {
  income: '家庭收入超标准',
  property: '家庭财产超标准',
  members: '家庭成员变化',
  twice: '重复享受',
  other: '不再符合保障条件',
} as const;

type Coarse = keyof typeof coarse;

/** Check → reason, the longest beginning first; a check of the user's own and a problem found on a visit have none. */
const byCheck: readonly (readonly [beginning: string, reason: Coarse])[] = [
  ['R02.', 'members'],
  ['R03', 'income'],
  ['R04.', 'property'],
  ['R06', 'income'],
  ['R09.income', 'income'],
  ['R09.vehicle', 'property'],
  ['R09.home', 'property'],
  ['R10.finance', 'property'],
  ['D01.', 'twice'],
];

function reasonOf(check: string): Coarse {
  return byCheck.find(([beginning]) => check.startsWith(beginning))?.[1] ?? 'other';
}

/**
 * Why a household leaves, coarsely, from the cases that were confirmed.
 * @param edge it goes to the 低保边缘 list: by definition its income is above the standard
 */
export function publicReason(cases: readonly CaseState[], edge: boolean): string {
  const confirmed = cases.filter(({ finding }) => finding?.verdict !== 'dismissed');
  const found = new Set<Coarse>(confirmed.map(({ slip }) => reasonOf(slip.check)));
  if (edge) found.add('income');
  if (found.size > 1) found.delete('other');
  const named = (Object.keys(coarse) as Coarse[]).filter((one) => found.has(one));
  return named.length === 0 ? coarse.other : named.map((one) => coarse[one]).join('、');
}
