import exceljs from 'exceljs';
import { fixedTime, stampZip } from '../files/stamp.js';
import { templateTexts, typeNames } from '../messages/commands.js';
import { say } from '../messages/language.js';
import type { FieldSpec, RecordSet } from '../records/types.js';
import { width } from '../reports/width.js';
import { exampleOf } from './field-examples.js';

/** Rows below the header that carry formats and drop-downs. */
const ROWS = 5000;

/** Excel takes no longer list of choices in one cell rule. */
const LONGEST_LIST = 255;

const required = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE699' } } as const;
const optional = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } } as const;

/**
 * An empty workbook for a record set, to be filled in by the bureau that supplies it: headers that the reader knows,
 * a note on each, IDs as text, drop-downs for codes; and a sheet that explains each column. The same bytes each time.
 */
export async function templateWorkbook(set: RecordSet): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.created = fixedTime;
  workbook.modified = fixedTime;
  addForm(workbook, set);
  addNotes(workbook, set);
  return stampZip(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** The header text of a field: its title where the reader knows it, and in brackets that it must be filled in. */
export function headerOf(field: FieldSpec): string {
  const title = field.labels.includes(field.title) ? field.title : (field.labels[0] ?? field.title);
  return field.starred ? `${title}(${say(templateTexts.requiredMark)})` : title;
}

function addForm(workbook: exceljs.Workbook, set: RecordSet): void {
  const sheet = workbook.addWorksheet(sheetName(set.title.zh), { views: [{ state: 'frozen', ySplit: 1 }] });
  set.fields.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(12, width(headerOf(field)) + 4);
    column.numFmt = numberFormat(field);
    const cell = sheet.getRow(1).getCell(index + 1);
    cell.value = headerOf(field);
    cell.numFmt = '@';
    cell.font = { bold: true };
    cell.fill = field.starred ? required : optional;
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
    cell.note = [noteOf(field), example(field)].filter(Boolean).join('\n');
    addChoices(sheet, field, column.letter);
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: set.fields.length } };
}

/** IDs, accounts and codes stay text, or the sheet rounds them; dates may be typed as dates. */
function numberFormat(field: FieldSpec): string {
  if (field.type === 'date') return 'yyyy-mm-dd';
  if (field.type === 'money') return '0.00';
  return field.type === 'int' ? '0' : '@';
}

function choicesOf(field: FieldSpec): string[] {
  if (field.type === 'bool') return ['是', '否'];
  return (field.codes ?? []).map((option) => option.labels[0] ?? option.code);
}

function addChoices(sheet: exceljs.Worksheet, field: FieldSpec, letter: string): void {
  const list = choicesOf(field).join(',');
  if (list === '' || list.length > LONGEST_LIST) return;
  // Known to exceljs, though its types leave it out: one rule for a whole range.
  const rules = (
    sheet as unknown as { dataValidations: { add(range: string, rule: exceljs.DataValidation): void } }
  ).dataValidations;
  rules.add(`${letter}2:${letter}${ROWS}`, { type: 'list', allowBlank: true, formulae: [`"${list}"`] });
}

function addNotes(workbook: exceljs.Workbook, set: RecordSet): void {
  const sheet = workbook.addWorksheet(sheetName(say(templateTexts.notes)), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  const columns = [
    [templateTexts.field, 22],
    [templateTexts.required, 10],
    [templateTexts.type, 12],
    [templateTexts.accepted, 60],
    [templateTexts.example, 24],
    [templateTexts.alsoCalled, 60],
  ] as const;
  sheet.columns = columns.map(([title, size]) => ({
    header: say(title),
    width: size,
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const field of set.fields) {
    const row = sheet.addRow([
      headerOf(field),
      say(field.starred ? templateTexts.yes : templateTexts.no),
      say(typeNames[field.type]),
      noteOf(field),
      exampleOf(field),
      field.labels.slice(0, 8).join(' '),
    ]);
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  for (const names of set.oneOf ?? []) {
    const titles = names.map((name) => set.fields.find((field) => field.name === name)?.title ?? name);
    sheet.addRow([say(templateTexts.oneOf, { fields: titles.join('、') })]);
  }
}

function noteOf(field: FieldSpec): string {
  return field.note === undefined ? say(typeNames[field.type]) : say(field.note);
}

function example(field: FieldSpec): string {
  const text = exampleOf(field);
  return text === '' ? '' : `${say(templateTexts.example)}: ${text}`;
}

/** Excel allows 31 characters and none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
