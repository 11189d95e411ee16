import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** 1980-01-01 00:00 in the form of zip headers: the earliest time that they can hold. APPNOTE.TXT 4.4.6. */
const dosTime = 0;
const dosDate = 0x0021;

/** The time that stands in docProps/core.xml of every workbook and document of ours. */
export const fixedTime = new Date(Date.UTC(2000, 0, 1));

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
/** General purpose bit 3: sizes stand behind the data. APPNOTE.TXT 4.4.4. */
const sizesBehind = 0x0008;

interface Entry {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Buffer;
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endSignature) throw new Error('stamp: no zip end record');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) throw new Error('stamp: zip64 is not supported');
  const entries: Entry[] = [];
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
      data: zip.subarray(start, start + packed),
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

/** Word processors and exceljs write the time of day into core.xml, deflated: it is unpacked, set and packed again. */
function withFixedCore(entry: Entry): Entry {
  if (entry.name.toString('utf8') !== 'docProps/core.xml') return entry;
  const xml = (entry.method === 8 ? inflateRawSync(entry.data) : entry.data).toString('utf8');
  const time = fixedTime.toISOString().replace('.000', '');
  const stamped = Buffer.from(
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => tag + time),
  );
  const data = entry.method === 8 ? deflateRawSync(stamped) : stamped;
  return { ...entry, crc: crc32(stamped), size: stamped.length, data };
}

/** The 26 bytes that local and central headers share, from "version needed" to "extra field length". */
function sharedHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(entry.flags, 2);
  header.writeUInt16LE(entry.method, 4);
  header.writeUInt16LE(dosTime, 6);
  header.writeUInt16LE(dosDate, 8);
  header.writeUInt32LE(entry.crc, 10);
  header.writeUInt32LE(entry.data.length, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(entry.name.length, 22);
  return header;
}

function signature(value: number, more = 0): Buffer {
  const bytes = Buffer.alloc(4 + more);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

/**
 * Packs a zip (XLSX, DOCX) anew without the times of its making, so that the same content gives the same bytes:
 * header times, extra fields and the dates of docProps/core.xml are set to fixed values; the data is not packed again.
 * @throws Error if `bytes` is no zip, or one over 4 GB
 */
export function stampZip(bytes: Buffer): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  const entries = entriesOf(bytes).map(withFixedCore);
  for (const entry of entries) {
    const shared = sharedHeader(entry);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const versionMadeBy = Buffer.from([20, 0]);
    centrals.push(signature(centralSignature), versionMadeBy, shared, place, entry.name);
    locals.push(signature(localSignature), shared, entry.name, entry.data);
    offset += 30 + entry.name.length + entry.data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = signature(endSignature, 18);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
