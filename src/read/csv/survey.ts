import { isUtf8 } from 'node:buffer';
import { readSync } from 'node:fs';
import { isGb18030, looksUtf8 } from './gb18030.js';

const LF = 0x0a;
const CR = 0x0d;
const BUFFER = 2 << 20;

/** Lines that are not plain ASCII, by the encoding in which they can be read. */
export class LineSurvey {
  utf8 = 0;
  /** Valid GB18030 and not valid UTF-8. */
  gb18030 = 0;
  /** First lines (1-based) that are GB18030 and not UTF-8, and UTF-8 beyond chance; 0: none. */
  firstGb18030 = 0;
  firstUtf8 = 0;
  #line = 1;

  /** Surveys the whole lines of the file's bytes [from, to); a line cut off at either end is left out. */
  read(fd: number, from: number, to: number, size: number): void {
    const buffer = Buffer.allocUnsafeSlow(Math.min(BUFFER, to - from));
    let at = from;
    let end = 0;
    let inside = from === 0;
    while (at < to) {
      const got = readSync(fd, buffer, end, Math.min(buffer.length - end, to - at), at);
      if (got === 0) return;
      at += got;
      end += got;
      let start = 0;
      if (!inside) {
        start = buffer.indexOf(LF) + 1;
        inside = true;
      }
      start = this.#lines(buffer, start, end, at >= size);
      // A line longer than the buffer is no record: what has been read of it counts as a line.
      if (start === 0 && end === buffer.length) start = this.#lines(buffer, 0, end, true);
      buffer.copyWithin(0, start, end);
      end -= start;
    }
  }

  /** Counts the whole lines of buffer[from, end) and returns where the last, unfinished one begins. */
  #lines(buffer: Buffer, from: number, end: number, last: boolean): number {
    let start = from;
    let high = false;
    for (let i = from; i < end; i++) {
      const byte = buffer[i] as number;
      if (byte > CR) {
        if (byte > 0x7f) high = true;
        continue;
      }
      if (byte !== LF && byte !== CR) continue;
      // Half of a CRLF, it may be.
      if (byte === CR && i + 1 === end && !last) break;
      if (high) this.#count(buffer, start, i);
      if (byte === CR && i + 1 < end && buffer[i + 1] === LF) i += 1;
      this.#line += 1;
      start = i + 1;
      high = false;
    }
    if (!last) return start;
    if (high) this.#count(buffer, start, end);
    return end;
  }

  #count(buffer: Buffer, start: number, end: number): void {
    if (isUtf8(buffer.subarray(start, end))) {
      this.utf8 += 1;
      if (this.firstUtf8 === 0 && looksUtf8(buffer, start, end)) this.firstUtf8 = this.#line;
    } else if (isGb18030(buffer, start, end)) {
      this.gb18030 += 1;
      if (this.firstGb18030 === 0) this.firstGb18030 = this.#line;
    }
  }
}
