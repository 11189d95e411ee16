import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import type { FileResult } from './types.js';

/**
 * Asks about sheets with people in them that nothing was read from: a continuation without a header, above all. One
 * workbook may hold several registers, a sheet each: what another source has read is not left.
 */
export function askAboutLeftSheets(files: readonly FileResult[]): void {
  const read = new Set(
    files.flatMap(({ task, parts }) => parts.map(({ sheet }) => JSON.stringify([task.path, sheet]))),
  );
  for (const { task, parts, left = [] } of files) {
    for (const { sheet, rows, persons } of left) {
      if (read.has(JSON.stringify([task.path, sheet]))) continue;
      parts[0]?.doubts.push(say(loadTexts['sheet-left'], { sheet, rows, persons }));
    }
  }
}
