import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../src/cases/types.js';
import type { Finding, Happening, Slip } from '../../src/ledger/events.js';
import { openLedger } from '../../src/ledger/ledger.js';

const by = { who: '测试员', command: 'test', at: '2026-11-01T00:00:00.000Z' };

/** A finding that says nothing beyond its verdict, and what is given. */
export function finding(given: Partial<Finding> & Pick<Finding, 'verdict'>): Finding {
  return {
    visited: '2026-11-10',
    seen: true,
    unseen_reason: '',
    ground: '情况属实,无合理情形',
    note: '',
    household_size: null,
    covered_size: null,
    income: null,
    materials: '',
    measure: null,
    from_month: null,
    new_amount: null,
    recover: null,
    opinion: 'agrees',
    investigators: ['甲某', '乙某'],
    village_officer: '',
    reviewer: '',
    reviewed: null,
    remark: '',
    ...given,
  };
}

export const origin = { file: '核实表.xlsx', sha256: '0'.repeat(64), row: 3 };

/** The cases of a finished run, as its folder has them. */
export function casesIn(run: string): Case[] {
  const lines = readFileSync(join(run, 'cases.ndjson'), 'utf8').trim();
  return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line) as Case);
}

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
