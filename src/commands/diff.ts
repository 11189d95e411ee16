import path from 'node:path';
import { type ComparedRun, openComparedRun } from '../cases/compared-run.js';
import { type DiffEntry, type DiffKind, diffKinds, diffRuns } from '../cases/diff.js';
import { type DiffNote, diffNotes } from '../cases/diff-notes.js';
import { DiffTally } from '../cases/diff-tally.js';
import { maskIdsIn } from '../messages/mask.js';
import { csvLine, csvRows } from '../reports/csv.js';
import { TextOut } from './cat-out.js';
import { DiffScreen } from './diff-screen.js';
import { DiffWords } from './diff-text.js';
import type { Context, OutputFormat } from './options.js';

export interface DiffOptions {
  readonly context: Context;
  /** Run folders, as written. */
  readonly older: string;
  readonly newer: string;
  /** Kinds to list; undefined: all, on the screen all but recurring ones. */
  readonly only?: readonly DiffKind[];
  readonly format: OutputFormat;
}

const COLUMNS = [
  ...['change', 'case_id', 'rule', 'check', 'title', 'grade', 'match', 'township', 'village', 'category'],
  ...[
    'household_id',
    'person',
    'id_number',
    'fact',
    'since',
    'monthly_amount',
    'overpaid',
    'reason',
    'remark',
  ],
];

/** Gives out the entries one after another in a form for programs, and at the end what the form has there. */
interface Writer {
  readonly add: (entry: DiffEntry) => string;
  readonly begin: string;
  readonly end: (tally: DiffTally) => string;
}

/** The case as its run has it, with its kind and what is to be said of it. */
function jsonOf({ kind, one, differences, why }: DiffEntry): string {
  return JSON.stringify({ ...one, change: kind, differences, why });
}

function csvOf(words: DiffWords, entry: DiffEntry): string {
  const { kind, one } = entry;
  return csvLine([
    ...[kind, one.case_id, one.rule, one.check, one.title, one.grade, one.match, one.township, one.village],
    ...[one.category, one.household_id, one.person?.name ?? '', one.person?.id_number ?? '', one.fact],
    ...[one.since, one.monthly_amount, one.overpaid?.amount ?? null, one.reason, words.remark(entry)],
  ]);
}

function runJson({ shown, name, as_of, pack, area }: ComparedRun): object {
  return { run: shown, name, as_of, pack: pack.id, area };
}

function jsonWriter(older: ComparedRun, newer: ComparedRun, notes: readonly DiffNote[]): Writer {
  const head = JSON.stringify({ older: runJson(older), newer: runJson(newer), notes });
  let isFirst = true;
  return {
    begin: `${head.slice(0, -1)},"cases":[`,
    add: (entry) => {
      const text = `${isFirst ? '' : ','}\n${jsonOf(entry)}`;
      isFirst = false;
      return text;
    },
    end: ({ total, households, checks, townships }) => {
      const flat = (key: string, rows: typeof checks) =>
        rows.map(({ name, title, counts }) => ({
          [key]: name,
          ...(title === '' ? {} : { title }),
          ...counts,
        }));
      const counts = {
        total,
        households,
        checks: flat('check', checks),
        townships: flat('township', townships),
      };
      return `\n],${JSON.stringify(counts).slice(1)}\n`;
    },
  };
}

function writerOf(
  format: Exclude<OutputFormat, 'table'>,
  words: DiffWords,
  ...told: Parameters<typeof jsonWriter>
): Writer {
  if (format === 'json') return jsonWriter(...told);
  if (format === 'ndjson') return { begin: '', add: (entry) => `${jsonOf(entry)}\n`, end: () => '' };
  return { begin: csvRows([COLUMNS]), add: (entry) => csvOf(words, entry), end: () => '' };
}

/** Entries that pass before the reader of the output is waited for. */
const AT_ONCE = 200;

/**
 * `diff`: the cases of two runs against each other.
 * @returns 1 where the newer run has cases that the older had not, else 0
 * @throws DibaoError run-unfinished, run-damaged
 */
export async function diff(options: DiffOptions): Promise<number> {
  const { context, format } = options;
  const open = (shown: string): Promise<ComparedRun> =>
    openComparedRun(path.resolve(context.cwd, shown), shown);
  const older = await open(options.older);
  const newer = await open(options.newer);
  const words = new DiffWords();
  const notes = diffNotes(older, newer);
  if (!context.quiet) for (const note of notes) context.stderr.write(`${maskIdsIn(words.note(note))}\n`);
  const tally = new DiffTally();
  const listed = (usual: readonly DiffKind[]): ReadonlySet<DiffKind> => new Set(options.only ?? usual);
  if (format === 'table') {
    const only = listed(diffKinds.filter((kind) => kind !== 'recurring'));
    const screen = new DiffScreen(words, { width: context.columns, unmask: context.unmask, only });
    for await (const entry of diffRuns(older, newer)) {
      tally.add(entry);
      screen.add(entry);
    }
    context.stdout.write(screen.text(older, newer, tally));
  } else {
    const only = listed(diffKinds);
    const writer = writerOf(format, words, older, newer, notes);
    const out = new TextOut(context.stdout);
    const shown = context.screen && !context.unmask ? maskIdsIn : (text: string) => text;
    out.add(writer.begin);
    for await (const entry of diffRuns(older, newer)) {
      tally.add(entry);
      if (!only.has(entry.kind)) continue;
      out.add(shown(writer.add(entry)));
      if (tally.total[entry.kind] % AT_ONCE === 0) await out.pause();
    }
    out.add(writer.end(tally));
    out.flush();
  }
  return tally.total.new > 0 ? 1 : 0;
}
