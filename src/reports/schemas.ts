import { z } from 'zod';
import { caseSchema, householdSchema, summarySchema } from '../cases/types.js';

/** JSON Schemas (draft 2020-12) of a line of cases.ndjson, a line of households.ndjson, and summary.json. */
export function jsonSchemas(): Record<'case' | 'household' | 'summary', object> {
  return {
    case: z.toJSONSchema(caseSchema),
    household: z.toJSONSchema(householdSchema),
    summary: z.toJSONSchema(summarySchema),
  };
}
