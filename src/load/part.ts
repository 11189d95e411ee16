import type { Finder } from '../match/found.js';
import { parsedId, parseIdBytes } from '../normalise/index.js';
import type { CsvRecord } from '../read/csv-scan.js';
import { ByteRows } from './bytes/row.js';
import { CERTIFIED, completeFromCertificate } from './certificate.js';
import { planRow } from './columns.js';
import { HouseholdFill } from './household-fill.js';
import { LeadRows } from './lead-rows.js';
import type { PartOptions } from './part-options.js';
import { Problems } from './problems.js';
import { RowKeys } from './row-keys.js';
import { type RowKind, rowClassifier } from './row-kind.js';
import { RowReader, type RowValues } from './row-values.js';
import { sourceNumber } from './source-number.js';
import { Spool } from './spool.js';
import { StarredFields } from './starred.js';
import { wideMembers } from './wide.js';

const QUOTE = 0x22;

/** Turns the rows of one table into rows of the loaded table, and accounts for every one. */
export class PartLoader {
  readonly problems = new Problems();
  readonly reader: RowReader;
  readonly spool: Spool | null;
  /** Where the rows are only to name leads. */
  readonly leads: LeadRows | null;
  loaded = 0;
  passedOver = 0;
  rejected = 0;
  skipped = 0;
  readonly #options: PartOptions;
  readonly #kindOf: (cells: readonly string[]) => RowKind;
  readonly #keys: RowKeys | null;
  readonly #starred: StarredFields;
  readonly #households: HouseholdFill | null;
  readonly #personIds: readonly number[];
  /** A wide roster whose head is its first member: the row's own columns are the household's alone. */
  readonly #membersOnly: boolean;
  /** A roster of heads without a household number: each row's own ID is its household's. */
  readonly #ownHousehold: boolean;
  readonly #bytes: ByteRows | null;
  /** Fields that a certificate number would fill: where one is blank, the row is read as texts. */
  readonly #certified: readonly number[];
  /** Of a roster: its member's number, his name, and the household's number. */
  readonly #keySlots: readonly [number, number, number];

  constructor(options: PartOptions) {
    const { record, layout, interest } = options;
    const isRoster = record.ofMembers === true;
    const plan = planRow(record, layout, options.given);
    this.#options = options;
    this.reader = new RowReader(plan);
    this.spool = options.spoolPath === null ? null : new Spool(options.spoolPath, this.reader.filled);
    const starred = record.fields.filter((field) => field.starred).map((field) => field.name);
    this.#kindOf = rowClassifier(layout, new Set([...starred, ...(record.oneOf ?? []).flat()]));
    this.#keys =
      isRoster || options.keepAll || options.whole || options.leads
        ? null
        : new RowKeys(record, plan, interest, options);
    this.leads = options.leads ? new LeadRows(plan, options.leads) : null;
    this.#membersOnly = plan.members.length > 0 && !plan.own.some((one) => one.field.name === 'id_number');
    const columns = (field: string) => plan.own.filter((one) => one.slot === plan.slots.get(field));
    this.#ownHousehold = columns('household_id').some(({ index }) =>
      columns('id_number').some((one) => one.index === index),
    );
    const except = this.#membersOnly ? ['name', 'id_number'] : [];
    this.#starred = new StarredFields(record, this.reader, except, options.nameMatching);
    const serial = layout.householdFrom === 'serial' ? options.serialPrefix : '';
    this.#households = isRoster ? new HouseholdFill(this.reader.slot('household_id'), serial) : null;
    this.#bytes = this.#byteRows();
    const slot = (field: string): number => this.reader.slot(field);
    this.#certified = record.key === 'disability' ? CERTIFIED.map(slot) : [];
    this.#keySlots = [slot('id_number'), slot('name'), slot('household_id')];
    this.#personIds = record.persons.map((person) => this.reader.slot(person.id));
  }

  /** Null where a row's line depends on more than its own cells, one by one. */
  #byteRows(): ByteRows | null {
    const { layout, encoding, keepAll } = this.#options;
    const { own, members } = this.reader.plan;
    if (this.spool === null || encoding === null || keepAll || this.#options.observer) return null;
    if (members.length > 0 || own.some((one) => one.split)) return null;
    if (new Set(own.map((one) => one.slot)).size < own.length) return null;
    if (this.#households && (this.#ownHousehold || layout.householdFrom !== 'household_id')) return null;
    return new ByteRows(this.reader, this.spool, encoding);
  }

  /** Counts a row above the data, or a blank one. */
  skip(): void {
    this.skipped++;
  }

  /** Counts rows that are of nobody of interest. */
  passOver(rows = 1): void {
    this.passedOver += rows;
  }

  /** A row that cannot be taken apart: nothing is known of it, not even whose household it was. */
  reject(row: number, kind: string, value = ''): void {
    this.rejected++;
    this.#households?.forget();
    this.problems.list(row, null, kind, value, true);
  }

  /**
   * Takes a whole row that is known to be loaded (a valid number of somebody of interest stands in it), by its bytes.
   * False where it has to be read as texts: nothing has been taken then.
   */
  acceptBytes(row: CsvRecord): boolean {
    if (this.#options.found) return this.#tellBytes(row, this.#options.found);
    const bytes = this.#bytes;
    if (bytes === null || this.spool === null) return false;
    const end = bytes.write(row, sourceNumber(this.#options.part, row.line));
    if (end < 0 || !this.#starred.isMet(bytes.ends)) return false;
    if (!this.#certified.every((slot) => (bytes.ends[slot] as number) > 0)) return false;
    if (this.#households && !this.#memberBytes(bytes, this.spool.room(0), this.#households)) return false;
    this.spool.take(end);
    this.loaded++;
    return true;
  }

  /** A roster's row has its household's number for the rows below it, and makes its member one of interest. */
  #memberBytes({ starts, ends }: ByteRows, out: Buffer, households: HouseholdFill): boolean {
    const [id, name, household] = this.#keySlots;
    const start = starts[household] as number;
    const end = ends[household] as number;
    if (end === 0 || isQuoted(out, start, end)) return false;
    const isSame = households.holds(out, start, end);
    if (!isSame && !households.remember(out, start, end)) return false;
    if (!this.#options.collects) return true;
    const { interest } = this.#options;
    if (parseIdBytes(out, starts[id] as number, ends[id] as number) === 0) return false;
    if (isQuoted(out, starts[name] as number, ends[name] as number)) return false;
    interest.ids.add(parsedId.high, parsedId.low);
    interest.names.addUtf8(out, starts[name] as number, ends[name] as number);
    if (!isSame) interest.households.addUtf8(out, start, end);
    return true;
  }

  /** Takes one row, and decides what becomes of it. */
  accept(row: number, cells: readonly string[]): void {
    const { width } = this.#options;
    // A whole row about somebody of interest is data, whatever its cells look like.
    if (cells.length === width && this.#keys?.ofSomebody(cells)) {
      if (this.#options.found) this.#tellPersons(cells, this.#options.found);
      else this.#load(row, cells);
      return;
    }
    const kind = this.#kindOf(cells);
    if (kind !== 'data') {
      this.#skipAs(kind, row, cells);
      return;
    }
    if (width !== null && cells.length !== width) {
      this.reject(row, 'field-count', `${cells.length}/${width}`);
      return;
    }
    if (this.leads && !this.leads.mayBe(cells)) {
      this.passedOver++;
      return;
    }
    const nobody = this.#keys?.ofNobody(cells);
    if (nobody) {
      this.passedOver++;
      for (const one of nobody) this.problems.count(row, one.plan.field.title, one.kind, one.text, false);
      return;
    }
    this.#load(row, cells);
  }

  #skipAs(kind: RowKind, row: number, cells: readonly string[]): void {
    // Household values never fall past a title, subtotal, header or note (REGISTERS.md).
    if (kind !== 'blank') this.#households?.forget();
    if (kind === 'note')
      this.problems.count(row, null, 'note-row', cells.find((cell) => cell.trim() !== '') ?? '', false);
    this.#options.observer?.other(kind, row, cells);
    this.skipped++;
  }

  #load(row: number, cells: readonly string[]): void {
    const { plan } = this.reader;
    const read = this.reader.read(plan.own, cells);
    const { values } = read;
    for (const { slot, value } of plan.given) if (values[slot] === '') values[slot] = value;
    if (this.#options.record.key === 'disability') completeFromCertificate(plan.slots, values);
    const household = this.reader.slot('household_id');
    const broken = read.pending.find((one) => one.plan.slot === household);
    this.#households?.fill(
      values,
      broken?.kind ?? null,
      this.#ownHousehold ? `${this.#options.serialPrefix}${row}` : '',
    );
    this.#options.observer?.row(row, values[household] ?? '', cells);
    const missing = this.#starred.missing(read);
    if (missing) {
      this.rejected++;
      this.problems.list(row, missing.title, missing.kind, missing.text, true);
      return;
    }
    this.loaded++;
    // An ID beside another key that cannot be used is no key.
    if (!this.#households)
      for (const slot of this.reader.problemSlots.keys())
        if (this.reader.isUnusable(slot, values)) values[slot] = '';
    values[values.length - 1] = this.reader.extra(cells);
    this.#tell(row, read);
    if (!this.#membersOnly) this.#emit(sourceNumber(this.#options.part, row), values);
    if (plan.members.length === 0) return;
    const heads = this.#membersOnly ? values : null;
    for (const one of wideMembers(this.reader, cells, values, heads)) {
      if (one.lost) this.problems.list(row, one.lost.title, one.lost.kind, one.lost.text, false);
      else {
        this.#tell(row, one.row);
        this.#emit(sourceNumber(this.#options.part, row, one.member), one.row.values);
      }
    }
  }

  /** Lists what was wrong with the values of a row that is loaded. */
  #tell(row: number, { pending }: RowValues): void {
    for (const { plan, kind, text } of pending) {
      // An unknown code text is reported once with its count.
      if (kind === 'code-unknown') this.problems.count(row, plan.field.title, kind, text, false);
      else this.problems.list(row, plan.field.title, kind, text, false);
    }
  }

  #emit(source: number, values: readonly string[]): void {
    if (this.#options.collects) this.#addMember(values);
    if (this.#options.found) {
      for (const slot of this.#personIds) if (values[slot]) this.#options.found.add(values[slot]);
    }
    this.spool?.add(source, values);
  }

  #tellBytes(row: CsvRecord, found: Finder): boolean {
    if (!(this.leads?.find(row, found) ?? this.#keys?.findBytes(row, found))) return false;
    this.loaded++;
    return true;
  }

  /** Where only the persons are wanted, the row need not be read. */
  #tellPersons(cells: readonly string[], found: Finder): void {
    this.loaded++;
    for (const id of this.#keys?.persons(cells) ?? []) found.add(id);
  }

  /** A roster row makes its member, name and household ones of interest. */
  #addMember(values: readonly string[]): void {
    const { interest } = this.#options;
    const id = this.reader.slot('id_number');
    const name = values[this.reader.slot('name')] ?? '';
    if (this.reader.isUnusable(id, values)) interest.names.add(name);
    else interest.addMember(values[id] ?? '', name);
    interest.households.add(values[this.reader.slot('household_id')] ?? '');
  }
}

/** A quote in a value stands doubled in the spool. */
function isQuoted(out: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (out[i] === QUOTE) return true;
  return false;
}
