import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { DibaoError, type Place } from '../errors.js';
import { yamlErrors } from '../messages/campaign-syntax.js';
import { say } from '../messages/language.js';

export type KeyPath = readonly (string | number)[];

/** A YAML document whose keys and values can be found by line. */
export interface LocatedDocument {
  readonly content: unknown;
  /** The line of the value at `path`; of its nearest ancestor where there is none. */
  valueAt(path: KeyPath): Place;
  /** The line of the last key of `path`. */
  keyAt(path: KeyPath): Place;
}

/**
 * Parses YAML text (1.2, so that dates stay text). Throws DibaoError campaign-syntax with the line.
 * @param file as the user wrote it: what messages show
 */
export function parseLocated(source: string, file: string): LocatedDocument {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    const why = yamlErrors[error.code];
    throw new DibaoError(
      'campaign-syntax',
      { why: why === undefined ? error.message : say(why) },
      { file, row: lines.linePos(error.pos[0]).line },
    );
  }
  const place = (offset: number | undefined): Place =>
    offset === undefined ? { file } : { file, row: lines.linePos(offset).line };
  return {
    content: document.toJS() as unknown,
    valueAt: (path) => place(offsetOfValue(document, written(document, path))),
    keyAt: (path) => {
      const real = written(document, path);
      return place(offsetOfKey(document, real) ?? offsetOfValue(document, real));
    },
  };
}

/** The path as the file has it: a list of one item may be written without the brackets, and so without a number. */
function written(document: Document.Parsed, path: KeyPath): KeyPath {
  const real: (string | number)[] = [];
  for (const key of path) {
    if (typeof key === 'number' && !isSeq(real.length === 0 ? document.contents : document.getIn(real, true)))
      continue;
    real.push(key);
  }
  return real;
}

function offsetOfValue(document: Document.Parsed, path: KeyPath): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = (length === 0 ? document.contents : document.getIn(path.slice(0, length), true)) as
      | ParsedNode
      | undefined
      | null;
    // An empty value has no place of its own worth showing: its key is where the user looks.
    if (node?.range && !(isScalar(node) && node.value === null && length > 0)) return node.range[0];
    const key = offsetOfKey(document, path.slice(0, length));
    if (key !== undefined) return key;
  }
  return undefined;
}

function offsetOfKey(document: Document.Parsed, path: KeyPath): number | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  for (const pair of parent.items) {
    if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(last))
      return pair.key.range?.[0];
  }
  return undefined;
}
