import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../src/cases/types.js';
import type { Happening, Slip } from '../../src/ledger/events.js';
import { openLedger } from '../../src/ledger/ledger.js';

const by = { who: '测试员', command: 'test', at: '2026-11-01T00:00:00.000Z' };

/** The cases of a finished run, as its folder has them. */
export function casesIn(run: string): Case[] {
  const lines = readFileSync(join(run, 'cases.ndjson'), 'utf8').trim();
  return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line) as Case);
}

/** What the ledger keeps of a case. */
export function slipOf(one: Case): Slip {
  const person = one.person && { name: one.person.name, id_number: one.person.id_number };
  const { case_id, check, title, grade, household_id, township, village, category, head, reason } = one;
  const overpaid = one.overpaid?.amount ?? null;
  const place = { household_id, township, village, category };
  return { case_id, check, title, grade, ...place, head, person, reason, overpaid };
}

/** Writes happenings into the ledger of a campaign folder. */
export async function writeLedger(folder: string, happenings: readonly Happening[]): Promise<void> {
  const ledger = await openLedger(folder, by, () => () => undefined);
  try {
    await ledger.append(happenings);
  } finally {
    await ledger.close();
  }
}
