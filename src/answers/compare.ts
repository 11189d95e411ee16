import { forms } from '../forms/index.js';
import type { Happening } from '../ledger/events.js';

/** How a second answer stands to a first: it says the same, leaves out some of it, adds to it, or says otherwise. */
export type Relation = 'equal' | 'less' | 'more' | 'other';

/** What tells where an answer came from, and nothing of what it says. */
const about: ReadonlySet<string> = new Set(['what', 'origin', 'batch', 'case_id', 'household_id']);

type Leaves = Map<string, string>;

/** Everything an answer says, by name; what is empty it does not say. */
function leavesOf(value: unknown, name = '', found: Leaves = new Map()): Leaves {
  if (value === null || value === undefined || value === '') return found;
  if (Array.isArray(value)) {
    if (value.length > 0) found.set(name, JSON.stringify(value));
  } else if (typeof value === 'object') {
    for (const [key, one] of Object.entries(value)) if (!about.has(key)) leavesOf(one, key, found);
  } else found.set(name, String(value));
  return found;
}

/** Names of the columns by what the ledger calls their values. */
const titles: ReadonlyMap<string, string> = new Map([
  ...Object.values(forms).flatMap(({ columns }) => columns.map(({ key, title }) => [key, title] as const)),
  ['investigators', '入户人员'],
  ['on', '日期'],
  ['by', '送达人'],
  ['text', '异议内容'],
  ['amount', '金额'],
]);

/** Holds a second answer against a first one of the same subject. */
export function compareAnswers(
  first: Happening,
  second: Happening,
): { relation: Relation; columns: readonly string[] } {
  const before = leavesOf(first);
  const after = leavesOf(second);
  const differ = [...before].flatMap(([name, value]) => {
    const now = after.get(name);
    return now !== undefined && now !== value ? [name] : [];
  });
  if (differ.length > 0) {
    const columns = differ.map((name) => (titles.get(name) ?? name).replace(/\(.*\)$/, ''));
    return { relation: 'other', columns };
  }
  const adds = [...after.keys()].some((name) => !before.has(name));
  const lacks = [...before.keys()].some((name) => !after.has(name));
  // What adds here and lacks there is written as it stands with both: see joined().
  return { relation: adds ? 'more' : lacks ? 'less' : 'equal', columns: [] };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function fill(before: unknown, after: unknown): unknown {
  if (isEmpty(after)) return before;
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return after;
  const old = (typeof before === 'object' && before !== null ? before : {}) as Record<string, unknown>;
  const all = { ...old, ...(after as Record<string, unknown>) };
  return Object.fromEntries(Object.entries(all).map(([key]) => [key, fill(old[key], (after as never)[key])]));
}

/** A second answer with what the first says beside it: a column deleted since takes nothing back. */
export function joined<One extends Happening>(first: Happening, second: One): One {
  return { ...(fill(first, second) as One), ...('origin' in second ? { origin: second.origin } : {}) };
}
