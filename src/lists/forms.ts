import { recoveryForm, serviceForm } from '../forms/service.js';
import { measureWords } from '../forms/words.js';
import { type FormRow, formSheet } from '../reports/form-sheet.js';
import type { BookSheet } from '../reports/table-book.js';
import type { Standing } from '../settle/standing.js';
import type { Recovery } from '../settle/types.js';
import { headOf, yuan } from './columns.js';

const basisWords = { payments: '实发', estimate: '估算', verified: '核定' } as const satisfies Record<
  Recovery['basis'],
  string
>;

/** Months from one to the other, both counted: YYYY-MM. */
function monthsBetween(from: string, to: string): number {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return number(to) - number(from) + 1;
}

/** A register of payments may hold fewer months than have gone by since: only those are counted, and that is said. */
function shortBy({ from, to, months, basis }: Recovery): string {
  if (from === null || to === null || basis !== 'payments' || months >= monthsBetween(from, to)) return '';
  return `(其中发放登记所载${months}个月)`;
}

function placeOf(standing: Standing, index: number): FormRow {
  const { household_id, township, village } = standing.holds.household;
  return { number: index + 1, household_id, township, village, head: headOf(standing)?.name ?? '' };
}

/** 追缴清单: the base only, never a fine (FORMS.md, Paper). @param recovered yuan come back from a household so far */
export function recoverySheet(
  standings: readonly Standing[],
  recovered: (household_id: string) => number,
): BookSheet {
  const rows = standings.map((standing, index): FormRow => {
    const { recovery, reasons, household } = standing.holds;
    return {
      ...placeOf(standing, index),
      reason: `${reasons.join('\n')}${recovery === null ? '' : shortBy(recovery)}`,
      from_month: recovery?.from ?? null,
      to_month: recovery?.to ?? null,
      months: recovery === null || recovery.months === 0 ? null : recovery.months,
      basis: recovery === null ? null : basisWords[recovery.basis],
      owed: recovery === null ? null : yuan(recovery.fen),
      recovered_before: recovered(household.household_id),
    };
  });
  const fen = standings.reduce((sum, { holds }) => sum + (holds.recovery?.fen ?? 0), 0);
  return formSheet(recoveryForm, rows, {
    kinds: { number: 'center', months: 'int', owed: 'money', recovered_before: 'money' },
    lines: [
      recoveryForm.sheet,
      `共${standings.length}户,应追缴${yuan(fen).toFixed(2)}元。只追缴多领的本金,不计罚款。`,
    ],
    frozen: 5,
  });
}

/** 告知书送达登记表: the households whose letter is due. */
export function serviceSheet(standings: readonly Standing[]): BookSheet {
  const rows = standings.map((standing, index): FormRow => {
    const { measure } = standing.decided;
    return { ...placeOf(standing, index), measure: measure === null ? '' : measureWords[measure] };
  });
  return formSheet(serviceForm, rows, { kinds: { number: 'center' }, frozen: 5 });
}
