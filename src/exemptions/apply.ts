import { evidenceId } from '../cases/baseline.js';
import { groupBy } from '../cases/group-by.js';
import type { CaseExemption, ExemptionSummary } from '../cases/nightly-types.js';
import type { Case } from '../cases/types.js';
import { exemptionTexts as texts } from '../messages/exemptions.js';
import { say } from '../messages/language.js';
import { maskId } from '../messages/mask.js';
import type { Exemption, ExemptionFile, GrantMemory } from './types.js';

type Status = CaseExemption['status'];

/** What each exemption did. */
interface Use {
  exempted: number;
  changed: number;
  /** Case id → evidence that it covers. */
  granted: Map<string, string>;
}

const BEST: readonly Status[] = ['exempted', 'changed', 'expired'];

function names({ checks }: Exemption, { check, rule }: Case): boolean {
  return checks === null || checks.includes(check) || checks.includes(rule);
}

/** The exemptions that name a household or a person, each by its number. */
class Register {
  readonly #households: ReadonlyMap<string, readonly Exemption[]>;
  readonly #persons: ReadonlyMap<string, readonly Exemption[]>;

  constructor(exemptions: readonly Exemption[]) {
    this.#households = groupBy(
      exemptions.filter(({ household_id }) => household_id !== ''),
      (one) => one.household_id,
    );
    // Where a row names both, the household leads to it, and the person is asked for there.
    this.#persons = groupBy(
      exemptions.filter(({ household_id }) => household_id === ''),
      (one) => one.id_number,
    );
  }

  of(one: Case): Exemption[] {
    const person = one.person?.id_number ?? '';
    const household = (this.#households.get(one.household_id) ?? []).filter(
      ({ id_number }) => id_number === '' || id_number === person,
    );
    return [...household, ...(this.#persons.get(person) ?? [])].filter((each) => names(each, one));
  }
}

function statusOf(
  exemption: Exemption,
  one: Case,
  evidence: string,
  asOf: string,
  memory: GrantMemory,
): Status {
  if (asOf > exemption.until) return 'expired';
  if (exemption.evidence.length > 0) return exemption.evidence.includes(evidence) ? 'exempted' : 'changed';
  const known = memory.get(exemption.grant);
  // Not used before: what is there now is what it was granted for. A further case later is not.
  if (known === undefined || known.size === 0) return 'exempted';
  return known.get(one.case_id) === evidence ? 'exempted' : 'changed';
}

function marked(one: Case, exemption: Exemption, status: Status, evidence: string): Case {
  const { reason, approver, approved, until, grant, file, row } = exemption;
  const mark = say(texts[status], { reason, approver, until });
  // An exempted case is no news of any run.
  const change = status === 'exempted' ? null : one.change;
  const said = { status, reason, approver, approved, until, grant, evidence, file, row };
  return { ...one, change, marks: [...one.marks, mark], exemption: said };
}

function rowStatus({ until }: Exemption, { exempted, changed }: Use, asOf: string) {
  if (asOf > until) return 'expired' as const;
  if (exempted > 0) return 'used' as const;
  return changed > 0 ? ('changed' as const) : ('unused' as const);
}

/**
 * Marks the cases that an exemption names: exempted while it lasts and the evidence is that for which it was granted.
 * @param asOf the as-of date, YYYY-MM-DD
 * @param memory what each grant covered when it was first used, by the ledger or the run before
 * @returns the cases in their order, and what became of each exemption
 */
export function applyExemptions(
  cases: readonly Case[],
  { file, exemptions }: ExemptionFile,
  asOf: string,
  memory: GrantMemory,
): { readonly cases: Case[]; readonly summary: ExemptionSummary } {
  const register = new Register(exemptions);
  const uses = new Map<Exemption, Use>(
    exemptions.map((one) => [one, { exempted: 0, changed: 0, granted: new Map() }]),
  );
  const households = new Set<string>();
  const all = cases.map((one) => {
    const candidates = register.of(one);
    if (candidates.length === 0) return one;
    const evidence = evidenceId(one);
    const judged = candidates.map((exemption) => ({
      exemption,
      status: statusOf(exemption, one, evidence, asOf, memory),
    }));
    for (const { exemption, status } of judged) if (status === 'changed') count(exemption, 'changed');
    const best = BEST.map((status) => judged.find((each) => each.status === status)).find(Boolean);
    if (best === undefined) return one;
    if (best.status === 'exempted') {
      count(best.exemption, 'exempted').granted.set(one.case_id, evidence);
      households.add(one.household_id);
    }
    return marked(one, best.exemption, best.status, evidence);
  });

  function count(exemption: Exemption, what: 'exempted' | 'changed'): Use {
    const use = uses.get(exemption);
    if (use === undefined) throw new Error('an exemption that was not asked for');
    use[what] += 1;
    return use;
  }

  const rows = [...uses].map(([exemption, use]) => {
    const { sheet, row, household_id, id_number, checks, reason, approver, approved, until, grant } =
      exemption;
    const remembered = memory.get(grant);
    const granted = remembered !== undefined && remembered.size > 0 ? remembered : use.granted;
    const { exempted, changed } = use;
    const person = id_number === '' ? '' : maskId(id_number);
    const who = { sheet, row, household_id, person, checks: checks && [...checks] };
    const what = { reason, approver, approved, until, grant, status: rowStatus(exemption, use, asOf) };
    return { ...who, ...what, exempted, changed, granted: Object.fromEntries([...granted].sort()) };
  });
  const exempted = rows.reduce((sum, one) => sum + one.exempted, 0);
  return { cases: all, summary: { file, cases: exempted, households: households.size, rows } };
}

/** How many exemptions were used on evidence that nobody will remember: they name none, and no memory is kept. */
export function forgetful({ exemptions }: ExemptionFile, { rows }: ExemptionSummary): number {
  return exemptions.filter((one, index) => one.evidence.length === 0 && (rows[index]?.exempted ?? 0) > 0)
    .length;
}
