let twoByteCodes: Uint16Array | null = null;

/** The two-byte codes of GB18030 by character, asked of the decoder: Node has no encoder. */
function codes(): Uint16Array {
  if (twoByteCodes) return twoByteCodes;
  const made = new Uint16Array(65_536);
  const decoder = new TextDecoder('gb18030');
  const pair = new Uint8Array(2);
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      pair.set([high, low]);
      const text = decoder.decode(pair);
      if (text.length === 1 && text !== '\ufffd') made[text.charCodeAt(0)] = (high << 8) | low;
    }
  }
  twoByteCodes = made;
  return made;
}

/** A text in GB18030; what is written here needs one or two bytes a character. */
export function encodeGb18030(text: string): Buffer {
  const table = codes();
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes.push(unit);
      continue;
    }
    const code = table[unit] ?? 0;
    if (code === 0) throw new Error(`no two-byte GB18030 code for ${text.charAt(i)}`);
    bytes.push(code >> 8, code & 0xff);
  }
  return Buffer.from(bytes);
}
