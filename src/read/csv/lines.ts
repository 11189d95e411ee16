const LF = 0x0a;
const CR = 0x0d;

/** The start of the line after the one that holds `from`; -1 where more bytes are needed to tell. */
export function lineAfter(buffer: Buffer, from: number, end: number, eof: boolean): number {
  for (let i = from; i < end; i++) {
    const byte = buffer[i] as number;
    if (byte === LF) return i + 1;
    if (byte !== CR) continue;
    if (i + 1 < end) return buffer[i + 1] === LF ? i + 2 : i + 1;
    return eof ? end : -1;
  }
  return eof ? end : -1;
}
