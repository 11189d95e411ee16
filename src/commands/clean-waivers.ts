import { DibaoError } from '../errors.js';
import type { HappeningOf } from '../ledger/events.js';
import type { CleanOptions } from './clean-options.js';

type Waived = HappeningOf<'waived'>;

/**
 * What the command line says of waivers must be whole: each by name and reason (FORMS.md, Paper).
 * @throws DibaoError clean-waive-incomplete, clean-waive-verdict
 */
export function checkWaivers({ waive, byWhom = '', why = '', households }: CleanOptions): void {
  if (waive.length === 0 && [byWhom, why, ...households].every((one) => one === '')) return;
  const missing = [
    ...(waive.length === 0 ? ['--waive'] : []),
    ...(byWhom.trim() === '' ? ['--by-whom'] : []),
    ...(why.trim() === '' ? ['--why'] : []),
  ];
  if (missing.length > 0) throw new DibaoError('clean-waive-incomplete', { missing: missing.join(' ') });
  if (waive.includes('verdict') && households.length === 0) throw new DibaoError('clean-waive-verdict');
}

/**
 * The waivers that the command line gives.
 * @param known those of the ledger: what is there already is not given again
 * @param isHousehold whether the roster has a household of that number
 * @throws DibaoError clean-no-household
 */
export function waiversOf(
  { waive, byWhom = '', why = '', households }: CleanOptions,
  known: readonly Waived[],
  isHousehold: (household_id: string) => boolean,
): Waived[] {
  for (const household of households)
    if (!isHousehold(household)) throw new DibaoError('clean-no-household', { household });
  const targets = households.length === 0 ? [null] : households;
  const given = waive.flatMap((requirement) =>
    targets.map(
      (household_id): Waived => ({
        what: 'waived',
        requirement,
        household_id,
        by: byWhom.trim(),
        why: why.trim(),
      }),
    ),
  );
  const keyOf = (one: Waived) => JSON.stringify([one.requirement, one.household_id, one.by, one.why]);
  const before = new Set(known.map(keyOf));
  return given.filter((one) => !before.has(keyOf(one)));
}
