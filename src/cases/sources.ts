import type { Campaign } from '../campaign-file/types.js';
import type { FileResult, PartResult } from '../load/types.js';
import { say } from '../messages/language.js';
import { problems as problemTexts } from '../messages/problems.js';
import { knownRecord } from '../records/index.js';
import { isStale, isUnmatched } from './alarms.js';
import type { InputDoubt } from './nightly-types.js';
import type { ProblemGroup, SourceResult } from './types.js';

/** What a problem kind is called, and what to do about it. */
export function problemWords(kind: string): { title: string; remedy: string } {
  const entry = problemTexts[kind];
  return entry ? { title: say(entry.title), remedy: say(entry.remedy) } : { title: kind, remedy: '' };
}

/** A file that is late carries a mark of its own. */
const textsOf = (doubts: readonly InputDoubt[], ...kinds: readonly InputDoubt['kind'][]): string[] =>
  doubts.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : []));

function sourceResult(
  campaign: Campaign,
  file: FileResult,
  part: PartResult,
  matched: number,
  doubts: readonly InputDoubt[],
): SourceResult {
  const { spec } = file.task;
  const data = part.rows - part.skipped;
  return {
    register: part.record,
    title: say(knownRecord(part.record).title),
    file: part.file,
    sheet: part.sheet,
    encoding: part.encoding,
    supplier: spec.supplier,
    data_date: spec.data_date,
    // An earlier roster is old by intent.
    stale: part.record !== 'snapshot' && isStale(campaign, spec.data_date),
    rows: part.rows,
    loaded: part.loaded,
    passed_over: part.passedOver,
    rejected: part.rejected,
    skipped: part.skipped,
    matched_persons: matched,
    alarm: part.record !== 'roster' && isUnmatched(campaign, data, matched),
    columns: part.columns,
    notes: [...part.notes, ...textsOf(doubts, 'unchanged')],
    doubts: [...part.doubts, ...textsOf(doubts, 'growing', 'smaller')],
  };
}

/** The sources of the run in the order read: the sum of the rows of each, and what was matched. */
export function sourceResults(
  campaign: Campaign,
  files: readonly FileResult[],
  matched: ReadonlyMap<number, number>,
  doubts: readonly InputDoubt[],
): SourceResult[] {
  return files.flatMap((file) => {
    const { record, shown } = file.task;
    const own = doubts.filter((one) => one.register === record && one.file === shown);
    return file.parts.map((part) => sourceResult(campaign, file, part, matched.get(part.part) ?? 0, own));
  });
}

/** The problems of all sources, grouped by column and kind: rejects first, then by count. */
export function problemGroups(files: readonly FileResult[]): ProblemGroup[] {
  const groups = files.flatMap((file) =>
    file.parts.flatMap((part) =>
      part.problems.map(
        (one): ProblemGroup => ({
          register: part.record,
          file: part.file,
          sheet: part.sheet,
          supplier: file.task.spec.supplier,
          field: one.field,
          kind: one.kind,
          ...problemWords(one.kind),
          rejected: one.rejected,
          count: one.count,
          examples: one.examples,
        }),
      ),
    ),
  );
  return groups.sort((a, b) => Number(b.rejected) - Number(a.rejected) || b.count - a.count);
}
