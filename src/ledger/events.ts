import { z } from 'zod';
import { gradeSchema } from '../cases/types.js';

const day = z.iso.date();
const person = z.object({ name: z.string(), id_number: z.string() });

/** What the ledger keeps of a case, so that it can be read without the run that found it. */
export const slipSchema = z.object({
  case_id: z.string(),
  check: z.string(),
  title: z.string(),
  grade: gradeSchema,
  household_id: z.string(),
  township: z.string(),
  village: z.string(),
  category: z.enum(['urban', 'rural']).nullable(),
  head: person.nullable(),
  person: person.nullable(),
  reason: z.string(),
  /** Yuan overpaid as the run worked it out. */
  overpaid: z.number().nullable(),
  /** Registers of its evidence beside the roster; older ledgers do not say. */
  registers: z.array(z.string()).optional(),
});

export const verdictSchema = z.enum(['confirmed', 'dismissed', 'partly']);
export const measureSchema = z.enum(['stop', 'remove', 'lower', 'raise', 'keep', 'edge']);
export const opinionSchema = z.enum(['agrees', 'objects', 'refuses']);

/** What a visit found out about a household, as the workbook's columns ask for it (FORMS.md, 疑点核实表). */
export const findingSchema = z.object({
  visited: day.nullable(),
  seen: z.boolean().nullable(),
  unseen_reason: z.string(),
  verdict: verdictSchema,
  ground: z.string(),
  note: z.string(),
  household_size: z.int().nullable(),
  covered_size: z.int().nullable(),
  /** Yuan a month, the family's. */
  income: z.number().nullable(),
  materials: z.string(),
  measure: measureSchema.nullable(),
  from_month: z.string().nullable(),
  new_amount: z.number().nullable(),
  recover: z.number().nullable(),
  opinion: opinionSchema.nullable(),
  investigators: z.array(z.string()),
  village_officer: z.string(),
  reviewer: z.string(),
  reviewed: day.nullable(),
  remark: z.string(),
});

/** What a 核查调查表 says of a household beside who was seen; money in yuan a month. */
export const surveySchema = z.object({
  household_size: z.int().nullable(),
  covered_size: z.int().nullable(),
  income: z.number().nullable(),
  electricity: z.number().nullable(),
  water: z.number().nullable(),
  gas: z.number().nullable(),
  housing: z.string(),
  vehicles: z.string(),
  measure: measureSchema.nullable(),
  opinion: opinionSchema.nullable(),
  village_officer: z.string(),
  reviewer: z.string(),
  reviewed: day.nullable(),
  remark: z.string(),
});

/** Where an answer came from: the file as named, its hash, the row a person finds it in. */
const originSchema = z.object({ file: z.string(), sha256: z.string(), row: z.int() });

/** What must be there before anything is stopped or lowered. */
export const requirementSchema = z.enum(['verdict', 'investigators', 'reason', 'served', 'period']);

/** Everything that can happen in a campaign; `what` tells which. */
export const happeningSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('founded'), name: z.string() }),
  /** A finished check: its folder as seen from the campaign's, and the hash of its cases. */
  z.object({
    what: z.literal('run'),
    folder: z.string(),
    as_of: day,
    cases: z.int(),
    households: z.int(),
    sha256: z.string(),
  }),
  z.object({ what: z.literal('found'), digest: z.string(), slip: slipSchema }),
  /** The evidence of a known case is another: what was settled about it must be looked at again. */
  z.object({ what: z.literal('changed'), digest: z.string(), slip: slipSchema }),
  /** Found, and exempted by somebody's signature: no case while that lasts (exemptions/). `evidence` is what it covers. */
  z.object({
    what: z.literal('exempted'),
    digest: z.string(),
    slip: slipSchema,
    reason: z.string(),
    approver: z.string(),
    until: day,
    grant: z.string(),
    evidence: z.string(),
  }),
  /** Its check ran, and it is no longer there. */
  z.object({ what: z.literal('gone'), case_id: z.string() }),
  z.object({
    what: z.literal('dispatched'),
    batch: z.string(),
    /** The township or the person it went to. */
    recipient: z.string(),
    township: z.string(),
    file: z.string(),
    sha256: z.string(),
    /** Day of the work on which it went out. */
    on: day.optional(),
    deadline: day,
    cases: z.array(z.string()),
    /** Households of a 核查调查表. */
    households: z.array(z.string()),
    /** What went out beside it: 入户核查表. */
    papers: z.array(z.object({ file: z.string(), sha256: z.string() })).optional(),
  }),
  z.object({
    what: z.literal('verified'),
    case_id: z.string(),
    batch: z.string(),
    finding: findingSchema,
    origin: originSchema,
  }),
  /** A visit to a household that no case names, or for a 核查调查表: who was to be seen and who was. */
  z.object({
    what: z.literal('visited'),
    household_id: z.string(),
    batch: z.string(),
    visited: day.nullable(),
    persons_due: z.int(),
    persons_seen: z.int(),
    unseen_reason: z.string(),
    note: z.string(),
    investigators: z.array(z.string()),
    /** What else a 核查调查表 says of the household. */
    survey: surveySchema.optional(),
    origin: originSchema,
  }),
  /** 补报: a problem found on a visit that no case named. */
  z.object({ what: z.literal('reported'), slip: slipSchema, origin: originSchema }),
  /** 退回重核: these go out again. With a seed: drawn for a second look; without: returned because of one. */
  z.object({
    what: z.literal('sent_back'),
    batch: z.string(),
    township: z.string(),
    seed: z.string(),
    /** Share of second verdicts that may differ, as said when they were drawn. */
    limit: z.number().optional(),
    why: z.string(),
    cases: z.array(z.string()),
    households: z.array(z.string()),
  }),
  /** 告知书 served on a household. */
  z.object({
    what: z.literal('served'),
    household_id: z.string(),
    on: day,
    manner: z.string(),
    by: z.string(),
    received_by: z.string().optional(),
    origin: originSchema.nullable(),
  }),
  z.object({
    what: z.literal('objected'),
    household_id: z.string(),
    on: day,
    text: z.string(),
    objector: z.string().optional(),
    origin: originSchema.nullable(),
  }),
  z.object({
    what: z.literal('waived'),
    requirement: requirementSchema,
    /** Null: for every household. */
    household_id: z.string().nullable(),
    by: z.string(),
    why: z.string(),
  }),
  z.object({
    what: z.literal('settled'),
    household_id: z.string(),
    cases: z.array(z.string()),
    measure: measureSchema,
    from_month: z.string(),
    before: z.object({ persons: z.int(), amount: z.number() }),
    after: z.object({ persons: z.int(), amount: z.number() }),
    /** Id numbers of those taken out. */
    removed: z.array(z.string()),
    /** Of those, who left the family too; and its persons (n) since. */
    departed: z.array(z.string()).optional(),
    size: z.int().optional(),
    recover: z.number(),
    reason: z.string(),
  }),
  z.object({
    what: z.literal('recovered'),
    household_id: z.string(),
    amount: z.number(),
    on: day,
    receipt: z.string(),
    origin: originSchema.nullable(),
  }),
  z.object({
    what: z.literal('noticed'),
    round: z.enum(['1', '2', 'quarterly', 'standing']),
    from: day,
    to: day,
    villages: z.int(),
    households: z.int(),
    /** Whose villages they are. */
    townships: z.array(z.string()).optional(),
  }),
  /** A command that shows persons' data was used: who, when, on which case. */
  z.object({
    what: z.literal('used'),
    command: z.string(),
    target: z.string(),
    unmasked: z.boolean(),
  }),
  z.object({
    what: z.literal('purged'),
    deleted: z.array(z.string()),
    kept: z.array(z.string()),
    why: z.string(),
  }),
]);

/** One line of the ledger. */
export const eventSchema = z
  .object({
    seq: z.int().positive(),
    /** ISO time, UTC. */
    at: z.iso.datetime(),
    /** Who ran the command, and which. */
    who: z.string(),
    command: z.string(),
    /** True on the last line of what one command did: what follows no such line never happened. */
    end: z.literal(true).optional(),
    event: happeningSchema,
    /** SHA-256 of the line before's hash and of this line without its own. */
    hash: z.string(),
  })
  .strict();

export type Slip = z.infer<typeof slipSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Opinion = z.infer<typeof opinionSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Origin = z.infer<typeof originSchema>;
export type Requirement = z.infer<typeof requirementSchema>;
export type Happening = z.infer<typeof happeningSchema>;
export type HappeningOf<What extends Happening['what']> = Extract<Happening, { what: What }>;
export type LedgerEvent = z.infer<typeof eventSchema>;
