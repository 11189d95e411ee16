import type { RecordSet } from '../records/types.js';
import { isUnusable, type RowReader, type RowValues } from './row-values.js';

/** Fields of which a row must have at least one. */
interface Group {
  readonly slots: readonly number[];
  readonly title: string;
  readonly isId: boolean;
}

export interface Missing {
  readonly title: string;
  readonly kind: string;
  readonly text: string;
}

/** Tells the rows that lack a starred value: they are no records (REGISTERS.md, 'A star means …'). */
export class StarredFields {
  readonly #reader: RowReader;
  readonly #groups: readonly Group[];
  readonly #isRoster: boolean;
  readonly #idMayLack: boolean;

  /**
   * @param except starred fields that the row itself need not have
   * @param idMayLack rows without an ID are loaded (name matching)
   */
  constructor(record: RecordSet, reader: RowReader, except: readonly string[], idMayLack: boolean) {
    this.#reader = reader;
    this.#isRoster = record.ofMembers === true;
    this.#idMayLack = idMayLack && !this.#isRoster;
    const titleOf = (name: string) => record.fields.find((field) => field.name === name)?.title ?? name;
    const group = (names: readonly string[]): Group => {
      const slots = names.map((name) => reader.slot(name));
      const isId = slots.length === 1 && reader.problemSlots.has(slots[0] ?? -1);
      return { slots, title: names.map(titleOf).join(' / '), isId };
    };
    this.#groups = [
      // The category is the household's: it never rejects a row.
      ...record.fields
        .filter((field) => field.starred && field.name !== 'category' && !except.includes(field.name))
        .map((field) => group([field.name])),
      ...(record.oneOf ?? []).map(group),
    ];
  }

  /** Whether a row without problems lacks nothing; `ends` has more than 0 for each slot with a value. */
  isMet(ends: Int32Array): boolean {
    return this.#groups.every(({ slots }) => slots.some((slot) => (ends[slot] as number) > 0));
  }

  /** What the row lacks, null if nothing. A roster member with a rounded or masked ID stays a member. */
  missing({ values, pending }: RowValues): Missing | null {
    for (const { slots, title, isId } of this.#groups) {
      const has = (slot: number) =>
        values[slot] !== '' && (this.#isRoster || !this.#reader.isUnusable(slot, values));
      if (slots.some(has)) continue;
      const bad = pending.find((one) => slots.includes(one.plan.slot));
      // 无 and 待补 are no numbers: a row with them lacks one. A rounded or masked number is no lack.
      if (isId && this.#idMayLack && !isUnusable(bad?.kind ?? null)) continue;
      return { title, kind: bad?.kind ?? (isId ? 'id-empty' : 'required-empty'), text: bad?.text ?? '' };
    }
    return null;
  }
}
