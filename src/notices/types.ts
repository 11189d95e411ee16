/** 初核公示 after the visits, 结果公示 of what was decided, 季度公示 and 长期公示 of all who receive. */
export type Round = '1' | '2' | 'quarterly' | 'standing';

/** What is proposed or decided for a household: it stays, its allowance becomes another, it leaves. */
export type Outcome = 'keep' | 'adjust' | 'exit';

/** Persons and money a month of one household. */
export interface Share {
  readonly persons: number;
  /** Null where the roster says none. */
  readonly fen: number | null;
}

/** What a public notice may say of a household, and nothing else (FORMS.md, 'Notices'). */
export interface NoticeRow {
  /** The head's, a minor's as 姓+某某. */
  readonly name: string;
  readonly village: string;
  readonly outcome: Outcome;
  readonly before: Share;
  readonly after: Share;
  /** Coarse, of an exit only; '' otherwise. */
  readonly reason: string;
}

/** A household of a notice, for those who work on it: this part is never published. */
export interface Noticed {
  readonly row: NoticeRow;
  readonly household_id: string;
  readonly head: string;
  /** The head is one: the name stands as 姓+某某. */
  readonly isMinor: boolean;
}

export interface VillageNotice {
  /** '' where the roster does not say. */
  readonly village: string;
  readonly households: readonly Noticed[];
}

export interface TownshipNotice {
  /** '' where the roster does not say. */
  readonly township: string;
  readonly villages: readonly VillageNotice[];
}

/** Why a household is on no notice: not verified yet, contradictory verdicts, not settled yet, objected, without a name, stopped, receiving nothing. */
export type WhyLeftOut =
  | 'unverified'
  | 'doubtful'
  | 'unsettled'
  | 'objected'
  | 'no_name'
  | 'stopped'
  | 'nobody';

export interface LeftOut {
  readonly household_id: string;
  readonly township: string;
  readonly village: string;
  readonly why: WhyLeftOut;
}

/** How long a notice hangs. */
export interface Period {
  /** First and last day, YYYY-MM-DD, both counted. */
  readonly from: string;
  readonly to: string;
  /** The day after the last: it is taken down. */
  readonly down: string;
  readonly days: number;
  /** The number of days or months that the rules want, and by which document. */
  readonly wanted: { readonly to: string; readonly document: string };
}

/** What goes on the walls: the notices by township, and who is on none. */
export interface Notices {
  readonly round: Round;
  readonly period: Period;
  readonly townships: readonly TownshipNotice[];
  readonly left: readonly LeftOut[];
}
