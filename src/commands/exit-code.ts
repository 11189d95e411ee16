import type { Campaign } from '../campaign-file/types.js';
import { isExempted } from '../cases/nightly-types.js';
import type { RunResult } from '../run.js';
import type { CheckOptions } from './options.js';

function isIncomplete(campaign: Campaign, options: CheckOptions, { report, results }: RunResult): boolean {
  const required = new Set([...campaign.required, ...options.checks]);
  const { summary } = report;
  const rejected = summary.sources.reduce((sum, source) => sum + source.rejected, 0);
  return (
    results.some((result) => result.outcome === 'broken') ||
    results.some((result) => result.outcome === 'not_run' && required.has(result.rule.id)) ||
    summary.alarms.length > 0 ||
    (options.maxRejects !== undefined && rejected > options.maxRejects)
  );
}

/** 4 not whole, 1 cases found as --fail-on says, else 0; an error outranks a finding (DESIGN.md, 'Exit codes'). */
export function exitCode(campaign: Campaign, options: CheckOptions, run: RunResult): number {
  if (isIncomplete(campaign, options, run)) return 4;
  const cases = run.report.cases.filter((one) => !isExempted(one));
  const found = {
    any: () => cases.length > 0,
    exit: () => cases.some((one) => one.grade === 'exit'),
    // Without a baseline every case is new.
    new: () => cases.some((one) => one.change === null || one.change === 'new'),
    never: () => false,
  };
  return found[options.failOn]() ? 1 : 0;
}
