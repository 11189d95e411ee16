import { createHash } from 'node:crypto';
import { unflaggedWords } from '../forms/second-look.js';
import { findings } from '../forms/verification.js';
import type { Finding, Slip } from '../ledger/events.js';
import { compareText, parseId, parseName } from '../normalise/index.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Values } from './cells.js';
import { judgeFinding, namesOf } from './finding.js';
import { type Judge, type RowInput, type RowJudgement, refused } from './judged.js';
import type { SecondLook } from './second-look.js';
import type { RowFault } from './types.js';

/** The check that reported cases carry: found by nobody's data. */
export const REPORTED = 'V';

interface Report {
  readonly person: Slip['person'];
  readonly title: string;
  readonly reason: string;
}

/** A case that was found on a visit; its id is a digest of what it says. */
function slipOf(household: RosterHousehold, { person, title, reason }: Report): Slip {
  const { household_id, township, village, category, members } = household;
  const who = person === null ? '' : person.id_number || person.name;
  const digest = createHash('sha256')
    .update([household_id, who, compareText(title), compareText(reason)].join('\u0000'))
    .digest('hex');
  const [head] = members;
  return {
    case_id: `${REPORTED}-${digest.slice(0, 16)}`,
    check: REPORTED,
    title,
    grade: 'verify',
    household_id,
    township,
    village,
    category,
    head: head === undefined ? null : { name: head.name, id_number: head.id_number },
    person,
    reason,
    overpaid: null,
  };
}

/** The person of a report, and whether the household has such a member. */
function personOf(
  values: Values,
  household: RosterHousehold,
): { person: Slip['person']; faults: RowFault[] } {
  const id = parseId(values.person_id ?? '').value;
  const name = parseName(values.person ?? '').value;
  if (id === '' && name === '') return { person: null, faults: [] };
  const member = household.members.find((one) => (id === '' ? one.name === name : one.id_number === id));
  if (member !== undefined) {
    return { person: { name: member.name, id_number: member.id_number }, faults: [] };
  }
  return { person: { name, id_number: id }, faults: [{ code: 'no-member', key: 'person' }] };
}

const answerKeys: ReadonlySet<string> = new Set(findings.map(({ key }) => key));
/** What says how the problem was found, and makes no verdict yet. */
const visitKeys: ReadonlySet<string> = new Set(['visited', 'seen', 'unseen_reason', 'note', 'materials']);

function asked({ world }: RowInput, isPerson: boolean) {
  return { grounds: world.groundsOf(REPORTED), date: world.date, sent: null, isPerson };
}

/** 补报: a problem that no case named, and its verdict where there is one already. */
export const judgeReport: Judge = (input): RowJudgement => {
  const { values, world, origin, batch } = input;
  const id = values.household_id ?? '';
  const household = world.findHousehold(id, [values.head_id ?? '', values.person_id ?? '']);
  const faults: RowFault[] = [];
  if (values.title === undefined) faults.push({ code: 'title-missing', key: 'title' });
  if (values.reason === undefined) faults.push({ code: 'reason-missing', key: 'reason' });
  if (household === undefined) {
    const isNamed = id !== '' || values.head_id !== undefined || values.person_id !== undefined;
    return refused({ code: isNamed ? 'unknown-household' : 'no-identity', key: 'household_id' }, ...faults);
  }
  if (values.title === undefined || values.reason === undefined) return refused(...faults);
  const { person, faults: ofPerson } = personOf(values, household);
  const slip = slipOf(household, { person, title: values.title, reason: values.reason });
  const reported = { what: 'reported', slip, origin } as const;
  const { finding, faults: ofFinding } = judgeFinding(values, asked(input, person !== null));
  if (finding !== null) {
    const verified = { what: 'verified', case_id: slip.case_id, batch, finding, origin } as const;
    return { happenings: [reported, verified], faults: [...ofPerson, ...ofFinding] };
  }
  const isHalf = Object.keys(values).some((key) => answerKeys.has(key) && !visitKeys.has(key));
  const half: RowFault[] = isHalf ? [{ code: 'verdict-missing', key: 'verdict' }] : [];
  const wrong = ofFinding.filter(({ code }) => code !== 'visit-missing');
  return { happenings: [reported], faults: [...ofPerson, ...half, ...wrong] };
};

/** A household of the second look that no case names: seen, and where there is a problem, a reported case of its own. */
export function judgeUnflagged(input: RowInput, { batch }: SecondLook): RowJudgement {
  const { values, world, origin } = input;
  const household_id = values.household_id ?? '';
  const { finding, faults } = judgeFinding(values, asked(input, false));
  if (finding === null) return refused({ code: 'verdict-missing', key: 'verdict' }, ...faults);
  const visited = {
    what: 'visited',
    household_id,
    batch,
    visited: finding.visited,
    persons_due: 0,
    persons_seen: 0,
    unseen_reason: finding.unseen_reason,
    note: finding.note,
    investigators: namesOf(values.investigator1, values.investigator2),
    origin,
  } as const;
  if (finding.verdict === 'dismissed') return { happenings: [visited], faults };
  const household = world.findHousehold(household_id, []);
  if (household === undefined) return refused({ code: 'unknown-household', key: 'household_id' }, ...faults);
  if (finding.note === '') return refused({ code: 'ground-without-note', key: 'note' }, ...faults);
  const slip = slipOf(household, { person: null, title: unflaggedWords.title, reason: finding.note });
  const verified: Finding = finding;
  return {
    happenings: [
      visited,
      { what: 'reported', slip, origin },
      { what: 'verified', case_id: slip.case_id, batch, finding: verified, origin },
    ],
    faults,
  };
}
