import { inspectTexts } from '../messages/inspect.js';
import { say, type Text } from '../messages/language.js';
import { knownRecord } from '../records/index.js';
import type { TableReport } from './inspect-table.js';
import type { PeekedFile } from './inspect-tables.js';
import { table } from './print-rows.js';

/** The heading of a file. */
export function fileText(shown: string, { format, bytes }: Pick<PeekedFile, 'format' | 'bytes'>): string {
  return `${say(inspectTexts.file, { file: shown, format, size: sizeText(bytes) })}\n`;
}

/** One table of a file, for the screen. */
export function tableText(report: TableReport): string {
  const lines: string[] = [];
  const tell = (text: Text, values: Record<string, string | number> = {}): void => {
    lines.push(`  ${say(text, values)}`);
  };
  if (report.encoding !== null) {
    const delimiter = report.delimiter === '\t' ? say(inspectTexts.tab) : (report.delimiter ?? '');
    tell(inspectTexts.encoding, { encoding: report.encoding, delimiter });
  }
  if (report.sheet !== null) {
    tell(inspectTexts.sheet, { sheet: report.sheet });
    if (report.hidden) lines.push(`${lines.pop() ?? ''}${say(inspectTexts.hidden)}`);
  }
  tellRegister(report, tell);
  if (report.header_row !== null) tell(inspectTexts.header, { row: report.header_row });
  tellColumns(report, lines);
  const { rows, loaded, rejected, skipped } = report;
  if (rows !== null && loaded !== null && rejected !== null && skipped !== null) {
    tell(inspectTexts.rows, { rows, loaded, rejected, skipped });
  }
  if (report.notes.length > 0) lines.push(`  ${say(inspectTexts.notes)}: ${report.notes.join('; ')}`);
  tellProblems(report, lines);
  if (report.samples.length > 0) {
    const headers = Object.keys(report.samples[0] ?? {});
    const cells = report.samples.map((sample) => headers.map((header) => sample[header] ?? ''));
    lines.push(`  ${say(inspectTexts.samples)}`, indent(table([headers, ...cells])));
  }
  if (report.error !== null) tell(inspectTexts.cannotRead, { why: report.error.replaceAll('\n', '\n  ') });
  return `${lines.join('\n')}\n\n`;
}

function tellRegister(
  report: TableReport,
  tell: (text: Text, values?: Record<string, string>) => void,
): void {
  const { register, score } = report;
  if (register === null) {
    tell(inspectTexts.none);
    return;
  }
  const title = say(knownRecord(register).title);
  if (score === null) tell(inspectTexts.said, { title, register });
  else tell(inspectTexts.register, { title, register, score: score.toFixed(1) });
  if (report.others.length > 0) {
    tell(inspectTexts.others, { others: report.others.map((other) => other.register).join(' ') });
  }
  if (report.missing.length > 0) tell(inspectTexts.missing, { fields: report.missing.join(' ') });
}

function tellColumns({ columns }: TableReport, lines: string[]): void {
  const mapped = columns.filter(({ field }) => field !== null);
  const unmapped = columns.filter(({ field, header }) => field === null && header !== '');
  if (mapped.length > 0) {
    const pairs = mapped.map(({ header, field }) => `${header} → ${field}`).join(', ');
    lines.push(`  ${say(inspectTexts.mapped, { count: mapped.length })}: ${pairs}`);
  }
  if (unmapped.length > 0) {
    const headers = unmapped.map(({ header }) => header).join(', ');
    lines.push(`  ${say(inspectTexts.unmapped, { count: unmapped.length })}: ${headers}`);
  }
}

function tellProblems({ problems }: TableReport, lines: string[]): void {
  if (problems.length > 0) lines.push(`  ${say(inspectTexts.problems)}`);
  for (const { field, title, count, rejected, examples } of problems) {
    const values = {
      field: field === null ? '' : `${field} `,
      title,
      count,
      rejected: rejected ? say(inspectTexts.rejected) : '',
    };
    const shown = examples.map((example) => say(inspectTexts.example, example).trim());
    lines.push(`    ${say(inspectTexts.problem, values)}  ${shown.join('; ')}`);
  }
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
