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

/** Fields of one row of evidence, on one side. */
export interface EvidencePart {
  readonly register: string;
  /** Where the row is on both sides, only the fields that differ. */
  readonly fields: Readonly<Record<string, string>>;
}

export type CaseDifference =
  | {
      readonly what: Exclude<(typeof differingFields)[number], 'evidence'>;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly what: 'evidence';
      /** Null: a row that is new. */
      readonly before: EvidencePart | null;
      /** Null: a row that is gone. */
      readonly after: EvidencePart | null;
    };

interface Comparable {
  readonly grade: string;
  readonly match: string;
  readonly since: string | null;
  readonly monthly_amount: number | null;
  readonly overpaid: { readonly amount: number } | null;
  readonly reason: string;
  readonly evidence: readonly EvidencePart[];
}

type Row = EvidencePart & { readonly key: string };

function rowsOf({ evidence }: Comparable): Row[] {
  return evidence.map(({ register, fields }) => ({
    register,
    fields,
    key: JSON.stringify([register, Object.entries(fields).sort()]),
  }));
}

/** The rows that the other side has not, each as often as it is missing there. */
function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const there = new Map<string, number>();
  for (const { key } of others) there.set(key, (there.get(key) ?? 0) + 1);
  return rows.filter(({ key }) => {
    const count = there.get(key) ?? 0;
    there.set(key, count - 1);
    return count <= 0;
  });
}

/** Of the first row the fields that are otherwise in the second. */
function apart({ register, fields }: Row, other: Row): EvidencePart {
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
