import type { CaseDifference } from '../cases/case-differences.js';
import type { DiffEntry } from '../cases/diff.js';
import type { DiffNote } from '../cases/diff-notes.js';
import type { EvidenceRow } from '../cases/evidence-key.js';
import type { Unknown } from '../cases/unknown.js';
import { diffTexts as texts } from '../messages/diff.js';
import { say } from '../messages/language.js';
import { type RecordLabels, recordLabels } from '../records/labels.js';
import { fieldTitle, fieldWord } from '../reports/fields.js';
import { word } from '../reports/words.js';

/** The words of a comparison: of what differs, why a case is unknown, and in what the runs are not alike. */
export class DiffWords {
  readonly #labels: RecordLabels = recordLabels();

  #register(key: string): string {
    return this.#labels.registers[key] ?? key;
  }

  #part({ register, fields }: EvidenceRow): string {
    const texted = Object.entries(fields).map(([name, value]) =>
      say(texts.field, {
        field: fieldTitle(this.#labels, register, name),
        value: fieldWord(this.#labels, register, name, value),
      }),
    );
    return texted.length === 0 ? say(texts.none) : texted.join(' ');
  }

  #difference(one: CaseDifference): string {
    if (one.what !== 'evidence') {
      const coded = one.what === 'grade' || one.what === 'match' ? word[one.what] : (text: string) => text;
      const shown = (text: string): string => (text === '' ? say(texts.none) : coded(text));
      const values = { before: shown(one.before), after: shown(one.after) };
      return say(texts.difference, { what: say(texts.what[one.what]), ...values });
    }
    const { before, after } = one;
    const register = this.#register((before ?? after)?.register ?? '');
    if (before === null) return say(texts.evidenceNew, { register, after: after ? this.#part(after) : '' });
    if (after === null) return say(texts.evidenceGone, { register, before: this.#part(before) });
    return say(texts.difference, { what: register, before: this.#part(before), after: this.#part(after) });
  }

  #why(why: Unknown, isNew: boolean): string {
    const told = isNew ? texts.whyNew : texts.why;
    if (!('what' in why)) return say(told[why.why]);
    const { why: reason, what } = why;
    if (reason === 'township') return say(told.township, { what: word.township(what) });
    return say(told[reason], {
      what: reason === 'category' ? word.category(what) : this.#register(what),
    });
  }

  /** What is to be said of an entry beside the case itself; '' where nothing is, as of recurring and resolved ones. */
  remark({ kind, differences, why }: DiffEntry): string {
    if (why !== null) return this.#why(why, kind === 'new');
    return differences.map((one) => this.#difference(one)).join(';');
  }

  note({ what, older, newer }: DiffNote): string {
    const named = (text: string): string =>
      what === 'registers_gone' || what === 'registers_new'
        ? text
            .split(' ')
            .map((key) => this.#register(key))
            .join('、')
        : text;
    const shown = (text: string): string => (text === '' ? say(texts.none) : named(text));
    return say(texts.note[what], { older: shown(older), newer: shown(newer) });
  }
}
