const TIME =
  /(?:T| |(?<=[日号]))(上午|下午|晚上|凌晨|中午)? ?(\d{1,2})(?::|时|点) ?(?:(\d{1,2})分?:?(?:\d{1,2}(?:\.\d+)?秒?)?)? ?(AM|PM)? ?(Z|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY = / ?\(?(?:星期|周)[一二三四五六日天]\)?$/;

/** Cuts the weekday and the time of day from a date's text (NFKC, single spaces); '' where there is no time. */
export function splitTime(text: string): { date: string; time: string } {
  const match = TIME.exec(text);
  const time = match === null ? '' : match[0];
  const date = match === null ? text : text.slice(0, match.index);
  return { date: date.replace(WEEKDAY, '').trimEnd(), time };
}

/**
 * True if the time lies on the day written before it. With a time zone that is not certain: 16:00Z is the next day in
 * China, and such a text is refused rather than read a day early.
 */
export function hasOwnDay(time: string): boolean {
  if (time === '') return true;
  const match = TIME.exec(` ${time}`);
  if (match === null) return false;
  const [, part = '', hourText, minuteText = '0', half = '', zone] = match;
  const afternoon = part === '下午' || part === '晚上' || half.toUpperCase() === 'PM';
  const hour = Number(hourText) + (afternoon && Number(hourText) < 12 ? 12 : 0);
  const minute = Number(minuteText);
  if (hour > 24 || minute > 59) return false;
  if (zone === undefined) return true;
  const inChina = hour * 60 + minute - offsetMinutes(zone) + 8 * 60;
  return inChina >= 0 && inChina < 24 * 60;
}

function offsetMinutes(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
