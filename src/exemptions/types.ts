/** One row of an exemption file: who is exempted from what, why, by whom, until when. */
export interface Exemption {
  /** The file as messages show it, and the row as a person finds it. */
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
  /** Household number, or ID number of the person the cases are about; '' where the row does not name it. */
  readonly household_id: string;
  readonly id_number: string;
  /** Ids of checks (R04.car) and rules (R04); null for all of them. */
  readonly checks: readonly string[] | null;
  readonly reason: string;
  readonly approver: string;
  readonly approved: string | null;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly until: string;
  /** Evidence that it was granted for (证据标识); empty where the row does not say. */
  readonly evidence: readonly string[];
  /** Digest of all of the above but the place: another approval of the same household is another grant. */
  readonly grant: string;
}

/** An exemption file that could be read whole. */
export interface ExemptionFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly exemptions: readonly Exemption[];
}

/** Which evidence of which case (its id) each grant covered when it was first used. */
export type GrantMemory = ReadonlyMap<string, ReadonlyMap<string, string>>;
