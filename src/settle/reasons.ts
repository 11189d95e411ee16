import type { Rule } from '../rules/catalogue.js';
import type { Terms } from './inputs.js';
import type { Verdict } from './verdicts.js';

/** Checks whose sentence tells a third person's money: the family's letter says what it is about, not how much. */
const aboutOthers = /^R07\b/;

/** Why, one sentence a case, as the family may read it: masked of nothing of its own, silent on others' means. */
export function reasonsOf(changing: readonly Verdict[]): string[] {
  return changing.map(({ one, finding }) => {
    const { check, person, title, reason } = one.slip;
    const about = person === null ? '' : `${person.name}:`;
    const fact = aboutOthers.test(check) || reason === '' ? `${about}${title}` : reason;
    const ground = finding.ground === '' ? '' : `;认定理由:${finding.ground}`;
    return `${fact}${ground}。`;
  });
}

/** 《社会救助暂行办法》(国务院令第649号)第九条, as it is quoted on paper. */
function quoted({ document, article, item }: Rule['basis'][number]): string {
  const [, name = document, number = ''] = /^(.*?)([((].*[))])?$/.exec(document) ?? [];
  return `《${name}》${number}${article ?? (item === undefined ? '' : `第${item}项`)}`;
}

/** The documents and articles of each check, quoted. */
export function basisByCheck(rules: readonly Pick<Rule, 'id' | 'basis'>[]): Map<string, readonly string[]> {
  return new Map(rules.map(({ id, basis }) => [id, basis.map(quoted)]));
}

/** What the verdicts of a household rest on, each document once. */
export function basisOf(changing: readonly Verdict[], { basis }: Terms): string[] {
  return [...new Set(changing.flatMap(({ one }) => basis.get(one.slip.check) ?? []))];
}
