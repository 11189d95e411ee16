import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { say } from '../messages/language.js';
import type { DatedValue, Parameter } from './types.js';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const value = z.union([z.number(), z.string()]);

const parameterFile = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/),
  z.strictObject({
    title: text,
    description: text,
    type: z.enum(['number', 'month', 'words']).default('number'),
    unit: text,
    allowed: z.array(value).optional(),
    reference: z.strictObject({ document: z.string(), article: z.string().optional() }),
    values: z.record(
      z.iso.date(),
      z
        .strictObject({
          value: value.optional(),
          words: z.array(z.string()).optional(),
          document: z.string().optional(),
          article: z.string().optional(),
          known_until: z.iso.date().optional(),
        })
        .refine((entry) => (entry.value === undefined) !== (entry.words === undefined)),
    ),
  }),
);

type Entry = z.infer<typeof parameterFile>[string];

/**
 * The dated parameters of the law, as src/standards/*.yaml hold them (form: openfisca's parameters), in order of
 * file and place. Titles and units are in the language set. A file of wrong form is a defect and throws.
 */
export function loadStandards(): Parameter[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.flatMap((name) => {
    const parsed = parameterFile.parse(parse(readFileSync(`${folder}/${name}`, 'utf8')));
    return Object.entries(parsed).map(([key, entry]) => toParameter(key, entry));
  });
}

function toParameter(name: string, entry: Entry): Parameter {
  return {
    name,
    title: say(entry.title),
    description: say(entry.description),
    type: entry.type,
    unit: say(entry.unit),
    allowed: entry.allowed,
    values: datedValues(entry),
    verified: false,
  };
}

function datedValues(entry: Entry): DatedValue[] {
  return Object.entries(entry.values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, dated]) => ({
      from,
      value: dated.words ?? dated.value ?? 0,
      document: documentText(dated.document ? dated : entry.reference),
      known_until: dated.known_until,
    }));
}

function documentText(reference: { document?: string; article?: string }): string {
  return [reference.document, reference.article].filter(Boolean).join(' ');
}
