import type { FieldSpec } from '../../records/types.js';

/** Characters that make a cell its own canonical value, so that it can be copied unread. */
export interface Shape {
  /** 1 for each ASCII character that may stand in it. */
  readonly ascii: Uint8Array;
  /** Whether the basic CJK block may. */
  readonly hanzi: boolean;
  /** 1 for each ASCII character that it may begin with. */
  readonly first: Uint8Array;
}

function marked(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const one of characters) table[one.charCodeAt(0)] = 1;
  return table;
}

const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const none = marked('');
const digits = marked(DIGITS);
const upper = marked(DIGITS + UPPER);
const letters = marked(DIGITS + UPPER + UPPER.toLowerCase());
const words = marked(`${DIGITS}${UPPER}${UPPER.toLowerCase()}-().:#`);

/** A name of hanzi alone. */
export const NAME: Shape = { ascii: none, hanzi: true, first: none };
/** A household's number, or an account's, of digits alone. */
export const NUMBER: Shape = { ascii: digits, hanzi: false, first: digits };
const SIGN: Shape = { ascii: upper, hanzi: true, first: upper };
const TEXT: Shape = { ascii: words, hanzi: true, first: letters };

const byField: Readonly<Record<string, Shape>> = {
  household_id: NUMBER,
  bank_account: NUMBER,
  account: NUMBER,
  plate: SIGN,
  uscc: SIGN,
  vehicle_type: SIGN,
  use_nature: SIGN,
};

/** The shape in which the field's cells are their own values (held to the normalisers by a test); null for none. */
export function shapeOf(field: FieldSpec): Shape | null {
  if (field.type === 'name') return NAME;
  return field.type === 'text' ? (byField[field.name] ?? TEXT) : null;
}

/** Whether a cell that begins so may have the shape. */
export function isFirst(shape: Shape, byte: number): boolean {
  return byte >= 0x80 ? shape.hanzi : shape.first[byte] === 1;
}

/** What JSON and the spool write as it stands: a column outside the dictionary is copied so, or its row is decoded. */
export const JSON_PLAIN: Shape = {
  ascii: Uint8Array.from({ length: 128 }, (_, code) => Number(code >= 32 && code !== 34 && code !== 92)),
  hanzi: true,
  first: none,
};
