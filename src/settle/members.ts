import type { RosterHousehold, RosterMember } from '../roster/read-roster.js';
import type { Verdict } from './verdicts.js';

/** Who leaves a household, by the cases that remove a member. */
export interface Leaving {
  readonly removed: readonly RosterMember[];
  /** Of those, who leave the family and not only the covered persons. */
  readonly departed: readonly RosterMember[];
  /** Persons named who are no row of a roster that lists heads alone. */
  readonly unlisted: number;
  readonly doubts: readonly string[];
}

/** A roster of heads alone counts its covered persons in a column (RULES.md, D06: c). */
export function isHeadAlone({ members, covered_size }: RosterHousehold): boolean {
  return members.length === 1 && (covered_size ?? 0) > 1;
}

/** Covered persons: the rows that are, or what the column says where the head stands alone. */
export function coveredOf(household: RosterHousehold): number {
  return isHeadAlone(household) ? (household.covered_size ?? 0) : household.covered;
}

/** R02 takes a person out of the family; a problem that a visit reported does by its words. */
function departs({ one }: Verdict): boolean {
  const { check, title } = one.slip;
  return /^R02\b/.test(check) || (one.reported && /死亡|去世|服刑|迁出|婚嫁|出嫁/.test(title));
}

function memberOf(household: RosterHousehold, { one }: Verdict): RosterMember | undefined {
  const { person } = one.slip;
  if (person === null) return undefined;
  const byId = household.members.filter((member) => member.id_number === person.id_number);
  if (byId.length === 1) return byId[0];
  const byName = household.members.filter((member) => member.name === person.name);
  // A number that several rows share, or that a visit left out: the name decides, where one alone has it.
  return byName.length === 1 && (byId.length > 1 || person.id_number === '') ? byName[0] : undefined;
}

/** The members whom these verdicts remove, each once, in the order of the roster. */
export function leavingOf(household: RosterHousehold, removing: readonly Verdict[]): Leaving {
  const removed = new Set<RosterMember>();
  const departed = new Set<RosterMember>();
  const unlisted = new Set<string>();
  const doubts: string[] = [];
  for (const verdict of removing) {
    const { title, person } = verdict.one.slip;
    const member = memberOf(household, verdict);
    if (member !== undefined) {
      removed.add(member);
      if (departs(verdict)) departed.add(member);
    } else if (person === null) doubts.push(`“${title}”的拟处理措施是减员,但疑点不涉及具体人员,不知减谁`);
    else if (isHeadAlone(household)) unlisted.add(`${person.name} ${person.id_number}`);
    else doubts.push(`“${title}”要减去的${person.name}在花名册这一户中找不到,或有几人同名`);
  }
  const ordered = (set: ReadonlySet<RosterMember>) => household.members.filter((member) => set.has(member));
  return { removed: ordered(removed), departed: ordered(departed), unlisted: unlisted.size, doubts };
}
