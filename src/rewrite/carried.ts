import type { CellChange, SheetPlan } from './plan-types.js';
import type { RowMap } from './row-map.js';
import type { Merge } from './xlsx/merges.js';

/** The plan's changes and, of merged ranges whose first row leaves, their values. */
export function withCarried(
  plan: SheetPlan | undefined,
  merges: readonly Merge[],
  map: RowMap,
): Map<number, Map<number, CellChange>> {
  const changes = new Map([...(plan?.changes ?? [])].map(([row, cells]) => [row, new Map(cells)]));
  for (const { first, last, left, right } of merges) {
    if (!map.isRemoved(first) || map.range(first, last) === null) continue;
    let row = first;
    while (map.isRemoved(row)) row++;
    const cells = changes.get(row) ?? new Map<number, CellChange>();
    changes.set(row, cells);
    for (let column = left; column <= right; column++)
      if (!cells.has(column)) cells.set(column, { from: { row: first, column } });
  }
  return changes;
}
