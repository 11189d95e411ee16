import { areaPeriods } from './areas-data.js';

/** First and last year in which a code was in force; one code can have been used again for another place. */
type Period = readonly [from: number, to: number];

let table: Map<string, Period[]> | null = null;

/** Codes to their periods; read out of the compact text at the first question. */
function areas(): Map<string, Period[]> {
  if (table !== null) return table;
  const read = new Map<string, Period[]>();
  for (const [province, line] of Object.entries(areaPeriods)) {
    for (const group of line.split(';')) {
      const [years = '', ...codes] = group.split(' ');
      const [from = '', to = ''] = years.split('-');
      const period: Period = [Number(from), to === '' ? 9999 : Number(to)];
      for (const code of codes) {
        const periods = read.get(province + code);
        if (periods === undefined) read.set(province + code, [period]);
        else periods.push(period);
      }
    }
  }
  table = read;
  return read;
}

/**
 * Whether the first six digits of a number were an area's code when it can have been given out: from the birth year to
 * the year after it, and for people born before 1984, when cards began, up to 1984. A number given later (moves between
 * birth and registration) makes `not-then` too: it is a hint, never a fault.
 */
export function areaState(code: string, birthYear: number): 'known' | 'unknown' | 'not-then' {
  const known = areas();
  // Residence permits of Hong Kong, Macau and Taiwan carry 810000, 820000 and 830000.
  if (/^8[123]0000$/.test(code)) return 'known';
  // Permanent residence cards of foreigners (2023): 9, the province, the country's digits.
  if (code.startsWith('9')) return known.has(`${code.slice(1, 3)}0000`) ? 'known' : 'unknown';
  // 01 stands for a city's districts as a whole (市辖区, GB/T 2260); the table names only the city itself.
  const periods = known.get(code) ?? (code.endsWith('01') ? known.get(`${code.slice(0, 4)}00`) : undefined);
  if (periods === undefined) return 'unknown';
  const last = Math.max(birthYear + 1, 1984);
  return periods.some(([from, to]) => from <= last && to >= birthYear) ? 'known' : 'not-then';
}
