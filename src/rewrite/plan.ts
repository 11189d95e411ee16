import { say } from '../messages/language.js';
import { rewriteNotes } from '../messages/rewrite.js';
import { knownRecord } from '../records/index.js';
import { carryNumbers, carryValues } from './carry.js';
import { type FileDraft, SheetDraft, Slices } from './draft.js';
import type { LearnedTable } from './learn.js';
import { leaving, takeOut } from './leave.js';
import { Notes } from './notes.js';
import type { MergeLookup, SheetPlan } from './plan-types.js';
import type { HouseholdEdit } from './types.js';
import { writeValues } from './values.js';

/** Columns outside the dictionary that seem to depend on what was changed. */
const AMOUNT = /合计|总额|小计|金额|补差|补助|发放|保障金|低保金|救助金|人数|人口/;

export interface PlannedFile {
  readonly sheets: readonly SheetPlan[];
  readonly notes: Notes;
}

/** A file as it was learned, with the merged ranges of its sheets. */
export interface LearnedFile {
  readonly path: string;
  readonly tables: readonly LearnedTable[];
  readonly merges: ReadonlyMap<string | null, MergeLookup>;
}

function draftOf({
  path,
  tables,
  merges,
}: LearnedFile): FileDraft & { sheets: Map<string | null, SheetDraft> } {
  const sheets = new Map<string | null, SheetDraft>();
  return {
    path,
    tables,
    notes: new Notes(),
    sheets,
    sheet(name) {
      const draft = sheets.get(name) ?? new SheetDraft(merges.get(name) ?? { at: () => null });
      sheets.set(name, draft);
      return draft;
    },
  };
}

function tellColumns({ tables, notes }: FileDraft): void {
  const columns = tables.flatMap(({ layout }) =>
    layout.columns.filter(({ field, header }) => field === null && AMOUNT.test(header)),
  );
  const headers = [...new Set(columns.map(({ header }) => header))];
  if (headers.length > 0) notes.add(rewriteNotes['amount-columns'], { columns: headers.join('、') });
}

/**
 * Works out what becomes of every sheet: rows that leave, cells that change, values that are carried from a row that
 * leaves to one that stays.
 * @param files those in which rows of the edits stand
 * @throws Error for an edit of a row that is in none of them
 */
export function planEdits(
  files: readonly LearnedFile[],
  edits: readonly HouseholdEdit[],
): Map<string, PlannedFile> {
  const drafts = files.map(draftOf);
  const slices = new Slices(drafts);
  const missing = new Map<FileDraft, Map<string, number>>();
  for (const edit of edits) {
    const own = slices.of(edit);
    const gone = leaving(own);
    for (const slice of own) takeOut(slice, gone);
    if (edit.household.members.every((member) => gone.has(member))) continue;
    const [first] = own;
    for (const field of writeValues(own, gone)) {
      if (first === undefined) continue;
      const counts = missing.get(first.file) ?? new Map<string, number>();
      counts.set(field, (counts.get(field) ?? 0) + 1);
      missing.set(first.file, counts);
    }
    for (const slice of own) carryValues(slice);
  }
  for (const [file, counts] of missing)
    for (const [name, count] of counts) {
      const field = knownRecord('roster').fields.find((one) => one.name === name)?.title ?? name;
      file.notes.add(rewriteNotes['column-missing'], { field: say({ zh: field, en: name }), count });
    }
  return new Map(
    drafts.map((draft) => {
      for (const table of draft.tables) carryNumbers(table, draft.sheet(table.sheet));
      tellColumns(draft);
      const sheets = [...draft.sheets].flatMap(([name, one]) => {
        const plan = one.plan(
          name,
          draft.tables.filter(({ sheet }) => sheet === name),
        );
        return plan.removed.size + plan.changes.size > 0 ? [plan] : [];
      });
      return [draft.path, { sheets, notes: draft.notes }];
    }),
  );
}
