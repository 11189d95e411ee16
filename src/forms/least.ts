import type { Case } from '../cases/types.js';
import { maskIdsIn } from '../messages/mask.js';
import { reportTexts } from '../messages/reports.js';
import { caseNumber } from './case-number.js';
import { lawfulWord, tellsPrivate } from './least-words.js';
import { materialsOf } from './materials.js';

/** What must be known of a case so that it can go out. */
export type Leaving = Pick<
  Case,
  'case_id' | 'check' | 'title' | 'reason' | 'lawful_reasons' | 'marks' | 'person' | 'subject' | 'evidence'
>;

/** A case as it may be read in a village office: FORMS.md, 'Least data goes out'. */
export interface Outgoing {
  /** caseIdOf() leads back to the case. */
  readonly number: string;
  readonly title: string;
  /** With the data date of its evidence. */
  readonly reason: string;
  readonly lawful: readonly string[];
  readonly materials: readonly string[];
}

interface Words {
  readonly title?: string;
  readonly reason: string;
}

const relations: Readonly<Record<string, { readonly zh: string }>> = reportTexts.relation;

/** Who the relative is: by relation and name, never by number, post or wage. */
function relativeOf({ person, subject }: Leaving): string {
  const relation = relations[subject?.relation ?? '']?.zh ?? '亲属';
  return `${person?.name ?? '本户成员'}的${relation}${subject?.name ?? ''}`;
}

/** Signs of a supporter's means by the registers that show them: no plate, no post, no wage. */
const signs: readonly (readonly [register: string, sign: string])[] = [
  ['vehicle', '名下有车辆'],
  ['property', '名下有房产'],
  ['business', '从事经营活动'],
  ['payroll', '有稳定收入'],
  ['employment', '有稳定收入'],
  ['pension', '有稳定收入'],
];

function signsOf({ evidence }: Leaving): string {
  const registers = new Set(evidence.map(({ register }) => register));
  const found = new Set(signs.flatMap(([register, sign]) => (registers.has(register) ? [sign] : [])));
  return [...found].join('、') || '有供养能力';
}

/** Checks whose own sentence says more than may go out. */
const wordings: Readonly<Record<string, (one: Leaving) => Words>> = {
  'R01.relative': (one) => ({
    title: '配偶、子女或父母有稳定收入',
    reason: `${relativeOf(one)}有稳定收入,须核实本户人均收入是否超过保障标准`,
  }),
  'R02.prison': ({ person }) => ({
    title: '成员状态须核实',
    reason: `${person?.name ?? '本户成员'}仍列为保障对象,须核实其现状及是否在家共同生活`,
  }),
  R07: (one) => ({ reason: `${relativeOf(one)}${signsOf(one)};未见给付赡养(抚养、扶养)费记录` }),
  'D05.kin': (one) => ({ title: '近亲属关系须核实', reason: `${relativeOf(one)}须核对是否已按规定备案` }),
  'R10.finance': () => ({ reason: '家庭金融资产超过规定' }),
  'D03.account': ({ reason }) => ({ reason: reason.replace(/\(尾号[^()]*\)/g, '') }),
};

/** The registers that could not be looked at are named after illness and disability too. */
const NOT_EXCLUDED = /(?:;未取得[^;]*数据,未能排除|; without data of [^;]*, not excluded)$/;

function wordsOf(one: Leaving): Words {
  const bare = one.reason.replace(NOT_EXCLUDED, '');
  const words = wordings[one.check]?.({ ...one, reason: bare }) ?? { reason: bare };
  return bare === one.reason
    ? words
    : { ...words, reason: `${words.reason};有关数据未取得,未能排除合理情形` };
}

/** Account, certificate and ID numbers in the sentence of a user's own rule; plates and dates are shorter. */
const LONG_NUMBER = /(?<![\d.])\d{10,}(?:\.\d+|[Xx])?(?!\d)/g;

/** Nothing behind a fact that visitors found themselves. */
function datesOf({ evidence }: Leaving): string {
  if (evidence.length === 0) return '';
  const dates = [...new Set(evidence.flatMap(({ data_date }) => data_date ?? []))].sort();
  return dates.length === 0 ? '(数据截止日期不明)' : `(数据截止日期${dates.join('、')})`;
}

/** A case with the least data that lets a visitor verify it: same words for every form that goes out. */
export function outgoing(one: Leaving): Outgoing {
  const words = wordsOf(one);
  const title = words.title ?? one.title;
  const told = maskIdsIn(words.reason.replace(LONG_NUMBER, '(号码略)'));
  const reason = tellsPrivate(told) ? '有须入户核实的情况' : told;
  const marks = one.marks.filter((mark) => !tellsPrivate(mark));
  return {
    number: caseNumber(one.case_id),
    title: tellsPrivate(title) ? '须核实事项' : title,
    reason: [reason, ...marks].join(';') + datesOf(one),
    lawful: [...new Set(one.lawful_reasons.map(lawfulWord))],
    materials: materialsOf(one.check),
  };
}
