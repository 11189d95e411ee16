import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

/** 1980-01-01 00:00 in the form of zip headers: the earliest time that they can hold. APPNOTE.TXT 4.4.6. */
const dosTime = 0;
const dosDate = 0x0021;

export const endSignature = 0x06054b50;
export const centralSignature = 0x02014b50;
export const localSignature = 0x04034b50;

/** One file of a zip as it stands in it. */
export interface ZipEntry {
  readonly name: Buffer;
  /** General purpose bits. APPNOTE.TXT 4.4.4. */
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes before packing. */
  readonly size: number;
  /** Packed, in order. */
  readonly data: readonly Uint8Array[];
}

const deflate = promisify(deflateRaw);

/** Blocks that are packed at once: a text made faster than it is packed would stand in memory whole. */
const AT_ONCE = 8;

/** What zlib gives keeps the room that was made for it, ten times its size: only a copy lets go of it. */
async function packedBlock(block: Uint8Array): Promise<Buffer> {
  // Room for the whole block: each further piece of output would have to wait for this thread.
  const chunkSize = Math.max(1024, block.length + 1024);
  return Buffer.from(await deflate(block, { level, chunkSize, finishFlush: constants.Z_SYNC_FLUSH }));
}

/** Level 1: a list of 12,000 cases is 27 MB of XML; level 6 takes three times as long for a quarter less on disk. */
const level = 1;

/** An empty last block: what ends a deflate stream. RFC 1951, 3.2.6. */
const lastBlock = Buffer.from([3, 0]);

/**
 * Packs one file. Its blocks are deflated on other threads, several at a time, while the next ones are made: each
 * ends on a byte (a sync flush), so that they can stand one after another.
 */
export async function deflated(name: string, blocks: Iterable<Uint8Array>): Promise<ZipEntry> {
  const packed: Promise<Buffer>[] = [];
  let crc = 0;
  let size = 0;
  for (const block of blocks) {
    crc = crc32(block, crc);
    size += block.length;
    packed.push(packedBlock(block));
    await nextTurn();
    await packed.at(-AT_ONCE);
  }
  const data = [...(await Promise.all(packed)), lastBlock];
  return { name: Buffer.from(name), flags: 0, method: 8, crc, size, data };
}

function packedSize(entry: ZipEntry): number {
  return entry.data.reduce((sum, { length }) => sum + length, 0);
}

/** The 26 bytes that local and central headers share, from "version needed" to "extra field length". */
function sharedHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(entry.flags, 2);
  header.writeUInt16LE(entry.method, 4);
  header.writeUInt16LE(dosTime, 6);
  header.writeUInt16LE(dosDate, 8);
  header.writeUInt32LE(entry.crc, 10);
  header.writeUInt32LE(packedSize(entry), 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(entry.name.length, 22);
  return header;
}

function signature(value: number, more = 0): Buffer {
  const bytes = Buffer.alloc(4 + more);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

/** A zip of these files, in this order, without the time of its making: the same files give the same bytes. */
export function zipBytes(entries: readonly ZipEntry[]): Buffer {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const shared = sharedHeader(entry);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const versionMadeBy = Buffer.from([20, 0]);
    centrals.push(signature(centralSignature), versionMadeBy, shared, place, entry.name);
    locals.push(signature(localSignature), shared, entry.name, ...entry.data);
    offset += 30 + entry.name.length + packedSize(entry);
  }
  const directory = Buffer.concat(centrals);
  const end = signature(endSignature, 18);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
