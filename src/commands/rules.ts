import { dirname, resolve } from 'node:path';
import { loadCampaign } from '../campaign-file/load.js';
import { today } from '../campaign-file/today.js';
import type { Campaign } from '../campaign-file/types.js';
import { DibaoError } from '../errors.js';
import { gradeNames, rulesTexts } from '../messages/commands.js';
import { say } from '../messages/language.js';
import { maskIdsIn } from '../messages/mask.js';
import { nearest } from '../messages/nearest.js';
import { standardTexts } from '../messages/standards.js';
import { checksOf } from '../packs/apply.js';
import { loadPack } from '../packs/load.js';
import { loadCatalogue, type Rule } from '../rules/catalogue.js';
import { parameterInForce } from '../standards/in-force.js';
import { loadStandards } from '../standards/load.js';
import type { Parameter } from '../standards/types.js';
import type { RulesOptions } from './options.js';
import { printRows } from './print-rows.js';
import { ruleText } from './rule-text.js';

/**
 * `rules`: lists the catalogue, shows one rule, lists the parameters, or validates the user's own rules.
 * Throws DibaoError unknown-rule, and whatever the campaign file or a rule file is refused for.
 */
export async function rules(options: RulesOptions): Promise<number> {
  const campaign =
    options.config === undefined ? null : await loadCampaign(options.config, options.context.cwd);
  if (options.parameters) {
    listParameters(campaign, options);
    return 0;
  }
  const folder =
    options.rules === undefined ? (campaign?.rules ?? null) : resolve(options.context.cwd, options.rules);
  const all = await loadCatalogue(folder);
  const catalogue =
    options.pack === undefined
      ? all
      : checksOf(await loadPack(options.pack, options.context.cwd), all, own(all, folder, []), []);
  if (options.id !== undefined) showRule(options.id, catalogue, campaign, options);
  else if (options.check) await validate(own(all, folder, all), options);
  else listRules(catalogue, options);
  return 0;
}

function listRules(catalogue: readonly Rule[], { context, format }: RulesOptions): void {
  const columns = [
    { key: 'id', title: say(rulesTexts.id) },
    { key: 'grade', title: say(rulesTexts.grade) },
    { key: 'title', title: say(rulesTexts.title) },
    { key: 'needs', title: say(rulesTexts.needs) },
  ];
  const rows = catalogue.map((rule) => ({
    id: rule.id,
    grade: format === 'table' ? say(gradeNames[rule.grade]) : rule.grade,
    title: rule.title,
    needs: [...rule.needs, ...rule.any_of.map((group) => group.join('|'))],
  }));
  printRows(context, format, columns, rows);
}

function showRule(
  id: string,
  catalogue: readonly Rule[],
  campaign: Campaign | null,
  { context, format }: RulesOptions,
): void {
  const rule = catalogue.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  if (rule === undefined) {
    const near = nearest(
      id,
      catalogue.map((candidate) => candidate.id),
    );
    const hint = near === null ? '' : say(standardTexts.didYouMean, { nearest: near });
    throw new DibaoError('unknown-rule', { name: maskIdsIn(id), hint });
  }
  if (format === 'table') {
    context.stdout.write(ruleText(rule, campaign?.parameters ?? loadStandards(), campaign?.as_of ?? today()));
    return;
  }
  context.stdout.write(`${JSON.stringify(rule, null, format === 'json' ? 2 : undefined)}\n`);
}

function listParameters(campaign: Campaign | null, { context, format }: RulesOptions): void {
  const asOf = campaign?.as_of ?? today();
  const columns = [
    { key: 'name', title: say(rulesTexts.parameter) },
    { key: 'value', title: say(rulesTexts.value) },
    { key: 'title', title: say(rulesTexts.title) },
    { key: 'from', title: say(rulesTexts.from) },
    { key: 'document', title: say(rulesTexts.document) },
  ];
  const parameters: readonly Parameter[] = campaign?.parameters ?? loadStandards();
  const rows = parameters.map((parameter) => {
    const { value, from, document, past_last } = parameterInForce(parameter, asOf);
    const text = Array.isArray(value) ? value.join(' ') : `${String(value)} ${parameter.unit}`;
    const note = past_last ? say(rulesTexts.pastLast) : '';
    return { name: parameter.name, value: text, title: parameter.title, from, document: document + note };
  });
  printRows(context, format, columns, rows);
}

/** The rules of the user's folder; `none` where there is no folder. */
function own(catalogue: readonly Rule[], folder: string | null, none: readonly Rule[]): readonly Rule[] {
  return folder === null ? none : catalogue.filter((rule) => dirname(rule.file) === folder);
}

/** Reading the catalogue has refused what is wrong in form; what remains is that each rule runs. */
async function validate(catalogue: readonly Rule[], { context }: RulesOptions): Promise<void> {
  const { validateRules } = await import('./validate-rules.js');
  await validateRules(catalogue);
  context.stdout.write(`${say(rulesTexts.fine, { count: catalogue.length })}\n`);
}
