import type { RowReader, RowValues } from './row-values.js';
import type { Missing } from './starred.js';

const JOINED = /[、,,;;/]/;

export interface WideMember {
  readonly member: number;
  readonly row: RowValues;
  /** Why it is no member; null if it is one. */
  readonly lost: Missing | null;
}

/**
 * The further members of a wide roster row (成员1姓名, 成员1身份证号 …), each as a row of its own.
 * @param own values of the row itself
 * @param heads the household's own values where the row has no person of its own: its first member carries them
 */
export function wideMembers(
  reader: RowReader,
  cells: readonly string[],
  own: readonly string[],
  heads: readonly string[] | null,
): WideMember[] {
  const [household, name, id] = [reader.slot('household_id'), reader.slot('name'), reader.slot('id_number')];
  return reader.plan.members.flatMap((columns, index): WideMember[] => {
    const row = reader.read(columns, cells);
    const { values } = row;
    if (values.every((value) => value === '') && row.pending.length === 0) return [];
    values[household] = own[household] ?? '';
    if (heads && index === 0)
      heads.forEach((value, slot) => {
        values[slot] ||= value;
      });
    const title = columns.find((one) => one.slot === name)?.field.title ?? '';
    const text = values[name] ?? '';
    // Names joined in one cell without IDs are listed, not members.
    const kind = values[id] === '' ? (JOINED.test(text) ? 'names-joined' : 'id-empty') : 'required-empty';
    const lost = values[id] === '' || text === '' ? { title, kind, text } : null;
    return [{ member: index + 1, row, lost }];
  });
}
