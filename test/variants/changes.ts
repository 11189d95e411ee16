import { parseDate } from '../../src/normalise/index.js';
import { blocksOf, columnOf, fieldsOf, isRecord, mapFields, mapRecords, type Table } from './county.js';
import { shuffled } from './random.js';

type Random = () => number;

/** Registers in any order of rows; a roster in any order of households. Blank rows and notes are left out. */
export function shuffleRows(table: Table, random: Random): Table {
  return { ...table, rows: shuffled(blocksOf(table), random).flat() };
}

export function shuffleColumns(table: Table, random: Random): Table {
  const order = shuffled([...table.header.keys()], random);
  const pick = (row: readonly string[]): string[] => order.map((index) => row[index] ?? '');
  return {
    ...table,
    header: pick(table.header),
    rows: table.rows.map((row) => (isRecord(row) ? pick(row) : row)),
  };
}

/** Columns of no field: one that numbers the rows, one of odd texts, one that is empty. */
export function addColumns(table: Table): Table {
  let number = 0;
  const more = (row: readonly string[], values: readonly string[]): string[] => [
    values[0] ?? '',
    ...row,
    ...values.slice(1),
  ];
  const rows = table.rows.map((row) =>
    isRecord(row) ? more(row, [String(++number), number % 3 === 0 ? '已核,"无误"' : '', '']) : row,
  );
  return { ...table, header: more(table.header, ['行号', '核对情况', '预留']), rows };
}

/** Rows of blank cells, and rows without any, between the blocks. */
export function addBlankRows(table: Table, random: Random): Table {
  const blank = new Array<string>(table.header.length).fill('');
  const rows = blocksOf(table).flatMap((block) => {
    const draw = random();
    return draw < 0.05
      ? [...block, blank]
      : draw < 0.08
        ? [...block, ['']]
        : draw < 0.1
          ? [...block, blank, ['　 ']]
          : block;
  });
  return { ...table, rows };
}

/** Spaces, tabs and no-break spaces around every third cell and in every header. */
export function addSpaces(table: Table): Table {
  let count = 0;
  const around = ['  ', '\u00a0', '　', '\t '];
  const spaced = (cell: string): string => {
    count++;
    const space = around[count % around.length] ?? ' ';
    return cell === ''
      ? count % 7 === 0
        ? ' '
        : ''
      : count % 3 === 0
        ? `${cell}${space}`
        : count % 5 === 0
          ? `${space}${cell}`
          : cell;
  };
  const header = table.header.map((cell) =>
    cell.length > 1 ? ` ${cell.slice(0, 1)} ${cell.slice(1)}　` : `${cell} `,
  );
  return { ...mapRecords(table, (row) => row.map(spaced)), header };
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

/** IDs, dates, months, amounts, whole numbers and household numbers in full-width signs. */
export function fullWidth(table: Table): Table {
  const types = new Set(['id', 'date', 'month', 'money', 'int']);
  const names = new Set(['household_id', 'bank_account', 'plate']);
  return mapFields(table, (cell, field) =>
    types.has(field.type) || names.has(field.name) ? wide(cell) : cell,
  );
}

/** The mark that a spreadsheet sets before numbers kept as text, and the formula that some exports write. */
export function textMarks(table: Table): Table {
  let count = 0;
  return mapFields(table, (cell, field) => {
    if (field.type !== 'id' && field.name !== 'household_id' && field.name !== 'bank_account') return cell;
    count++;
    return count % 4 === 0
      ? `="${cell}"`
      : count % 4 === 1
        ? `'${cell}`
        : count % 4 === 2
          ? `’${cell}`
          : `\t${cell}`;
  });
}

export function lowerX(table: Table): Table {
  return mapFields(table, (cell, field) => (field.type === 'id' ? cell.replace(/X$/, 'x') : cell));
}

/** IDs of people born in 19.. with 15 digits, where the other three can be worked out again. */
export function oldIds(table: Table): Table {
  return mapFields(table, (cell, field) => {
    const whole = /^(\d{6})19(\d{9})([\dX])$/.exec(cell);
    if (field.type !== 'id' || whole === null) return cell;
    return checkSign(cell.slice(0, 17)) === whole[3] ? `${whole[1]}${whole[2]}` : cell;
  });
}

/** The check sign of GB 11643-1999, worked out here on its own. */
export function checkSign(digits: string): string {
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) sum += Number(digit) * (2 ** (17 - index) % 11);
  return '10X98765432'.charAt(sum % 11);
}

/** Dates and months in other words of the same day. */
export function otherDates(table: Table): Table {
  let count = 0;
  return mapFields(table, (cell, field) => {
    const day = field.type === 'date' ? parseDate(cell).value : '';
    if (day === '') return cell;
    const [year = '', month = '', date = ''] = day.split('-');
    const forms = [
      `${year}/${Number(month)}/${Number(date)}`,
      `${year}年${Number(month)}月${Number(date)}日`,
      `${year}${month}${date}`,
      `${day} 00:00:00`,
      `${year}.${Number(month)}.${Number(date)}`,
      String(serialOf(day)),
    ];
    return forms[count++ % forms.length] ?? cell;
  });
}

/** Amounts with the unit, with thousands apart, or with a currency sign. */
export function otherAmounts(table: Table): Table {
  let count = 0;
  return mapFields(table, (cell, field) => {
    if (field.type !== 'money' || !/^\d+(\.\d+)?$/.test(cell)) return cell;
    const grouped = cell.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
    return [`${cell}元`, grouped, `￥${cell}`, cell][count++ % 4] ?? cell;
  });
}

/** Days since 1899-12-30, as Excel counts. */
export function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** A table in several files; a household stays in one. */
export function split(table: Table, pieces: number): Table[] {
  const blocks = blocksOf(table);
  const size = Math.ceil(blocks.length / pieces);
  return Array.from({ length: pieces }, (_, piece) => ({
    ...table,
    name: `${table.name}_第${piece + 1}份`,
    rows: blocks.slice(piece * size, (piece + 1) * size).flat(),
  })).filter((one) => one.rows.length > 0);
}

/** The header again every 50 rows, never within a household, as printed pages have it. */
export function repeatHeader(table: Table): Table {
  const rows: (readonly string[])[] = [];
  let since = 0;
  for (const block of blocksOf(table)) {
    if (since >= 50) {
      rows.push(table.header);
      since = 0;
    }
    rows.push(...block);
    since += block.length;
  }
  return { ...table, rows };
}

/** Subtotals after every 30 records (never within a household), and a total at the end. */
export function addSubtotals(table: Table): Table {
  const fields = fieldsOf(table);
  const money = fields.findIndex((field) => field?.type === 'money');
  const place = Math.max(columnOf(table, 'village'), 0);
  const sum = (label: string, amount: number): string[] =>
    table.header.map((_header, index) => (index === place ? label : index === money ? `${amount}.00` : ''));
  const labels = ['沈家弄村小计', '小 计', '本页合计', '小计:', '合计(元)'];
  const rows: (readonly string[])[] = [];
  let since = 0;
  let sums = 0;
  for (const block of blocksOf(table)) {
    rows.push(...block);
    since += block.length;
    if (since < 30) continue;
    rows.push(sum(labels[sums % labels.length] ?? '', since * 100));
    sums++;
    since = 0;
  }
  return { ...table, rows: [...rows, sum('总计', 99_999)] };
}
