import { LISTS } from './entries.js';
import { tableSheet } from './sheet.js';
import type { BookSheet } from './spec.js';

/** The hidden sheet that drop-downs take their items from; null where no sheet needs one. */
export function listsSheet(sheets: readonly BookSheet[]): BookSheet | null {
  const lists = new Map(sheets.flatMap((sheet) => [...sheet.lists]));
  if (lists.size === 0) return null;
  const rows = [...lists].flatMap(([name, items]) => items.map((item) => ({ name, item })));
  return tableSheet<(typeof rows)[number]>({
    name: LISTS,
    columns: [
      { title: 'list', width: 24, kind: 'text', value: ({ name }) => name },
      { title: 'item', width: 40, kind: 'text', value: ({ item }) => item },
    ],
    rows,
    filter: false,
    isProtected: true,
    isHidden: true,
  });
}
