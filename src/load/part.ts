import type { Interest } from '../match/interest.js';
import type { Layout } from '../read/layout.js';
import type { RecordSet } from '../records/types.js';
import { completeFromCertificate } from './certificate.js';
import { type ColumnPlan, planRow, type RowPlan } from './columns.js';
import { Problems } from './problems.js';
import { rowClassifier } from './row-kind.js';
import { sourceNumber } from './source-number.js';
import { Spool } from './spool.js';

const UNUSABLE = new Set(['id-rounded', 'id-masked']);
const JOINED = /[、,,;;/]/;

export interface PartOptions {
  readonly part: number;
  readonly record: RecordSet;
  readonly layout: Layout;
  readonly given: Readonly<Record<string, string>>;
  /** Cells that a whole row has; null where the format keeps columns apart (sheets). */
  readonly width: number | null;
  readonly interest: Interest;
  /** Told of every person that a loaded row names (relatives); null where nobody asks. */
  readonly found: ((id: string) => void) | null;
  readonly keepAll: boolean;
  readonly nameMatching: boolean;
  /** Null to collect persons only. */
  readonly spoolPath: string | null;
  /** Stands before a household number that is only a serial number within its file. */
  readonly serialPrefix: string;
}

/** Turns the rows of one table into rows of the loaded table, and accounts for every one. */
export class PartLoader {
  readonly problems = new Problems();
  readonly spool: Spool | null;
  readonly plan: RowPlan;
  loaded = 0;
  passedOver = 0;
  rejected = 0;
  skipped = 0;
  readonly #o: PartOptions;
  readonly #isRoster: boolean;
  readonly #kindOf: (cells: readonly string[]) => string;
  readonly #problemSlots: ReadonlyMap<number, number>;
  readonly #householdSlot: number | undefined;
  readonly #persons: readonly { id: number; name: number | undefined; column: ColumnPlan | undefined }[];
  readonly #starred: readonly { slots: number[]; title: string }[];
  /** A wide roster whose head is its first member: the row's own columns are the household's alone. */
  readonly #membersOnly: boolean;
  #household = '';

  constructor(options: PartOptions) {
    this.#o = options;
    const { record } = options;
    this.#isRoster = record.key === 'roster';
    this.plan = planRow(record, options.layout, options.given);
    const { slots, fields, own } = this.plan;
    const starredNames = new Set(record.fields.filter((field) => field.starred).map((field) => field.name));
    for (const group of record.oneOf ?? []) for (const name of group) starredNames.add(name);
    this.#kindOf = rowClassifier(options.layout, starredNames);
    this.spool = options.spoolPath === null ? null : new Spool(options.spoolPath);
    let next = fields.length;
    this.#problemSlots = new Map(
      fields.flatMap((field, slot) => (field.type === 'id' ? [[slot, next++] as const] : [])),
    );
    this.#householdSlot = slots.get('household_id');
    this.#persons = record.persons.flatMap((person) => {
      const id = slots.get(person.id);
      if (id === undefined) return [];
      const name = person.name === null ? undefined : slots.get(person.name);
      return [{ id, name, column: own.find((one) => one.slot === id) }];
    });
    const slotsOf = (names: readonly string[]) => names.flatMap((name) => slots.get(name) ?? []);
    this.#membersOnly = this.plan.members.length > 0 && !own.some((one) => one.field.name === 'id_number');
    const ofPersons = this.#membersOnly ? ['name', 'id_number'] : [];
    this.#starred = [
      ...record.fields
        // The category is the household's: it never rejects a row.
        .filter((field) => field.starred && field.name !== 'category' && !ofPersons.includes(field.name))
        .map((field) => ({ slots: slotsOf([field.name]), title: field.title })),
      ...(record.oneOf ?? []).map((group) => ({
        slots: slotsOf(group),
        title: group
          .map((name) => record.fields.find((field) => field.name === name)?.title ?? name)
          .join(' / '),
      })),
    ];
  }

  skip(): void {
    this.skipped++;
  }

  /** A row that the reader itself could not give. */
  reject(row: number, kind: string, value = ''): void {
    this.rejected++;
    this.#household = '';
    this.problems.list(row, null, kind, value, true);
  }

  /** Takes one row, and decides what becomes of it. */
  accept(row: number, cells: readonly string[]): void {
    const kind = this.#kindOf(cells);
    if (kind !== 'data') {
      // Household values never fall past a title, subtotal, header or note (REGISTERS.md).
      if (kind !== 'blank') this.#household = '';
      if (kind === 'note')
        this.problems.count(row, null, 'note-row', cells.find((cell) => cell.trim() !== '') ?? '', false);
      this.skipped++;
      return;
    }
    const { width } = this.#o;
    if (width !== null && cells.length !== width) {
      this.reject(row, 'field-count', `${cells.length}/${width}`);
      return;
    }
    const values: string[] = new Array(this.plan.fields.length + this.#problemSlots.size + 1).fill('');
    const pending: { plan: ColumnPlan; kind: string; text: string }[] = [];
    if (!this.#isRoster && !this.#o.keepAll && !this.#concerns(row, cells)) return;
    this.#fill(this.plan.own, cells, values, pending);
    for (const { slot, value } of this.plan.given) if (values[slot] === '') values[slot] = value;
    if (this.#o.record.key === 'disability') completeFromCertificate(this.plan.slots, values);
    if (this.#isRoster) this.#household = this.#fillHousehold(values);
    if (!this.#complete(row, values, pending)) return;
    this.loaded++;
    for (const { plan, kind: problem, text } of pending)
      this.problems.list(row, plan.field.title, problem, text, false);
    values[values.length - 1] = this.#extra(cells);
    if (!this.#membersOnly) this.#emit(sourceNumber(this.#o.part, row), values);
    this.plan.members.forEach((columns, index) => {
      this.#member(row, index + 1, columns, cells, values);
    });
  }

  /** Reads the persons' numbers alone, and tells whether the row may concern anybody. */
  #concerns(row: number, cells: readonly string[]): boolean {
    const { interest, nameMatching } = this.#o;
    const found: { plan: ColumnPlan; problem: string | null; text: string }[] = [];
    let concerns = false;
    for (const person of this.#persons) {
      if (!person.column) continue;
      const text = cells[person.column.index] ?? '';
      const parsed = person.column.parse(text);
      if (parsed.problem) found.push({ plan: person.column, problem: parsed.problem, text });
      const nameColumn = this.plan.own.find((one) => one.slot === person.name);
      const name =
        nameColumn && (parsed.problem || parsed.value === '')
          ? nameColumn.parse(cells[nameColumn.index] ?? '').value
          : '';
      if (parsed.value === '') {
        if (nameMatching && name !== '' && interest.names.has(name)) concerns = true;
      } else if (parsed.problem && UNUSABLE.has(parsed.problem)) {
        // Never guessed, never matched; the row is rejected below unless it has another key.
        if (this.#isKey(person.id)) concerns = true;
      } else if (interest.hasPerson(parsed.value, parsed.problem === null, name)) concerns = true;
    }
    const householdColumn = this.plan.own.find((one) => one.slot === this.#householdSlot);
    if (householdColumn) {
      const parsed = householdColumn.parse(cells[householdColumn.index] ?? '');
      if (parsed.problem || (parsed.value !== '' && interest.households.has(parsed.value))) concerns = true;
    }
    if (concerns || this.#keysMissing(cells)) return true;
    this.passedOver++;
    for (const { plan, problem, text } of found)
      this.problems.count(row, plan.field.title, problem ?? '', text, false);
    return false;
  }

  #isKey(slot: number): boolean {
    return this.#starred.some((group) => group.slots.includes(slot));
  }

  /** True if the row has no key at all: it is a reject, whomever it concerns. */
  #keysMissing(cells: readonly string[]): boolean {
    const keys = new Set([...this.#persons.map((person) => person.id), this.#householdSlot]);
    const columns = this.plan.own.filter((one) => keys.has(one.slot) && this.#isKey(one.slot));
    return columns.length > 0 && columns.every((one) => one.parse(cells[one.index] ?? '').value === '');
  }

  #fill(
    columns: readonly ColumnPlan[],
    cells: readonly string[],
    values: string[],
    pending: { plan: ColumnPlan; kind: string; text: string }[],
  ): void {
    for (const plan of columns) {
      const text = cells[plan.index] ?? '';
      if (text === '') continue;
      if (plan.split) {
        const parts = /^(.*?(?:街道办事处|街道|镇|乡|开发区))(.*)$/.exec(text.trim());
        values[plan.slot] = parts?.[1] ?? text.trim();
        const village = this.plan.slots.get('village');
        if (village !== undefined && values[village] === '' && parts?.[2]) values[village] = parts[2];
        continue;
      }
      const parsed = plan.parse(text);
      if (parsed.value !== '') values[plan.slot] = parsed.value;
      if (parsed.problem) {
        const problemSlot = this.#problemSlots.get(plan.slot);
        if (problemSlot !== undefined) values[problemSlot] = parsed.problem;
        if (parsed.problem === 'code-unknown')
          this.problems.count(0, plan.field.title, parsed.problem, text, false);
        else pending.push({ plan, kind: parsed.problem, text });
      }
    }
  }

  /** The household number of a roster row: its own, or the one above it in the same file. */
  #fillHousehold(values: string[]): string {
    const slot = this.#householdSlot;
    if (slot === undefined) return '';
    const own = values[slot] as string;
    if (own === '') values[slot] = this.#household;
    else if (this.#o.layout.householdFrom === 'serial') values[slot] = `${this.#o.serialPrefix}${own}`;
    return values[slot] as string;
  }

  /** Rejects the row if a starred value is missing; a roster member with a rounded or masked ID stays. */
  #complete(
    row: number,
    values: string[],
    pending: readonly { plan: ColumnPlan; kind: string; text: string }[],
  ): boolean {
    for (const { slots, title } of this.#starred) {
      const has = slots.some(
        (slot) => values[slot] !== '' && (this.#isRoster || !this.#unusable(slot, values)),
      );
      if (has) continue;
      const bad = pending.find((one) => slots.includes(one.plan.slot));
      const isId = slots.length === 1 && this.#problemSlots.has(slots[0] as number);
      if (!bad && isId && this.#o.nameMatching && !this.#isRoster) continue;
      this.rejected++;
      this.problems.list(
        row,
        title,
        bad?.kind ?? (isId ? 'id-empty' : 'required-empty'),
        bad?.text ?? '',
        true,
      );
      return false;
    }
    if (this.#isRoster) return true;
    // An ID beside another key that cannot be used is no key.
    for (const slot of this.#problemSlots.keys()) if (this.#unusable(slot, values)) values[slot] = '';
    return true;
  }

  #unusable(slot: number, values: readonly string[]): boolean {
    const problemSlot = this.#problemSlots.get(slot);
    return problemSlot !== undefined && UNUSABLE.has(values[problemSlot] as string);
  }

  /** One further member of a wide roster row. */
  #member(
    row: number,
    member: number,
    columns: readonly ColumnPlan[],
    cells: readonly string[],
    head: readonly string[],
  ): void {
    const values: string[] = new Array(head.length).fill('');
    const pending: { plan: ColumnPlan; kind: string; text: string }[] = [];
    this.#fill(columns, cells, values, pending);
    if (values.every((value) => value === '') && pending.length === 0) return;
    const { slots } = this.plan;
    const name = values[slots.get('name') ?? -1] ?? '';
    const id = values[slots.get('id_number') ?? -1] ?? '';
    if (this.#householdSlot !== undefined) values[this.#householdSlot] = head[this.#householdSlot] as string;
    // The household's own values stand with its first member where the row has no person of its own.
    if (this.#membersOnly && member === 1)
      head.forEach((value, slot) => {
        if (values[slot] === '') values[slot] = value;
      });
    if (name === '' || id === '') {
      const kind =
        id === '' && JOINED.test(name) ? 'names-joined' : id === '' ? 'id-empty' : 'required-empty';
      this.problems.list(
        row,
        columns.find((one) => one.field.name === 'name')?.field.title ?? null,
        kind,
        name,
        false,
      );
      return;
    }
    for (const { plan, kind, text } of pending) this.problems.list(row, plan.field.title, kind, text, false);
    this.#emit(sourceNumber(this.#o.part, row, member), values);
  }

  #extra(cells: readonly string[]): string {
    let extra: Record<string, string> | null = null;
    for (const { index, header } of this.plan.unmapped) {
      const cell = cells[index];
      if (cell === undefined || cell === '') continue;
      extra ??= {};
      extra[header] = cell;
    }
    return extra ? JSON.stringify(extra) : '';
  }

  #emit(source: number, values: readonly string[]): void {
    if (this.#isRoster) this.#addMember(values);
    else if (this.#o.found)
      for (const { id } of this.#persons) if (values[id] !== '') this.#o.found(values[id] as string);
    this.spool?.add(source, values);
  }

  /** A roster row makes its member, name and household ones of interest. */
  #addMember(values: readonly string[]): void {
    const { interest } = this.#o;
    const { slots } = this.plan;
    const id = slots.get('id_number') ?? -1;
    const name = values[slots.get('name') ?? -1] ?? '';
    if (this.#unusable(id, values)) interest.names.add(name);
    else interest.addMember(values[id] as string, name);
    interest.households.add(values[this.#householdSlot ?? -1] ?? '');
  }
}
