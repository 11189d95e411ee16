import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { placeOf } from '../../reports/evidence.js';
import { word } from '../../reports/words.js';
import type { Facts, Register, RegisterRow } from '../types.js';
import type { Sheet } from './sheet.js';
import { fieldsText, join } from './words.js';

const texts = explainTexts.registers;

function aboutText({ about }: RegisterRow): string {
  return join(
    about.map(({ name, level }) => (name === '' ? say(texts.household) : `${name}(${word.match(level)})`)),
    'comma',
  );
}

function printRegister(sheet: Sheet, { register, title, rows }: Register): void {
  sheet.text(title, 2);
  for (const row of rows.slice(0, sheet.shown)) {
    const date = row.data_date === null ? [] : [say(explainTexts.cases.dataDate, { date: row.data_date })];
    sheet.text(join([placeOf(row), ...date, aboutText(row)], 'comma'), 4);
    sheet.text(fieldsText(register, row.fields), 6);
  }
  if (rows.length > sheet.shown) sheet.text(say(texts.more, { count: rows.length - sheet.shown }), 4);
}

/** What every register says; those that were looked up without result and those that are not there are kept apart. */
export function printRegisters(sheet: Sheet, { registers }: Facts): void {
  for (const one of registers) if (one.state === 'found') printRegister(sheet, one);
  for (const state of ['nothing', 'absent'] as const) {
    const titles = registers.filter((one) => one.state === state).map((one) => one.title);
    if (titles.length > 0) sheet.text(say(texts[state], { titles: join(titles) }));
  }
}
