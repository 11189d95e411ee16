import type { SourceResult } from '../../cases/types.js';
import { say } from '../../messages/language.js';
import { workbookTexts } from '../../messages/workbook.js';
import { fileNames } from '../evidence.js';
import type { RunReport } from '../types.js';
import type { CellValue, Column, SheetSpec } from './spec.js';

const texts = workbookTexts.coverage;

/** A source, or a register for which there is none. */
interface Row {
  readonly title: string;
  readonly source: SourceResult | null;
  readonly checks: readonly string[];
}

function of(value: (source: SourceResult) => CellValue): (row: Row) => CellValue {
  return (row) => (row.source === null ? null : value(row.source));
}

/** Rows = loaded + passed over + rejected + skipped; otherwise by how many it is off. */
function sumOf(source: SourceResult): string {
  const off = source.rows - source.loaded - source.passed_over - source.rejected - source.skipped;
  return off === 0 ? say(texts.agrees) : say(texts.differs, { rows: off });
}

function freshness(source: SourceResult): string {
  if (source.data_date === null) return say(texts.undated);
  return say(source.stale ? texts.isStale : texts.isFresh);
}

/** A column's header and what it was taken for: `车主→姓名`; a header that says so itself stands once. */
function mapped(source: SourceResult, labels: RunReport['labels']): string {
  const words = labels?.fields[source.register] ?? {};
  return source.columns
    .flatMap(({ header, field }) => {
      if (field === null) return [];
      const word = words[field] ?? field;
      return [header === word ? header : `${header}→${word}`];
    })
    .join('、');
}

function unmapped(source: SourceResult): string {
  const columns = source.columns.filter((column) => column.field === null);
  return columns.map(({ header }) => header).join('、');
}

function notes(row: Row): string {
  if (row.source !== null) return [...row.source.doubts, ...row.source.notes].join('\n');
  return say(texts.affects, { checks: row.checks.join('、') });
}

const columnsOf = (labels: RunReport['labels'], name: (file: string) => string): readonly Column<Row>[] => [
  { title: texts.register, width: 14, kind: 'text', value: (row) => row.title },
  { title: texts.file, width: 24, kind: 'text', value: of((source) => name(source.file)) },
  { title: texts.sheet, width: 10, kind: 'text', value: of((source) => source.sheet) },
  { title: texts.encoding, width: 9, kind: 'center', value: of((source) => source.encoding) },
  { title: workbookTexts.case.supplier, width: 14, kind: 'text', value: of((source) => source.supplier) },
  { title: workbookTexts.case.dataDate, width: 11, kind: 'center', value: of((source) => source.data_date) },
  { title: texts.stale, width: 9, kind: 'center', value: of(freshness) },
  { title: texts.rows, width: 10, kind: 'int', value: of((source) => source.rows) },
  { title: texts.loaded, width: 10, kind: 'int', value: of((source) => source.loaded) },
  { title: texts.passed, width: 11, kind: 'int', value: of((source) => source.passed_over) },
  { title: texts.rejected, width: 9, kind: 'int', value: of((source) => source.rejected) },
  { title: texts.skipped, width: 11, kind: 'int', value: of((source) => source.skipped) },
  { title: texts.sum, width: 10, kind: 'center', value: of(sumOf) },
  { title: texts.matched, width: 10, kind: 'int', value: of((source) => source.matched_persons) },
  {
    title: texts.alarm,
    width: 10,
    kind: 'center',
    value: of((source) => (source.alarm ? say(texts.isAlarm) : null)),
  },
  { title: texts.mapped, width: 40, kind: 'text', value: of((source) => mapped(source, labels)) },
  { title: texts.unmapped, width: 20, kind: 'text', value: of(unmapped) },
  { title: texts.notes, width: 36, kind: 'text', value: notes },
];

/** Sheet 6, 数据覆盖: each source with the sum of its rows, then the registers that nobody gave. */
export function coverageSheet({ summary, labels }: RunReport): SheetSpec<Row> {
  const given = summary.sources.map<Row>((source) => ({ title: source.title, source, checks: [] }));
  const absent = summary.absent_registers.map<Row>(({ title, checks }) => ({ title, source: null, checks }));
  return {
    name: workbookTexts.sheets.coverage,
    columns: columnsOf(labels, fileNames(summary)),
    rows: [...given, ...absent],
    tone: ({ source }) => (source?.alarm ? 'alarm' : source === null || source.stale ? 'notice' : 'plain'),
    frozen: 2,
  };
}
