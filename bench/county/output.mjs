import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK = 1 << 20;
/** @type {Uint16Array | null} */
let twoByteCodes = null;

/** The two-byte codes of GB18030, by character: asked of the decoder, for Node has no encoder. */
function gbCodes() {
  if (twoByteCodes) return twoByteCodes;
  const codes = new Uint16Array(65_536);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue;
      pair[0] = high;
      pair[1] = low;
      const text = decoder.decode(pair);
      if (text.length === 1 && text !== '\ufffd') codes[text.charCodeAt(0)] = (high << 8) | low;
    }
  }
  twoByteCodes = codes;
  return codes;
}

/**
 * @param {string} text
 * @param {Buffer} into large enough: two bytes a character
 * @returns {number} the bytes written
 * @throws {Error} for a character without a two-byte code
 */
function encodeGb(text, into) {
  const codes = gbCodes();
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      into[at++] = unit;
      continue;
    }
    const code = codes[unit];
    if (code === 0) throw new Error(`no two-byte GB18030 code for ${text[i]}`);
    into[at++] = code >> 8;
    into[at++] = code & 0xff;
  }
  return at;
}

/** A file that grows by lines, in the encoding asked for, a megabyte held at most. */
export class LineFile {
  #text = '';
  #fd;
  #encoding;
  #bytes = Buffer.allocUnsafe(CHUNK * 2);
  rows = 0;
  size = 0;

  /** @param {string} path @param {'utf-8' | 'gb18030'} encoding */
  constructor(path, encoding) {
    this.#fd = openSync(path, 'w');
    this.#encoding = encoding;
  }

  /** @param {string} text without the line end */
  line(text) {
    this.#text += `${text}\n`;
    this.rows += 1;
    if (this.#text.length > CHUNK / 2) this.#flush();
  }

  #flush() {
    const bytes = this.#bytes;
    const length =
      this.#encoding === 'gb18030' ? encodeGb(this.#text, bytes) : bytes.write(this.#text, 'utf8');
    writeSync(this.#fd, bytes, 0, length);
    this.size += length;
    this.#text = '';
  }

  close() {
    this.#flush();
    closeSync(this.#fd);
  }
}
