import { fen, yuanText } from '../campaign-file/amounts.js';
import type { OutputFormat } from '../commands/options.js';
import { DibaoError, type ErrorCode } from '../errors.js';
import { valueTexts } from '../messages/commands.js';
import { say, type Text } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { expectations, standardTexts } from '../messages/standards.js';
import type { Encoding } from '../read/types.js';

/** Parsers of option values. Each throws DibaoError option-value, which names the option and what was expected. */
function refuse(option: string, value: string, expected: Text | string, hint = ''): never {
  const code: ErrorCode = 'option-value';
  const wanted = typeof expected === 'string' ? expected : say(expected);
  throw new DibaoError(code, { name: option, value: maskIdsIn(value), expected: wanted, hint });
}

export function dateValue(option: string, value: string): string {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []).slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const real = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  return real ? value : refuse(option, value, expectations.date);
}

/** A standard: `1208` or `1208/月` a month, `13200/年` or `13200/y` a year; as yuan a year. */
export function standardValue(option: string, value: string): string {
  const match = /^(\d+(?:\.\d{1,2})?)\s*元?\s*(?:\/\s*(月|年|m|month|y|year))?$/i.exec(
    value.normalize('NFKC').trim(),
  );
  const amount = match?.[1];
  if (amount === undefined || Number(amount) <= 0) return refuse(option, value, valueTexts.standard);
  const yearly = /^(年|y)/i.test(match?.[2] ?? '');
  return yuanText(fen(amount) * (yearly ? 1 : 12));
}

/** `330482`, or with its name: `330482:平湖市`. */
export function areaValue(option: string, value: string): { code: string; name: string } {
  const match = /^(\d{2,12})(?:[:: ](.+))?$/.exec(value.trim());
  if (match?.[1] === undefined) return refuse(option, value, expectations['area-code']);
  return { code: match[1], name: match[2]?.trim() ?? '' };
}

export function countValue(option: string, value: string, least = 0): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) return refuse(option, value, valueTexts.count);
  return Number(value);
}

/** A share: 0.1, or 10%. */
export function shareValue(option: string, value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(%)?$/.exec(value.normalize('NFKC').trim());
  const share = Number(match?.[1] ?? Number.NaN) / (match?.[2] === undefined ? 1 : 100);
  return share >= 0 && share <= 1 ? share : refuse(option, value, valueTexts.share);
}

/** A share that is neither nothing nor all: 0.95, or 95%. */
export function insideValue(option: string, value: string): number {
  const share = shareValue(option, value);
  return share > 0 && share < 1 ? share : refuse(option, value, valueTexts.inside);
}

export function choiceValue<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const near = nearest(value, choices);
  const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
  return refuse(option, value, say(standardTexts.oneOf, { values: choices.join(' ') }), hint);
}

const formats: readonly OutputFormat[] = ['table', 'csv', 'ndjson', 'json'];

export function formatValue(value: string): OutputFormat {
  return choiceValue('--format', value, formats);
}

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

export function encodingValue(value: string): Encoding {
  const usual = { gbk: 'gb18030', gb2312: 'gb18030', utf8: 'utf-8', 'utf-16': 'utf-16le' } as const;
  const name = value.toLowerCase();
  return name in usual ? usual[name as keyof typeof usual] : choiceValue('--encoding', name, encodings);
}

/** A delimiter of CSV files, the tab by its name. */
export function delimiterValue(value: string): string {
  if (/^(?:tab|\t|\\t)$/i.test(value)) return '\t';
  return [',', ';', '|'].includes(value) ? value : refuse('--delimiter', value, expectations.delimiter);
}
