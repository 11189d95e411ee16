import { groundWords, measureWords, opinionWords, verdictWords } from '../forms/words.js';
import type { Finding, Measure, Opinion, Verdict } from '../ledger/events.js';
import { parseName } from '../normalise/index.js';
import { givenNumber, numberOf, type Values } from './cells.js';
import type { RowFault } from './types.js';
import { readGrounds } from './words.js';

/** What an answer is held against. */
export interface Asked {
  /** The drop-down of the case's check. */
  readonly grounds: readonly string[];
  /** Day of the work. */
  readonly date: string;
  /** Day on which it went out; null where that is not known. */
  readonly sent: string | null;
  /** True where the case names a person, who is the one to leave by 减员. */
  readonly isPerson: boolean;
}

const codes = <Code extends string>(words: Readonly<Record<Code, string>>): Map<string, Code> =>
  new Map(Object.entries<string>(words).map(([code, word]) => [word, code as Code]));
export const measureCodes = codes<Measure>(measureWords);
export const opinionCodes = codes<Opinion>(opinionWords);
const verdictCodes = codes<Verdict>(verdictWords);

const adverse: ReadonlySet<Measure> = new Set(['stop', 'remove', 'lower', 'edge']);
/** Grounds that say the case is not about what the household has. */
const denying: ReadonlySet<string> = new Set([groundWords.otherPerson, groundWords.outdated]);

/** Names out of cells that may hold several. */
export function namesOf(...texts: readonly (string | undefined)[]): string[] {
  const names = texts.flatMap((text) => (text ?? '').split(/[、,,;;/]/));
  return [...new Set(names.map((name) => parseName(name).value).filter((name) => name !== ''))];
}

function ofVisit(values: Values, asked: Asked): RowFault[] {
  const faults: RowFault[] = [];
  const { visited, reviewed } = values;
  for (const key of ['visited', 'reviewed'] as const) {
    const day = values[key];
    if (day !== undefined && day > asked.date)
      faults.push({ code: 'day-future', key, values: { date: asked.date } });
  }
  if (visited === undefined) faults.push({ code: 'visit-missing', key: 'visited' });
  else if (asked.sent !== null && visited < asked.sent)
    faults.push({ code: 'before-dispatch', key: 'visited', values: { date: asked.sent } });
  if (visited !== undefined && reviewed !== undefined && reviewed < visited)
    faults.push({ code: 'reviewed-before-visit', key: 'reviewed' });
  if (values.seen === '否' && values.unseen_reason === undefined)
    faults.push({ code: 'unseen-without-reason', key: 'unseen_reason' });
  return faults;
}

function ofGround(values: Values, asked: Asked, verdict: Verdict): { ground: string; faults: RowFault[] } {
  const key = 'ground';
  const text = values.ground;
  if (text === undefined) return { ground: '', faults: [{ code: 'ground-missing', key }] };
  const grounds = readGrounds(text, asked.grounds);
  if (grounds === null) {
    return {
      ground: text,
      faults: [{ code: 'ground-unknown', key, values: { grounds: asked.grounds.join(';') } }],
    };
  }
  const faults: RowFault[] = [];
  for (const ground of grounds) {
    const values = { ground, verdict: verdictWords[verdict] };
    const isLawful = ground !== groundWords.holds && ground !== groundWords.other && !denying.has(ground);
    if (
      verdict === 'dismissed' ? ground === groundWords.holds : verdict === 'confirmed' && denying.has(ground)
    )
      faults.push({ code: 'ground-unfit', key, values });
    else if (verdict === 'confirmed' && isLawful) faults.push({ code: 'ground-lawful', key, values });
  }
  if (grounds.includes(groundWords.other) && values.note === undefined)
    faults.push({ code: 'ground-without-note', key: 'note' });
  return { ground: grounds.join(';'), faults };
}

function ofMeasure(values: Values, asked: Asked, verdict: Verdict, measure: Measure | null): RowFault[] {
  const words = { verdict: verdictWords[verdict], measure: values.measure ?? '' };
  if (measure === null) {
    return verdict === 'dismissed' ? [] : [{ code: 'measure-missing', key: 'measure', values: words }];
  }
  const faults: RowFault[] = [];
  const amount = numberOf(values.new_amount);
  const now = givenNumber(values.amount_now);
  const covered = numberOf(values.covered_size);
  const coveredNow = givenNumber(values.covered_size_now);
  if (verdict === 'dismissed' && adverse.has(measure))
    faults.push({ code: 'measure-unfit', key: 'measure', values: words });
  if (verdict === 'confirmed' && measure === 'keep' && values.note === undefined)
    faults.push({ code: 'measure-kept', key: 'measure', values: words });
  if (measure === 'lower' || measure === 'raise') {
    const facts = [amount, numberOf(values.income), covered, numberOf(values.household_size)];
    if (facts.every((one) => one === null))
      faults.push({ code: 'amount-missing', key: 'new_amount', values: words });
    const fits =
      amount === null || now === null || (measure === 'lower' ? amount > 0 && amount < now : amount > now);
    if (!fits) {
      const amounts = { ...words, amount: amount ?? 0, now: now ?? 0 };
      faults.push({ code: 'amount-unfit', key: 'new_amount', values: amounts });
    }
  }
  if (measure === 'stop' && amount !== null && amount > 0)
    faults.push({ code: 'amount-with-stop', key: 'new_amount' });
  if (measure === 'remove' && covered === null && !asked.isPerson)
    faults.push({ code: 'size-missing', key: 'covered_size' });
  if (measure === 'remove' && covered !== null && coveredNow !== null && covered >= coveredNow)
    faults.push({ code: 'size-unfit', key: 'covered_size', values: { size: covered, now: coveredNow } });
  return faults;
}

function ofFigures(values: Values, verdict: Verdict): RowFault[] {
  const faults: RowFault[] = [];
  const size = numberOf(values.household_size);
  const covered = numberOf(values.covered_size);
  if (size !== null && covered !== null && covered > size)
    faults.push({ code: 'sizes-crossed', key: 'covered_size', values: { covered, size } });
  if (verdict === 'dismissed' && (numberOf(values.recover) ?? 0) > 0)
    faults.push({ code: 'recover-dismissed', key: 'recover' });
  return faults;
}

/** Reads what a visit found out about a case, and says what is wrong with it; without a verdict there is no finding. */
export function judgeFinding(
  values: Values,
  asked: Asked,
): { finding: Finding | null; faults: readonly RowFault[] } {
  const verdict = verdictCodes.get(values.verdict ?? '');
  if (verdict === undefined) return { finding: null, faults: ofVisit(values, asked) };
  const measure = measureCodes.get(values.measure ?? '') ?? null;
  const { ground, faults } = ofGround(values, asked, verdict);
  const investigators = namesOf(values.investigator1, values.investigator2);
  const text = (key: string): string => values[key] ?? '';
  const finding: Finding = {
    visited: values.visited ?? null,
    seen: values.seen === undefined ? null : values.seen === '是',
    unseen_reason: text('unseen_reason'),
    verdict,
    ground,
    note: text('note'),
    household_size: numberOf(values.household_size),
    covered_size: numberOf(values.covered_size),
    income: numberOf(values.income),
    materials: text('materials'),
    measure,
    from_month: values.from_month ?? null,
    new_amount: numberOf(values.new_amount),
    recover: numberOf(values.recover),
    opinion: opinionCodes.get(values.opinion ?? '') ?? null,
    investigators,
    village_officer: text('village_officer'),
    reviewer: text('reviewer'),
    reviewed: values.reviewed ?? null,
    remark: text('remark'),
  };
  const isAdverse = verdict !== 'dismissed' || (measure !== null && adverse.has(measure));
  const few: RowFault[] =
    isAdverse && investigators.length < 2 ? [{ code: 'one-investigator', key: 'investigator2' }] : [];
  return {
    finding,
    faults: [
      ...ofVisit(values, asked),
      ...faults,
      ...ofMeasure(values, asked, verdict, measure),
      ...ofFigures(values, verdict),
      ...few,
    ],
  };
}
