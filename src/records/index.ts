import { business } from './business.js';
import { complaint } from './complaint.js';
import { death } from './death.js';
import { declaration } from './declaration.js';
import { disability } from './disability.js';
import { employment } from './employment.js';
import { finance } from './finance.js';
import { illness } from './illness.js';
import { jobRefusal } from './job_refusal.js';
import { kinship } from './kinship.js';
import { marriage } from './marriage.js';
import { migration } from './migration.js';
import { official } from './official.js';
import { officialKin } from './official_kin.js';
import { otherRelief } from './other_relief.js';
import { payment } from './payment.js';
import { payroll } from './payroll.js';
import { pension } from './pension.js';
import { prison } from './prison.js';
import { property } from './property.js';
import { refusal } from './refusal.js';
import { roster } from './roster.js';
import { snapshot } from './snapshot.js';
import { spending } from './spending.js';
import { student } from './student.js';
import type { RecordSet } from './types.js';
import { utility } from './utility.js';
import { vehicle } from './vehicle.js';
import { voluntary } from './voluntary.js';

/** The order of the data dictionary, in which everything that lists record sets prints them. */
const inOrder: readonly RecordSet[] = [
  roster,
  death,
  pension,
  vehicle,
  property,
  payroll,
  business,
  employment,
  prison,
  migration,
  marriage,
  student,
  kinship,
  jobRefusal,
  disability,
  illness,
  declaration,
  refusal,
  utility,
  finance,
  spending,
  payment,
  officialKin,
  official,
  otherRelief,
  voluntary,
  snapshot,
  complaint,
];

/** Every record set by its key, in the order of the data dictionary. */
export const recordSets: ReadonlyMap<string, RecordSet> = new Map(inOrder.map((set) => [set.key, set]));

/** The record set of that key; undefined where there is none, since keys come from users. */
export function recordSet(key: string): RecordSet | undefined {
  return recordSets.get(key);
}

/** The record set of a key that the program itself gave. */
export function knownRecord(key: string): RecordSet {
  const record = recordSets.get(key);
  if (!record) throw new Error(`no record set ${key}`);
  return record;
}
