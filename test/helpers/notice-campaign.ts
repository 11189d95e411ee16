import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../src/cases/types.js';
import type { Finding, Happening, Slip } from '../../src/ledger/events.js';
import { foundLedger, openLedger } from '../../src/ledger/ledger.js';
import { demo } from './demo-run.js';

/** A copy of the demo county as a campaign folder, with an office and what the data is used for. */
export function demoCampaign(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-campaign-'));
  cpSync(demo, folder, { recursive: true });
  appendFileSync(
    join(folder, 'dibao.yaml'),
    [
      'purpose: 低保专项治理核查',
      'authority: 云政办〔2026〕18号',
      'office: { name: 云栖县民政局, phone: 0999-8765432, address: 云栖县人民路1号 }',
      '',
    ].join('\n'),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const by = { who: '演示', command: 'test', at: '2026-11-05T01:00:00.000Z' };

/** Founds the folder's ledger and writes into it what is to have happened. */
export async function ledgerOf(folder: string, happenings: readonly Happening[]): Promise<void> {
  await foundLedger(folder, '演示', by);
  const ledger = await openLedger(folder, by, () => () => undefined);
  await ledger.append(happenings);
  await ledger.close();
}

/** What the ledger keeps of a case. */
export function slipOf(one: Case): Slip {
  const { case_id, check, title, grade, household_id, township, village, category, head, reason } = one;
  const person = one.person && { name: one.person.name, id_number: one.person.id_number };
  const overpaid = one.overpaid?.amount ?? null;
  return {
    ...{ case_id, check, title, grade, household_id, township, village, category },
    ...{ head, person, reason, overpaid },
  };
}

/** A finding with nothing but what is given. */
export function finding(given: Partial<Finding>): Finding {
  const none = { household_size: null, covered_size: null, income: null, new_amount: null, recover: null };
  return {
    ...{ visited: '2026-11-08', seen: true, unseen_reason: '', verdict: 'confirmed', ground: '' },
    ...{ note: '', materials: '', measure: null, from_month: null, opinion: null },
    ...{ investigators: ['入户员甲', '入户员乙'], village_officer: '', reviewer: '', reviewed: null },
    ...none,
    remark: '',
    ...given,
  };
}

export const origin = { file: '疑点核实表.xlsx', sha256: '0'.repeat(64), row: 2 };
