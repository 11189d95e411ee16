import { say } from '../messages/language.js';
import { recordSets } from './index.js';

type Titles = Readonly<Record<string, string>>;

/** Titles of registers and fields and the words of codes, in the language set, as reports look them up. */
export interface RecordLabels {
  readonly registers: Titles;
  readonly fields: Readonly<Record<string, Titles>>;
  readonly codes: Readonly<Record<string, Readonly<Record<string, Titles>>>>;
}

export function recordLabels(): RecordLabels {
  const all = [...recordSets.values()];
  return {
    registers: Object.fromEntries(all.map((record) => [record.key, say(record.title)])),
    fields: Object.fromEntries(
      all.map((record) => [
        record.key,
        Object.fromEntries(record.fields.map((field) => [field.name, field.title])),
      ]),
    ),
    codes: Object.fromEntries(
      all.map((record) => [
        record.key,
        Object.fromEntries(
          record.fields.flatMap(({ name, codes }) =>
            codes
              ? [[name, Object.fromEntries(codes.map(({ code, labels: [text] }) => [code, text ?? code]))]]
              : [],
          ),
        ),
      ]),
    ),
  };
}
