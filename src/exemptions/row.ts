import { createHash } from 'node:crypto';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import { parseDate, parseHouseholdId, parseId, parseText } from '../normalise/index.js';
import type { FieldSpec } from '../records/types.js';
import { exemptionSet } from './columns.js';
import type { Exemption } from './types.js';

/** A check as an exemption may name it. */
export interface KnownCheck {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
}

const all = new Set(['全部', '所有', '全部检查', '*', 'ALL']);
const between = /[、,;,;\s]+/;

const key = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** What each name of a check stands for: its own id, or its rule's. */
export function checkNames(checks: readonly KnownCheck[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, title } of checks) {
    if (names.has(key(title))) twice.add(key(title));
    names.set(key(title), id);
  }
  // A title that two checks carry names neither of them.
  for (const title of twice) names.delete(title);
  for (const { id, rule } of checks) {
    names.set(key(rule), rule);
    if (id !== rule) names.set(key(id), id);
  }
  return names;
}

/** Takes the cells of one row, by the names of their columns. */
class RowReader {
  readonly #cells: ReadonlyMap<string, string>;
  readonly #place: { readonly file: string; readonly sheet: string | null; readonly row: number };

  constructor(
    cells: ReadonlyMap<string, string>,
    place: { file: string; sheet: string | null; row: number },
  ) {
    this.#cells = cells;
    this.#place = place;
  }

  refuse(code: DibaoError['code'], field: FieldSpec, values: DibaoError['values']): never {
    throw new DibaoError(code, values, { ...this.#place, field: field.title });
  }

  field(name: string): FieldSpec {
    const found = exemptionSet.fields.find((one) => one.name === name);
    if (found === undefined) throw new Error(`exemptions have no column ${name}`);
    return found;
  }

  /** '' where nothing stands, which a starred field may not be. */
  text(name: string): string {
    const field = this.field(name);
    const { value } = parseText(this.#cells.get(name) ?? '');
    if (value === '' && field.starred) this.refuse('exemption-lacks', field, { column: field.title });
    return value;
  }

  household(): string {
    const field = this.field('household_id');
    const text = this.#cells.get('household_id') ?? '';
    const { value, problem } = parseHouseholdId(text);
    if (problem !== null) this.refuse('exemption-id', field, { value: maskIdsIn(text.trim()) });
    return value;
  }

  date(name: string): string | null {
    const text = this.text(name);
    const { value, problem } = parseDate(text);
    if (problem !== null) this.refuse('exemption-date', this.field(name), { value: maskIdsIn(text) });
    return value === '' ? null : value;
  }

  id(): string {
    const text = this.#cells.get('id_number') ?? '';
    const { value, problem } = parseId(text);
    const isLost = problem === 'id-rounded' || problem === 'id-masked' || (problem !== null && value === '');
    if (isLost) this.refuse('exemption-id', this.field('id_number'), { value: maskIdsIn(text.trim()) });
    return value;
  }

  checks(names: ReadonlyMap<string, string>): string[] | null {
    const text = this.text('check');
    if (all.has(key(text))) return null;
    const whole = names.get(key(text));
    if (whole !== undefined) return [whole];
    return text.split(between).flatMap((one) => {
      if (one === '') return [];
      const found = names.get(key(one));
      if (found !== undefined) return [found];
      const near = nearest(one, new Set(names.values()));
      const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
      return this.refuse('exemption-check', this.field('check'), { check: maskIdsIn(one), hint });
    });
  }

  evidence(): string[] {
    const given = this.text('evidence').toLowerCase().split(between);
    return given.filter((one) => {
      if (one === '' || /^[0-9a-f]{16}$/.test(one)) return one !== '';
      return this.refuse('exemption-evidence', this.field('evidence'), { value: maskIdsIn(one) });
    });
  }
}

/**
 * One row as an exemption.
 * @param cells texts by the names of their columns
 * @param names as checkNames() makes them
 * @throws DibaoError exemption-* with file, row and column
 */
export function readRow(
  cells: ReadonlyMap<string, string>,
  place: { readonly file: string; readonly sheet: string | null; readonly row: number },
  names: ReadonlyMap<string, string>,
): Exemption {
  const row = new RowReader(cells, place);
  const household_id = row.household();
  const id_number = row.id();
  const [household, person] = [row.field('household_id'), row.field('id_number')];
  if (household_id === '' && id_number === '')
    row.refuse('exemption-lacks', household, { column: `${household.title}/${person.title}` });
  const checks = row.checks(names);
  const [reason, approver] = [row.text('reason'), row.text('approver')];
  const approved = row.date('approved');
  const until = row.date('until') ?? row.refuse('exemption-lacks', row.field('until'), { column: '' });
  if (approved !== null && until < approved)
    row.refuse('exemption-order', row.field('until'), { until, approved });
  const evidence = row.evidence();
  const granted = { household_id, id_number, checks, reason, approver, approved, until, evidence };
  const grant = createHash('sha256').update(JSON.stringify(granted)).digest('hex').slice(0, 16);
  return { ...place, ...granted, grant };
}
