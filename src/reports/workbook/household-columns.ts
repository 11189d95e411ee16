import type { Household } from '../../cases/types.js';
import { workbookTexts } from '../../messages/workbook.js';
import { word } from '../words.js';
import type { Column } from './spec.js';

const texts = workbookTexts.household;

/** What cases and households say of a household, under the same names. */
type HouseholdPart = Pick<
  Household,
  | 'household_id'
  | 'head'
  | 'township'
  | 'village'
  | 'village_group'
  | 'category'
  | 'class'
  | 'household_size'
  | 'covered_size'
  | 'monthly_amount'
  | 'start_date'
>;

/**
 * The columns from 序号 to 享受起始时间 that 户汇总 and 疑点明细 share (FORMS.md).
 * @param roomy true where few columns follow: the case numbers then stand in one line
 */
export function householdColumns<T extends HouseholdPart>(
  caseIds: (row: T) => string,
  roomy = false,
): Column<T>[] {
  return [
    { title: texts.number, width: 5, kind: 'center', value: (_, index) => index + 1 },
    { title: texts.caseId, width: roomy ? 27 : 16, kind: 'text', value: caseIds },
    { title: texts.township, width: roomy ? 12 : 9, kind: 'text', value: (row) => row.township },
    { title: texts.village, width: roomy ? 13 : 9, kind: 'text', value: (row) => row.village },
    { title: texts.group, width: 6, kind: 'text', value: (row) => row.village_group },
    { title: texts.householdId, width: roomy ? 17 : 13, kind: 'text', value: (row) => row.household_id },
    { title: texts.headName, width: roomy ? 10 : 7, kind: 'text', value: (row) => row.head?.name ?? null },
    { title: texts.headId, width: 17, kind: 'text', value: (row) => row.head?.id_number ?? null },
    { title: texts.category, width: 7, kind: 'center', value: (row) => word.category(row.category) },
    { title: texts.class, width: 5, kind: 'center', value: (row) => word.class(row.class) },
    { title: texts.size, width: 5, kind: 'int', value: (row) => row.household_size },
    { title: texts.covered, width: 5, kind: 'int', value: (row) => row.covered_size },
    { title: texts.amount, width: 9, kind: 'money', value: (row) => row.monthly_amount },
    { title: texts.start, width: 10, kind: 'center', value: (row) => row.start_date },
  ];
}
