/** What a number format makes of a number: a plain number, a date (with or without time), or a time of day. */
export type FormatKind = 'number' | 'date' | 'time';

/**
 * Built-in formats that show dates or times. 14–22 and 45–47 by ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are given there
 * per language, and these are the zh-cn ones (55 and 56 are times, as in zh-tw). 46 is elapsed time: a number.
 */
const builtIn: ReadonlyMap<number, FormatKind> = new Map(
  Object.entries({
    date: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
    time: [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56],
  }).flatMap(([kind, ids]) => ids.map((id) => [id, kind as FormatKind] as const)),
);

/** The kind of a built-in format by its number. */
export function builtInKind(id: number): FormatKind {
  return builtIn.get(id) ?? 'number';
}

/**
 * The kind of a format code such as `yyyy"年"m"月"d"日"` or `[h]:mm`, judged by its first section (the one for ordinary
 * values). Elapsed time (`[h]`, `[mm]`) is a number: it is a length, not a time of day.
 */
export function formatKind(code: string): FormatKind {
  const bare = code.replace(/"[^"]*"?|[\\_*]./gsu, '').toLowerCase();
  const section = bare.split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/.test(section)) return 'number';
  const plain = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|g\/通用格式/g, '')
    .replace(/[0#?.]e[+-]/g, '');
  const clock = plain.replace(/am\/pm|a\/p|上午\/下午/g, 'h');
  // A month is an m that is neither minutes after hours nor minutes before seconds.
  const withoutMinutes = clock.replace(/h[^ymdeghs]*m+/g, 'h').replace(/m+(?=[^ymdegh]*s)/g, '');
  if (/[ymdeb]|g{1,3}e|aaa/.test(withoutMinutes)) return 'date';
  return /[hs]/.test(clock) ? 'time' : 'number';
}
