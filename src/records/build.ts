import { fieldNotes } from '../messages/field-notes.js';
import type { Text } from '../messages/language.js';
import type { CodeOption, FieldSpec, FieldType } from './types.js';

/** What a field may have beside its name, type and labels. */
interface FieldOptions {
  /** The Chinese word for it; its first label when left out. */
  readonly title?: string;
  readonly starred?: boolean;
  readonly household?: boolean;
  /** Code and the texts that stand for it, separated by spaces, as the data dictionary prints them. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** The words of a line of the data dictionary; labels contain no spaces. */
function words(line: string): string[] {
  return line.split(' ').filter((word) => word !== '');
}

function codeOptions(codes: Readonly<Record<string, string>>): CodeOption[] {
  return Object.entries(codes).map(([code, labels]) => ({ code, labels: words(labels) }));
}

function noteOf(type: FieldType, codes: readonly CodeOption[] | undefined): Text {
  const note: Text = fieldNotes[type];
  if (codes === undefined) return note;
  const options = codes.map((option) => option.labels[0] ?? option.code).join('、');
  return { zh: note.zh.replace('{options}', options), en: note.en.replace('{options}', options) };
}

/**
 * One field of a record set. `labels` is the line of header texts as the data dictionary has it, separated by
 * spaces, most usual first; `options.title` defaults to the first of them.
 */
export function field(name: string, type: FieldType, labels: string, options: FieldOptions = {}): FieldSpec {
  const list = words(labels);
  const codes = options.codes === undefined ? undefined : codeOptions(options.codes);
  return {
    name,
    title: options.title ?? list[0] ?? name,
    type,
    labels: list,
    note: noteOf(type, codes),
    ...(options.starred === true ? { starred: true } : {}),
    ...(options.household === true ? { household: true } : {}),
    ...(codes === undefined ? {} : { codes }),
  };
}
