import type { Readable, Writable } from 'node:stream';
import type { CampaignOptions } from '../campaign-file/from-options.js';
import type { Encoding } from '../read/types.js';

/** What a command may know of the process; src/cli.ts alone touches the process itself. */
export interface Context {
  readonly stdin: Readable;
  /** Results. */
  readonly stdout: Writable;
  /** Progress and notes. */
  readonly stderr: Writable;
  /** Results go to a terminal, and colours are wanted (NO_COLOR). */
  readonly colour: boolean;
  /** Results go to a terminal. */
  readonly screen: boolean;
  /** Notes go to a terminal: progress may be drawn. */
  readonly terminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
  readonly cwd: string;
  /** Name of the user at this machine, for the ledger. */
  readonly user: string;
  readonly version: string;
  /** As given, ID numbers masked: for run.json. */
  readonly arguments: readonly string[];
  /** No progress, no notes. */
  readonly quiet: boolean;
  /** IDs on the screen whole. */
  readonly unmask: boolean;
  /** Runs `hook` if a signal ends the process; the function returned takes it back. */
  onCleanup(hook: () => void | Promise<void>): () => void;
}

export type OutputFormat = 'table' | 'csv' | 'ndjson' | 'json';
export type FailOn = 'any' | 'exit' | 'new' | 'never';

export interface CheckOptions extends CampaignOptions {
  readonly context: Context;
  /** Folder of the results, as written; undefined: 疑点-<as-of date> in the working folder. */
  readonly output?: string;
  readonly failOn: FailOn;
  /** More rejected rows than this: exit 4. */
  readonly maxRejects?: number;
  readonly dryRun: boolean;
  readonly keepDb: boolean;
  readonly keepAll: boolean;
  /** A run folder, or `last`. */
  readonly baseline?: string;
  /** Refuse doubtful inputs. */
  readonly strict: boolean;
  /** How many of the dated run folders stay. */
  readonly keep?: number;
  readonly format: OutputFormat;
  readonly threads?: number;
  readonly passwordFile?: string;
}

export interface ExplainOptions extends CampaignOptions {
  readonly context: Context;
  /** Case or household id; `-` where it comes by standard input. */
  readonly target: string;
  /** Run folder that kept its database. */
  readonly run?: string;
  readonly format: OutputFormat | 'docx';
  /** File for the docx. */
  readonly output?: string;
  readonly passwordFile?: string;
}

export interface SqlOptions extends CampaignOptions {
  readonly context: Context;
  /** `-` where it comes by standard input; undefined: the tables and columns. */
  readonly query?: string;
  /** File that the query stands in. */
  readonly file?: string;
  /** Run folder that kept its database. */
  readonly run?: string;
  readonly keepAll: boolean;
  readonly format: OutputFormat;
  readonly output?: string;
  readonly passwordFile?: string;
}

export interface InitOptions {
  readonly context: Context;
  readonly folder: string;
  readonly demo: boolean;
}

export interface TemplateOptions {
  readonly context: Context;
  readonly register?: string;
  readonly output?: string;
  readonly list: boolean;
}

export interface RulesOptions {
  readonly context: Context;
  readonly id?: string;
  readonly config?: string;
  /** Folder of the user's own rules. */
  readonly rules?: string;
  /** A pack by name or file: its checks as it has them. */
  readonly pack?: string;
  readonly check: boolean;
  readonly parameters: boolean;
  readonly format: OutputFormat;
}

export interface InspectOptions {
  readonly context: Context;
  readonly files: readonly string[];
  /** Record set key, where the user says what it is. */
  readonly register?: string;
  readonly sheet?: string;
  readonly encoding?: Encoding;
  readonly passwordFile?: string;
  readonly format: OutputFormat;
}

export interface CatOptions {
  readonly context: Context;
  readonly file: string;
  /** Each row with the row it is in the source; with several sheets also the sheet. */
  readonly rows: boolean;
  /** Name or position. */
  readonly sheet?: string;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly passwordFile?: string;
  readonly maxRejects?: number;
  readonly format: 'csv' | 'ndjson';
}
