import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../src/rules/catalogue.js';
import { outcomeOf, type RuleCase } from './rule-cases.js';

const folder = join(import.meta.dirname, '..', '..', 'src', 'load', 'vocabulary');

const bare = (sql: string): string => sql.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/--.*$/gm, ' ');
const column = (text: string): string => text.replace(/^.*\./, '').trim();

/** The words of the vocabulary with their statements. */
function vocabulary(): Map<string, string> {
  const words = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    for (const statement of bare(readFileSync(join(folder, file), 'utf8')).split(/(?=^CREATE )/m)) {
      const [, name] = /^CREATE (?:OR REPLACE )?(?:VIEW|MACRO) (\w+)/.exec(statement) ?? [];
      if (name) words.set(name, statement.slice(statement.indexOf(name) + name.length));
    }
  }
  return words;
}

export const words = vocabulary();

/** The words of the vocabulary that a text uses, those that they use among them. */
export function reached(sql: string, found: Set<string> = new Set()): Set<string> {
  for (const [name, statement] of words) {
    if (found.has(name) || !new RegExp(`\\b${name}\\b`).test(sql)) continue;
    found.add(name);
    reached(statement, found);
  }
  return found;
}

/** The parameters that a text asks for: numbers, months, and lists of words. */
export function parametersIn(sql: string): Set<string> {
  const asked = sql.matchAll(
    /(?:\bparam|first_birth_month)\(\s*'(\w+)'\s*\)|_word\((?:[^()]|\([^()]*\))*?,\s*'(\w+)'\)/g,
  );
  return new Set([...asked].map(([, one, two]) => one ?? two ?? ''));
}

/** The columns whose dates a text holds against the as-of date. */
export function datesIn(sql: string): Set<string> {
  const text = bare(sql);
  const found = [
    ...[...text.matchAll(/is_current\(([\w.]+), ([\w.]+)\)/g)].flatMap(([, start = '', end = '']) => [
      start,
      end,
    ]),
    ...[...text.matchAll(/within_months\(([\w.]+),/g)].map(([, day = '']) => day),
    ...[...text.matchAll(/([\w.]+) (?:<=|>=|<|>) (?:as_of\(\)|strftime\(as_of)/g)].map(([, day = '']) => day),
    ...[...text.matchAll(/month_number\(([\w.]+)\) (?:BETWEEN|<=)/g)].map(([, month = '']) => month),
  ];
  return new Set(found.map(column).filter((name) => name !== 'NULL' && name !== ''));
}

/** What a case says that could tell one side of a limit from the other. */
export function sideOf(one: RuleCase, rule: Rule): string {
  return JSON.stringify([outcomeOf(one), one.expect.map(({ grade }) => grade ?? rule.grade)]);
}

/** What it says of what was found: for limits that decide on a row or a month of a case, not on the case. */
export function detailOf(one: RuleCase): string {
  const told = one.expect.map(({ rows, figures, since, reason }) => [rows, figures, since, reason]);
  return told.flat().every((each) => each === undefined) ? '' : JSON.stringify(told);
}
