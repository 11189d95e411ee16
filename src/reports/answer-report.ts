import { answerReportTexts as texts } from '../messages/collect.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import type { Written } from './atomic.js';
import { writeCsv } from './csv.js';

/** One line of a 收回报告. */
export interface AnswerReportLine {
  readonly level: string;
  readonly sheet: string;
  /** Null: the sheet or the file as a whole. */
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  readonly what: string;
  readonly right: string;
}

/** A file's name without what no file system takes; ID numbers masked. */
export function reportName(name: string): string {
  const safe = maskIdsIn(name).replaceAll(/[\\/:*?"<>|]/g, 'x');
  return say(texts.fileName, { name: safe });
}

/** Writes what is wrong with one file that came back, for who filled it in; first a line on what became of it. */
export async function writeAnswerReport(
  path: string,
  result: string,
  lines: readonly AnswerReportLine[],
): Promise<Written> {
  const { level, sheet, row, column, value, what, right } = texts;
  const header = [level, sheet, row, column, value, what, right].map((text) => say(text));
  const rows = lines.map((line) =>
    [line.level, line.sheet, line.row, line.column, line.value, line.what, line.right].map((cell) =>
      typeof cell === 'string' ? maskIdsIn(cell) : cell,
    ),
  );
  return writeCsv(path, header, [[say(texts.result), '', null, '', '', maskIdsIn(result), ''], ...rows]);
}
