import path from 'node:path';
import { campaignFromOptions } from '../campaign-file/from-options.js';
import { loadCampaign } from '../campaign-file/load.js';
import type { Explanation } from '../explain/types.js';
import { frameOf } from '../forms/frame.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { paperTexts } from '../messages/paper.js';
import type { Rule } from '../rules/catalogue.js';
import type { ExplainOptions } from './options.js';

/** The name that a file gets where none is given: of the case or the household, without an ID number. */
function defaultName({ case_id, households }: Explanation): string {
  const id = case_id ?? households[0]?.household_id ?? '';
  return `核查情况-${maskIdsIn(id).replace(/[\\/:*?"<>|\s]+/g, '_')}.docx`;
}

/** Writes the answer as a DOCX, a page a household, dated as the data are. */
export async function writeExplained(
  options: ExplainOptions,
  explanation: Explanation,
  rules: ReadonlyMap<string, Rule>,
): Promise<void> {
  const { context, config, output } = options;
  const campaign =
    config === undefined ? campaignFromOptions(options) : await loadCampaign(config, context.cwd);
  const frame = frameOf({ ...campaign, as_of: explanation.as_of }, explanation.as_of);
  const file = path.resolve(context.cwd, output ?? defaultName(explanation));
  const { writeHouseholdPages } = await import('../papers/household-page.js');
  await writeHouseholdPages(file, explanation, rules, frame, context.unmask);
  context.stdout.write(`${say(paperTexts.written, { file: path.relative(context.cwd, file) })}\n`);
}
