import { explainTexts } from '../../messages/explain.js';
import { say } from '../../messages/language.js';
import { word } from '../../reports/words.js';
import type { Facts, Relation, Sign } from '../types.js';
import type { Sheet } from './sheet.js';
import { join } from './words.js';

const texts = explainTexts.relations;

function signText({ text, level, reaches }: Sign): string {
  const verdict = reaches === null ? [] : [say(reaches ? texts.reaches : texts.short)];
  return `${text}(${join([...verdict, word.match(level)], 'comma')})`;
}

function lineOf(relation: Relation): string {
  const { person, relative, relative_id } = relation;
  const what = say(texts.line, {
    person,
    relation: word.toPerson(relation.relation),
    relative: relative === '' ? relative_id : `${relative}(${relative_id})`,
  });
  const state = [
    relation.divorced ? texts.divorced : null,
    relation.in_household ? texts.inHousehold : relation.covered ? texts.covered : null,
    relation.dead ? texts.dead : null,
    relation.pays_support ? texts.pays : null,
  ].flatMap((text) => (text === null ? [] : [say(text)]));
  return join([what, join([...relation.places, word.match(relation.level)], 'comma'), ...state]);
}

/** Relatives by the registers and the roster; of those outside the household the signs of their means. */
export function printRelations(sheet: Sheet, { relations }: Facts): void {
  if (relations.length === 0) sheet.text(say(texts.nothing));
  for (const relation of relations) {
    sheet.text(lineOf(relation));
    for (const sign of relation.signs) sheet.text(signText(sign), 6);
  }
}
