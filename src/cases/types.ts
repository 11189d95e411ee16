import { z } from 'zod';
import { exemptionSchema, exemptionsSchema, inputDoubtSchema } from './nightly-types.js';

export const gradeSchema = z.enum(['exit', 'remove', 'verify']);
export const matchSchema = z.enum(['exact', 'id', 'near', 'name']);
export const outcomeSchema = z.enum(['hit', 'clear', 'undecidable', 'not_run', 'broken']);

const personSchema = z.object({
  name: z.string(),
  id_number: z.string(),
  relation: z.string().nullable(),
  covered: z.boolean().nullable(),
  age: z.int().nullable(),
});

const evidenceSchema = z.object({
  register: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  /** The line of the CSV file or the row number of the sheet. */
  row: z.int(),
  supplier: z.string().nullable(),
  data_date: z.iso.date().nullable(),
  fields: z.record(z.string(), z.string()),
});

const overpaidSchema = z.object({
  months: z.int(),
  amount: z.number(),
  basis: z.enum(['payments', 'estimate']),
});

/** One case (疑点): RULES.md, 'A case'. One line of cases.ndjson. */
export const caseSchema = z.object({
  case_id: z.string(),
  rule: z.string(),
  check: z.string(),
  title: z.string(),
  grade: gradeSchema,
  match: matchSchema,
  fact: z.string(),
  household_id: z.string(),
  head: z.object({ name: z.string(), id_number: z.string() }).nullable(),
  township: z.string(),
  village: z.string(),
  village_group: z.string(),
  category: z.enum(['urban', 'rural']).nullable(),
  class: z.string(),
  household_size: z.int().nullable(),
  covered_size: z.int().nullable(),
  start_date: z.iso.date().nullable(),
  /** The person the case is about; null in a household's case. */
  person: personSchema.nullable(),
  /** The other person of the case (public servant, supporter, owner), where there is one. */
  subject: personSchema.nullable(),
  since: z.iso.date().nullable(),
  /** Yuan a month, the household's. */
  monthly_amount: z.number().nullable(),
  overpaid: overpaidSchema.nullable(),
  reason: z.string(),
  /** Marks the reader must see: 姓名不一致, 渐退期内, 异常待查, … */
  marks: z.array(z.string()),
  lawful_reasons: z.array(z.string()),
  /** Further columns of the rule's row, as it gave them (family income, standard, counts …). */
  arithmetic: z.record(z.string(), z.string()),
  evidence: z.array(evidenceSchema),
  /** Against the baseline run; null without one. */
  change: z.enum(['new', 'recurring', 'changed']).nullable(),
  /** Absent where no exemption names the case. */
  exemption: exemptionSchema.optional(),
});

/** Per household: what is proposed, and in which order to look. One line of households.ndjson. */
export const householdSchema = z.object({
  household_id: z.string(),
  head: z.object({ name: z.string(), id_number: z.string() }).nullable(),
  township: z.string(),
  village: z.string(),
  village_group: z.string(),
  category: z.enum(['urban', 'rural']).nullable(),
  class: z.string(),
  household_size: z.int().nullable(),
  covered_size: z.int().nullable(),
  monthly_amount: z.number().nullable(),
  start_date: z.iso.date().nullable(),
  cases: z.array(z.string()),
  rules: z.array(z.string()),
  grade: gradeSchema,
  /** exit 整户退出, remove 减员重算, verify 核实. */
  action: gradeSchema,
  /** Certainty times money: higher is looked at first. */
  priority: z.number(),
  /** The best certainty among its cases: hard 硬 (grade exit or remove at level exact or id) or soft 软. */
  certainty: z.enum(['hard', 'soft']),
  /** The union of the months over its cases, never their sum. */
  overpaid: overpaidSchema.nullable(),
});

export const undecidableSchema = z.object({
  check: z.string(),
  household_id: z.string(),
  township: z.string(),
  village: z.string(),
  person: z.object({ name: z.string(), id_number: z.string() }).nullable(),
  reason: z.string(),
});

export const countsSchema = z.object({
  cases: z.int(),
  households: z.int(),
  persons: z.int(),
  /** Yuan a month drawn by the households counted. */
  monthly_amount: z.number(),
});

/** Households that are to be looked at hardest, whether a check names them or not: a list, and no accusation. */
const focusCountsSchema = z.object({
  households: z.int(),
  /** Whose income is not fixed, with a member able to work. */
  irregular: z.int(),
  /** About whom somebody complained. */
  complained: z.int(),
  /** Named by no check. */
  without_case: z.int(),
});

/** One check's outcome in a run. */
export const checkResultSchema = z.object({
  check: z.string(),
  rule: z.string(),
  title: z.string(),
  outcome: outcomeSchema,
  /** Why it did not run, broke, or what could not be excluded; '' otherwise. */
  why: z.string(),
  total: countsSchema,
  hard: countsSchema,
  soft: countsSchema,
  undecidable: z.int(),
  milliseconds: z.int().optional(),
  alarm: z.boolean(),
  /** Registers that could excuse and are missing. */
  missing_excuses: z.array(z.string()),
  /** Registers that would be used if there (needed for less than the whole). */
  missing_uses: z.array(z.string()),
});

/** One source (file or sheet) of one record set: the sum of its rows and what was matched. */
export const sourceResultSchema = z.object({
  register: z.string(),
  title: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  encoding: z.string().nullable(),
  supplier: z.string().nullable(),
  data_date: z.iso.date().nullable(),
  stale: z.boolean(),
  rows: z.int(),
  loaded: z.int(),
  passed_over: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  /** Members of the roster that a row of this source was matched to. */
  matched_persons: z.int(),
  alarm: z.boolean(),
  /** Column headers and the fields they were taken for; unmapped ones with null. */
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
  notes: z.array(z.string()),
  /** What the user should confirm or mend about how it was read. */
  doubts: z.array(z.string()),
});

/** Problems of one kind in one column of one source, with three examples (masked). */
export const problemGroupSchema = z.object({
  register: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  supplier: z.string().nullable(),
  field: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  remedy: z.string(),
  rejected: z.boolean(),
  count: z.int(),
  examples: z.array(z.object({ row: z.int(), value: z.string() })),
});

/** Every number that a report prints: summary.json. */
export const summarySchema = z.object({
  name: z.string(),
  area: z.object({ code: z.string(), name: z.string() }).nullable(),
  as_of: z.iso.date(),
  pack: z.object({ id: z.string(), title: z.string() }),
  roster: z.object({
    households: z.int(),
    members: z.int(),
    covered: z.int(),
    monthly_amount: z.number(),
    urban: z.object({ households: z.int(), covered: z.int(), monthly_amount: z.number() }),
    rural: z.object({ households: z.int(), covered: z.int(), monthly_amount: z.number() }),
    unknown_category: z.int(),
    /** Members whose ID number is rounded or masked: they cannot be checked. */
    uncheckable_members: z.int(),
    /** Households listed by their head alone. */
    heads_only: z.int(),
  }),
  total: countsSchema,
  hard: countsSchema,
  soft: countsSchema,
  overpaid: z.object({ households: z.int(), amount: z.number() }),
  actions: z.object({ exit: z.int(), remove: z.int(), verify: z.int() }),
  /** To be looked at hardest (重点核查对象); none in runs of before there was the list. */
  focus: focusCountsSchema.default({ households: 0, irregular: 0, complained: 0, without_case: 0 }),
  checks: z.array(checkResultSchema),
  rules: z.array(
    z.object({
      rule: z.string(),
      /** 1 to 10 in the ten categories; null for integrity checks. */
      number: z.int().nullable(),
      title: z.string(),
      outcome: outcomeSchema,
      total: countsSchema,
      hard: countsSchema,
      soft: countsSchema,
    }),
  ),
  townships: z.array(
    z.object({
      township: z.string(),
      roster_households: z.int(),
      total: countsSchema,
      hard: countsSchema,
      soft: countsSchema,
      /** Cases by rule. */
      rules: z.record(z.string(), z.int()),
      villages: z.array(z.object({ village: z.string(), roster_households: z.int(), total: countsSchema })),
    }),
  ),
  categories: z.array(z.object({ category: z.string(), total: countsSchema })),
  sources: z.array(sourceResultSchema),
  /** Record sets without a file. */
  absent_registers: z.array(
    z.object({ register: z.string(), title: z.string(), checks: z.array(z.string()) }),
  ),
  problems: z.array(problemGroupSchema),
  parameters: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      value: z.string(),
      unit: z.string(),
      from: z.iso.date().nullable(),
      document: z.string(),
      /** Whether somebody has signed that the source was looked up: FORMS.md 参数来源未核对. */
      verified: z.boolean(),
      /** True where the last known value is used past its last date. */
      past_last: z.boolean(),
    }),
  ),
  /** Absent where the campaign has no exemption file. */
  exemptions: exemptionsSchema.optional(),
  /** Absent where nothing is to be doubted. */
  input_doubts: z.array(inputDoubtSchema).optional(),
  alarms: z.array(z.string()),
  warnings: z.array(z.string()),
});

export type Case = z.infer<typeof caseSchema>;
export type Household = z.infer<typeof householdSchema>;
export type Undecidable = z.infer<typeof undecidableSchema>;
export type Counts = z.infer<typeof countsSchema>;
export type CheckResult = z.infer<typeof checkResultSchema>;
export type SourceResult = z.infer<typeof sourceResultSchema>;
export type ProblemGroup = z.infer<typeof problemGroupSchema>;
export type Summary = z.infer<typeof summarySchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
