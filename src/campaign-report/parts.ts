import { findingsPart } from './findings-part.js';
import { gapsPart, nextPart } from './gaps-part.js';
import { measuresPart } from './measures-part.js';
import type { CampaignReport } from './model.js';
import type { Part } from './sentences.js';
import { workPart } from './work-part.js';

/** The five parts of the summary, in words; the paper and the page print the same. */
export function partsOf(report: CampaignReport): Part[] {
  return [workPart(report), findingsPart(report), measuresPart(report), gapsPart(report), nextPart(report)];
}
