/** What the disk and the deflater take at once, in bytes. */
const blockSize = 1 << 19;

/**
 * Texts, one after another, as UTF-8 in blocks of half a megabyte. Each text is encoded as it comes: joining them
 * first costs more than all the rest, since every piece then outlives the collection of what made it.
 */
export function* blocksOf(texts: Iterable<string>): Generator<Buffer> {
  let block = Buffer.allocUnsafeSlow(blockSize);
  let at = 0;
  for (const text of texts) {
    // No UTF-16 unit takes more than three bytes.
    const most = text.length * 3;
    if (at > 0 && most > blockSize - at) {
      yield block.subarray(0, at);
      block = Buffer.allocUnsafeSlow(blockSize);
      at = 0;
    }
    if (most > blockSize) yield Buffer.from(text);
    else at += block.write(text, at);
  }
  if (at > 0) yield block.subarray(0, at);
}
