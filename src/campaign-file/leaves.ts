import { z } from 'zod';
import type { Expectation } from '../messages/standards.js';

/**
 * The simple values of the campaign file. The message of each schema is a key of `expectations`
 * (messages/standards.ts): what the value should look like, said in the user's language when it does not.
 */
export const expect = (error: Expectation) => ({ error });

export const text = z.union([z.string(), z.number().transform(String)], expect('text'));
export const date = z.iso.date(expect('date'));
export const flag = z.boolean(expect('flag'));
export const words = z.array(z.string(expect('words')), expect('words'));

/** Yuan, at most two decimals: as a number, or as text where exactness matters to the writer. */
export const amount = z.union(
  [
    z.number().positive(expect('amount')).multipleOf(0.01, expect('amount')),
    z
      .string()
      .regex(/^\d+(\.\d{1,2})?$/, expect('amount'))
      .refine((digits) => Number(digits) > 0, expect('amount')),
  ],
  expect('amount'),
);

/** Unquoted codes come as numbers. */
export const areaCode = z.union(
  [
    z.string().regex(/^\d{2,12}$/, expect('area-code')),
    z.int().min(10, expect('area-code')).max(999_999_999_999, expect('area-code')).transform(String),
  ],
  expect('area-code'),
);

const encodings = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16be': 'utf-16be',
} as const;

export const encoding = z
  .enum(Object.keys(encodings) as (keyof typeof encodings)[], expect('encoding'))
  .transform((name) => encodings[name]);

export const delimiter = z
  .enum([',', ';', '|', 'tab', '\t'], expect('delimiter'))
  .transform((mark) => (mark === 'tab' ? '\t' : mark));

export const takenFrom = z.enum(['folder', 'file', 'sheet', 'title'], expect('taken-from'));

/** Marks the message of an unknown key; the keys known there follow, separated by spaces. */
export const knownKeysMark = 'keys: ';

/** An object of these keys and no others. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = knownKeysMark + Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : ('mapping' satisfies Expectation)),
  });
}
