import { say } from '../messages/language.js';
import { sampleTexts as texts } from '../messages/sample.js';
import type { Plan } from './plan.js';
import { SIZE_SOURCE } from './size.js';
import type { Draw, Status } from './types.js';

/** A share as people write it: 15 %, 3.5 %. */
export function percent(share: number, digits = 1): string {
  return `${Number((share * 100).toFixed(digits))} %`;
}

export const statusWord = (status: Status): string => say(texts.status[status]);
export const categoryWord = (category: string): string =>
  say(texts.category[category === 'urban' || category === 'rural' ? category : 'unknown']);
export const classWord = (name: string): string =>
  /^[A-C]$/.test(name) ? `${name}${say(texts.classOf)}` : say(texts.noClass);
export const placeWord = (name: string): string => (name === '' ? say(texts.noPlace) : name);

const documentOf = (document: string): string => (document === '' ? '' : say(texts.byDocument, { document }));

/** How the communities were drawn; a percentage always says of what. */
function communityLine({ communities }: Plan, draw: Draw): string[] {
  if (communities === null) return [];
  const all = draw.communities.length;
  const drawn = draw.communities.filter(({ isDrawn }) => isDrawn).length;
  const pools = new Set(draw.communities.map(({ pool }) => pool)).size;
  const values = { all, drawn, pools, document: documentOf(communities.document) };
  const text = communities.level === 'district' ? texts.district : texts.street;
  const share =
    communities.share === null ? say(texts.count, { count: communities.count }) : percent(communities.share);
  return [say(text, { ...values, share }), say(texts.chances, { risk: communities.risk })];
}

function sizeLine({ size }: Plan, households: number, draw: Draw): string {
  const { wished, population } = draw;
  if (size.by === 'count') return say(texts.sizeCount, { wished, population });
  if (size.by === 'share')
    return say(texts.sizeShare, {
      ...{ wished, population, share: percent(size.share) },
      document: documentOf(size.document),
    });
  const { margin, confidence, expected } = size.precision;
  const effect = size.effect === 1 ? '' : say(texts.effect, { effect: size.effect });
  return say(texts.sizePrecision, {
    ...{ wished, households, effect, source: SIZE_SOURCE },
    ...{ margin: percent(margin), confidence: percent(confidence), expected: percent(expected) },
  });
}

/**
 * What was drawn from how many and how, in sentences, for the screen and the cover.
 * @param households of the roster
 */
export function drawSentences(plan: Plan, households: number, draw: Draw): string[] {
  const drawn = draw.households.length;
  const { population } = draw;
  const more = drawn > draw.wished ? [say(texts.more, { wished: draw.wished, drawn })] : [];
  return [
    ...communityLine(plan, draw),
    sizeLine(plan, households, draw),
    say(texts.strata, { strata: draw.strata.length, minimum: plan.minimum }),
    plan.focus === null ? say(texts.focusAll) : say(texts.focusMultiple, { multiple: plan.focus }),
    ...more,
    say(texts.drawn, {
      drawn,
      population,
      households,
      share: percent(population === 0 ? 0 : drawn / population),
    }),
    say(texts.repeatable, { seed: plan.seed }),
  ];
}
