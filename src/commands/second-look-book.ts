import type { Draw } from '../answers/draw.js';
import { REPORTED } from '../answers/judge-report.js';
import { type Outgoing, outgoing } from '../forms/least.js';
import { secondLookForm, unflaggedWords } from '../forms/second-look.js';
import { groundsOf } from '../forms/words.js';
import type { Slip } from '../ledger/events.js';
import type { LedgerView } from '../ledger/ledger.js';
import { secondLookWords as words } from '../messages/collect.js';
import type { Written } from '../reports/atomic.js';
import { type FormRow, formSheet, markSheet } from '../reports/form-sheet.js';
import { coverSheet, writeTableBook } from '../reports/table-book.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import type { Work } from './work.js';

export interface SecondLookGiven {
  readonly work: Work;
  readonly view: LedgerView;
  readonly households: readonly RosterHousehold[];
  /** Lawful reasons of each check, for the drop-downs. */
  readonly lawful: ReadonlyMap<string, readonly string[]>;
  readonly batch: string;
  readonly seed: string;
}

/** The case in the words that may go out; without the run's evidence, which the ledger does not keep. */
function leaving(slip: Slip, lawful_reasons: readonly string[]): Outgoing {
  const person = slip.person && { ...slip.person, relation: null, covered: null, age: null };
  const none = { subject: null, marks: [], evidence: [] };
  return outgoing({ ...slip, ...none, person, lawful_reasons: [...lawful_reasons] });
}

function placeOf(household: RosterHousehold | undefined, slip?: Slip): FormRow {
  const head = household?.members[0] ?? slip?.head;
  return {
    household_id: household?.household_id ?? slip?.household_id ?? null,
    village: household?.village ?? slip?.village ?? null,
    village_group: household?.village_group ?? null,
    head: head?.name ?? null,
    head_id: head?.id_number ?? null,
    phone: household?.phone ?? null,
    address: household?.address ?? null,
    covered_size_now: household?.covered ?? null,
    amount_now: household?.monthly_amount ?? null,
  };
}

/** What stands before the dash of a case's number, by which its drop-down is found. */
const listOf = (number: string): string => number.split('-')[0] ?? '';

interface Rows {
  readonly rows: readonly FormRow[];
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

function rowsOf(draw: Draw, { view, households, lawful }: SecondLookGiven): Rows {
  const byId = new Map(households.map((one) => [one.household_id, one]));
  const lists = new Map<string, readonly string[]>([[REPORTED, groundsOf([])]]);
  const ofCases = draw.cases.flatMap((id): FormRow[] => {
    const slip = view.state.cases.get(id)?.slip;
    if (slip === undefined) return [];
    const { number, title, reason, lawful: own } = leaving(slip, lawful.get(slip.check) ?? []);
    lists.set(listOf(number), groundsOf(own));
    const place = placeOf(byId.get(slip.household_id), slip);
    const person = slip.person?.name ?? null;
    return [{ ...place, case_id: number, person, title, reason, lawful: own.join(';') }];
  });
  const { caseId: case_id, title, reason } = unflaggedWords;
  const ofOthers = draw.unflagged.map(
    (id): FormRow => ({ ...placeOf(byId.get(id)), case_id, title, reason }),
  );
  // By place: one day's visits lie together.
  const key = ({ village, village_group, household_id, case_id: one }: FormRow): string =>
    [village, village_group, household_id, one].join('\u0000');
  const rows = [...ofCases, ...ofOthers].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return { rows: rows.map((row, index) => ({ number: index + 1, ...row })), lists };
}

/** A Chinese text with its marks filled: forms are Chinese in either language. */
function filled(text: string, values: FormRow): string {
  return text.replaceAll(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
}

/**
 * Writes the 重核表 of one township's draw, protected but for what is to be filled in. The first verdict is not in it.
 * @param path where it goes
 */
export async function writeSecondLook(path: string, draw: Draw, given: SecondLookGiven): Promise<Written> {
  const { work, view, batch, seed } = given;
  const { township, population, dismissed, unflagged } = draw;
  const { name: campaign, purpose, authority, footer } = work.campaign;
  const drawn = { drawnDismissed: dismissed.length, drawnUnflagged: unflagged.length };
  const values: FormRow = { ...population, ...drawn, batch, seed, township };
  const { rows, lists } = rowsOf(draw, given);
  const title = filled(words.title, values);
  const notes = words.notes.map((note) => ({ type: 'text' as const, text: filled(note, values) }));
  const column = secondLookForm.columns.findIndex(({ key }) => key === 'case_id');
  const kinds = { number: 'int', covered_size_now: 'int', amount_now: 'money' } as const;
  const ledger = view.events.at(-1)?.hash ?? '';
  const mark = {
    kind: secondLookForm.kind,
    campaign,
    batch,
    township,
    ledger,
    version: work.context.version,
  };
  const sheets = [
    coverSheet({
      name: words.cover,
      widths: [100],
      isProtected: true,
      blocks: [{ type: 'title', text: title }, ...notes],
    }),
    formSheet(secondLookForm, rows, {
      kinds,
      grounds: { ground: { type: 'lookup', column, before: '-', lists } },
      frozen: 3,
      printed: { pages: 2, repeated: 3 },
      lines: [title],
    }),
    markSheet(mark),
  ];
  return writeTableBook(path, sheets, {
    title: campaign,
    date: filled(words.date, { date: work.date }),
    footer,
    creator: 'dibao',
    purposeLine: [
      ...(purpose === null ? [] : [filled(words.purpose, { purpose })]),
      ...(authority === null ? [] : [filled(words.authority, { authority })]),
    ].join('    '),
    signatures: words.signatures,
    watermark: `${township} ${batch}`,
    isChinese: true,
  });
}
