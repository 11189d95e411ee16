import { DibaoError } from '../errors.js';
import { simulateValues } from '../messages/help-simulate.js';
import { say, type Text } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { choiceValue } from './values.js';

export { choiceValue } from './values.js';

/** What the numbers of households, which end in ten digits, have room for. */
const MOST_HOUSEHOLDS = 5_000_000;
const MOST_ROWS = 1_000_000_000;

/** A whole number within bounds. Throws DibaoError option-value. */
function whole(name: string, value: string, least: number, most: number, expected: Text): number {
  const number = Number(value);
  if (/^\d{1,10}$/.test(value) && number >= least && number <= most) return number;
  const values = { name, value: maskIdsIn(value), expected: say(expected, { least, most }), hint: '' };
  throw new DibaoError('option-value', values);
}

export const householdsValue = (value: string): number =>
  whole('--households', value, 1, MOST_HOUSEHOLDS, simulateValues.whole);

export const rowsValue = (value: string): number =>
  whole('--register-rows', value, 0, MOST_ROWS, simulateValues.whole);

export const seedValue = (value: string): number =>
  whole('--seed', value, 0, 2 ** 31 - 1, simulateValues.whole);

/** Six digits that do not begin with 0. */
export function countyValue(value: string): string {
  if (/^[1-9]\d{5}$/.test(value)) return value;
  const values = { name: '--area', value: maskIdsIn(value), expected: say(simulateValues.area), hint: '' };
  throw new DibaoError('option-value', values);
}

/** Of CSV files. Throws DibaoError simulate-encoding where workbooks are asked for. */
export function encodingChoice(value: string | undefined, format: 'csv' | 'xlsx'): 'utf-8' | 'gb18030' {
  if (value !== undefined && format === 'xlsx') throw new DibaoError('simulate-encoding');
  const usual: Readonly<Record<string, string>> = { utf8: 'utf-8', gbk: 'gb18030' };
  const name = (value ?? 'utf-8').toLowerCase();
  return choiceValue('--encoding', usual[name] ?? name, ['utf-8', 'gb18030']);
}
