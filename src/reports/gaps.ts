import type { CheckResult, Summary } from '../cases/types.js';
import { say } from '../messages/language.js';
import { workbookTexts } from '../messages/workbook.js';

const texts = workbookTexts.undecided;

/** One thing that was not looked at, or not in full. */
export interface Gap {
  readonly kind: 'broken' | 'not_run' | 'partly' | 'absent';
  /** Check id; '' for a register. */
  readonly check: string;
  readonly title: string;
  readonly why: string;
}

function partsOf(check: CheckResult, titles: ReadonlyMap<string, string>): string {
  const named = (registers: readonly string[]) => registers.map((key) => titles.get(key) ?? key).join('、');
  const parts: string[] = [];
  const { missing_excuses, missing_uses } = check;
  if (missing_excuses.length > 0)
    parts.push(say(texts.missingExcuses, { registers: named(missing_excuses) }));
  if (missing_uses.length > 0) parts.push(say(texts.missingUses, { registers: named(missing_uses) }));
  return parts.join('; ');
}

/** Register key → title, as far as the summary knows them. */
export function registerTitles(summary: Summary): Map<string, string> {
  return new Map(
    [...summary.sources, ...summary.absent_registers].map(({ register, title }) => [register, title]),
  );
}

/** Everything a run did not look at, worst first: broken, not run, not fully, registers that are absent. */
export function gapsOf(summary: Summary): Gap[] {
  const titles = registerTitles(summary);
  const broken: Gap[] = [];
  const notRun: Gap[] = [];
  const partly: Gap[] = [];
  for (const check of summary.checks) {
    const { title, why } = check;
    if (check.outcome === 'broken') broken.push({ kind: 'broken', check: check.check, title, why });
    else if (check.outcome === 'not_run') notRun.push({ kind: 'not_run', check: check.check, title, why });
    else if (check.missing_excuses.length + check.missing_uses.length > 0) {
      partly.push({
        kind: 'partly',
        check: check.check,
        title,
        why: why === '' ? partsOf(check, titles) : why,
      });
    }
  }
  const absent = summary.absent_registers.map<Gap>(({ title, checks }) => ({
    kind: 'absent',
    check: '',
    title,
    why: checks.length === 0 ? '' : say(texts.forChecks, { register: title, checks: checks.join('、') }),
  }));
  return [...broken, ...notRun, ...partly, ...absent];
}
