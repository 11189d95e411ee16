import type { Happening, Origin } from '../ledger/events.js';
import type { Values } from './cells.js';
import type { FormKind, RowFault } from './types.js';
import type { World } from './world.js';

/** One row as its judge gets it. */
export interface RowInput {
  readonly values: Values;
  readonly origin: Origin;
  /** The batch that the file says it is of; '' where it does not. */
  readonly batch: string;
  /** The township that the file says it is of; '' where it does not. */
  readonly township: string;
  readonly world: World;
}

/** What a row says has happened, and what is wrong with it. */
export interface RowJudgement {
  readonly happenings: readonly Happening[];
  readonly faults: readonly RowFault[];
}

/** Judges the rows of one kind of form. Pure. */
export type Judge = (input: RowInput) => RowJudgement;

export type Judges = Readonly<Record<FormKind, Judge>>;

export const refused = (...faults: readonly RowFault[]): RowJudgement => ({ happenings: [], faults });

/** A fault for each of these days that lies after the day of the work. */
export function futureDays(values: Values, keys: readonly string[], date: string): RowFault[] {
  return keys.flatMap((key): RowFault[] => {
    const day = values[key];
    return day !== undefined && day > date ? [{ code: 'day-future', key, values: { date } }] : [];
  });
}
