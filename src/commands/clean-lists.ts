import path from 'node:path';
import type { Frame } from '../forms/frame.js';
import type { FormMark } from '../forms/mark.js';
import { recoveryForm, serviceForm } from '../forms/service.js';
import type { LedgerState } from '../ledger/state.js';
import { changesSheet, changesTitle } from '../lists/changes.js';
import { recoverySheet, serviceSheet } from '../lists/forms.js';
import { listSheets, listTitles } from '../lists/lists.js';
import { type Pending, pendingSheets, pendingTitle } from '../lists/pending.js';
import { markSheet } from '../reports/form-sheet.js';
import type { OutputEntry } from '../reports/manifest.js';
import { type BookHead, type BookSheet, writeTableBook } from '../reports/table-book.js';
import { lastDayToObject } from '../settle/requirements.js';
import type { Standing } from '../settle/standing.js';
import type { SettlementList } from '../settle/types.js';
import type { Decisions } from './clean-decide.js';

const lists = Object.keys(listTitles) as SettlementList[];
const xlsx = (title: string): string => `${title}.xlsx`;

/** The workbooks of a clean-up. */
export const listFiles: readonly string[] = [
  ...Object.values(listTitles),
  recoveryForm.sheet,
  changesTitle,
  pendingTitle,
  serviceForm.sheet,
].map(xlsx);

export interface ListSettings {
  readonly dir: string;
  readonly frame: Frame;
  readonly state: LedgerState;
  readonly objectionDays: number;
  /** Hash of the ledger's last line, and the program's version. */
  readonly mark: Pick<FormMark, 'ledger' | 'version'>;
}

function headOf({ frame }: ListSettings, paper: 'a3' | 'a4'): BookHead {
  const said = [
    ['用途', frame.purpose],
    ['依据', frame.authority],
  ].flatMap(([name, text]) => (text === '' ? [] : [`${name}:${text}`]));
  return {
    title: frame.name,
    date: `办理日期 ${frame.date}`,
    footer: frame.footer,
    creator: 'dibao',
    paper,
    purposeLine: said.join('    '),
  };
}

function pendingOf(one: Standing, { state, objectionDays }: ListSettings, decisions: Decisions): Pending {
  const { household_id } = one.decided.household;
  const served = state.households.get(household_id)?.served?.on ?? '';
  return {
    standing: one,
    served,
    until: served === '' ? '' : lastDayToObject(served, objectionDays),
    open: decisions.openOf(household_id).map(({ slip }) => slip.title),
  };
}

/**
 * Writes the four lists, the recovery list, what is keyed in, what waits, and the register of letters to serve.
 * @returns the files, in that order
 */
export async function writeLists(decisions: Decisions, settings: ListSettings): Promise<OutputEntry[]> {
  const { standings, pending, due, strays } = decisions;
  const { dir, frame, state, mark } = settings;
  const written: OutputEntry[] = [];
  const write = async (title: string, paper: 'a3' | 'a4', sheets: readonly BookSheet[]): Promise<void> => {
    const file = xlsx(title);
    written.push({ file, ...(await writeTableBook(path.join(dir, file), sheets, headOf(settings, paper))) });
  };
  const formMark = (kind: string): BookSheet =>
    markSheet({ ...mark, kind, campaign: frame.name, batch: `清理${frame.date}`, township: '' });
  for (const list of lists) {
    const own = standings.filter(({ group }) => group === list);
    await write(listTitles[list], list === 'unchanged' ? 'a4' : 'a3', listSheets(list, own, frame.area));
  }
  const owing = standings.filter(({ group, holds }) => group !== 'waiting' && holds.recovery !== null);
  const recovered = (household: string): number => state.households.get(household)?.recovered ?? 0;
  await write(recoveryForm.sheet, 'a3', [recoverySheet(owing, recovered), formMark(recoveryForm.kind)]);
  await write(changesTitle, 'a3', [changesSheet(standings, frame.area)]);
  const waiting = pending.map((one) => pendingOf(one, settings, decisions));
  await write(pendingTitle, 'a3', pendingSheets({ pending: waiting, standings, strays, area: frame.area }));
  await write(serviceForm.sheet, 'a4', [serviceSheet(due), formMark(serviceForm.kind)]);
  return written;
}
