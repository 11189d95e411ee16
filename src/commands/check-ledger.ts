import path from 'node:path';
import type { Campaign } from '../campaign-file/types.js';
import { type CaseChange, caseDigest } from '../cases/baseline.js';
import { placeCases } from '../cases/case-places.js';
import { Judged } from '../cases/judged.js';
import { isExempted } from '../cases/nightly-types.js';
import { presentFiles } from '../cases/present.js';
import type { Case } from '../cases/types.js';
import type { GrantMemory } from '../exemptions/types.js';
import { reportFiles } from '../files/run-files.js';
import { folderFrom } from '../ledger/adopt.js';
import { type Actor, hasLedger, LEDGER, openLedger } from '../ledger/ledger.js';
import { happeningsOf, isReopened, newsOf, type Tally } from '../ledger/run.js';
import type { CaseState } from '../ledger/state.js';
import { say } from '../messages/language.js';
import { stateTexts, ledgerTexts as texts } from '../messages/ledger.js';
import type { OutputEntry } from '../reports/manifest.js';
import type { RunResult } from '../run.js';
import { grantsIn } from './grants.js';
import type { Context } from './options.js';
import { sayDropped } from './work.js';

/** The ledger of a campaign while a check runs: held for that check alone. */
export interface CheckLedger {
  /** What the ledger knows of the run's cases, as lists show it. */
  statesOf(cases: readonly Case[]): ReadonlyMap<string, string>;
  /** A case against what the ledger has of it; undefined of one that it does not know, or that is gone. */
  changeOf(one: Case): CaseChange | undefined;
  /** Writes what the finished run brought; lines for the screen. */
  take(run: RunResult, dir: string, reports: readonly OutputEntry[]): Promise<string[]>;
  /** What exemptions covered when they were first used. */
  readonly grants: GrantMemory;
  /** Folders (absolute) of earlier runs in which cases stand that are to go out, and stand in no later run. */
  neededRuns(): Promise<ReadonlySet<string>>;
  /** Writes that the folders (absolute) of earlier runs were deleted. */
  purged(folders: readonly string[], why: string): Promise<void>;
  close(): Promise<void>;
}

/** The word for a case whose evidence is now `digest`. */
function wordOf(known: CaseState, digest: string): string {
  if (isReopened(known, digest)) return say(stateTexts.changed);
  if (known.finding?.verdict === 'dismissed') return say(stateTexts.dismissed);
  if (known.stage === 'verified' && known.finding) return say(stateTexts[known.finding.verdict]);
  if (known.stage === 'settled' || known.stage === 'recovered') return say(stateTexts[known.stage]);
  for (const mark of ['sent_back', 'objected', 'changed'] as const)
    if (known.marks.has(mark)) return say(stateTexts[mark]);
  if (newsOf(known, digest) === 'changed') return say(stateTexts.changed);
  return say(known.stage === 'dispatched' ? stateTexts.dispatched : stateTexts.open);
}

/**
 * Takes the ledger of the campaign's folder, for a check.
 * @returns null where the campaign has none
 * @throws DibaoError ledger-in-use, ledger-broken, ledger-cut
 */
export async function holdLedger(
  { file, root }: Campaign,
  context: Context,
  by: Actor,
): Promise<CheckLedger | null> {
  if (file === null || !hasLedger(root)) return null;
  const { state, dropped, append, close } = await openLedger(root, by, (hook) => context.onCleanup(hook));
  const known = state.cases;
  const digests = new Map<string, string>();
  const digest = (one: Case): string => {
    const found = digests.get(one.case_id) ?? caseDigest(one);
    digests.set(one.case_id, found);
    return found;
  };
  const isDismissed = (one: Case): boolean => {
    if (isExempted(one)) return false;
    const before = known.get(one.case_id);
    return before?.finding?.verdict === 'dismissed' && before.digest === digest(one);
  };
  sayDropped(context, LEDGER, dropped);
  const tonight = new Set<string>();
  return {
    close,
    grants: grantsIn(known),
    statesOf: (cases) =>
      new Map(
        cases.flatMap((one) => {
          const before = known.get(one.case_id);
          return before ? [[one.case_id, wordOf(before, digest(one))] as const] : [];
        }),
      ),
    changeOf(one) {
      const before = known.get(one.case_id);
      if (!before?.present || before.reported) return undefined;
      return before.digest === digest(one) ? 'recurring' : 'changed';
    },
    async take({ report, results }, dir, reports) {
      const { summary, cases, undecidable } = report;
      for (const { case_id } of cases) tonight.add(case_id);
      const run = {
        folder: folderFrom(root, dir),
        as_of: summary.as_of,
        cases: summary.total.cases,
        households: summary.total.households,
        sha256: reports.find((one) => one.file === reportFiles.cases)?.sha256 ?? '',
        present: {
          judged: new Judged(new Map(results.map(({ rule, outcome }) => [rule.id, outcome])), undecidable),
          files: presentFiles(summary.sources),
          townships: summary.townships,
          roster: summary.roster,
        },
      };
      const tally: Tally = { found: 0, changed: 0, gone: 0, reopened: 0 };
      await append(happeningsOf(known, run, cases, tally, digest));
      const dismissed = cases.filter(isDismissed).length;
      const apart = dismissed === 0 ? [] : [say(texts.dismissed, { count: dismissed })];
      return [say(texts.taken, { ...tally }), ...apart];
    },
    async neededRuns() {
      const wanted = new Set<string>();
      for (const [id, { present, reported, finding }] of known)
        if (present && !reported && finding === null && !tonight.has(id)) wanted.add(id);
      const needed = new Set<string>();
      for (const run of state.runs.toReversed()) {
        if (wanted.size === 0) break;
        const folder = path.resolve(root, run.folder);
        // One that is gone, or cannot be read, holds nothing that could be sent out.
        const places = await placeCases(path.join(folder, reportFiles.cases), wanted).catch(() => new Map());
        if (places.size > 0) needed.add(folder);
        for (const id of places.keys()) wanted.delete(id);
      }
      return needed;
    },
    async purged(folders, why) {
      const deleted = folders.map((folder) => folderFrom(root, folder));
      await append([{ what: 'purged', deleted, kept: [], why }]);
    },
  };
}
