import { crc32 } from 'node:zlib';
import { workbookTexts } from '../../messages/workbook.js';
import type { Column, Entry } from './spec.js';
import { columnLetters, xmlText } from './xml.js';

const texts = workbookTexts.entries;

/** The sheet that drop-downs take their lists from: names in column A, items in column B. */
export const LISTS = '_lists';

/** A list stands in the rule itself where it can (ECMA-376 part 1, 18.3.1.33): Excel takes 255 characters there. */
function isShort(items: readonly string[]): boolean {
  const text = items.join(',');
  return text.length <= 250 && !items.some((item) => /[,"]/.test(item));
}

/** Named by its content, so that the columns of several sheets share it. */
const fixedName = (items: readonly string[]): string => `list-${crc32(items.join('\n')).toString(16)}`;

/** The lists of a sheet's drop-downs that must stand on the sheet of lists. */
export function listsOf(columns: readonly Column<never>[]): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const { entry } of columns) {
    if (entry?.type === 'lookup') for (const [name, items] of entry.lists) lists.set(name, items);
    if (entry?.type === 'choice' && !isShort(entry.of)) lists.set(fixedName(entry.of), entry.of);
  }
  return lists;
}

/** The cells of one list: the block of rows whose column A has its name. */
function listFormula(name: string): string {
  const from = `MATCH(${name},${LISTS}!$A:$A,0)-1`;
  return `OFFSET(${LISTS}!$B$1,${from},0,COUNTIF(${LISTS}!$A:$A,${name}),1)`;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

interface Rule {
  readonly attributes: string;
  readonly formulas: readonly string[];
  readonly error: string;
}

/** @param cell the first cell of the column, which the formulas are relative to */
function ruleOf(entry: Entry, cell: string, row: number): Rule | null {
  switch (entry.type) {
    case 'text':
      return null;
    case 'day':
      // 36526 and 73050 are 2000-01-01 and 2099-12-31 as spreadsheets count days.
      return { attributes: 'type="date"', formulas: ['36526', '73050'], error: texts.day };
    case 'month': {
      const year = `VALUE(LEFT(${cell},4))`;
      const month = `VALUE(RIGHT(${cell},2))`;
      const whole = `LEN(${cell})=7,MID(${cell},5,1)="-",${year}>=2000,${month}>=1,${month}<=12`;
      return { attributes: 'type="custom"', formulas: [`IFERROR(AND(${whole}),FALSE)`], error: texts.month };
    }
    case 'money':
      return { attributes: 'type="decimal"', formulas: ['0', '99999999'], error: texts.money };
    case 'count':
      return { attributes: 'type="whole"', formulas: ['0', '9999'], error: texts.count };
    case 'choice': {
      const list = isShort(entry.of) ? quoted(entry.of.join(',')) : listFormula(quoted(fixedName(entry.of)));
      return { attributes: 'type="list"', formulas: [list], error: texts.choice };
    }
    case 'lookup': {
      const key = `$${columnLetters(entry.column + 1)}${row}`;
      const name = entry.before === undefined ? key : `LEFT(${key},FIND(${quoted(entry.before)},${key})-1)`;
      return { attributes: 'type="list"', formulas: [listFormula(name)], error: texts.choice };
    }
  }
}

/**
 * What is checked while a clerk types (ECMA-376 part 1, 18.3.1.32), with what is to be typed as the cell is entered.
 * @param first first row of the table's rows, as seen
 * @param last last of them
 */
export function entriesXml(columns: readonly Column<never>[], first: number, last: number): string {
  const rules = columns.flatMap(({ entry }, index) => {
    const letters = columnLetters(index + 1);
    const rule = entry && last >= first ? ruleOf(entry, `${letters}${first}`, first) : null;
    if (rule === null) return [];
    const [one = '', two] = rule.formulas;
    // A drop-down shows by itself what may be typed.
    const prompt = rule.attributes === 'type="list"' ? '' : ` prompt="${xmlText(rule.error)}"`;
    const says = `errorTitle="${texts.title}" error="${xmlText(rule.error)}"${prompt}`;
    const flags = 'allowBlank="1" showInputMessage="1" showErrorMessage="1"';
    const formulas = `<formula1>${xmlText(one)}</formula1>${two === undefined ? '' : `<formula2>${two}</formula2>`}`;
    const cells = `${letters}${first}:${letters}${last}`;
    return [
      `<dataValidation ${rule.attributes} ${flags} ${says} sqref="${cells}">${formulas}</dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}
