import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignOptions } from '../campaign-file/from-options.js';
import { recordKeys } from '../campaign-file/record-keys.js';
import type { CheckOptions, ExplainOptions, FailOn, SqlOptions } from '../commands/options.js';
import { DibaoError } from '../errors.js';
import { parseId } from '../normalise/index.js';
import type { GlobalOptions, Runner } from './parts.js';
import { areaValue, choiceValue, countValue, dateValue, formatValue, standardValue } from './values.js';

const explainFormats = ['table', 'csv', 'ndjson', 'json', 'docx'] as const;
const failOn: readonly FailOn[] = ['any', 'exit', 'new', 'never'];

/** The options of `check` and `explain` as commander hands them over: texts, lists of texts, flags. */
interface Given extends GlobalOptions {
  readonly [name: string]: unknown;
}

/** The options of `check`. Throws DibaoError option-value for a value that is not as it should be. */
export function checkOptions(given: Given, runner: Runner): CheckOptions {
  return {
    ...campaignOptions(given, runner),
    context: runner.context(given),
    output: text(given.output),
    failOn: when(given.failOn, (value) => choiceValue('--fail-on', value, failOn)) ?? 'any',
    maxRejects: when(given.maxRejects, (value) => countValue('--max-rejects', value)),
    dryRun: given.dryRun === true,
    keepDb: given.keepDb === true,
    keepAll: given.keepAll === true,
    baseline: text(given.baseline),
    strict: given.strict === true,
    keep: when(given.keep, (value) => countValue('--keep', value, 1)),
    format: when(given.format, formatValue) ?? 'table',
    threads: when(given.threads, (value) => countValue('--threads', value, 1)),
    passwordFile: text(given.passwordFile),
  };
}

/** @throws DibaoError id-as-argument: command lines are seen and kept by others */
export function refuseId(target: string): void {
  // A number with one digit wrong is somebody's all the same; household numbers may have as many digits.
  const { value, problem } = parseId(target);
  const isId = value !== '' && (problem === null || problem === 'id-checksum');
  if (isId) throw new DibaoError('id-as-argument');
}

/** The options of `explain`. Throws DibaoError id-as-argument. */
export function explainOptions(target: string, given: Given, runner: Runner): ExplainOptions {
  refuseId(target);
  return {
    ...campaignOptions(given, runner),
    context: runner.context(given),
    target,
    run: text(given.run),
    format: when(given.format, (value) => choiceValue('--format', value, explainFormats)) ?? 'table',
    output: text(given.output),
    passwordFile: text(given.passwordFile),
  };
}

/** Runs of characters that may be an ID number, as they stand in a query: in quotes, or bare. */
const NUMBERS = /[0-9０-９][0-9０-９ \u3000-]{12,22}[0-9０-９xXｘＸ]/g;

/** The options of `sql`. Throws DibaoError sql-id for a query with an ID number on the command line. */
export function sqlOptions(query: string | undefined, given: Given, runner: Runner): SqlOptions {
  for (const number of query?.match(NUMBERS) ?? []) {
    const { value, problem } = parseId(number);
    if (value !== '' && (problem === null || problem === 'id-checksum')) throw new DibaoError('sql-id');
  }
  const context = runner.context(given);
  const output = text(given.output);
  const usual = context.screen && output === undefined ? 'table' : 'csv';
  return {
    ...campaignOptions(given, runner),
    context,
    query,
    file: text(given.file),
    run: text(given.run),
    keepAll: given.keepAll === true,
    format: when(given.format, formatValue) ?? usual,
    output,
    passwordFile: text(given.passwordFile),
  };
}

function campaignOptions(given: Given, runner: Runner): CampaignOptions {
  const { cwd } = runner.context(given);
  const sources: Record<string, string[]> = {};
  for (const key of recordKeys) {
    const paths = list(given[key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())]);
    if (paths.length > 0) sources[key] = paths;
  }
  const rosterUrban = list(given.rosterUrban);
  const rosterRural = list(given.rosterRural);
  // In a campaign's folder its file need not be named, unless a roster on the command line says it is another matter.
  const ownRoster = sources.roster !== undefined || rosterUrban.length > 0 || rosterRural.length > 0;
  const usual = !ownRoster && existsSync(join(cwd, 'dibao.yaml')) ? 'dibao.yaml' : undefined;
  return {
    config: text(given.campaign) ?? usual,
    sources,
    rosterUrban,
    rosterRural,
    urbanStandard: when(given.urbanStandard, (value) => standardValue('--urban-standard', value)),
    ruralStandard: when(given.ruralStandard, (value) => standardValue('--rural-standard', value)),
    asOf: when(given.asOf, (value) => dateValue('--as-of', value)),
    area: when(given.area, (value) => areaValue('--area', value)),
    pack: text(given.pack),
    exemptions: text(given.exemptions),
    checks: list(given.check),
    cwd,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function when<T>(value: unknown, parse: (value: string) => T): T | undefined {
  return typeof value === 'string' ? parse(value) : undefined;
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
