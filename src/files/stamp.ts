import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { blocksOf } from './blocks.js';
import { centralSignature, deflated, endSignature, type ZipEntry, zipBytes } from './zip.js';

/** The time that stands in docProps/core.xml of every workbook and document of ours. */
export const fixedTime = new Date(Date.UTC(2000, 0, 1));

/** As docProps/core.xml writes it. */
export const fixedTimeText = fixedTime.toISOString().replace('.000', '');

/** General purpose bit 3: sizes stand behind the data. APPNOTE.TXT 4.4.4. */
const sizesBehind = 0x0008;

function entriesOf(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endSignature) throw new Error('stamp: no zip end record');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw new Error('stamp: zip64 is not supported');
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== centralSignature) throw new Error('stamp: broken central directory');
    const packed = zip.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    entries.push({
      name: zip.subarray(at + 46, at + 46 + (nameLength ?? 0)),
      flags: zip.readUInt16LE(at + 8) & ~sizesBehind,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      size: zip.readUInt32LE(at + 24),
      data: [zip.subarray(start, start + packed)],
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

const nameOf = (entry: ZipEntry): string => entry.name.toString('utf8');

function textOf(entry: ZipEntry): string {
  const packed = Buffer.concat(entry.data);
  return (entry.method === 8 ? inflateRawSync(packed) : packed).toString('utf8');
}

/** Word processors and exceljs write the time of day into core.xml, deflated: it is unpacked, set and packed again. */
function withFixedCore(entry: ZipEntry): ZipEntry {
  if (nameOf(entry) !== 'docProps/core.xml') return entry;
  const xml = textOf(entry);
  const stamped = Buffer.from(
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => tag + fixedTimeText),
  );
  const data = entry.method === 8 ? deflateRawSync(stamped) : stamped;
  return { ...entry, crc: crc32(stamped), size: stamped.length, data: [data] };
}

/**
 * Packs a zip (XLSX, DOCX) anew without the times of its making, so that the same content gives the same bytes:
 * header times, extra fields and the dates of docProps/core.xml are set to fixed values; the data is not packed again.
 * @throws Error if `bytes` is no zip, or one over 4 GB
 */
export function stampZip(bytes: Buffer): Buffer {
  return zipBytes(entriesOf(bytes).map(withFixedCore));
}

/**
 * As stampZip, and one file of it is written anew from its text.
 * @param rewrite its pieces, one after another
 */
export async function stampZipWith(
  bytes: Buffer,
  name: string,
  rewrite: (text: string) => Iterable<string>,
): Promise<Buffer> {
  const stamped = entriesOf(bytes).map(async (entry) =>
    nameOf(entry) === name ? deflated(name, blocksOf(rewrite(textOf(entry)))) : withFixedCore(entry),
  );
  return zipBytes(await Promise.all(stamped));
}
