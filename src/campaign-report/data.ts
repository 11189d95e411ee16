import { groupBy } from '../cases/group-by.js';
import type { SourceResult, Summary } from '../cases/types.js';
import type { CampaignReport } from './model.js';

const sum = (sources: readonly SourceResult[], of: (one: SourceResult) => number): number =>
  sources.reduce((all, one) => all + of(one), 0);

const suppliersOf = (sources: readonly SourceResult[]): string[] => [
  ...new Set(sources.flatMap(({ supplier }) => supplier ?? [])),
];

const datesOf = (sources: readonly SourceResult[]): string[] =>
  sources.flatMap(({ data_date }) => data_date ?? []).sort();

/** What was compared with what. */
export function dataOf({ sources, checks }: Summary): CampaignReport['data'] {
  const byRegister = groupBy(sources, ({ register }) => register);
  const dates = datesOf(sources);
  const ran = checks.filter(({ outcome }) => outcome !== 'not_run' && outcome !== 'broken');
  return {
    sources: sources.length,
    registers: byRegister.size,
    suppliers: suppliersOf(sources).length,
    rows: sum(sources, ({ rows }) => rows),
    rejected: sum(sources, ({ rejected }) => rejected),
    stale: sources.filter(({ stale }) => stale).length,
    earliest: dates[0] ?? null,
    latest: dates.at(-1) ?? null,
    checks: checks.length,
    checks_run: ran.length,
    checks_not_run: checks.length - ran.length,
    list: [...byRegister].map(([register, own]) => ({
      register,
      title: own[0]?.title ?? register,
      sources: own.length,
      suppliers: suppliersOf(own),
      rows: sum(own, ({ rows }) => rows),
      rejected: sum(own, ({ rejected }) => rejected),
      matched_persons: sum(own, ({ matched_persons }) => matched_persons),
      data_date: datesOf(own)[0] ?? null,
      stale: own.some(({ stale }) => stale),
    })),
  };
}

/** What was not looked at, or not wholly. */
export function gapsOf(summary: Summary): CampaignReport['gaps'] {
  const { checks, absent_registers, roster, alarms } = summary;
  const told = (outcome: string) =>
    checks.filter((one) => one.outcome === outcome).map(({ check, title, why }) => ({ check, title, why }));
  const partly = checks.flatMap(({ check, title, outcome, missing_excuses, missing_uses }) => {
    const missing = [...new Set([...missing_excuses, ...missing_uses])];
    return outcome === 'not_run' || outcome === 'broken' || missing.length === 0
      ? []
      : [{ check, title, missing }];
  });
  return {
    not_run: told('not_run'),
    broken: told('broken'),
    partly,
    absent: absent_registers.map(({ title }) => title),
    undecidable: checks.reduce((all, one) => all + one.undecidable, 0),
    uncheckable_members: roster.uncheckable_members,
    heads_only: roster.heads_only,
    alarms: alarms.length,
  };
}
