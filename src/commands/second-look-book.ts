import type { Draw } from '../answers/draw.js';
import { REPORTED } from '../answers/judge-report.js';
import { STAMP_SHEET } from '../answers/stamp.js';
import { secondLookForm, unflaggedWords } from '../forms/second-look.js';
import type { FormColumn } from '../forms/types.js';
import { groundsOf } from '../forms/words.js';
import type { LedgerView } from '../ledger/ledger.js';
import type { CaseState } from '../ledger/state.js';
import { secondLookWords as words } from '../messages/collect.js';
import type { Written } from '../reports/atomic.js';
import { type Column, coverSheet, type Entry, tableSheet, writeTableBook } from '../reports/table-book.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Work } from './work.js';

/** One row: a drawn case, or a drawn household without one. */
interface Row {
  readonly household: RosterHousehold | undefined;
  readonly household_id: string;
  readonly one: CaseState | null;
}

export interface SecondLookGiven {
  readonly work: Work;
  readonly view: LedgerView;
  readonly households: readonly RosterHousehold[];
  /** Lawful reasons of each check, for the drop-downs. */
  readonly lawful: ReadonlyMap<string, readonly string[]>;
  readonly batch: string;
  readonly seed: string;
}

type Values = Readonly<Record<string, string | number | null>>;

function valuesOf({ household, household_id, one }: Row, lawful: SecondLookGiven['lawful']): Values {
  const [head] = household?.members ?? [];
  const slip = one?.slip;
  return {
    household_id,
    case_id: slip?.case_id ?? unflaggedWords.caseId,
    village: household?.village ?? slip?.village ?? '',
    village_group: household?.village_group ?? '',
    head: head?.name ?? slip?.head?.name ?? '',
    head_id: head?.id_number ?? slip?.head?.id_number ?? '',
    phone: household?.phone ?? '',
    address: household?.address ?? '',
    covered_size_now: household?.covered ?? null,
    amount_now: household?.monthly_amount ?? null,
    person: slip?.person?.name ?? '',
    title: slip?.title ?? unflaggedWords.title,
    reason: slip?.reason ?? unflaggedWords.reason,
    lawful: (lawful.get(slip?.check ?? '') ?? []).join(';'),
  };
}

function entryOf({ answer }: FormColumn, lists: ReadonlyMap<string, readonly string[]>): Entry | undefined {
  if (answer === null) return undefined;
  if (answer.type !== 'ground') return answer;
  const column = secondLookForm.columns.findIndex(({ key }) => key === 'case_id');
  return { type: 'lookup', column, before: '-', lists };
}

const kinds = { day: 'day', money: 'money', count: 'int' } as const;

function columnOf(
  column: FormColumn,
  lists: ReadonlyMap<string, readonly string[]>,
): Column<{ readonly values: Values }> {
  const { key, title, width, answer } = column;
  const kind = answer !== null && answer.type in kinds ? kinds[answer.type as keyof typeof kinds] : 'text';
  const numeric =
    key === 'amount_now' ? 'money' : key === 'covered_size_now' || key === 'number' ? 'int' : kind;
  return {
    title,
    width,
    kind: numeric,
    value: ({ values }, index) => (key === 'number' ? index + 1 : (values[key] ?? null)),
    entry: entryOf(column, lists),
  };
}

/**
 * Writes the 重核表 of one township's draw, protected but for what is to be filled in. The first verdict is not in it.
 * @param path where it goes
 */
export async function writeSecondLook(path: string, draw: Draw, given: SecondLookGiven): Promise<Written> {
  const { work, view, households, lawful, batch, seed } = given;
  const { campaign, date } = work;
  const byId = new Map(households.map((one) => [one.household_id, one]));
  const cases = draw.cases.flatMap((id) => view.state.cases.get(id) ?? []);
  const rowOf = (household_id: string, one: CaseState | null): Row => ({
    household: byId.get(household_id),
    household_id,
    one,
  });
  const rows = [
    ...cases.map((one) => rowOf(one.slip.household_id, one)),
    ...draw.unflagged.map((id) => rowOf(id, null)),
  ].map((row) => ({ values: valuesOf(row, lawful) }));
  // By place, so that one day's visits lie together, and a dismissed household is not known from one without a case.
  rows.sort((a, b) => (placeKey(a.values) < placeKey(b.values) ? -1 : 1));
  const checks = new Set([REPORTED, ...cases.map(({ slip }) => slip.check)]);
  const lists = new Map([...checks].map((check) => [check, groundsOf(lawful.get(check) ?? [])]));
  const counts: Values = {
    batch,
    seed,
    township: draw.township,
    ...draw.population,
    drawnDismissed: draw.dismissed.length,
    drawnUnflagged: draw.unflagged.length,
  };
  const title = filled(words.title, counts);
  const { purpose, authority, footer, office } = campaign;
  const head = {
    title: `${campaign.name} ${secondLookForm.sheet}`,
    date: filled(words.date, { date }),
    footer,
    creator: office.name,
    purposeLine: filled(words.purpose, { purpose: purpose ?? '', authority: authority ?? '' }),
    watermark: `${draw.township} ${batch}`,
  };
  const columns = secondLookForm.columns.map((column) => columnOf(column, lists));
  const stamp = { kind: secondLookForm.kind, campaign: campaign.name, batch, township: draw.township };
  return writeTableBook(
    path,
    [
      coverSheet({
        name: words.cover,
        widths: [100],
        isProtected: true,
        blocks: [
          { type: 'title', text: title },
          ...words.notes.map((note) => ({ type: 'text' as const, text: filled(note, counts) })),
        ],
      }),
      tableSheet({
        name: secondLookForm.sheet,
        columns,
        rows,
        frozen: 3,
        lines: [title],
        isProtected: true,
        printed: { pages: 3, repeated: 3 },
      }),
      tableSheet({
        name: STAMP_SHEET,
        columns: [0, 1].map((at) => ({
          title: at === 0 ? 'key' : 'value',
          width: 20,
          kind: 'text' as const,
          value: (pair: readonly string[]) => pair[at] ?? '',
        })),
        rows: Object.entries(stamp),
        isHidden: true,
        isProtected: true,
      }),
    ],
    head,
  );
}

function placeKey({ village, village_group, household_id, case_id }: Values): string {
  return [village, village_group, household_id, case_id].join('\u0000');
}

/** A Chinese text with its marks filled: forms are Chinese in either language. */
function filled(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}
