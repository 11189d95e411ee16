import { resolve } from 'node:path';
import { expandSources } from '../campaign-file/paths.js';
import { DibaoError, describeError } from '../errors.js';
import { inspectTable, type TableReport } from './inspect-table.js';
import { peekFile } from './inspect-tables.js';
import { fileText, tableText } from './inspect-text.js';
import type { InspectOptions } from './options.js';
import { readPassword } from './password.js';
import { printRows } from './print-rows.js';
import { findSet } from './template.js';

/**
 * `inspect`: what each file is, which record set its tables look like, what of them can be used and what cannot.
 * @returns 0; 3 where a file or a table cannot be read, which is said in its place
 * @throws DibaoError file-missing, unknown-register
 */
export async function inspect(options: InspectOptions): Promise<number> {
  const { context, format } = options;
  const register = options.register === undefined ? undefined : findSet(options.register).key;
  const password =
    options.passwordFile === undefined
      ? null
      : await readPassword(resolve(context.cwd, options.passwordFile));
  const files = options.files.flatMap((written) =>
    expandSources({ path: resolve(context.cwd, written), written }).map((path, _, all) => ({
      path,
      shown: all.length === 1 && !written.includes('*') ? written : relativeTo(context.cwd, path),
    })),
  );
  const reports: TableReport[] = [];
  let unreadable = false;
  for (const { path, shown } of files) {
    try {
      const given = {
        ...(options.encoding !== undefined && { encoding: options.encoding }),
        ...(options.sheet !== undefined && { sheet: options.sheet }),
        ...(password !== null && { password }),
      };
      const file = await peekFile(path, given);
      if (format === 'table') context.stdout.write(fileText(shown, file));
      for (const table of file.tables) {
        const report = await inspectTable(table, {
          path,
          shown,
          register,
          encoding: given.encoding,
          password,
          unmask: context.unmask,
        });
        reports.push(report);
        unreadable ||= report.error !== null;
        if (format === 'table') context.stdout.write(tableText(report));
      }
    } catch (error) {
      if (!(error instanceof DibaoError)) throw error;
      const told = new DibaoError(error.code, { ...error.values }, { ...error.place, file: shown });
      context.stderr.write(`${describeError(told)}\n`);
      unreadable = true;
    }
  }
  if (format === 'csv') printColumns(options, reports);
  else if (format === 'json') context.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
  else if (format === 'ndjson') for (const one of reports) context.stdout.write(`${JSON.stringify(one)}\n`);
  return unreadable ? 3 : 0;
}

/** As CSV: one row for each column of each table. */
function printColumns({ context }: InspectOptions, reports: readonly TableReport[]): void {
  const columns = ['file', 'sheet', 'register', 'header', 'field'].map((key) => ({ key, title: key }));
  const rows = reports.flatMap((report) =>
    report.columns.map(({ header, field }) => ({
      file: report.file,
      sheet: report.sheet ?? '',
      register: report.register ?? '',
      header,
      field: field ?? '',
    })),
  );
  printRows(context, 'csv', columns, rows);
}

function relativeTo(cwd: string, path: string): string {
  return path.startsWith(`${cwd}/`) || path.startsWith(`${cwd}\\`) ? path.slice(cwd.length + 1) : path;
}
