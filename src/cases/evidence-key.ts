/** Header of a column that only numbers the rows of its file: one row more at the top changes all of them. */
const serial = /^(?:户?序号|序|行号|No\.?)$/i;

/** One row of evidence as far as it says something. */
export interface EvidenceRow {
  readonly register: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The fields of a row that say something, by name. */
export function fieldsSaid({ fields }: EvidenceRow): [string, string][] {
  return Object.entries(fields)
    .filter(([name]) => !serial.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * What the rows of a case's evidence say, wherever they stand: each statement once, as a row that an export gives
 * twice says no more than before. By register and fields, in a fixed order.
 */
export function evidenceKeys(evidence: readonly EvidenceRow[]): string[] {
  const keys = evidence.map((one) => JSON.stringify([one.register, fieldsSaid(one)]));
  return [...new Set(keys)].sort();
}
