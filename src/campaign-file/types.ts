import type { Parameter } from '../standards/types.js';
import type { AmountRules } from './amount-rules.js';
import type { ReviewRules } from './review-rules.js';

export type { DatedValue, Parameter } from '../standards/types.js';

/** One per-person standard (保障标准) in force from a day on, as yuan a year. */
export interface DatedStandard {
  readonly category: 'urban' | 'rural';
  readonly from: string;
  /** Yuan a year for one person (monthly × 12), exact decimal text such as `14496.00`. */
  readonly yearly: string;
  /** Household size it holds for; null for every size. The last size given holds for larger ones too. */
  readonly size: number | null;
  readonly document?: string;
}

/** Where a household field that no column carries is taken from. */
export type TakenFrom = 'folder' | 'file' | 'sheet' | 'title';

/** One entry of `sources:`. */
export interface SourceSpec {
  /** Absolute path; a file, a folder, or a pattern with `*`. */
  readonly path: string;
  /** As the user wrote it: what messages and evidence show. */
  readonly written: string;
  readonly data_date: string | null;
  readonly supplier: string | null;
  /** Header text → field name; wins over the dictionary's labels. */
  readonly columns: Readonly<Record<string, string>>;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** Field name → value that holds for every row, for example category: rural. */
  readonly set: Readonly<Record<string, string>>;
  /** Field name → where it is taken from. */
  readonly from: Readonly<Record<string, TakenFrom>>;
}

/** Who issues the papers, and where a family can turn to; '' where the campaign file does not say. */
export interface Office {
  readonly name: string;
  /** Complaints and questions (监督电话). */
  readonly phone: string;
  readonly address: string;
  /** The authority for 行政复议, and the court for 行政诉讼. */
  readonly reconsideration: string;
  readonly court: string;
}

/** Up to which day those in a kind of post declare: `default`, a kind of post, or a word of the unit or position. */
export interface ExitDeadline {
  readonly kind: string;
  /** YYYY-MM-DD, the last day in time. */
  readonly until: string;
}

/** The campaign: what a check needs to know, whether from the campaign file or from the command line. */
export interface Campaign {
  readonly name: string;
  readonly area: { readonly code: string; readonly name: string } | null;
  /** D, YYYY-MM-DD. */
  readonly as_of: string;
  readonly pack: string;
  readonly standards: readonly DatedStandard[];
  readonly parameters: readonly Parameter[];
  readonly amount: AmountRules;
  /** Last days for families to declare their exit of their own accord; none where the campaign file names none. */
  readonly exit_deadlines: readonly ExitDeadline[];
  /** When households are reviewed, and the period of renewal; rolling and without one where it is not there. */
  readonly review?: ReviewRules;
  /** Record set key → its sources, in the order of the dictionary. */
  readonly sources: ReadonlyMap<string, readonly SourceSpec[]>;
  /** Folder of the user's own rules, absolute; null for none. */
  readonly rules: string | null;
  /** Check ids that must be able to run (`required:` and `--check`). */
  readonly required: readonly string[];
  /** File of households or persons exempted by somebody's signature: absolute, and as written; null for none. */
  readonly exemptions?: { readonly path: string; readonly written: string } | null;
  /** Near is always on; name matching is off by default. */
  readonly name_matching: boolean;
  readonly purpose: string | null;
  readonly authority: string | null;
  /** Text in the foot of printed pages; default 内部资料 注意保存. */
  readonly footer: string;
  readonly office: Office;
  /** Last day that persons' data may be kept, YYYY-MM-DD; null where the campaign file does not say. */
  readonly retain_until: string | null;
  /** Folder that relative paths start from. */
  readonly root: string;
  /** The campaign file itself; null when everything came by the command line. */
  readonly file: string | null;
}
