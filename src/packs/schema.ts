import { z } from 'zod';
import { expect, mapping, text } from '../campaign-file/leaves.js';
import { parameterSetting } from '../campaign-file/schema.js';

const checks = z.array(text, expect('list'));
const number = z.int(expect('number'));

/** A category of the plan; `checks` brings checks of other rules into it. */
const category = mapping({
  rule: text,
  number: number.optional(),
  title: text,
  checks: checks.optional(),
});
const categories = z.array(category, expect('list'));

/** A pack as its file has it. */
export const packSchema = mapping({
  id: text,
  title: text,
  document: text,
  rules: categories.min(1, expect('list')),
  checks: checks.optional(),
  grades: z.record(z.string(), z.enum(['exit', 'remove', 'verify']), expect('mapping')).optional(),
  titles: z.record(z.string(), text, expect('mapping')).optional(),
  parameters: z.record(z.string(), parameterSetting, expect('mapping')).optional(),
  integrity: mapping({ rules: categories, checks }).optional(),
});

export type PackInput = z.infer<typeof packSchema>;
