import path from 'node:path';
import type { Campaign, SourceSpec } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { loadTexts } from '../messages/load.js';
import { numberInForce } from '../standards/in-force.js';

export const SNAPSHOT = 'snapshot';

/** 2025-06-30, 20250630, 2025年6月30日, 2025年6月, 202506 */
const DAY = /(?<!\d)(20\d{2})[-_.年]?(0?[1-9]|1[0-2])(?:[-_.月]?(0?[1-9]|[12]\d|3[01])(?!\d)日?)?(?!\d)/;

function dayIn(name: string): string | null {
  const [, year, month = '', day = '1'] = DAY.exec(name.normalize('NFC')) ?? [];
  if (year === undefined) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true ? text : null;
}

/**
 * An earlier roster with the day that it is of: data_date of its source, else the day (or month: its first day) in the
 * file's name. The day goes to every row.
 * @throws DibaoError snapshot-undated
 */
export function datedSnapshot(spec: SourceSpec, file: string, shown: string): SourceSpec {
  const day = spec.set.snapshot_date ?? spec.data_date ?? dayIn(path.basename(file));
  if (day === null) throw new DibaoError('snapshot-undated', {}, { file: shown });
  return { ...spec, data_date: day, set: { ...spec.set, snapshot_date: day } };
}

/**
 * Which of the earlier rosters' days are compared: those before the as-of date, if with this roster they are as many
 * as the check needs.
 * @returns the days, none where they are too few, and what is to be said of that
 */
export function comparedDays(
  days: readonly string[],
  { as_of, parameters }: Pick<Campaign, 'as_of' | 'parameters'>,
): { readonly days: ReadonlySet<string>; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const late = [...new Set(days.filter((day) => day >= as_of))].sort();
  if (late.length > 0) notes.push(say(loadTexts['snapshot-late'], { days: late.join('、'), date: as_of }));
  const before = new Set(days.filter((day) => day < as_of));
  const { value: least } = numberInForce(parameters, 'rotation_snapshots', as_of);
  if (days.length === 0 || before.size + 1 >= least) return { days: before, notes };
  notes.push(say(loadTexts['snapshots-few'], { count: before.size + 1, least }));
  return { days: new Set(), notes };
}
