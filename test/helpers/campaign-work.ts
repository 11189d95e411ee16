import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Happening, LedgerEvent } from '../../src/ledger/events.js';
import { readLedger } from '../../src/ledger/ledger.js';
import type { CaseState } from '../../src/ledger/state.js';
import { origin, finding as usual } from './ledger-finding.js';

export async function casesOf(campaign: string): Promise<CaseState[]> {
  return [...(await readLedger(campaign)).state.cases.values()];
}

export function ledgerLines(campaign: string): LedgerEvent[] {
  const text = readFileSync(join(campaign, 'ledger.ndjson'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LedgerEvent);
}

/** A verdict by two investigators on 2026-11-05. */
export function verified(case_id: string, differs: Partial<Finding>): Happening {
  const finding = usual({
    ...{ visited: '2026-11-05', verdict: 'confirmed', ground: '情况属实,无合理情形', from_month: '2026-12' },
    ...{ investigators: ['赵一', '钱二'], reviewer: '周五', reviewed: '2026-11-06' },
    ...differs,
  });
  return { what: 'verified', case_id, batch: '第1批', origin, finding };
}

export function served(household_id: string, on: string): Happening {
  return { what: 'served', household_id, on, manner: '直接送达', by: '孙三', origin };
}
