import { type EvidenceRow, fieldsSaid } from './evidence-key.js';

/** What may differ between two runs' forms of one case. */
export const differingFields = [
  'grade',
  'match',
  'since',
  'monthly_amount',
  'overpaid',
  'reason',
  'evidence',
] as const;

export type CaseDifference =
  | {
      readonly what: Exclude<(typeof differingFields)[number], 'evidence'>;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly what: 'evidence';
      /** Only the fields that differ, where the row is on both sides. Null: a row that is new. */
      readonly before: EvidenceRow | null;
      /** Null: a row that is gone. */
      readonly after: EvidenceRow | null;
    };

interface Comparable {
  readonly grade: string;
  readonly match: string;
  readonly since: string | null;
  readonly monthly_amount: number | null;
  readonly overpaid: { readonly amount: number } | null;
  readonly reason: string;
  readonly evidence: readonly EvidenceRow[];
}

type Row = EvidenceRow & { readonly key: string };

/** Each statement once, as evidenceKeys has them. */
function rowsOf({ evidence }: Comparable): Row[] {
  const rows = new Map<string, Row>();
  for (const one of evidence) {
    const fields = fieldsSaid(one);
    const key = JSON.stringify([one.register, fields]);
    rows.set(key, { register: one.register, fields: Object.fromEntries(fields), key });
  }
  return [...rows.values()];
}

function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const there = new Set(others.map(({ key }) => key));
  return rows.filter(({ key }) => !there.has(key));
}

/** Of the first row the fields that are otherwise in the second. */
function apart({ register, fields }: Row, other: Row): EvidenceRow {
  const own = Object.entries(fields).filter(([name, value]) => other.fields[name] !== value);
  return { register, fields: Object.fromEntries(own) };
}

/** How many fields two rows of one register share: a row that changed is the one most like it. */
function likeness(one: Row, other: Row): number {
  if (one.register !== other.register) return -1;
  return Object.entries(one.fields).filter(([name, value]) => other.fields[name] === value).length;
}

function evidenceDifferences(before: Comparable, after: Comparable): CaseDifference[] {
  const older = rowsOf(before);
  const newer = rowsOf(after);
  const added = without(newer, older);
  const found: CaseDifference[] = [];
  for (const gone of without(older, newer)) {
    const scores = added.map((one) => likeness(gone, one));
    const best = Math.max(0, ...scores);
    const [other] = best === 0 ? [] : added.splice(scores.indexOf(best), 1);
    if (other === undefined)
      found.push({ what: 'evidence', before: { register: gone.register, fields: gone.fields }, after: null });
    else found.push({ what: 'evidence', before: apart(gone, other), after: apart(other, gone) });
  }
  for (const { register, fields } of added)
    found.push({ what: 'evidence', before: null, after: { register, fields } });
  return found;
}

const plain = (value: string | number | null | undefined): string => String(value ?? '');

/** What differs between two forms of one case, in a fixed order; money in yuan. */
export function differencesOf(before: Comparable, after: Comparable): CaseDifference[] {
  const found: CaseDifference[] = [];
  for (const what of differingFields) {
    if (what === 'evidence') continue;
    const [old, now] = [before, after].map((one) =>
      what === 'overpaid' ? plain(one.overpaid?.amount) : plain(one[what]),
    );
    if (old !== now) found.push({ what, before: old ?? '', after: now ?? '' });
  }
  return [...found, ...evidenceDifferences(before, after)];
}
