import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Frame } from '../../src/forms/frame.js';

/** Whose papers the tests write: invented. */
export const frame: Frame = {
  name: '2026年低保专项治理“回头看”',
  area: '云山县',
  office: '云山县民政局',
  phone: '0570-0000000',
  address: '云山县城关镇人民路1号',
  reconsideration: '云山县人民政府',
  court: '云山县人民法院',
  purpose: '低保专项治理核查',
  authority: '云民〔2026〕3号',
  footer: '内部资料 注意保存',
  date: '2026-11-20',
  asOf: '2026-11-01',
};

/** One file of a zip, read by its central directory; throws where it is not there. */
export function partOf(file: string, part: string): string {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString('utf8', at + 46, at + 46 + name) === part) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`${file} has no ${part}`);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of a DOCX as they are read: a line a paragraph or table cell. */
export function textOf(file: string, part = 'word/document.xml'): string {
  return partOf(file, part)
    .replace(/<w:tab\/>|<w:br\/>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
    .trim();
}
