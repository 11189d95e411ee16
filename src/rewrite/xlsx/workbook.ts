import { posix } from 'node:path';
import { type Relationship, readRelationships, readWorkbookPart } from '../../read/xlsx/parts.js';
import { asUtf8 } from '../../read/xlsx/utf8.js';
import type { ZipPackage } from '../../read/xlsx/zip.js';
import type { MergeLookup } from '../plan-types.js';
import { type Merge, mergeLookup, readMerges } from './merges.js';
import { sheetPieces } from './pieces.js';

/** One worksheet of the package, with what stands around its rows. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly prefix: string;
  readonly head: string;
  readonly tail: string;
  readonly merges: readonly Merge[];
  readonly hasFormulas: boolean;
  /** Parts that it points to: notes, tables, drawings. */
  readonly related: readonly Relationship[];
}

/** Parts of a package by name, as texts; where there is none, ''. */
export async function partText(zip: ZipPackage, part: string): Promise<string> {
  if (!zip.has(part)) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of asUtf8(zip.read(part))) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export async function relationsOf(zip: ZipPackage, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const relations = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  return zip.has(relations) ? readRelationships(zip.read(relations), folder) : [];
}

async function readSheet(zip: ZipPackage, name: string, part: string): Promise<SheetPart> {
  let [head, tail, prefix, hasFormulas] = ['', '', '', false];
  for await (const piece of sheetPieces(zip.read(part))) {
    if (piece.kind === 'head') [head, prefix] = [piece.text, piece.prefix];
    else if (piece.kind === 'tail') tail = piece.text;
    else if (piece.kind === 'row') hasFormulas ||= piece.text.includes(`<${prefix}f`);
  }
  const related = await relationsOf(zip, part);
  return { name, part, prefix, head, tail, merges: readMerges(tail), hasFormulas, related };
}

/** The workbook's own part and its worksheets, as the reader finds them. */
export class WorkbookParts {
  readonly part: string;
  readonly sheets: readonly SheetPart[];

  constructor(part: string, sheets: readonly SheetPart[]) {
    this.part = part;
    this.sheets = sheets;
  }

  get lookups(): Map<string | null, MergeLookup> {
    return new Map(this.sheets.map(({ name, merges }) => [name, mergeLookup(merges)]));
  }
}

/** Reads all of a workbook but its rows. */
export async function readParts(zip: ZipPackage): Promise<WorkbookParts> {
  const roots = zip.has('_rels/.rels') ? await readRelationships(zip.read('_rels/.rels'), '') : [];
  const part = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = await relationsOf(zip, part);
  const { sheets } = await readWorkbookPart(zip.read(part));
  const read: SheetPart[] = [];
  for (const { name, relationship } of sheets) {
    const found = related.find(({ id, type }) => id === relationship && type === 'worksheet');
    if (found !== undefined && zip.has(found.target)) read.push(await readSheet(zip, name, found.target));
  }
  return new WorkbookParts(part, read);
}
