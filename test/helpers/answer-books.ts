import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { MARK_SHEET } from '../../src/forms/mark.js';
import type { Form } from '../../src/forms/types.js';

export type FormCells = Readonly<Record<string, string | number | Date | null>>;

/** A workbook of forms as it may come back: titles in row 1, rows by the keys of the columns. */
export async function writeForms(
  path: string,
  sheets: readonly { form: Form; rows: readonly FormCells[]; name?: string }[],
  mark: Readonly<Record<string, string>> | null,
): Promise<void> {
  const book = new ExcelJS.Workbook();
  for (const { form, rows, name } of sheets) {
    const sheet = book.addWorksheet(name ?? form.sheet);
    sheet.addRow(form.columns.map(({ title }) => title));
    for (const row of rows) sheet.addRow(form.columns.map(({ key }) => row[key] ?? null));
  }
  if (mark !== null) {
    const hidden = book.addWorksheet(MARK_SHEET, { state: 'hidden' });
    hidden.addRows([['key', 'value'], ...Object.entries(mark)]);
  }
  await book.xlsx.writeFile(path);
}

const python = '/usr/bin/python3';

/** Whether another program's library for workbooks is there. */
export const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0;

/** Edits a workbook by openpyxl: `book` is the workbook, saved behind the script. */
export function editByPython(path: string, script: string): void {
  const lines = ['import sys, openpyxl, datetime', 'book = openpyxl.load_workbook(sys.argv[1])', script];
  const { status, stderr } = spawnSync(python, ['-', path], {
    input: [...lines, 'book.save(sys.argv[1])'].join('\n'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path)) ?? '';

export const hasOffice = office !== '';

/** Saves a workbook in another format by LibreOffice; where the new file is. */
export function saveAs(path: string, to: string, filter = ''): string {
  const folder = dirname(path);
  const { status, stderr } = spawnSync(
    office,
    [
      `-env:UserInstallation=file://${join(folder, 'office')}`,
      ...[
        '--headless',
        '--convert-to',
        filter === '' ? to : `${to}:${filter}`,
        '--outdir',
        join(folder, to),
        path,
      ],
    ],
    { encoding: 'utf8', timeout: 110_000 },
  );
  const made = join(folder, to, basename(path).replace(/\.[^.]+$/, `.${to}`));
  if (status !== 0 || !existsSync(made)) throw new Error(stderr);
  return made;
}
