import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CasePlace } from '../cases/case-places.js';
import type { Happening } from '../ledger/events.js';
import type { LedgerState } from '../ledger/state.js';
import { maskIdsIn } from '../messages/mask.js';
import { writeTableBook } from '../reports/table-book.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { gatherCases } from './gather.js';
import { type Letter, recipientOf } from './letter.js';
import { byDoor, type Sent, surveyRow } from './rows.js';
import type { Parcel } from './select.js';
import { type Contents, dispatchHead, dispatchSheets } from './workbook.js';

/** A workbook that was written: what the ledger says of it, and how much it holds. */
export interface SentFile {
  readonly happening: Happening & { what: 'dispatched' };
  /** Households named by its cases. */
  readonly households: number;
}

export interface Sending {
  readonly outDir: string;
  /** As the ledger and the log name files: seen from the campaign's folder. */
  readonly shown: (file: string) => string;
  readonly letter: Omit<Letter, 'township'>;
  readonly state: LedgerState;
  readonly places: ReadonlyMap<string, CasePlace>;
  readonly roster: ReadonlyMap<string, RosterHousehold>;
  readonly contents: Pick<Contents, 'categories' | 'mark'>;
  /** Called with what a township gets, for papers beside its workbook. */
  readonly beside?: (letter: Letter, cases: readonly Sent[]) => Promise<void>;
}

/** A township in a file's name: without what Windows refuses there. */
export function fileWord(recipient: string): string {
  return maskIdsIn(recipient).replaceAll(/[\\/:*?"<>|\s.]+/g, '_');
}

function openCases(state: LedgerState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { slip, present } of state.cases.values())
    if (present) counts.set(slip.household_id, (counts.get(slip.household_id) ?? 0) + 1);
  return counts;
}

/**
 * Writes the workbooks of a batch, a township at a time: a county's cases do not fit into memory at once.
 * @throws DibaoError run-damaged, and what the file system says; nothing of the batch is left then
 */
export async function sendParcels(parcels: readonly Parcel[], sending: Sending): Promise<SentFile[]> {
  const { outDir, shown, state, places, roster, contents } = sending;
  const counts = openCases(state);
  const written: string[] = [];
  const files: SentFile[] = [];
  try {
    for (const { township, cases, households } of parcels) {
      const letter: Letter = { ...sending.letter, township };
      const recipient = recipientOf(letter);
      const file = path.join(outDir, `疑点核实表_${fileWord(recipient)}_${letter.batch}.xlsx`);
      const sent = await gatherCases(cases, places, roster);
      const survey = households.map((one) => ({
        village: one.village,
        group: one.village_group,
        household: one.household_id,
        row: surveyRow(one, counts.get(one.household_id) ?? 0),
      }));
      survey.sort(byDoor((one) => one));
      written.push(file);
      const sheets = dispatchSheets(letter, { ...contents, cases: sent, survey });
      const { sha256 } = await writeTableBook(file, sheets, dispatchHead(letter));
      await sending.beside?.(letter, sent);
      const { batch, deadline, frame } = letter;
      const ids = cases.map(({ slip }) => slip.case_id);
      const surveyed = survey.map(({ household }) => household);
      files.push({
        happening: {
          what: 'dispatched',
          ...{ batch, recipient, township, sha256, deadline },
          file: shown(file),
          on: frame.date,
          cases: ids,
          households: surveyed,
        },
        households: new Set(cases.map(({ slip }) => slip.household_id)).size,
      });
    }
    return files;
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    throw error;
  }
}
