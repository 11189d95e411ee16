import { basename, join } from 'node:path';
import type { FileVerdict } from '../answers/collect.js';
import { isError } from '../answers/faults.js';
import type { Fault } from '../answers/types.js';
import { describePlace } from '../errors.js';
import { answerFaults } from '../messages/answer-faults.js';
import { answerReportTexts, collectTexts as texts } from '../messages/collect.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { type AnswerReportLine, reportName, writeAnswerReport } from '../reports/answer-report.js';

/** Faults of a file shown on the screen; the report has them all. */
const SHOWN = 10;
const LONGEST = 40;

const outcomes = ['new', 'added', 'replaced', 'known', 'superseded'] as const;

/** What became of a file, in one phrase. */
export function resultOf({ refused, faults, counts }: FileVerdict, isTrial: boolean): string {
  if (refused) return say(faults.some(isError) ? texts.refused : texts['refused-others']);
  const said = outcomes.flatMap((one) => (counts[one] > 0 ? [say(texts[one], { count: counts[one] })] : []));
  if (counts.new + counts.added + counts.replaced === 0) {
    return [say(texts.nothing), ...said].join(say(texts.separator));
  }
  return say(isTrial ? texts['would-take'] : texts.taken, { counts: said.join(say(texts.separator)) });
}

/** Errors before warnings, each in the order of the rows. */
function ordered(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => Number(isError(b)) - Number(isError(a)));
}

function lineOf(fault: Fault): AnswerReportLine {
  const { what, right } = answerFaults[fault.code];
  return {
    level: say(isError(fault) ? texts.error : texts.warning),
    sheet: fault.sheet ?? '',
    row: fault.row,
    column: fault.column,
    value: fault.value,
    what: say(what, fault.values),
    right: say(right, fault.values),
  };
}

function screenLine({ level, sheet, row, column, value, what, right }: AnswerReportLine): string {
  const place = describePlace({ sheet, row: row ?? undefined, field: column }) || say(texts.whole);
  const short = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  const shown = short === '' ? '' : say(texts.value, { value: short });
  return say(texts.fault, { mark: level, place, what, value: shown, right });
}

/**
 * Says on the screen what became of a file, and writes its report.
 * @param folder where the reports go; it is there
 * @param taken names of reports of this call, so that two files of one name have one each
 */
export async function reportFile(
  verdict: FileVerdict,
  folder: string,
  shownFolder: string,
  taken: Set<string>,
  isTrial: boolean,
  write: (text: string) => void,
): Promise<void> {
  const { file, faults, answered, unanswered } = verdict;
  const result = resultOf(verdict, isTrial);
  const errors = faults.filter(isError).length;
  const values = { file: file.shown, answered, unanswered, errors, warnings: faults.length - errors, result };
  const lines = ordered(faults).map(lineOf);
  let name = reportName(basename(file.shown));
  for (let again = 2; taken.has(name); again += 1) name = reportName(`${basename(file.shown)}_${again}`);
  taken.add(name);
  await writeAnswerReport(join(folder, name), result, lines);
  const shown = join(shownFolder, name);
  write(maskIdsIn(say(texts.file, values)));
  for (const line of lines.slice(0, SHOWN)) write(maskIdsIn(screenLine(line)));
  if (lines.length > SHOWN) write(say(texts.more, { count: lines.length - SHOWN, file: shown }));
  else if (lines.length > 0) write(say(texts.report, { file: shown }));
}

/** The folder of the reports, below the campaign's. */
export const REPORTS = answerReportTexts.folder.zh;
