import { evidenceId } from '../cases/baseline.js';
import type { Case } from '../cases/types.js';
import type { Written } from '../files/atomic.js';
import { type CsvValue, csvLine, writeCsv } from './csv.js';
import { dataDatesOf, placesOf, suppliersOf } from './evidence.js';

type Column = readonly [name: string, value: (one: Case) => CsvValue];

function pairs(record: Readonly<Record<string, string>>): string {
  let text = '';
  for (const key in record) text += `${text === '' ? '' : '; '}${key}=${record[key]}`;
  return text;
}

/** cases.csv: the fields of cases.ndjson under the same names, a person's and the overpayment's parts as `person_…`. */
const columns: readonly Column[] = [
  ['case_id', (c) => c.case_id],
  ['rule', (c) => c.rule],
  ['check', (c) => c.check],
  ['title', (c) => c.title],
  ['grade', (c) => c.grade],
  ['match', (c) => c.match],
  ['fact', (c) => c.fact],
  ['household_id', (c) => c.household_id],
  ['head_name', (c) => c.head?.name ?? null],
  ['head_id_number', (c) => c.head?.id_number ?? null],
  ['township', (c) => c.township],
  ['village', (c) => c.village],
  ['village_group', (c) => c.village_group],
  ['category', (c) => c.category],
  ['class', (c) => c.class],
  ['household_size', (c) => c.household_size],
  ['covered_size', (c) => c.covered_size],
  ['start_date', (c) => c.start_date],
  ['person_name', (c) => c.person?.name ?? null],
  ['person_id_number', (c) => c.person?.id_number ?? null],
  ['person_relation', (c) => c.person?.relation ?? null],
  ['person_covered', (c) => c.person?.covered ?? null],
  ['person_age', (c) => c.person?.age ?? null],
  ['subject_name', (c) => c.subject?.name ?? null],
  ['subject_id_number', (c) => c.subject?.id_number ?? null],
  ['subject_relation', (c) => c.subject?.relation ?? null],
  ['subject_covered', (c) => c.subject?.covered ?? null],
  ['subject_age', (c) => c.subject?.age ?? null],
  ['since', (c) => c.since],
  ['monthly_amount', (c) => c.monthly_amount],
  ['overpaid_months', (c) => c.overpaid?.months ?? null],
  ['overpaid_amount', (c) => c.overpaid?.amount ?? null],
  ['overpaid_basis', (c) => c.overpaid?.basis ?? null],
  ['reason', (c) => c.reason],
  ['marks', (c) => c.marks.join('; ')],
  ['lawful_reasons', (c) => c.lawful_reasons.join('; ')],
  ['arithmetic', (c) => pairs(c.arithmetic)],
  ['evidence', (c) => placesOf(c).join('; ')],
  ['evidence_suppliers', suppliersOf],
  ['evidence_data_dates', (c) => dataDatesOf(c).join('、')],
  ['change', (c) => c.change],
  ['evidence_id', evidenceId],
  ['exemption', (c) => c.exemption?.status ?? null],
  ['exemption_reason', (c) => c.exemption?.reason ?? null],
  ['exemption_approver', (c) => c.exemption?.approver ?? null],
  ['exemption_until', (c) => c.exemption?.until ?? null],
];

const values = columns.map(([, value]) => value);

function* rowsOf(cases: Iterable<Case>): Generator<CsvValue[]> {
  for (const one of cases) yield values.map((value) => value(one));
}

/** The lines of cases.csv, the header first, without the mark that Excel wants at the beginning of a file. */
export function* caseCsvLines(cases: Iterable<Case>): Generator<string> {
  yield csvLine(columns.map(([name]) => name));
  for (const row of rowsOf(cases)) yield csvLine(row);
}

/** Writes cases.csv; IDs stand whole, guarded against rounding (csv.ts). */
export async function writeCasesCsv(path: string, cases: Iterable<Case>): Promise<Written> {
  return writeCsv(
    path,
    columns.map(([name]) => name),
    rowsOf(cases),
  );
}
