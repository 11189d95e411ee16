/** Numbers, with signs, thousands separators, currency, a percent or a power. */
const number = /^[-+−]?[¥￥$]?[-+−]?\d[\d,]*(?:\.\d*)?(?:[eE][-+]?\d+)?[%元]?$|^[-+−]?\.\d+$/;
/** Dates and times, whole or in part. */
const date = /^\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{0,4}日?)?(?:[ T]?\d{1,2}:\d{2}.*)?$/;
const time = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?$/i;
/** Codes: an ID number, a plate, an account, masked or not. */
const code = /\d{5}|\d{2}\*{2}/;

/** True for a text that fills a column rather than heads it: a number, a date, a code. */
export function isValue(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return number.test(plain) || date.test(plain) || time.test(plain) || code.test(plain);
}
