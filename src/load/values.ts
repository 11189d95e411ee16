import { isBlank, isMasked } from '../normalise/characters.js';
import {
  compareText,
  fieldNormaliser,
  moneyNormaliser,
  type Normaliser,
  parseAccount,
  parseHouseholdId,
  parsePlate,
  scaleMoney,
} from '../normalise/index.js';
import { parseVehicleStatus } from '../normalise/vehicle-status.js';
import type { Column } from '../read/layout.js';
import type { FieldSpec } from '../records/types.js';

const comparing: Normaliser = (text) => {
  const value = compareText(text);
  return { value: isBlank(value) ? '' : value, problem: null };
};
const comparingUpper: Normaliser = (text) => ({ value: comparing(text).value.toUpperCase(), problem: null });
// A masked account of a financial asset still tells two accounts apart (REGISTERS.md: masked is fine).
const maskedAccount: Normaliser = (text) => (isMasked(text) ? comparing(text) : comparingUpper(text));

/** Text fields that are compared, each in the form it is compared in (REGISTERS.md, last paragraphs). */
const compared: Readonly<Record<string, Normaliser>> = {
  household_id: parseHouseholdId,
  bank_account: parseAccount,
  account: maskedAccount,
  plate: parsePlate,
  employer: comparing,
  company: comparing,
  uscc: comparingUpper,
  unit_no: comparing,
  cert_no: comparing,
  unit: comparing,
  vehicle_type: comparingUpper,
  use_nature: comparingUpper,
  use: comparing,
  right_type: comparing,
  destination_code: comparing,
  region: comparing,
  programme: comparing,
};

// DECIMAL(18,2) holds 16 digits before the point; no household's money needs them.
const MONEY_LENGTH = 16;

function perMonth(parse: Normaliser, over: number): Normaliser {
  return (text) => {
    const parsed = parse(text);
    if (parsed.value === '') return parsed;
    return { value: scaleMoney(parsed.value, { times: 1, over }), problem: parsed.problem };
  };
}

function bounded(parse: Normaliser): Normaliser {
  return (text) => {
    const parsed = parse(text);
    return parsed.value.length > MONEY_LENGTH ? { value: '', problem: 'money-unreadable' } : parsed;
  };
}

function bigInteger(parse: Normaliser): Normaliser {
  return (text) => {
    const parsed = parse(text);
    return parsed.value.length > MONEY_LENGTH ? { value: '', problem: 'int-unreadable' } : parsed;
  };
}

const periods = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The function that makes a canonical value of a cell of this column.
 * @param record the record set's key: one vehicle field has a code of its own
 * @param column the layout's column, for its unit; null for a value given from elsewhere
 */
export function columnNormaliser(record: string, field: FieldSpec, column: Column | null): Normaliser {
  if (record === 'vehicle' && field.name === 'status') return parseVehicleStatus(fieldNormaliser(field));
  if (record === 'property' && field.name === 'address') return comparing;
  const special = field.type === 'text' ? compared[field.name] : undefined;
  if (special) return special;
  const parse = fieldNormaliser(field);
  if (field.type === 'int') return bigInteger(parse);
  if (field.type !== 'money') return parse;
  const style = { isWan: column?.scale === 'wan', isDecimalComma: column?.decimalComma === true };
  const amount = style.isWan || style.isDecimalComma ? moneyNormaliser(style) : parse;
  const over = periods[column?.period ?? 'month'];
  return bounded(over === 1 ? amount : perMonth(amount, over));
}
