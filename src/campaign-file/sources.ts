import { resolve } from 'node:path';
import { DibaoError } from '../errors.js';
import { recordSet } from '../records/index.js';
import type { KeyPath, LocatedDocument } from './document.js';
import { didYouMean } from './issues.js';
import { recordKeys } from './record-keys.js';
import { type CampaignInput, type SourceEntry, takenFields } from './schema.js';
import type { SourceSpec, TakenFrom } from './types.js';

/** A source of which nothing is known but its path. */
export function plainSource(path: string, root: string, set: Record<string, string> = {}): SourceSpec {
  return {
    path: resolve(root, path),
    written: path,
    data_date: null,
    supplier: null,
    columns: {},
    encoding: null,
    delimiter: null,
    sheet: null,
    set,
    from: {},
  };
}

/**
 * The sources of a campaign file by record set, in the order of the dictionary. Paths start from `root`. Throws
 * DibaoError campaign-unknown-field where `columns`, `set` or `from` name a field that the record set lacks.
 */
export function readSources(
  input: CampaignInput['sources'],
  root: string,
  document: LocatedDocument,
): Map<string, SourceSpec[]> {
  const sources = new Map<string, SourceSpec[]>();
  for (const key of recordKeys) {
    const entries = input?.[key] ?? [];
    if (entries.length === 0) continue;
    sources.set(
      key,
      entries.map((entry, index) => {
        if (typeof entry === 'string') return plainSource(entry, root);
        checkFields(key, entry, ['sources', key, index], document);
        return toSpec(entry, root);
      }),
    );
  }
  return sources;
}

type SourceObject = Exclude<SourceEntry, string>;

function toSpec(entry: SourceObject, root: string): SourceSpec {
  return {
    ...plainSource(entry.file, root, { ...entry.set }),
    data_date: entry.data_date ?? null,
    supplier: entry.supplier ?? null,
    columns: { ...entry.columns },
    encoding: entry.encoding ?? null,
    delimiter: entry.delimiter ?? null,
    sheet: entry.sheet ?? null,
    from: takenFrom(entry),
  };
}

function takenFrom(entry: SourceObject): Record<string, TakenFrom> {
  const from: Record<string, TakenFrom> = { ...entry.from };
  for (const field of takenFields) {
    const sugar = entry[field];
    if (sugar !== undefined) from[field] = sugar.from;
  }
  return from;
}

function checkFields(key: string, entry: SourceObject, path: KeyPath, document: LocatedDocument): void {
  const fields = recordSet(key)?.fields.map((field) => field.name) ?? [];
  const refuse = (name: string, place: ReturnType<LocatedDocument['keyAt']>): never => {
    throw new DibaoError(
      'campaign-unknown-field',
      { register: key, key: name, hint: didYouMean(name, fields) },
      place,
    );
  };
  for (const [header, name] of Object.entries(entry.columns ?? {})) {
    if (!fields.includes(name)) refuse(name, document.valueAt([...path, 'columns', header]));
  }
  for (const part of ['set', 'from'] as const) {
    for (const name of Object.keys(entry[part] ?? {})) {
      if (!fields.includes(name)) refuse(name, document.keyAt([...path, part, name]));
    }
  }
  for (const name of takenFields) {
    if (entry[name] !== undefined && !fields.includes(name)) refuse(name, document.keyAt([...path, name]));
  }
}
