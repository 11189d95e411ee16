import { CERTIFIED } from './certificate.js';
import type { ColumnPlan, RowPlan } from './columns.js';

/** A value that could not be read, or not as it stands. */
export interface Pending {
  readonly plan: ColumnPlan;
  readonly kind: string;
  readonly text: string;
}

/** Canonical values of one row, by slot, and what was wrong with them. */
export interface RowValues {
  readonly values: string[];
  readonly pending: Pending[];
}

/** An ID that a spreadsheet rounded or a bureau masked: never guessed, never joined on. */
const UNUSABLE = new Set(['id-rounded', 'id-masked']);

export function isUnusable(problem: string | null): boolean {
  return problem !== null && UNUSABLE.has(problem);
}

const TOWNSHIP_AND_VILLAGE = /^(.*?(?:街道办事处|街道|镇|乡|开发区))(.*)$/;

/** Makes rows of the loaded table of cells: values first, then the problem of each ID field, then `extra`. */
export class RowReader {
  readonly plan: RowPlan;
  /** Slot of each ID field → slot of its problem. */
  readonly problemSlots: ReadonlyMap<number, number>;
  readonly #width: number;

  constructor(plan: RowPlan) {
    this.plan = plan;
    let next = plan.fields.length;
    this.problemSlots = new Map(
      plan.fields.flatMap((field, slot) => (field.type === 'id' ? [[slot, next++] as const] : [])),
    );
    this.#width = next + 1;
  }

  /** Positions of the values that a row of this file can have: its columns', what is given, the IDs' problems, extra. */
  get filled(): number[] {
    const { own, members, given, unmapped } = this.plan;
    const slots = new Set([...own, ...members.flat(), ...given].map((one) => one.slot));
    // A blank may be filled: the household's number from above or from a part, a disability by its certificate.
    for (const name of ['household_id', 'village', ...CERTIFIED])
      if (this.slot(name) >= 0) slots.add(this.slot(name));
    for (const [id, problem] of this.problemSlots) if (slots.has(id)) slots.add(problem);
    if (unmapped.length > 0) slots.add(this.extraSlot);
    return [...slots].sort((a, b) => a - b);
  }

  /** Position of the columns outside the dictionary. */
  get extraSlot(): number {
    return this.#width - 1;
  }

  slot(field: string): number {
    return this.plan.slots.get(field) ?? -1;
  }

  /** Reads the cells of these columns. */
  read(columns: readonly ColumnPlan[], cells: readonly string[]): RowValues {
    const values: string[] = new Array(this.#width).fill('');
    const pending: Pending[] = [];
    for (const plan of columns) {
      const text = cells[plan.index];
      if (text === undefined || text === '') continue;
      if (plan.split) {
        this.#split(plan, text.trim(), values);
        continue;
      }
      const parsed = plan.parse(text);
      if (parsed.value !== '') values[plan.slot] = parsed.value;
      if (parsed.problem === null) continue;
      const problemSlot = this.problemSlots.get(plan.slot);
      if (problemSlot !== undefined) values[problemSlot] = parsed.problem;
      pending.push({ plan, kind: parsed.problem, text });
    }
    return { values, pending };
  }

  /** True if the slot holds an ID that cannot be used. */
  isUnusable(slot: number, values: readonly string[]): boolean {
    const problemSlot = this.problemSlots.get(slot);
    return problemSlot !== undefined && isUnusable(values[problemSlot] ?? null);
  }

  /** The columns outside the dictionary, as JSON; '' where they are empty. */
  extra(cells: readonly string[]): string {
    let extra: Record<string, string> | null = null;
    for (const { index, header } of this.plan.unmapped) {
      const cell = cells[index];
      if (cell === undefined || cell === '') continue;
      extra ??= {};
      extra[header] = cell;
    }
    return extra ? JSON.stringify(extra) : '';
  }

  #split(plan: ColumnPlan, text: string, values: string[]): void {
    const parts = TOWNSHIP_AND_VILLAGE.exec(text);
    values[plan.slot] = parts?.[1] ?? text;
    const village = this.slot('village');
    if (village >= 0 && values[village] === '') values[village] = parts?.[2] ?? '';
  }
}
