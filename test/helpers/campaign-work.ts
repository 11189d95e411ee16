import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Happening, LedgerEvent } from '../../src/ledger/events.js';
import { openLedger, readLedger } from '../../src/ledger/ledger.js';
import type { CaseState } from '../../src/ledger/state.js';
import { runCli } from './cli.js';

/** The demo county as a campaign of its own below `folder`, checked. */
export function checkedDemo(folder: string): string {
  const campaign = join(folder, '演示');
  for (const args of [
    ['init', campaign, '--demo'],
    ['check', '-c', join(campaign, 'dibao.yaml'), '-o', join(campaign, '疑点'), '--fail-on', 'never'],
  ]) {
    const { code, stderr } = runCli(args, { cwd: folder });
    if (code !== 0) throw new Error(`dibao ${args.join(' ')}: ${stderr}`);
  }
  return campaign;
}

/** Writes what happened, as a command that stands in for the one of another part would. */
export async function record(campaign: string, happenings: readonly Happening[]): Promise<void> {
  const by = { who: '测试', command: 'test', at: '2026-11-10T00:00:00.000Z' };
  const ledger = await openLedger(campaign, by, () => () => undefined);
  try {
    await ledger.append(happenings);
  } finally {
    await ledger.close();
  }
}

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

const none = { file: '核实表.xlsx', sha256: '', row: 1 };

/** A verdict by two investigators on 2026-11-05. */
export function verified(case_id: string, finding: Partial<Finding>): Happening {
  return {
    what: 'verified',
    case_id,
    batch: '第1批',
    origin: none,
    finding: {
      ...{ visited: '2026-11-05', seen: true, unseen_reason: '', verdict: 'confirmed' },
      ...{ ground: '情况属实,无合理情形', note: '', household_size: null, covered_size: null, income: null },
      ...{ materials: '', measure: null, from_month: '2026-12', new_amount: null, recover: null },
      ...{ opinion: null, investigators: ['赵一', '钱二'], village_officer: '', reviewer: '周五' },
      ...{ reviewed: '2026-11-06', remark: '' },
      ...finding,
    },
  };
}

export function served(household_id: string, on: string): Happening {
  return { what: 'served', household_id, on, manner: '直接送达', by: '孙三', origin: none };
}
