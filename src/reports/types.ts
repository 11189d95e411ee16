import type { FocusHousehold } from '../cases/focus.js';
import type { Case, Household, Summary, Undecidable } from '../cases/types.js';

/** Chinese words for registers and their fields; a key without a word is printed as it is. */
export interface Labels {
  /** Record set key → title, for example `vehicle` → 车辆. */
  readonly registers: Readonly<Record<string, string>>;
  /** Record set key → field name → title, for example `vehicle` → `plate` → 号牌号码. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Record set key → field name → code → its first text, for example `payroll` → `kind` → `soe` → 国企. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

/** Everything a report prints. Reports take no decision and read nothing else. */
export interface RunReport {
  readonly summary: Summary;
  /** In the order in which they are to be printed. */
  readonly cases: readonly Case[];
  readonly households: readonly Household[];
  readonly undecidable: readonly Undecidable[];
  /** To be looked at hardest, whether a check names them or not. */
  readonly focus?: readonly FocusHousehold[];
  /** The campaign's text in the foot of printed pages, for example 内部资料 注意保存. */
  readonly footer: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly labels?: Labels;
  /** What the campaign's ledger knows of a case (核实状态), by its id; without a ledger undefined. */
  readonly states?: ReadonlyMap<string, string>;
  /** Names of the parameters that the campaign sets itself. */
  readonly ownParameters?: readonly string[];
}
