import { didYouMean } from '../campaign-file/issues.js';
import { mergeParameters } from '../campaign-file/parameters.js';
import { DibaoError, type Place } from '../errors.js';
import { say } from '../messages/language.js';
import { standardTexts } from '../messages/standards.js';
import type { Rule } from '../rules/catalogue.js';
import type { Parameter } from '../standards/types.js';
import type { Pack } from './load.js';

/** @throws DibaoError pack-check-unknown, with the nearest right spelling */
function known(id: string, byId: ReadonlyMap<string, Rule>, place: Place): Rule {
  const rule = byId.get(id);
  if (rule) return rule;
  throw new DibaoError('pack-check-unknown', { id, hint: didYouMean(id, byId.keys()) }, place);
}

/**
 * Each check as the pack has it: in which category, under which title, at which grade. A pack may lower a grade to
 * verify and never raise one: how far a finding goes is the check's own to say, by its law.
 * @throws DibaoError pack-check-unknown, pack-check-twice, pack-check-homeless, pack-grade-raised
 */
export function checksAsPacked(pack: Pack, catalogue: readonly Rule[]): Map<string, Rule> {
  const { input, located } = pack;
  const byId = new Map(catalogue.map((rule) => [rule.id, rule]));
  const category = new Map<string, string>();
  input.rules.forEach(({ rule, checks = [] }, index) => {
    checks.forEach((id, at) => {
      const place = located.valueAt(['rules', index, 'checks', at]);
      known(id, byId, place);
      if (category.has(id)) throw new DibaoError('pack-check-twice', { id }, place);
      category.set(id, rule);
    });
  });
  for (const part of ['grades', 'titles'] as const) {
    for (const id of Object.keys(input[part] ?? {})) known(id, byId, located.keyAt([part, id]));
  }
  for (const [id, grade] of Object.entries(input.grades ?? {})) {
    const own = byId.get(id)?.grade;
    if (grade === own || grade === 'verify') continue;
    const place = located.valueAt(['grades', id]);
    throw new DibaoError('pack-grade-raised', { id, own: own ?? '', grade }, place);
  }
  const packed = new Map(byId);
  const headings = new Set([...pack.rules, ...pack.integrity.rules].map(({ rule }) => rule));
  [...pack.checks, ...pack.integrity.checks].forEach((id) => {
    const place = located.keyAt(['checks']);
    const found = known(id, byId, place);
    const rule = category.get(id) ?? found.rule;
    if (!headings.has(rule)) throw new DibaoError('pack-check-homeless', { id, rule }, place);
    const lowered = input.grades?.[id] === 'verify' && found.grade !== 'verify';
    const title = input.titles?.[id] ?? found.title;
    packed.set(id, { ...found, rule, title, ...(lowered ? { grade: 'verify' as const, lowered } : {}) });
  });
  return packed;
}

/**
 * The checks of a pack in its order, then its integrity checks, then the user's own rules.
 * @param only ids of `--check`, or [] for all
 * @throws DibaoError check-unknown, and as checksAsPacked
 */
export function checksOf(
  pack: Pack,
  catalogue: readonly Rule[],
  own: readonly Rule[],
  only: readonly string[],
): Rule[] {
  const packed = checksAsPacked(pack, catalogue);
  const all = [...pack.checks, ...pack.integrity.checks, ...own.map((rule) => rule.id)];
  return [...new Set(only.length > 0 ? only : all)].map((id) => {
    const rule = packed.get(id);
    if (!rule) throw new DibaoError('check-unknown', { id, known: [...packed.keys()].join(' ') });
    return rule;
  });
}

/**
 * The parameters with those of the pack: the campaign's own stand before the pack's, the pack's before those of
 * standards/. A value without a document of its own has the pack's.
 * @throws DibaoError campaign-unknown-parameter, campaign-value, with the line in the pack
 */
export function withPack(parameters: readonly Parameter[], pack: Pack): readonly Parameter[] {
  const settings = pack.input.parameters;
  if (settings === undefined) return parameters;
  const merged = mergeParameters(parameters, { parameters: settings }, pack.located);
  const nobodys = say(standardTexts.campaignDocument);
  return parameters.map((parameter, index) => {
    const set = merged[index];
    if (set === undefined || parameter.own === true || settings[parameter.name] === undefined)
      return parameter;
    const values = set.values.map((one) => ({
      ...one,
      document: one.document === nobodys ? pack.document : one.document,
    }));
    return { ...set, values };
  });
}
