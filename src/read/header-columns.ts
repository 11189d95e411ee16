import { DibaoError } from '../errors.js';
import type { FieldSpec, RecordSet } from '../records/types.js';
import type { Assigned } from './header-assign.js';
import type { Attempt } from './header-attempt.js';
import type { HeaderCell } from './header-cells.js';
import { fieldOf } from './header-claims.js';
import { headerKeys } from './header-text.js';
import { isPerPerson, periodInLabel, type UnitLine, type UnitSaid, unitInBrackets } from './header-units.js';
import type { Column, LayoutNote, Period, Scale, TablePlace } from './layout.js';

/** Incomes come per month and per year alike: a column that says neither is not used. */
const needsPeriod = new Set(['income_per_capita', 'declared_income']);
/** Fields whose amount is one month's: of these alone a period is told; a year is divided by 12, a quarter by 3. */
const monthly = new Set([
  'income_per_capita',
  'declared_income',
  'monthly_amount',
  'supplement',
  'monthly_pay',
  'monthly_wage',
  'support_paid',
]);
/** Headers of cells that hold township and village in one. */
const joinedRegion = /^(?:行政区划|所属区划)$/;

/** What all that speaks of one column's unit agrees on; two that differ are an error that quotes them. */
function agreed(cell: HeaderCell, lines: readonly UnitLine[], field: FieldSpec, place: TablePlace): UnitSaid {
  const words = periodInLabel(cell.label) ?? periodInLabel(cell.group);
  const all: UnitLine[] = [
    { text: cell.header, ...unitInBrackets(cell.label) },
    { text: cell.header, scale: null, period: words },
    { text: cell.group, ...unitInBrackets(cell.group) },
    ...lines,
  ];
  const said = all.map((source) => (monthly.has(field.name) ? source : { ...source, period: null }));
  const where = { ...place, field: field.title };
  for (const key of ['scale', 'period'] as const) {
    const speaking = said.filter((source) => source[key] !== null);
    if (new Set(speaking.map((source) => source[key])).size < 2) continue;
    const texts = [...new Set(speaking.map((source) => `“${source.text}”`))].join('、');
    throw new DibaoError('header-unit-conflict', { said: texts }, where);
  }
  const unknown = said.find((source) => source.scale === 'unknown');
  if (unknown !== undefined) throw new DibaoError('header-unit-unknown', { said: unknown.text }, where);
  const scale = said.find((source) => source.scale !== null)?.scale ?? null;
  return { scale, period: said.find((source) => source.period !== null)?.period ?? null };
}

interface Unit {
  readonly scale: Scale;
  readonly period: Period;
  readonly perPerson: boolean;
}

const plain: Unit = { scale: 'yuan', period: null, perPerson: false };

function unitOf(one: Assigned, field: FieldSpec, lines: readonly UnitLine[], place: TablePlace): Unit {
  if (field.type !== 'money') return plain;
  const { scale, period } = agreed(one.cell, lines, field, place);
  // A mapped column is what the field says it is, unless its header says otherwise.
  const isIncome = field.name === 'income_per_capita' && one.claim.by === 'mapping';
  const perPerson = isPerPerson(`${one.cell.group}${one.cell.label}`) || isIncome;
  return { scale: scale === 'wan' ? 'wan' : 'yuan', period, perPerson };
}

/** The columns of a layout in the order of the file, unclaimed ones among them, with their units. */
export function buildColumns(
  attempt: Attempt,
  record: RecordSet,
  lines: readonly UnitLine[],
  place: TablePlace,
): { columns: Column[]; notes: LayoutNote[] } {
  const notes: LayoutNote[] = [];
  const columns: Column[] = [];
  let usesLine = false;
  for (const cell of attempt.cells) {
    const { index, header } = cell;
    let carries = 0;
    for (const one of attempt.assigned.filter((other) => other.cell === cell)) {
      const field = fieldOf(record, one.claim.field);
      const unit = unitOf(one, field, lines, place);
      if (field.type === 'money') usesLine = true;
      if (needsPeriod.has(field.name) && unit.period === null && one.claim.by !== 'mapping') {
        notes.push({ kind: 'period-unknown', values: { header }, column: index });
        continue;
      }
      const split = joinedRegion.test(headerKeys(cell.label).bare) && field.name === 'township';
      columns.push({
        index,
        header,
        field: field.name,
        member: one.claim.member,
        ...unit,
        ...(split ? { split: true } : {}),
      });
      carries++;
    }
    if (carries === 0) columns.push({ index, header, field: null, member: 0, ...plain });
  }
  const line = lines[0];
  if (usesLine && line !== undefined) notes.push({ kind: 'unit-line', values: { line: line.text } });
  return { columns, notes };
}
