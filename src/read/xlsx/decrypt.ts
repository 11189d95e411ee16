import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { DibaoError } from '../../errors.js';
import { ole2Streams } from './ole2.js';
import { readTags } from './saxes-part.js';

/** Excel opens a workbook under this password without asking: it is only write-protected. */
const SILENT_PASSWORD = 'VelvetSweatshop';
const MAX_SPINS = 1_000_000;
const SEGMENT = 4096;
const block = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierHash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};

/** How one key of the agile method is made and used. */
interface AgileKey {
  readonly salt: Buffer;
  readonly hash: string;
  readonly keyBytes: number;
  readonly blockSize: number;
}

interface Agile {
  readonly data: AgileKey;
  readonly password: AgileKey;
  readonly spins: number;
  readonly verifierInput: Buffer;
  readonly verifierHash: Buffer;
  readonly keyValue: Buffer;
}

/**
 * The zip inside a password-protected .xlsx ([MS-OFFCRYPTO] 2.3.4, agile and standard methods with AES), in memory;
 * null where the OLE2 container in `bytes` holds no such package (an .xls).
 * @throws DibaoError workbook-encrypted without a password or for another method, workbook-password-wrong.
 */
export async function decryptPackage(
  bytes: Buffer,
  password: string | undefined,
  file: string,
): Promise<Buffer | null> {
  const place = { file };
  const [info, content] = await ole2Streams(bytes, ['EncryptionInfo', 'EncryptedPackage']);
  if (!info || !content) return null;
  const major = info.readUInt16LE(0);
  const minor = info.readUInt16LE(2);
  let plain: Buffer | null = null;
  try {
    if (major === 4 && minor === 4) plain = await agile(info, content, password ?? SILENT_PASSWORD);
    else if (minor === 2) plain = standard(info, content, password ?? SILENT_PASSWORD);
    else throw new RangeError('method');
  } catch {
    // A method or a hash that is not known here, or fields that lie beyond the stream.
    throw new DibaoError('workbook-encrypted', {}, place);
  }
  if (plain === null) {
    throw new DibaoError(
      password === undefined ? 'workbook-encrypted' : 'workbook-password-wrong',
      {},
      place,
    );
  }
  const size = Number(content.readBigUInt64LE(0));
  return plain.subarray(0, Math.min(size, plain.length));
}

/** [MS-OFFCRYPTO] 2.3.4.10–15; null if the password is wrong. */
async function agile(info: Buffer, content: Buffer, password: string): Promise<Buffer | null> {
  const how = await readAgile(info.subarray(8));
  if (how.spins > MAX_SPINS) throw new RangeError('spins');
  let spun = digest(how.password.hash, how.password.salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < how.spins; spin += 1) spun = digest(how.password.hash, int32(spin), spun);
  const open = (bytes: Buffer, blockKey: Buffer) => {
    const key = sized(digest(how.password.hash, spun, blockKey), how.password.keyBytes);
    return cbc(key, sized(how.password.salt, how.password.blockSize), bytes);
  };
  const expected = open(how.verifierHash, block.verifierHash);
  const actual = digest(how.password.hash, open(how.verifierInput, block.verifierInput));
  if (!timingSafeEqual(expected.subarray(0, actual.length), actual)) return null;
  const key = open(how.keyValue, block.key).subarray(0, how.data.keyBytes);
  const parts: Buffer[] = [];
  for (let at = 8, index = 0; at < content.length; at += SEGMENT, index += 1) {
    const iv = sized(digest(how.data.hash, how.data.salt, int32(index)), how.data.blockSize);
    parts.push(cbc(key, iv, wholeBlocks(content.subarray(at, at + SEGMENT))));
  }
  return Buffer.concat(parts);
}

async function readAgile(xml: Buffer): Promise<Agile> {
  let data: AgileKey | null = null;
  let found: Agile | null = null;
  async function* once() {
    yield xml;
  }
  await readTags(once(), (tag) => {
    const bytes = (name: string) => Buffer.from(tag.attribute(name) ?? '', 'base64');
    const key = (): AgileKey => ({
      salt: bytes('saltValue'),
      hash: (tag.attribute('hashAlgorithm') ?? '').replace('-', '').toLowerCase(),
      keyBytes: Number(tag.attribute('keyBits')) / 8,
      blockSize: Number(tag.attribute('blockSize')),
    });
    if (tag.name === 'keyData') data = key();
    if (tag.name !== 'encryptedKey' || data === null) return;
    found = {
      data,
      password: key(),
      spins: Number(tag.attribute('spinCount')),
      verifierInput: bytes('encryptedVerifierHashInput'),
      verifierHash: bytes('encryptedVerifierHashValue'),
      keyValue: bytes('encryptedKeyValue'),
    };
  });
  if (found === null) throw new RangeError('no password key');
  return found;
}

/** [MS-OFFCRYPTO] 2.3.4.5–9: AES in ECB, SHA-1, 50,000 spins; null if the password is wrong. */
function standard(info: Buffer, content: Buffer, password: string): Buffer | null {
  const headerSize = info.readUInt32LE(8);
  const keyBytes = info.readUInt32LE(12 + 16) / 8;
  const verifier = info.subarray(12 + headerSize);
  const salt = verifier.subarray(4, 20);
  let spun = digest('sha1', salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < 50_000; spin += 1) spun = digest('sha1', int32(spin), spun);
  const last = digest('sha1', spun, int32(0));
  const half = (fill: number) => {
    const pad = Buffer.alloc(64, fill);
    for (const [index, byte] of last.entries()) pad[index] = fill ^ byte;
    return digest('sha1', pad);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
  const actual = digest('sha1', ecb(key, verifier.subarray(20, 36)));
  const expected = ecb(key, verifier.subarray(40, 72)).subarray(0, actual.length);
  if (!timingSafeEqual(expected, actual)) return null;
  return ecb(key, wholeBlocks(content.subarray(8)));
}

function digest(hash: string, ...parts: Buffer[]): Buffer {
  const sum = createHash(hash);
  for (const part of parts) sum.update(part);
  return sum.digest();
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Cut to length, or filled up with 0x36 as the specification has it. */
function sized(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), 0x36)]).subarray(0, length);
}

function wholeBlocks(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - (bytes.length % 16));
}

function cbc(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function ecb(key: Buffer, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}
