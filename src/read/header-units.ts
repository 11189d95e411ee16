import { headerKey } from './header-text.js';
import type { Period, Scale } from './layout.js';
import type { RawRow } from './types.js';

/** What a text says of the unit of an amount; null where it says nothing. `unknown` is 千元 and the like. */
export interface UnitSaid {
  readonly scale: Scale | 'unknown' | null;
  readonly period: Period;
}

/** The unit line above a header (单位:万元), as it stands there and as it is understood. */
export interface UnitLine extends UnitSaid {
  readonly text: string;
}

const brackets = /[([【{]([^()[\]【】{}]*)[)\]】}]/g;
/** Bracket texts that speak of units and nothing else; (2025年度) and (截至6月) say no period of the amount. */
const unitText = /^(?:(?:金额)?单位:?)?[万千百亿元人民币户/·.每按年月季度]+$/;
/** Words with 年, 季 or 月 in them that say no period. */
const noPeriod = /\d+个?[年月]|年度|年月|月份|年龄|年限|年审|年检|[年月季度]+[末底初]/g;
/** 填报单位:, 编制单位: and so on name an office; the plain 单位: (or 金额单位:) names the unit, after 户、人 perhaps. */
const unitLine =
  /(?<![报制管工送])单位[:为](?:[户人次套辆张个]+[、,/]?)*((?:人民币)?[万千百亿]?元(?:\/(?:人\/?)?[年月季]度?)?)(?=$|[^\p{Script=Han}])/u;

function scaleIn(text: string): UnitSaid['scale'] {
  if (text.includes('万元')) return 'wan';
  if (/[千百亿]元/.test(text)) return 'unknown';
  return text.includes('元') ? 'yuan' : null;
}

/** The period named last counts: 上年度人均月收入 is per month. */
function periodIn(text: string): Period {
  const said = text
    .replace(noPeriod, '')
    .match(/[年季月]/g)
    ?.at(-1);
  if (said === undefined) return null;
  return said === '年' ? 'year' : said === '季' ? 'quarter' : 'month';
}

/** What the brackets of a header say of its unit, as in 余额(万元), 人均收入(元/年), and 月保障金/元. */
export function unitInBrackets(header: string): UnitSaid {
  const key = headerKey(header);
  const texts = [...key.matchAll(brackets)]
    .map((match) => match[1] ?? '')
    .filter((text) => unitText.test(text));
  const suffix = /[/:]((?:人民币)?[万千百亿]?元(?:\/.*)?)$/.exec(key)?.[1];
  if (suffix !== undefined) texts.push(suffix);
  const joined = texts.join('/');
  return { scale: scaleIn(joined), period: /年度$/.test(joined) ? 'year' : periodIn(joined) };
}

/** The period that the words of a label say: 年收入, 季度发放额, 月保障金. */
export function periodInLabel(header: string): Period {
  return periodIn(
    headerKey(header)
      .replace(brackets, '')
      .replace(/[/:].*元.*$/, ''),
  );
}

/** True where the amount is said to be one person's. */
export function isPerPerson(header: string): boolean {
  return /人均|每人|\/人/.test(headerKey(header));
}

/** The unit lines among the rows above a header. */
export function unitLines(preamble: readonly RawRow[]): UnitLine[] {
  const found: UnitLine[] = [];
  for (const cell of preamble.flatMap((row) => row.cells)) {
    const unit = unitLine.exec(headerKey(cell))?.[1];
    if (unit === undefined) continue;
    found.push({ text: `单位:${unit}`, scale: scaleIn(unit), period: periodIn(unit) });
  }
  return found;
}
