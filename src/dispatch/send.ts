import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CasePlace } from '../cases/case-places.js';
import type { Happening } from '../ledger/events.js';
import type { LedgerState } from '../ledger/state.js';
import { maskIdsIn } from '../messages/mask.js';
import { writeVisitForms } from '../papers/visit.js';
import { writeTableBook } from '../reports/table-book.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { gatherCases } from './gather.js';
import { type Letter, recipientOf } from './letter.js';
import { byDoor, surveyRow } from './rows.js';
import type { Parcel } from './select.js';
import { visitForms } from './visits.js';
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
  /** Whether visit forms are written beside the workbooks. */
  readonly forms: boolean;
}

/** A file of a batch: `疑点核实表_梅溪镇_2026-001.xlsx`, without what Windows refuses in names. */
function fileName(form: string, letter: Letter, ending: string): string {
  const recipient = maskIdsIn(recipientOf(letter)).replaceAll(/[\\/:*?"<>|\s.]+/g, '_');
  return `${form}_${recipient}_${letter.batch}.${ending}`;
}

function openCases(state: LedgerState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { slip, present } of state.cases.values())
    if (present) counts.set(slip.household_id, (counts.get(slip.household_id) ?? 0) + 1);
  return counts;
}

/** Writes what one township gets. */
async function sendParcel(
  { township, cases, households }: Parcel,
  sending: Sending,
  counts: ReadonlyMap<string, number>,
  onFile: (file: string) => void,
): Promise<SentFile> {
  const { outDir, shown, places, roster, contents } = sending;
  const letter: Letter = { ...sending.letter, township };
  const sent = await gatherCases(cases, places, roster);
  const survey = households.map((one) => ({
    village: one.village,
    group: one.village_group,
    household: one.household_id,
    row: surveyRow(one, counts.get(one.household_id) ?? 0),
  }));
  survey.sort(byDoor((one) => one));
  const file = path.join(outDir, fileName('疑点核实表', letter, 'xlsx'));
  onFile(file);
  const sheets = dispatchSheets(letter, { ...contents, cases: sent, survey });
  const { sha256 } = await writeTableBook(file, sheets, dispatchHead(letter));
  const papers: { file: string; sha256: string }[] = [];
  const visits = sending.forms ? visitForms(sent, households) : [];
  if (visits.length > 0) {
    const paper = path.join(outDir, fileName('入户核查表', letter, 'docx'));
    onFile(paper);
    const written = await writeVisitForms(paper, visits, letter.frame, letter.batch);
    papers.push({ file: shown(paper), sha256: written.sha256 });
  }
  const { batch, deadline, frame } = letter;
  return {
    happening: {
      what: 'dispatched',
      ...{ batch, recipient: recipientOf(letter), township, sha256, deadline },
      file: shown(file),
      on: frame.date,
      cases: cases.map(({ slip }) => slip.case_id),
      households: survey.map(({ household }) => household),
      ...(papers.length > 0 ? { papers } : {}),
    },
    households: new Set(cases.map(({ slip }) => slip.household_id)).size,
  };
}

/**
 * Writes the workbooks of a batch, a township at a time: a county's cases do not fit into memory at once.
 * @throws DibaoError run-damaged, and what the file system says; nothing of the batch is left then
 */
export async function sendParcels(parcels: readonly Parcel[], sending: Sending): Promise<SentFile[]> {
  const counts = openCases(sending.state);
  const written: string[] = [];
  const files: SentFile[] = [];
  try {
    for (const parcel of parcels)
      files.push(await sendParcel(parcel, sending, counts, (file) => written.push(file)));
    return files;
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    throw error;
  }
}
