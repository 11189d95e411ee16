import { z } from 'zod';
import { checkResultSchema, countsSchema, outcomeSchema, summarySchema } from '../cases/types.js';
import { measureSchema } from '../ledger/events.js';
import { progressSchema } from '../progress/types.js';

const { shape: ofSummary } = summarySchema;

/** Households and persons who draw the allowance, and what they draw. */
const drawingSchema = z.object({
  households: z.int(),
  persons: z.int(),
  /** Yuan a month. */
  monthly_amount: z.number(),
});

/** What verification made of the cases of a rule or a township. Households and persons each counted once. */
const verifiedSchema = z.object({
  cases: z.int(),
  verified: z.int(),
  confirmed: z.int(),
  partly: z.int(),
  dismissed: z.int(),
  /** Not verified. */
  waiting: z.int(),
  /** Of the cases confirmed or partly so. */
  households: z.int(),
  persons: z.int(),
  /** Yuan a month that these households drew. */
  monthly_amount: z.number(),
  /** Households among them of which neither roster nor ledger tells the amount. */
  amount_unknown: z.int(),
});

/** What was decided on. `changed` is after less before, in yuan a month. */
const settledSchema = z.object({
  households: z.int(),
  before: drawingSchema,
  after: drawingSchema,
  /** Persons fewer. */
  persons_out: z.int(),
  changed: z.number(),
});

const moneyEffectSchema = z.object({
  /** Yuan a month saved by what was stopped or lowered, and in 万元. */
  saved: z.number(),
  saved_wan: z.number(),
  /** Yuan a month more for what was raised, and in 万元. */
  added: z.number(),
  added_wan: z.number(),
});

/** Every number that the summary prints: 总结.json. */
export const campaignReportSchema = z.object({
  name: z.string(),
  /** Name of the county, '' where the campaign file does not say; and 全县, 全区, 全市 … made of it. */
  area: z.string(),
  whole_area: z.string(),
  office: z.string(),
  purpose: z.string(),
  authority: z.string(),
  footer: z.string(),
  /** Day of the summary. */
  date: z.iso.date(),
  as_of: z.iso.date(),
  /** As the user gave it, '' where he did not. */
  period: z.string(),
  pack: z.string(),
  /** What was compared. */
  data: z.object({
    sources: z.int(),
    registers: z.int(),
    suppliers: z.int(),
    rows: z.int(),
    rejected: z.int(),
    stale: z.int(),
    earliest: z.iso.date().nullable(),
    latest: z.iso.date().nullable(),
    checks: z.int(),
    checks_run: z.int(),
    checks_not_run: z.int(),
    list: z.array(
      z.object({
        register: z.string(),
        title: z.string(),
        sources: z.int(),
        suppliers: z.array(z.string()),
        rows: z.int(),
        rejected: z.int(),
        matched_persons: z.int(),
        /** The oldest of its sources'. */
        data_date: z.iso.date().nullable(),
        stale: z.boolean(),
      }),
    ),
  }),
  /** As summary.json has it. */
  roster: ofSummary.roster,
  /** The roster with what was settled taken off and put on. */
  now: z.object({
    all: drawingSchema,
    urban: drawingSchema,
    rural: drawingSchema,
    /** Households settled whose category nobody tells: `urban` and `rural` are left as the roster has them. */
    category_unknown: z.int(),
  }),
  /** As summary.json has them. */
  total: countsSchema,
  hard: countsSchema,
  soft: countsSchema,
  overpaid: ofSummary.overpaid,
  actions: ofSummary.actions,
  overpaid_wan: z.number(),
  verified: verifiedSchema,
  rules: z.array(
    z.object({
      rule: z.string(),
      number: z.int().nullable(),
      title: z.string(),
      outcome: outcomeSchema,
      /** As summary.json has them. */
      found: countsSchema,
      verified: verifiedSchema,
    }),
  ),
  /** Problems that visitors reported themselves (补报); no check found them. */
  reported: verifiedSchema,
  townships: z.array(
    z.object({
      township: z.string(),
      roster_households: z.int(),
      found: countsSchema,
      verified: verifiedSchema,
      settled: settledSchema,
      effect: moneyEffectSchema,
    }),
  ),
  /** In the order of the ledger's codes; measures that nobody took with zeros. */
  measures: z.array(settledSchema.extend({ measure: measureSchema, title: z.string() })),
  settled: settledSchema,
  /** Households stopped or moved to the 低保边缘 list: they draw no more. */
  left: z.object({ households: z.int(), persons: z.int() }),
  /** Persons taken out of households that stay. */
  removed: z.int(),
  effect: moneyEffectSchema,
  recovery: z.object({ owed_wan: z.number(), recovered_wan: z.number() }),
  steps: z.object({
    /** 疑点核实表 and 核查调查表 sent out. */
    batches: z.int(),
    /** 告知书 served, families that objected, and requirements waived by name. */
    served: z.int(),
    objections: z.int(),
    waivers: z.int(),
    notices: z.int(),
  }),
  /** What is wanting. */
  gaps: z.object({
    not_run: z.array(checkResultSchema.pick({ check: true, title: true, why: true })),
    broken: z.array(checkResultSchema.pick({ check: true, title: true, why: true })),
    /** Checks that ran without a register that could excuse or complete them. */
    partly: z.array(z.object({ check: z.string(), title: z.string(), missing: z.array(z.string()) })),
    absent: z.array(z.string()),
    undecidable: z.int(),
    uncheckable_members: z.int(),
    heads_only: z.int(),
    alarms: z.int(),
  }),
  progress: progressSchema,
});

export type CampaignReport = z.infer<typeof campaignReportSchema>;
export type Drawing = z.infer<typeof drawingSchema>;
export type Verified = z.infer<typeof verifiedSchema>;
export type Settled = z.infer<typeof settledSchema>;
export type MoneyEffect = z.infer<typeof moneyEffectSchema>;

/** 总结.json as a JSON Schema (draft 2020-12). */
export function campaignReportJsonSchema(): object {
  return z.toJSONSchema(campaignReportSchema);
}
