import { blocksOf, columnOf, fieldsOf, type Table } from './county.js';

/** How a member's columns are called in a wide roster. */
const words: Readonly<Record<string, string>> = {
  name: '姓名',
  id_number: '身份证号',
  relation: '与户主关系',
  covered: '是否保障对象',
  labour_capacity: '劳动能力',
  health: '健康状况',
};

/** A roster with one row per household: the first member in the row's own columns, the others as 成员1 and so on. */
export function widen(table: Table): Table {
  if (table.register !== 'roster') return table;
  const fields = fieldsOf(table);
  const number = columnOf(table, 'household_id');
  const personal = Object.keys(words).map((name) => fields.findIndex((field) => field?.name === name));
  const households = new Map<string, (readonly string[])[]>();
  for (const block of blocksOf(table)) {
    const key = block[0]?.[number] ?? '';
    households.set(key, [...(households.get(key) ?? []), ...block]);
  }
  const most = Math.max(...[...households.values()].map((rows) => rows.length)) - 1;
  const labels = Array.from({ length: most }, (_, k) =>
    Object.values(words).map((word) => `成员${k + 1}${word}`),
  );
  const rows = [...households.values()].map(([head = [], ...others]) => {
    const cells = Array.from({ length: most }, (_, k) => personal.map((column) => others[k]?.[column] ?? ''));
    return [...head, ...cells.flat()];
  });
  return { ...table, header: [...table.header, ...labels.flat()], rows };
}
