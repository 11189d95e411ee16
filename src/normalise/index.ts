import type { CodeOption, FieldSpec, FieldType } from '../records/types.js';
import { parseBool } from './bool.js';
import { codeNormaliser } from './code.js';
import { parseDate } from './date.js';
import { parseId } from './id.js';
import { parseInteger } from './int.js';
import { parseMoney } from './money.js';
import { parseMonth } from './month.js';
import { parseName } from './name.js';
import { parseAccount, parseHouseholdId, parsePlate, parseText } from './text.js';
import type { Normaliser } from './types.js';

const byType = {
  id: parseId,
  name: parseName,
  date: parseDate,
  month: parseMonth,
  money: parseMoney,
  int: parseInteger,
  text: parseText,
  bool: parseBool,
} as const satisfies Record<Exclude<FieldType, 'code'>, Normaliser>;

/** Text fields that are keys: they join or are compared, so their form is stricter than text's. */
const byField: Readonly<Record<string, Normaliser>> = {
  household_id: parseHouseholdId,
  bank_account: parseAccount,
  plate: parsePlate,
};

/** The normaliser of a type; for `code` of its closed list. Ask once per column: a code list remembers its texts. */
export function normaliser(type: FieldType, codes: readonly CodeOption[] = []): Normaliser {
  return type === 'code' ? codeNormaliser(codes) : byType[type];
}

/** The normaliser of a field: as its type's, save for household numbers, bank accounts and plates. */
export function fieldNormaliser(field: FieldSpec): Normaliser {
  const own = field.type === 'text' ? byField[field.name] : undefined;
  return own ?? normaliser(field.type, field.codes);
}

export { parseBool } from './bool.js';
export { codeNormaliser } from './code.js';
export { parseDate } from './date.js';
export { parseId } from './id.js';
export { packId, parsedId, parseIdBytes, unpackId } from './id-bytes.js';
export { birthDate, checksum, isValidId18, sexOf } from './id-checks.js';
export { damagedNeighbours } from './id-neighbours.js';
export { idVerdict } from './id-verdict.js';
export { parseInteger } from './int.js';
export { moneyNormaliser, parseMoney, scaleMoney } from './money.js';
export { parseMonth } from './month.js';
export { parseName } from './name.js';
export { compareText, parseAccount, parseHouseholdId, parsePlate, parseText } from './text.js';
export type { Normaliser } from './types.js';
