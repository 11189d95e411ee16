import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipEntry } from '../../files/zip.js';

/** Bytes handed to the packer at once. */
const BLOCK = 256 * 1024;

/** Packs one part whose text comes piece by piece. */
export async function packedPart(name: Buffer, texts: AsyncIterable<string>): Promise<ZipEntry> {
  const deflate = createDeflateRaw({ level: 6 });
  const data: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => data.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    deflate.on('end', resolve);
    deflate.on('error', reject);
  });
  let crc = 0;
  let size = 0;
  let waiting: string[] = [];
  let length = 0;
  const write = async (): Promise<void> => {
    const block = Buffer.from(waiting.join(''), 'utf8');
    waiting = [];
    length = 0;
    crc = crc32(block, crc);
    size += block.length;
    if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
  };
  try {
    for await (const text of texts) {
      waiting.push(text);
      length += text.length;
      if (length >= BLOCK) await write();
    }
    await write();
    deflate.end();
    await ended;
  } finally {
    deflate.destroy();
  }
  // The name is UTF-8 where it is more than ASCII. APPNOTE.TXT 4.4.4, bit 11.
  return { name, flags: 0x0800, method: 8, crc, size, data };
}

export async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
