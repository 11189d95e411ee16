import type { Family, Pair, Paired, Person, PersonFlow, RosterChange } from './types.js';

/** A person in a household of one roster. */
interface Place {
  readonly family: Family;
  readonly person: Person;
}

type Places = Map<string, Place[]>;

function add(places: Places, place: Place): void {
  const own = places.get(place.person.key);
  if (own === undefined) places.set(place.person.key, [place]);
  else own.push(place);
}

/** Each person of a household once, by key; one in two rows is covered if either is. */
export function personsOf({ members }: Family): Map<string, Person> {
  const found = new Map<string, Person>();
  for (const one of members) {
    const known = found.get(one.key);
    if (known === undefined || (one.covered && !known.covered))
      found.set(one.key, known ? { ...known, covered: true } : one);
  }
  return found;
}

/** Covered persons whom the roster counts and does not list. */
export function unlistedOf(family: Family): number {
  return family.covered - [...personsOf(family).values()].filter(({ covered }) => covered).length;
}

/** What became of the members of one household: changes within it, and who is only on one of the rosters. */
function within({ older, newer }: Pair, left: Places, came: Places): [RosterChange[], PersonFlow[]] {
  const changes: RosterChange[] = [];
  const flows: PersonFlow[] = [];
  const before = personsOf(older);
  const after = personsOf(newer);
  const toggle = (from: Person, person: Person): void => {
    if (from.covered === person.covered) return;
    const kind = person.covered ? ('member_covered' as const) : ('member_uncovered' as const);
    changes.push({ kind, family: newer, person, before: '', after: '' });
    flows.push({ from: from.covered ? older : null, to: person.covered ? newer : null, persons: 1 });
  };
  const gone = new Map<string, Person>();
  for (const [key, person] of before) {
    const now = after.get(key);
    if (now === undefined) gone.set(key, person);
    else toggle(person, now);
  }
  for (const [key, person] of after) {
    if (before.has(key)) continue;
    const namesakes = [...gone].filter(([, one]) => one.name === person.name);
    const [was] = namesakes;
    // A number that was mended, not another person: one of the two cannot be anybody's.
    if (namesakes.length === 1 && was !== undefined && !(was[1].isSure && person.isSure)) {
      gone.delete(was[0]);
      const numbers = { before: was[1].id_number, after: person.id_number };
      changes.push({ kind: 'id_corrected', family: newer, person, ...numbers });
      toggle(was[1], person);
    } else add(came, { family: newer, person });
  }
  for (const person of gone.values()) add(left, { family: older, person });
  const unlisted = unlistedOf(newer) - unlistedOf(older);
  if (unlisted > 0) flows.push({ from: null, to: newer, persons: unlisted });
  if (unlisted < 0) flows.push({ from: older, to: null, persons: -unlisted });
  return [changes, flows];
}

function arrivals(families: readonly Family[], came: Places): PersonFlow[] {
  return families.flatMap((family) => {
    for (const person of personsOf(family).values()) add(came, { family, person });
    const persons = unlistedOf(family);
    return persons === 0 ? [] : [{ from: null, to: family, persons }];
  });
}

/**
 * Members in, out and moved from one household to another, and how the covered persons of the two rosters add up.
 * Persons of households that come or leave are no change of their own, unless they moved.
 */
export function comparePersons({ pairs, in: ins, out: outs }: Paired): [RosterChange[], PersonFlow[]] {
  const left: Places = new Map();
  const came: Places = new Map();
  const changes: RosterChange[] = [];
  const flows: PersonFlow[] = [];
  for (const pair of pairs) {
    const [own, flowing] = within(pair, left, came);
    changes.push(...own);
    flows.push(...flowing);
  }
  flows.push(...arrivals(ins, came));
  flows.push(...arrivals(outs, left).map(({ to, persons }) => ({ from: to, to: null, persons })));
  const isNew = new Set(ins);
  const isOut = new Set(outs);
  for (const [key, places] of left) {
    const there = came.get(key) ?? [];
    for (const from of places) {
      const to = there.shift();
      flows.push({
        from: from.person.covered ? from.family : null,
        to: to?.person.covered ? to.family : null,
        persons: 1,
      });
      if (to !== undefined) {
        const numbers = { before: from.family.household_id, after: to.family.household_id };
        changes.push({ kind: 'member_moved', family: to.family, person: to.person, ...numbers });
      } else if (!isOut.has(from.family))
        changes.push({ kind: 'member_out', family: from.family, person: from.person, before: '', after: '' });
    }
  }
  for (const places of came.values())
    for (const { family, person } of places) {
      flows.push({ from: null, to: person.covered ? family : null, persons: 1 });
      if (!isNew.has(family)) changes.push({ kind: 'member_in', family, person, before: '', after: '' });
    }
  return [changes, flows.filter(({ from, to }) => from !== null || to !== null)];
}
