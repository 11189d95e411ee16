import { compact, isBlank } from './characters.js';
import { readNumeral } from './chinese-numbers.js';
import { EMPTY, found, trouble } from './results.js';
import type { Parsed } from './types.js';

const COUNT = /^(?:(\d{1,9})|(\d{1,3}(?:,\d{3}){1,2}))(?:\.0*)?(?:[人口辆套个户台处岁次名间])?$/;
const WRITTEN = /^(两|[〇零一二三四五六七八九十]{1,3})[人口辆套个户台处岁次名间]?$/;

/** A whole number from 0 to 999,999,999 without leading zeros; 3人 and 两套 are read. Else `int-unreadable`. */
export function parseInteger(text: string): Parsed {
  const cleaned = compact(text).replace(/^['‘’]+/, '');
  if (isBlank(cleaned)) return EMPTY;
  const match = COUNT.exec(cleaned);
  if (match !== null) return found(String(Number((match[1] ?? match[2] ?? '').replaceAll(',', ''))));
  const written = WRITTEN.exec(cleaned)?.[1];
  const value = written === '两' ? 2 : written === undefined ? null : readNumeral(written);
  return value === null ? trouble('int-unreadable') : found(String(value));
}
