import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DibaoError } from '../errors.js';
import { exemptionSet } from '../exemptions/columns.js';
import { writeAtomic } from '../files/atomic.js';
import { templateTexts, typeNames } from '../messages/commands.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import { recordSet, recordSets } from '../records/index.js';
import type { RecordSet } from '../records/types.js';
import type { TemplateOptions } from './options.js';
import { printRows } from './print-rows.js';
import { writing } from './write-error.js';

/**
 * `template`: lists the record sets; of one, writes an empty workbook for its supplier or lists its fields.
 * Throws DibaoError unknown-register, file-exists, cannot-write.
 */
export async function template(options: TemplateOptions): Promise<number> {
  if (options.register === undefined) listSets(options);
  else if (options.list) listFields(sheetOf(options.register), options);
  else await writeTemplate(sheetOf(options.register), options);
  return 0;
}

/** A record set, or the exemption file, which is none and has a template all the same. */
function sheetOf(name: string): RecordSet {
  return name === exemptionSet.key || name === exemptionSet.title.zh ? exemptionSet : findSet(name);
}

/** The record set of that key or Chinese title. Throws DibaoError unknown-register with the nearest one. */
export function findSet(name: string): RecordSet {
  const key = name.replaceAll('-', '_');
  const found = recordSet(key) ?? [...recordSets.values()].find((set) => set.title.zh === name);
  if (found !== undefined) return found;
  const near = nearest(name, recordSets.keys());
  const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
  throw new DibaoError('unknown-register', { name: maskIdsIn(name), hint });
}

function listSets({ context }: TemplateOptions): void {
  const columns = [
    { key: 'register', title: say(templateTexts.key) },
    { key: 'title', title: say(templateTexts.title) },
    { key: 'starred', title: say(templateTexts.starredFields) },
  ];
  const rows = [...recordSets.values()].map((set) => ({
    register: set.key,
    title: say(set.title),
    starred: set.fields.filter((field) => field.starred).map((field) => field.title),
  }));
  printRows(context, 'table', columns, rows);
}

function listFields(set: RecordSet, { context }: TemplateOptions): void {
  const columns = [
    { key: 'field', title: say(templateTexts.name) },
    { key: 'title', title: say(templateTexts.field) },
    { key: 'required', title: say(templateTexts.required) },
    { key: 'type', title: say(templateTexts.type) },
    { key: 'labels', title: say(templateTexts.alsoCalled) },
  ];
  const rows = set.fields.map((field) => ({
    field: field.name,
    title: field.title,
    required: say(field.starred ? templateTexts.yes : templateTexts.no),
    type: say(typeNames[field.type]),
    labels: field.labels,
  }));
  printRows(context, 'table', columns, rows);
}

async function writeTemplate(set: RecordSet, { context, output }: TemplateOptions): Promise<void> {
  const { templateWorkbook } = await import('./template-workbook.js');
  const bytes = await templateWorkbook(set);
  if (output === '-') {
    context.stdout.write(bytes);
    return;
  }
  const name = output ?? say(templateTexts.fileName, { title: set.title.zh.replace(/[\\/:*?"<>|]/g, ' ') });
  const file = resolve(context.cwd, name);
  // A template may have been filled in since: it is never written over.
  if (existsSync(file)) throw new DibaoError('file-exists', {}, { file: name });
  await writing(name, () => writeAtomic(file, bytes));
  if (!context.quiet) context.stderr.write(`${say(templateTexts.made, { file: name })}\n`);
}
