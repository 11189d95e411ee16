import type { VisitForm } from '../papers/visit.js';
import type { RosterHousehold } from '../roster/read-roster.js';
import { byDoor, type Sent } from './rows.js';

/**
 * The families of one township that are visited, a page each, in the order of the doors: those with a case, and those
 * that get a 核查调查表. A household that has left the roster stands in the workbook alone.
 */
export function visitForms(cases: readonly Sent[], surveyed: readonly RosterHousehold[]): VisitForm[] {
  const forms = new Map<string, { household: RosterHousehold; rows: VisitForm['rows'][number][] }>();
  for (const household of surveyed) forms.set(household.household_id, { household, rows: [] });
  for (const { household, out } of cases) {
    if (household === null) continue;
    const form = forms.get(household.household_id) ?? { household, rows: [] };
    const { number, title, reason, lawful, materials } = out;
    form.rows.push({ case_id: number, title, reason, lawful, materials });
    forms.set(household.household_id, form);
  }
  return [...forms.values()].sort(
    byDoor(({ household }) => ({
      village: household.village,
      group: household.village_group,
      household: household.household_id,
    })),
  );
}
