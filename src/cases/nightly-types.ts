import { z } from 'zod';

/** What somebody's exemption (豁免) means to a case that it names. */
export const exemptionSchema = z.object({
  /** exempted: no finding while it lasts; expired, or changed (other evidence than it was granted for): a finding again. */
  status: z.enum(['exempted', 'expired', 'changed']),
  reason: z.string(),
  approver: z.string(),
  approved: z.iso.date().nullable(),
  /** Last day on which it holds. */
  until: z.iso.date(),
  /** The grant, told from others by its content; and the evidence of this case (evidenceId). */
  grant: z.string(),
  evidence: z.string(),
  file: z.string(),
  row: z.int(),
});

/** What became of an exemption file: cases exempted are counted here, and in no other number. */
export const exemptionsSchema = z.object({
  file: z.string(),
  cases: z.int(),
  households: z.int(),
  rows: z.array(
    z.object({
      sheet: z.string().nullable(),
      row: z.int(),
      household_id: z.string(),
      /** ID number, masked. */
      person: z.string(),
      /** Null: every check. */
      checks: z.array(z.string()).nullable(),
      reason: z.string(),
      approver: z.string(),
      approved: z.iso.date().nullable(),
      until: z.iso.date(),
      grant: z.string(),
      status: z.enum(['used', 'unused', 'expired', 'changed']),
      /** Cases that it exempts, and cases that it would but for their evidence. */
      exempted: z.int(),
      changed: z.int(),
      /** What it covered when it was first used, case by case: what the next run holds it to. */
      granted: z.record(z.string(), z.string()),
    }),
  ),
});

/** What is to be doubted of an input beside the run before (late, missing, unchanged …). */
export const inputDoubtSchema = z.object({
  kind: z.enum(['late', 'missing', 'unchanged', 'growing', 'smaller']),
  register: z.string(),
  /** '' where the register is meant as a whole. */
  file: z.string(),
  text: z.string(),
});

export type CaseExemption = z.infer<typeof exemptionSchema>;
export type ExemptionSummary = z.infer<typeof exemptionsSchema>;
export type InputDoubt = z.infer<typeof inputDoubtSchema>;

/** Whether a case is exempted: it stays in the list, and is no finding. */
export const isExempted = ({ exemption }: { readonly exemption?: CaseExemption }): boolean =>
  exemption?.status === 'exempted';
