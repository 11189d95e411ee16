import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Happening } from '../../src/ledger/events.js';
import { foundLedger } from '../../src/ledger/ledger.js';
import { writeLedger } from './campaign-ledger.js';
import { demo } from './demo-run.js';
import { finding as usual } from './ledger-finding.js';

/** A copy of the demo county as a campaign folder, with an office and what the data is used for. */
export function uncheckedDemo(): { readonly folder: string; readonly remove: () => void } {
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

/** What a visit of 2026-11-08 found out, with no ground given. */
export function finding(differs: Partial<Finding>): Finding {
  const investigators = ['入户员甲', '入户员乙'];
  return usual({ visited: '2026-11-08', ground: '', investigators, ...differs });
}

const by = { who: '演示', command: 'test', at: '2026-11-05T01:00:00.000Z' };

/** Founds the folder's ledger and writes into it what is to have happened. */
export async function ledgerOf(folder: string, happenings: readonly Happening[]): Promise<void> {
  await foundLedger(folder, '演示', by);
  await writeLedger(folder, happenings);
}
