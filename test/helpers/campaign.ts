import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerEvent } from '../../src/ledger/events.js';
import { checkedDemo } from './checked-demo.js';
import { type CliResult, runCli } from './cli.js';

/** A copy of the demo county in which a campaign is carried through, by the real program. */
export interface DemoCampaign {
  readonly folder: string;
  /** Runs a command in the folder, on 2026-11-12 unless the arguments say another day. */
  run(...args: string[]): CliResult;
  /** The ledger's lines. */
  ledger(): LedgerEvent[];
}

const DAY = '2026-11-12';

/** Makes the demo county in an empty folder, with purpose and authority, and checks it. */
export function demoCampaign(folder: string): DemoCampaign {
  const run = (...args: string[]): CliResult => {
    const day = args[0] === 'check' || args.includes('--date') ? [] : ['--date', DAY];
    return runCli([...args, ...day], { cwd: folder });
  };
  checkedDemo(folder, () => {
    appendFileSync(join(folder, 'dibao.yaml'), '\npurpose: 低保专项治理核查\nauthority: 云民〔2026〕12号\n');
  });
  const ledger = (): LedgerEvent[] =>
    readFileSync(join(folder, 'ledger.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as LedgerEvent);
  return { folder, run, ledger };
}
