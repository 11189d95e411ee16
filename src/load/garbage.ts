import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of heap below which what could be given back is not worth a pause. */
const SMALL = 192 * 2 ** 20;

/**
 * Frees what nobody holds any more, before a large thing takes its share of the memory: V8 by itself lets the heap grow to
 * twice what lived in it. Costs some tenths of a second on a county's ledger, nothing on a small heap.
 * @param how `sweep` leaves room within the heap for what comes next; `compact` gives pages back to the system, for DuckDB,
 *   and needs as much again as lives in them while it moves that: not where memory is short already
 * Source: Node.js documentation, v8.setFlagsFromString; `node --v8-options`, compact-on-every-full-gc.
 */
export function collectGarbage(how: 'sweep' | 'compact'): void {
  if (process.memoryUsage().heapTotal < SMALL) return;
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') return;
  if (how === 'compact') setFlagsFromString('--compact-on-every-full-gc');
  gc();
  setFlagsFromString('--no-compact-on-every-full-gc');
}
