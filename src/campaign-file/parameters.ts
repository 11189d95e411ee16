import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { type Expectation, expectations, standardTexts } from '../messages/standards.js';
import { fen } from './amounts.js';
import type { KeyPath, LocatedDocument } from './document.js';
import { didYouMean, quote } from './issues.js';
import type { CampaignInput, ParameterSetting } from './schema.js';
import type { DatedValue, Parameter } from './types.js';

/** The day from which a value without a date holds: the first national rules on 低保 came into force. */
export const EVER = '1999-10-01';

type DatedSetting = Exclude<ParameterSetting, string | number | string[]>;

/**
 * The parameters of standards/ with those of the campaign file in their place: what the file sets replaces all
 * values of that parameter. Throws DibaoError (with the line) for an unknown name or a value of the wrong kind.
 */
export function mergeParameters(
  standards: readonly Parameter[],
  input: CampaignInput,
  document: LocatedDocument,
): Parameter[] {
  const settings = input.parameters ?? {};
  for (const name of Object.keys(settings)) {
    if (standards.some((parameter) => parameter.name === name)) continue;
    const names = standards.map((parameter) => parameter.name);
    throw new DibaoError(
      'campaign-unknown-parameter',
      { key: name, hint: didYouMean(name, names) },
      document.keyAt(['parameters', name]),
    );
  }
  const signed = input.verified_by !== undefined;
  return standards.map((parameter) => {
    const setting = settings[parameter.name];
    if (setting === undefined) return { ...parameter, verified: signed };
    const values = readSetting(parameter, setting, document);
    const signedHere =
      Array.isArray(setting) && setting.every((entry) => typeof entry === 'object' && entry.verified_by);
    return { ...parameter, values, verified: signed || signedHere, own: true };
  });
}

function readSetting(
  parameter: Parameter,
  setting: ParameterSetting,
  document: LocatedDocument,
): DatedValue[] {
  const path: KeyPath = ['parameters', parameter.name];
  const source = say(standardTexts.campaignDocument);
  if (!isDated(setting)) {
    return [{ from: EVER, value: checked(parameter, setting, path, document), document: source }];
  }
  const values = setting.map((entry, index) => ({
    from: entry.from,
    value: checked(parameter, rawValue(entry), [...path, index], document),
    document: entry.document ?? source,
    known_until: entry.known_until ?? knownUntil(parameter, entry.from),
  }));
  values.sort((a, b) => (a.from < b.from ? -1 : 1));
  values.forEach((value, index) => {
    if (values[index + 1]?.from !== value.from) return;
    throw new DibaoError(
      'campaign-date-twice',
      { key: parameter.name, from: value.from },
      document.keyAt(path),
    );
  });
  return values;
}

/**
 * A limit of knowledge holds for the rule behind the parameter, not for its figure: a figure set for a day within
 * the dates of a known value ends with it too.
 */
function knownUntil(parameter: Parameter, from: string): string | undefined {
  const last = parameter.values.at(-1)?.known_until;
  return last !== undefined && from <= last ? last : undefined;
}

function isDated(setting: ParameterSetting): setting is DatedSetting {
  return Array.isArray(setting) && setting.length > 0 && setting.every((entry) => typeof entry === 'object');
}

function rawValue(entry: DatedSetting[number]): DatedValue['value'] {
  if (entry.words !== undefined) return entry.words;
  if (entry.monthly !== undefined) return fen(entry.monthly) / 100;
  if (entry.yearly !== undefined) return fen(entry.yearly) / 100 / 12;
  return entry.value ?? '';
}

/** The value, if it is of the parameter's kind and among its choices. */
function checked(
  parameter: Parameter,
  value: DatedValue['value'],
  path: KeyPath,
  document: LocatedDocument,
): DatedValue['value'] {
  const refuse = (expected: string, hint = ''): never => {
    const at = document.valueAt(path);
    throw new DibaoError('campaign-value', { key: parameter.name, value: quote(value), expected, hint }, at);
  };
  const wanted: Expectation | null = wrongKind(parameter, value);
  if (wanted !== null) refuse(say(expectations[wanted]));
  const { allowed } = parameter;
  if (allowed !== undefined && !allowed.includes(value as number | string)) {
    const choices = allowed.map(String);
    refuse(
      say(standardTexts.oneOf, { values: choices.join(' ') }),
      typeof value === 'string' ? didYouMean(value, choices) : '',
    );
  }
  return value;
}

function wrongKind(parameter: Parameter, value: DatedValue['value']): Expectation | null {
  if (parameter.type === 'words') return Array.isArray(value) ? null : 'words';
  if (parameter.type === 'month') return /^\d{4}-(0[1-9]|1[0-2])$/.test(String(value)) ? null : 'month';
  return typeof value === 'number' && value >= 0 ? null : 'number';
}
