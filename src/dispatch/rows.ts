import { caseNumber } from '../forms/case-number.js';
import { type Leaving, type Outgoing, outgoing } from '../forms/least.js';
import type { Slip } from '../ledger/events.js';
import { reportTexts } from '../messages/reports.js';
import type { FormRow } from '../reports/form-sheet.js';
import type { RosterHousehold } from '../roster/read-roster.js';

const relations: Readonly<Record<string, { readonly zh: string }>> = reportTexts.relation;

function relationToHead(code: string | null | undefined): string {
  if (code === 'self') return reportTexts.head.zh;
  return relations[code ?? '']?.zh ?? '';
}

/** A case that goes out, with its household as the roster has it; null where it is no longer there. */
export interface Sent {
  readonly household_id: string;
  readonly check: string;
  readonly out: Outgoing;
  readonly household: RosterHousehold | null;
  readonly row: FormRow;
}

/** What a case says of itself, whether it comes from a run or, found on a visit, from the ledger alone. */
export interface Told extends Leaving, Pick<Slip, 'household_id' | 'village' | 'head'> {
  readonly village_group: string;
  readonly covered_size: number | null;
  readonly monthly_amount: number | null;
}

/** A case of the ledger that no run knows: what visitors reported. */
export function toldBySlip(slip: Slip): Told {
  const { person } = slip;
  return {
    ...slip,
    person: person && { ...person, relation: null, covered: null, age: null },
    subject: null,
    marks: [],
    evidence: [],
    lawful_reasons: [],
    village_group: '',
    covered_size: null,
    monthly_amount: null,
  };
}

/** A line of the 疑点核实表, without its number. */
export function sentCase(one: Told, household: RosterHousehold | null): Sent {
  const out = outgoing(one);
  const { head, person } = one;
  return {
    household_id: one.household_id,
    check: one.check,
    out,
    household,
    row: {
      case_id: out.number,
      village: one.village,
      village_group: one.village_group,
      head: head?.name ?? household?.members[0]?.name ?? null,
      head_id: head?.id_number ?? household?.members[0]?.id_number ?? null,
      phone: household?.phone ?? null,
      address: household?.address ?? null,
      covered_size_now: one.covered_size ?? household?.covered_size ?? household?.covered ?? null,
      amount_now: one.monthly_amount ?? household?.monthly_amount ?? null,
      person: person?.name ?? '全户',
      relation: relationToHead(person?.relation),
      title: out.title,
      reason: out.reason,
      lawful: out.lawful.join(';'),
      materials_wanted: out.materials.join(';'),
    },
  };
}

/** A line of the 核查调查表, without its number. */
export function surveyRow(household: RosterHousehold, cases: number): FormRow {
  const { members } = household;
  const covered = household.covered_size ?? household.covered;
  const named = members.map(({ name, relation }) => {
    const word = relationToHead(relation);
    return word === '' ? name : `${name}(${word})`;
  });
  return {
    household_id: household.household_id,
    village: household.village,
    village_group: household.village_group,
    head: members[0]?.name ?? null,
    head_id: members[0]?.id_number ?? null,
    phone: household.phone,
    address: household.address,
    members: named.join('、'),
    household_size_now: household.household_size ?? members.length,
    covered_size_now: covered,
    amount_now: household.monthly_amount,
    cases,
    persons_due: covered,
  };
}

const collator = new Intl.Collator('zh', { numeric: true });

/** By village, group and household: the way of somebody who walks from door to door. */
export function byDoor<T>(
  placeOf: (one: T) => { village: string; group: string; household: string; case?: string },
): (a: T, b: T) => number {
  return (first, second) => {
    const a = placeOf(first);
    const b = placeOf(second);
    return (
      collator.compare(a.village, b.village) ||
      collator.compare(a.group, b.group) ||
      collator.compare(a.household, b.household) ||
      collator.compare(a.case ?? '', b.case ?? '')
    );
  };
}

/** Rows with their numbers, from 1. */
export function numbered(rows: readonly FormRow[]): FormRow[] {
  return rows.map((row, index) => ({ number: index + 1, ...row }));
}

/** What the drop-down of 认定理由 finds its list by: what stands before the dash of a case's number. */
export function listName(case_id: string): string {
  return caseNumber(case_id).split('-')[0] ?? '';
}
