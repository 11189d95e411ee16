interface Ranked {
  readonly household_id: string;
  readonly priority: number;
}

/** Workbook and page ask for the same list. */
const made = new WeakMap<readonly Ranked[], ReadonlyMap<string, number>>();

/** Household → its place when the households are sorted by priority: 1 is looked at first; equals share a place. */
export function ranks(households: readonly Ranked[]): ReadonlyMap<string, number> {
  const known = made.get(households);
  if (known !== undefined) return known;
  const sorted = [...households].sort((a, b) => b.priority - a.priority);
  const places = new Map<string, number>();
  let place = 0;
  let last = Number.NaN;
  for (const [index, household] of sorted.entries()) {
    if (household.priority !== last) place = index + 1;
    last = household.priority;
    places.set(household.household_id, place);
  }
  made.set(households, places);
  return places;
}
