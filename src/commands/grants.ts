import path from 'node:path';
import type { Campaign } from '../campaign-file/types.js';
import { grantsOf } from '../exemptions/memory.js';
import type { GrantMemory } from '../exemptions/types.js';
import { reportFiles } from '../files/run-files.js';
import { hasLedger, readLedger } from '../ledger/ledger.js';
import type { CaseState } from '../ledger/state.js';

/** What each exemption covered when it was first used, by the ledger's cases. */
export function grantsIn(cases: ReadonlyMap<string, CaseState>): GrantMemory {
  const grants = new Map<string, Map<string, string>>();
  for (const [case_id, { exemption }] of cases) {
    if (exemption === null) continue;
    const own = grants.get(exemption.grant) ?? new Map<string, string>();
    grants.set(exemption.grant, own.set(case_id, exemption.evidence));
  }
  return grants;
}

/**
 * What the campaign's ledger and a run remember of its exemptions, for who only looks; null where it has none.
 * @param run folder of a run, absolute, and as written; null for none
 */
export async function rememberedGrants(
  { exemptions, file, root }: Campaign,
  run: { readonly dir: string; readonly shown: string } | null,
): Promise<GrantMemory | null> {
  if (!exemptions) return null;
  const { summary } = reportFiles;
  const ofRun = run && (await grantsOf(path.join(run.dir, summary), path.join(run.shown, summary)));
  const ofLedger = file !== null && hasLedger(root) ? grantsIn((await readLedger(root)).state.cases) : null;
  return ofRun || ofLedger ? new Map([...(ofRun ?? []), ...(ofLedger ?? [])]) : null;
}
