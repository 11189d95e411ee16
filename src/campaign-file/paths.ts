import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, parse, sep } from 'node:path';
import { DibaoError } from '../errors.js';
import type { SourceSpec } from './types.js';

/** Endings of table files: what is taken out of a folder. A file named by itself may have any. */
const tableFile = /\.(csv|txt|tsv|xls|xlsx|xlsm|xlsb|ods|et)$/i;

/**
 * The files that a source names: the file itself; every table file below a folder (none that is hidden or an open
 * Office file's `~$…` lock); or those that a pattern with `*` (within a name) and `**` (any folders) matches.
 * Absolute, in natural order, the same on every machine. Throws DibaoError file-missing where there is none.
 */
export function expandSources(spec: Pick<SourceSpec, 'path' | 'written'>): string[] {
  const files = find(spec.path).sort(naturalOrder);
  if (files.length === 0) throw new DibaoError('file-missing', {}, { file: spec.written });
  return files;
}

/** Files that Windows and macOS leave in folders. */
const systemFile = /^(?:Thumbs\.db|desktop\.ini)$/i;

/**
 * The files below a folder that are no tables by their names, and so are not read: a scan, a letter, an archive may
 * hold rows that are missing then. Absolute, in natural order; none where the source is no folder.
 */
export function otherFiles({ path }: Pick<SourceSpec, 'path'>): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const isOther = (file: string): boolean => !tableFile.test(file) && !systemFile.test(basename(file));
  return filesBelow(path).filter(isOther).sort(naturalOrder);
}

function find(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return filesBelow(path).filter((file) => tableFile.test(file));
  if (stat !== undefined) return [path];
  if (!path.includes('*')) return [];
  const { root } = parse(path);
  const segments = path.slice(root.length).split(sep === '\\' ? /[\\/]/ : '/');
  return [...new Set(match(isAbsolute(path) ? root : '.', segments.filter(Boolean)))];
}

function filesBelow(folder: string): string[] {
  return entries(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return isFile(path, entry) ? [path] : [];
  });
}

function match(folder: string, [segment, ...rest]: string[]): string[] {
  if (segment === undefined) return [];
  if (segment === '**') {
    const deeper = entries(folder).filter((entry) => entry.isDirectory());
    const here = rest.length === 0 ? tablesIn(folder) : match(folder, rest);
    return [...here, ...deeper.flatMap((entry) => match(join(folder, entry.name), [segment, ...rest]))];
  }
  // A name without * is taken as it is: folders above need not be listed, and may be hidden.
  if (!segment.includes('*') && rest.length > 0) return match(join(folder, segment), rest);
  const name = namePattern(segment);
  return entries(folder)
    .filter((entry) => name.test(entry.name.normalize('NFC')))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (rest.length > 0) return entry.isDirectory() ? match(path, rest) : [];
      return isFile(path, entry) ? [path] : [];
    });
}

function tablesIn(folder: string): string[] {
  return entries(folder)
    .map((entry) => ({ path: join(folder, entry.name), entry }))
    .filter(({ path, entry }) => tableFile.test(entry.name) && isFile(path, entry))
    .map(({ path }) => path);
}

/** What a folder holds, without hidden files and locks; nothing where it is no folder or may not be read. */
function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/^(\.|~\$)/.test(name));
  } catch {
    return [];
  }
}

/** Links to files count as files; links to folders are not followed, so that no ring is walked for ever. */
function isFile(path: string, entry: Dirent): boolean {
  if (entry.isFile()) return true;
  return entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function namePattern(segment: string): RegExp {
  const parts = segment.normalize('NFC').split(/\*+/);
  return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`, 'su');
}

/** Runs of digits by their number, all else by code unit: 2 before 10, and the same whatever the locale. */
export function naturalOrder(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] ?? '';
    const y = right[i] ?? '';
    if (x === y) continue;
    const byNumber = /^\d/.test(x) && /^\d/.test(y) ? compareDigits(x, y) : 0;
    return byNumber !== 0 ? byNumber : x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function compareDigits(a: string, b: string): number {
  const x = a.replace(/^0+/, '');
  const y = b.replace(/^0+/, '');
  return x.length - y.length || (x < y ? -1 : x > y ? 1 : 0);
}
