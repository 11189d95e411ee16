import { caseTexts } from '../messages/cases.js';
import { say } from '../messages/language.js';
import type { RuleResult, RuleRow } from '../rules/execute.js';
import type { HouseholdFacts, MemberFacts } from './facts.js';
import { gradeOf } from './grade.js';
import { caseId } from './identity.js';
import { offRoster, stranger } from './off-roster.js';
import { type HouseholdMoney, overpaidOf } from './overpaid.js';
import type { Case, Undecidable } from './types.js';

export interface CaseInputs {
  readonly asOf: string;
  readonly households: ReadonlyMap<string, HouseholdFacts>;
  readonly money: (household: HouseholdFacts) => HouseholdMoney;
  readonly evidence: ReadonlyMap<number, Case['evidence']>;
  readonly registerTitle: (register: string) => string;
  /** Ids of the checks under alarm. */
  readonly alarms: ReadonlySet<string>;
}

type Person = NonNullable<Case['person']>;

function memberPerson(member: MemberFacts): Person {
  const { name, id_number, relation, covered, age } = member;
  return { name, id_number, relation, covered, age };
}

export function headOf(household: HouseholdFacts): { name: string; id_number: string } | null {
  const head = household.members.find((member) => member.relation === 'self') ?? household.members[0];
  return head ? { name: head.name, id_number: head.id_number } : null;
}

function subjectOf(row: RuleRow, household: HouseholdFacts): Person | null {
  if (row.subject === null) return null;
  const member = household.members.find((one) => one.person === row.subject);
  if (member) return { ...memberPerson(member), relation: row.subject_relation ?? member.relation };
  return {
    name: row.subject_name ?? '',
    id_number: row.subject,
    relation: row.subject_relation,
    covered: null,
    age: null,
  };
}

function required(
  households: ReadonlyMap<string, HouseholdFacts>,
  row: RuleRow,
  { id: check, off_roster }: RuleResult['rule'],
): HouseholdFacts {
  const household = households.get(row.household_id);
  if (!household && off_roster) return offRoster(row.household_id);
  if (!household) throw new Error(`${check} names a household that is not on the roster`);
  return household;
}

/** A member without a usable number is keyed by his row, which another order of the file makes another. */
function personKey(person: string | null, member: MemberFacts | undefined): string | null {
  return person?.startsWith('#') && member ? `${member.id_number} ${member.name}` : person;
}

/** The rows cited, with those equal to them: each row once. */
function evidenceOf(sources: readonly number[], found: CaseInputs['evidence']): Case['evidence'] {
  const rows = sources.flatMap((source) => found.get(source) ?? []);
  if (rows.length < 2) return rows;
  const seen = new Set<string>();
  return rows.filter((one) => {
    const key = `${one.file}|${one.sheet ?? ''}|${one.row}|${one.fields.成员列 ?? ''}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function toCase(result: RuleResult, row: RuleRow, inputs: CaseInputs): Case {
  const { rule } = result;
  const household = required(inputs.households, row, rule);
  const member = household.members.find((one) => one.person === row.person);
  const { grade, marks, doubt } = gradeOf(result, row, household, inputs.asOf, inputs.registerTitle);
  if (inputs.alarms.has(rule.id)) marks.push(say(caseTexts.alarm));
  const onset = { since: row.since, grade, person: row.person };
  return {
    case_id: caseId(rule.id, row.household_id, personKey(row.person, member), row.fact),
    rule: rule.rule,
    check: rule.id,
    title: rule.title,
    grade,
    match: row.match,
    fact: row.fact,
    household_id: row.household_id,
    head: headOf(household),
    township: household.township,
    village: household.village,
    village_group: household.village_group,
    category: household.category,
    class: household.class,
    household_size: household.household_size,
    covered_size: household.covered_size ?? household.covered_listed,
    start_date: household.start_date,
    person: member ? memberPerson(member) : stranger(row),
    subject: subjectOf(row, household),
    since: row.since,
    monthly_amount: household.monthly_amount,
    overpaid: overpaidOf([onset], inputs.money(household), inputs.asOf),
    reason: `${row.reason}${doubt}`,
    marks,
    lawful_reasons: [...rule.lawful_reasons],
    arithmetic: { ...row.further },
    evidence: evidenceOf(row.sources, inputs.evidence),
    change: null,
  };
}

/** The cases of all checks, in the order of the checks, then of household, person and fact. */
export function buildCases(results: readonly RuleResult[], inputs: CaseInputs): Case[] {
  return results.flatMap((result) => result.hits.map((row) => toCase(result, row, inputs)));
}

/** Households that a check could not decide. */
export function buildUndecidable(results: readonly RuleResult[], inputs: CaseInputs): Undecidable[] {
  return results.flatMap((result) =>
    result.undecidable.map((row) => {
      const household = required(inputs.households, row, result.rule);
      const member = household.members.find((one) => one.person === row.person);
      return {
        check: result.rule.id,
        household_id: row.household_id,
        township: household.township,
        village: household.village,
        person: member ? { name: member.name, id_number: member.id_number } : null,
        reason: row.reason,
      };
    }),
  );
}
