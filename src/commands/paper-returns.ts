import { problems } from '../messages/problems.js';
import { reportTexts } from '../messages/reports.js';
import type { ReturnedData, ReturnedRow } from '../papers/return-letter.js';
import { fileNames } from '../reports/evidence.js';
import { type PaperRun, type RejectLine, readRejects } from './paper-run.js';

/** Rows that a letter lists: more of them are read by nobody on paper, and go along as a file. */
const LISTED = 500;

/** Words of a run in any language → the Chinese ones. */
const chinese = new Map(
  [...Object.values(problems).map(({ title }) => title), ...Object.values(reportTexts.rejects)].flatMap(
    (text) => ('zh' in text ? [[text.en, text.zh] as const] : []),
  ),
);

const inChinese = (text: string): string => chinese.get(text) ?? text;

/** Problems that need nobody: a note below a table. */
const idle = new Set(['note-row']);
const idleTitles = new Set([...idle].flatMap((kind) => Object.values(problems[kind]?.title ?? {})));

/** The data of one supplier, and every row of it that goes back. */
export interface Returned {
  readonly data: ReturnedData;
  readonly all: readonly ReturnedRow[];
}

const rowOf = (
  { file, sheet, row, field, effect, problem }: RejectLine,
  nameOf: (file: string) => string,
): ReturnedRow => ({
  ...{ file: nameOf(file), sheet, row, field },
  effect: inChinese(effect),
  problem: inChinese(problem),
});

/** What goes back to each supplier, in the order in which they come in the summary. */
export async function returnsOf(run: PaperRun): Promise<Returned[]> {
  const { summary } = run;
  // Our folders are nothing to a supplier.
  const nameOf = fileNames(summary);
  const rows = new Map<string, ReturnedRow[]>();
  for await (const line of readRejects(run)) {
    if (idleTitles.has(line.problem)) continue;
    const own = rows.get(line.supplier);
    if (own === undefined) rows.set(line.supplier, [rowOf(line, nameOf)]);
    else own.push(rowOf(line, nameOf));
  }
  const listed = summary.problems.filter(({ kind }) => !idle.has(kind));
  const suppliers = new Set(listed.map(({ supplier }) => supplier ?? ''));
  return [...suppliers].map((supplier) => {
    const own = listed.filter((one) => (one.supplier ?? '') === supplier);
    const all = rows.get(supplier) ?? [];
    const files = new Set(own.map(({ file }) => file));
    const sources = summary.sources.filter(
      ({ file, supplier: by }) => files.has(file) && (by ?? '') === supplier,
    );
    const given = new Map(
      sources.map(({ title, file, data_date }) => [file, { title, file: nameOf(file), dataDate: data_date }]),
    );
    return {
      all,
      data: {
        supplier,
        sources: [...given.values()],
        problems: own.map(({ file, sheet, field, kind, title, remedy, rejected, count }) => ({
          ...{ file: nameOf(file), sheet, field, rejected, count },
          problem: problems[kind]?.title.zh ?? title,
          remedy: problems[kind]?.remedy.zh ?? remedy,
        })),
        rows: all.slice(0, LISTED),
        more: Math.max(0, all.length - LISTED),
      },
    };
  });
}
