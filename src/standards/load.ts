import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  return files().flatMap((file) =>
    Object.entries(parameterFile.parse(file)).map(([key, entry]) => toParameter(key, entry)),
  );
}

/** What the files hold, in order. The build reads them once (scripts/build.mjs): as YAML they take 0.1 s of every command. */
function files(): unknown[] {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const built = `${folder}/standards.json`;
  if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(`${folder}/${name}`, 'utf8')));
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
