import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { DibaoError } from '../../errors.js';
import { limits } from './limits.js';
import { PartError } from './part-error.js';

const STORED = 0;
const DEFLATED = 8;
const INFLATE_CHUNK = 256 * 1024;

/** A part as it is packed; `key` is its name as it is looked up. */
interface PackedPart {
  readonly key: string;
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: readonly Buffer[];
}

/** The parts of a zipped workbook, inflated on demand and never to disk. */
export class ZipPackage {
  /** The file as errors name it. */
  readonly file: string;
  readonly #zip: yauzl.ZipFile;
  readonly #entries = new Map<string, yauzl.Entry>();

  constructor(file: string, zip: yauzl.ZipFile) {
    this.file = file;
    this.#zip = zip;
  }

  /** The parts' names as looked up: forward slashes, lower case. */
  get names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(part: string): boolean {
    return this.#entries.has(lookupName(part));
  }

  /** Reads the central directory; refuses too many entries and two of one name. */
  async load(): Promise<void> {
    if (this.#zip.entryCount > limits.entries) {
      throw new DibaoError(
        'workbook-too-many-parts',
        { count: this.#zip.entryCount, limit: limits.entries },
        { file: this.file },
      );
    }
    for await (const entry of this.#zip.eachEntry()) {
      const name = yauzl.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      // OPC part names differ in more than case (ECMA-376 part 2, 6.2.2.3): two of one name let two readers see two files.
      const key = lookupName(name);
      if (this.#entries.has(key)) {
        throw new DibaoError('workbook-duplicate-part', { part: name }, { file: this.file });
      }
      this.#entries.set(key, entry);
    }
  }

  /** The parts as they are packed, in the order of the directory, to be written again. */
  async *packed(): AsyncGenerator<PackedPart, void, void> {
    for (const [key, entry] of this.#entries) {
      const chunks: Buffer[] = [];
      for await (const chunk of await this.#zip.openReadStreamPromise(entry, { decodeFileData: false }))
        chunks.push(chunk as Buffer);
      yield {
        key,
        name: Buffer.from(entry.fileNameRaw),
        flags: entry.generalPurposeBitFlag,
        method: entry.compressionMethod,
        crc: entry.crc32,
        size: entry.uncompressedSize,
        data: chunks,
      };
    }
  }

  /**
   * The inflated bytes of a part, in chunks. Size, ratio and checksum are counted on what really inflates: the
   * headers of a zip can lie.
   * @throws DibaoError workbook-part-missing, workbook-encrypted; PartError workbook-bomb, workbook-damaged.
   */
  async *read(part: string): AsyncGenerator<Buffer, void, void> {
    const entry = this.#entries.get(lookupName(part));
    if (entry === undefined) throw new DibaoError('workbook-part-missing', { part }, { file: this.file });
    if (entry.isEncrypted()) throw new DibaoError('workbook-encrypted', {}, { file: this.file });
    const method = entry.compressionMethod;
    if (method !== STORED && method !== DEFLATED) throw new PartError('workbook-damaged');
    let size = 0;
    let checksum = 0;
    try {
      const packed = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
      const inflater = method === DEFLATED ? createInflateRaw({ chunkSize: INFLATE_CHUNK }) : null;
      if (inflater !== null) {
        packed.on('error', (error) => inflater.destroy(error));
        packed.pipe(inflater);
      }
      try {
        for await (const chunk of (inflater ?? packed) as AsyncIterable<Buffer>) {
          size += chunk.length;
          checkSize(size, inflater?.bytesWritten ?? size);
          checksum = crc32(chunk, checksum);
          yield chunk;
        }
      } finally {
        packed.destroy();
        inflater?.destroy();
      }
    } catch (error) {
      if (error instanceof PartError) throw error;
      throw new PartError('workbook-damaged');
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw new PartError('workbook-damaged');
  }

  close(): void {
    this.#zip.close();
  }
}

/** A part's name as it is looked up: forward slashes, lower case. */
export function lookupName(part: string): string {
  return part.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function checkSize(inflated: number, packed: number): void {
  const tooBig = inflated > limits.entryBytes;
  const tooDense = inflated > limits.ratioGrace && packed / inflated < limits.minInflateRatio;
  if (tooBig || tooDense) throw new PartError('workbook-bomb');
}

/**
 * Opens a zip from a path or from bytes in memory.
 * @throws DibaoError file-missing, workbook-damaged, workbook-too-many-parts, workbook-duplicate-part.
 */
export async function openZip(source: string | Buffer, file: string): Promise<ZipPackage> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await (typeof source === 'string'
      ? yauzl.openPromise(source, options)
      : yauzl.fromBufferPromise(source, options));
    const pack = new ZipPackage(file, zip);
    await pack.load();
    return pack;
  } catch (error) {
    zip?.close();
    if (error instanceof DibaoError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new DibaoError('file-missing', {}, { file });
    throw new DibaoError('workbook-damaged', { part: 'zip' }, { file });
  }
}
