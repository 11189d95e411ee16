import { numberInForce } from '../standards/in-force.js';
import type { Parameter } from '../standards/types.js';

/** One period with the law that sets it: 《中华人民共和国行政诉讼法》第四十六条. */
export interface Period {
  readonly count: number;
  readonly law: string;
}

/** As laws are quoted: the title in its marks, without the year of its version, and the article behind it. */
function quoted(document: string): string {
  const [, title, article] = /^(.+?)(?:\(\d{4}年[^)]*\))? (第\S+)$/.exec(document) ?? [];
  return title === undefined ? document : `《${title}》${article}`;
}

/** How long a family may object, and by what law (src/standards/remedies.yaml, settlement.yaml). */
export interface Periods {
  /** Days to state and defend one's case (陈述申辩). */
  readonly objection: Period;
  /** Days to apply for 行政复议. */
  readonly reconsideration: Period;
  /** Months to go to court. */
  readonly lawsuit: Period;
  /** Days to go to court after a reconsideration. */
  readonly afterReconsideration: Period;
}

/**
 * The periods in force on a day.
 * @param parameters of the campaign
 * @param day YYYY-MM-DD, that of the letter
 */
export function periodsOf(parameters: readonly Parameter[], day: string): Periods {
  const period = (name: string): Period => {
    const { value, document } = numberInForce(parameters, name, day);
    return { count: value, law: quoted(document) };
  };
  return {
    objection: period('objection_days'),
    reconsideration: period('reconsideration_days'),
    lawsuit: period('lawsuit_months'),
    afterReconsideration: period('lawsuit_days_after_reconsideration'),
  };
}
