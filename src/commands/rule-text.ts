import { gradeNames, rulesTexts } from '../messages/commands.js';
import { say, type Text } from '../messages/language.js';
import type { Rule } from '../rules/catalogue.js';
import { parameterInForce } from '../standards/in-force.js';
import type { Parameter } from '../standards/types.js';

/** One rule as `rules ID` shows it: what it is, its basis, its parameters on the as-of date, and its SQL as it runs. */
export function ruleText(rule: Rule, parameters: readonly Parameter[], asOf: string): string {
  const lines = [`${rule.id}  ${rule.title}`, ''];
  const part = (title: Text, entries: readonly string[]): void => {
    if (entries.length > 0) lines.push(`${say(title)}: ${entries.join('; ')}`);
  };
  part(rulesTexts.grade, [say(gradeNames[rule.grade])]);
  part(rulesTexts.needs, [...rule.needs, ...rule.any_of.map((group) => group.join('|'))]);
  part(rulesTexts.uses, rule.uses);
  part(rulesTexts.excusedBy, rule.excused_by);
  part(rulesTexts.basis, rule.basis.map(basisText));
  part(rulesTexts.lawful, rule.lawful_reasons);
  part(
    rulesTexts.parameters,
    parametersOf(rule, parameters).map((parameter) => {
      const { value, past_last } = parameterInForce(parameter, asOf);
      const text = Array.isArray(value) ? value.join(' ') : `${String(value)} ${parameter.unit}`;
      return `${parameter.title} ${parameter.name} = ${text}${past_last ? say(rulesTexts.pastLast) : ''}`;
    }),
  );
  return `${lines.join('\n')}\n\n${rule.sql};\n`;
}

/** The parameters that a rule's own SQL names; those behind the shared words of vocabulary.sql are not its own. */
export function parametersOf(rule: Pick<Rule, 'sql'>, parameters: readonly Parameter[]): Parameter[] {
  return parameters.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(rule.sql));
}

function basisText(basis: Rule['basis'][number]): string {
  const item = basis.item === undefined ? '' : say(rulesTexts.item, { item: basis.item });
  return [basis.document, basis.article, item].filter(Boolean).join(' ');
}
