import path from 'node:path';
import type { Parameter } from '../campaign-file/types.js';
import { groupBy } from '../cases/group-by.js';
import { ensurePrivateDir } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import type { Requirement } from '../ledger/events.js';
import { type ApprovalKind, approvalTitles, writeApprovals } from '../papers/approval.js';
import { letterTitles, writeLetters } from '../papers/letter.js';
import { periodsOf } from '../papers/periods.js';
import type { OutputEntry } from '../reports/manifest.js';
import type { Standing } from '../settle/standing.js';
import type { Settlement } from '../settle/types.js';
import { cleanFolders } from './clean-folder.js';

export interface PaperSettings {
  readonly dir: string;
  readonly frame: Frame;
  readonly parameters: readonly Parameter[];
  readonly progress: (township: string) => void;
}

/** What may still be missing when a paper is written: the letter itself, and its period. */
const later: ReadonlySet<Requirement> = new Set(['served', 'period']);

function kindOf({ list }: Settlement): ApprovalKind {
  return list === 'stopped' || list === 'edge' ? 'stop' : 'adjust';
}

/** Decided, with nothing in doubt, and something changes: approved on paper. */
function isForApproval({ decided: { list, measure, waits, doubts } }: Standing): boolean {
  const changes = measure !== null && list !== 'unchanged';
  return changes && doubts.length === 0 && waits.every((one) => later.has(one));
}

/** A raise needs no letter; whoever loses something is told why. */
function isTold({ list, before, after }: Settlement): boolean {
  return list !== 'adjusted' || after.fen < before.fen || after.persons < before.persons;
}

/** A township's name as part of a file's. */
function inFileName(township: string): string {
  const name = township.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim();
  return name === '' ? '未写明乡镇' : name;
}

/**
 * Writes the approval forms and the letters, one file a township and kind, one page a family.
 * @returns the files
 */
export async function writePapers(
  standings: readonly Standing[],
  { dir, frame, parameters, progress }: PaperSettings,
): Promise<OutputEntry[]> {
  const written: OutputEntry[] = [];
  const approved = standings.filter(isForApproval);
  if (approved.length === 0) return [];
  for (const folder of [cleanFolders.approvals, cleanFolders.letters])
    await ensurePrivateDir(path.join(dir, folder));
  const periods = periodsOf(parameters, frame.date);
  const add = async (file: string, writing: (full: string) => Promise<Omit<OutputEntry, 'file'>>) => {
    written.push({ file, ...(await writing(path.join(dir, file))) });
  };
  for (const [township, ofTownship] of groupBy(approved, ({ decided }) => decided.household.township)) {
    progress(township);
    const own = ofTownship.map(({ decided }) => decided);
    const place = inFileName(township);
    for (const kind of ['stop', 'adjust'] as const) {
      const ofKind = own.filter((one) => kindOf(one) === kind);
      const told = ofKind.filter(isTold);
      if (ofKind.length > 0)
        await add(`${cleanFolders.approvals}/${approvalTitles[kind]}-${place}.docx`, (file) =>
          writeApprovals(file, kind, ofKind, frame),
        );
      if (told.length > 0)
        await add(`${cleanFolders.letters}/${letterTitles[kind]}-${place}.docx`, (file) =>
          writeLetters(file, kind, told, frame, periods),
        );
    }
  }
  return written;
}
