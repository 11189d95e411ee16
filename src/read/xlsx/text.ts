import { PartError } from './part-error.js';

const AMP = 0x26;
const CR = 0x0d;
const UNDERSCORE = 0x5f;
const LOWER_X = 0x78;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Character data as text: UTF-8, line ends as XML has them (CR LF and CR become LF), character references and the five
 * entities of XML; any other entity is refused (`literal`: CDATA, no references).
 */
export function decodeText(data: Buffer, start: number, end: number, literal: boolean): string {
  let plain = true;
  let ascii = true;
  for (let at = start; at < end; at += 1) {
    const byte = data[at] ?? 0;
    if (byte >= 0x80) ascii = false;
    else if (byte === AMP || byte === CR) plain = false;
  }
  let text = ascii ? data.toString('latin1', start, end) : data.toString('utf8', start, end);
  if (plain) return text;
  text = text.replace(/\r\n?/g, '\n');
  return literal ? text : text.replace(/&([^;&]*)(;?)/g, decodeReference);
}

function decodeReference(_whole: string, name: string, semicolon: string): string {
  if (semicolon === '') throw new PartError('workbook-damaged');
  const entity = named[name];
  if (entity !== undefined) return entity;
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) throw new PartError('workbook-doctype');
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw new PartError('workbook-damaged');
  }
  return String.fromCodePoint(code);
}

const loneSurrogate = /\p{Surrogate}/u;

/**
 * Decodes `_x000D_`: how a cell's text holds characters that XML cannot (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
 * `_x005F_` is an underscore that would else begin such a form. A text that would hold half a character stays as it is.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // Half a character cannot be written as UTF-8: it would become U+FFFD.
  return loneSurrogate.test(decoded) ? text : decoded;
}

/** True if the bytes could hold a reference, a CR or an escape, and so are not the text itself. */
export function needsDecoding(data: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = data[at] ?? 0;
    if (byte === AMP || byte === CR) return true;
    if (byte === UNDERSCORE && data[at + 1] === LOWER_X) return true;
  }
  return false;
}
