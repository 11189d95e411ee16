import { z } from 'zod';
import type { Expectation } from '../messages/standards.js';
import { amountKeys } from './amount-rules.js';
import {
  amount,
  areaCode,
  date,
  delimiter,
  encoding,
  expect,
  flag,
  mapping,
  takenFrom,
  text,
  words,
} from './leaves.js';
import { recordKeys } from './record-keys.js';
import { reviewKeys } from './review-rules.js';

/** A list, or one item without the brackets. */
const listOf = <T extends z.ZodType>(item: T, expectation: Expectation) =>
  z.union([z.array(item), item.transform((one) => [one])], expect(expectation));

const sized = z.record(z.string().regex(/^[1-9]\d?$/, expect('size')), amount, expect('mapping'));

/** One standard: a figure a month or a year, or one for each household size (`per` says of what; month by default). */
export const standardEntry = mapping({
  from: date,
  monthly: amount.optional(),
  yearly: amount.optional(),
  by_size: sized.optional(),
  per: z.enum(['month', 'year']).optional(),
  document: text.optional(),
}).refine(
  (entry) => [entry.monthly, entry.yearly, entry.by_size].filter((value) => value !== undefined).length === 1,
  {
    error: 'one-amount',
  },
);

const scalar = z.union([z.number(), z.string()], expect('parameter'));

const parameterEntry = mapping({
  from: date,
  value: scalar.optional(),
  monthly: amount.optional(),
  yearly: amount.optional(),
  words: words.optional(),
  document: text.optional(),
  known_until: date.optional(),
  verified_by: text.optional(),
}).refine(
  (entry) =>
    [entry.value, entry.monthly, entry.yearly, entry.words].filter((value) => value !== undefined).length ===
    1,
  { error: 'one-value' },
);

/** A value from ever on, a list of words, or a dated list. */
export const parameterSetting = z.union([z.array(parameterEntry), words, scalar], expect('parameter'));

const takenFields = ['township', 'village', 'village_group', 'category'] as const;
const fromSugar = mapping({ from: takenFrom }).optional();

const path = z.string(expect('source')).min(1, expect('source'));

const sourceObject = mapping({
  file: path,
  data_date: date.optional(),
  supplier: text.optional(),
  columns: z.record(z.string(), text, expect('mapping')).optional(),
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  sheet: text.optional(),
  set: z.record(z.string(), text, expect('mapping')).optional(),
  from: z.record(z.string(), takenFrom, expect('mapping')).optional(),
  township: fromSugar,
  village: fromSugar,
  village_group: fromSugar,
  category: fromSugar,
});

const sourceEntry = z.union([path, sourceObject], expect('source'));
const sourceList = listOf(sourceEntry, 'source');

const sources = mapping(
  Object.fromEntries(recordKeys.map((key) => [key, sourceList.optional()])) as Record<
    (typeof recordKeys)[number],
    z.ZodOptional<typeof sourceList>
  >,
);

/** The campaign file (DESIGN.md, 'The campaign file'). */
export const campaignSchema = mapping({
  name: text.optional(),
  area: mapping({ code: areaCode, name: text.optional() }).optional(),
  as_of: date.optional(),
  pack: text.optional(),
  standards: mapping({
    urban: listOf(standardEntry, 'dated-list').optional(),
    rural: listOf(standardEntry, 'dated-list').optional(),
  }).optional(),
  parameters: z.record(z.string(), parameterSetting, expect('mapping')).optional(),
  ...amountKeys,
  voluntary_deadlines: z.record(z.string().min(1), date, expect('deadlines')).optional(),
  ...reviewKeys,
  sources: sources.optional(),
  rules: text.optional(),
  exemptions: text.optional(),
  required: listOf(text, 'list').optional(),
  name_matching: flag.optional(),
  purpose: text.optional(),
  authority: text.optional(),
  footer: text.optional(),
  office: mapping({
    name: text.optional(),
    phone: text.optional(),
    address: text.optional(),
    reconsideration: text.optional(),
    court: text.optional(),
  }).optional(),
  retain_until: date.optional(),
  verified_by: text.optional(),
});

export type CampaignInput = z.infer<typeof campaignSchema>;
export type StandardEntry = z.infer<typeof standardEntry>;
export type ParameterSetting = z.infer<typeof parameterSetting>;
export type SourceEntry = z.infer<typeof sourceEntry>;
export { takenFields };

/** The campaign file's JSON Schema, for editors: what a user may write. */
export function campaignJsonSchema(): unknown {
  return z.toJSONSchema(campaignSchema, { io: 'input' });
}
