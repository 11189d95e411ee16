import type { Case } from '../../cases/types.js';
import { placeOf } from '../evidence.js';
import { registerTitles } from '../gaps.js';
import { maskId, maskIdsIn, maskKnownIn } from '../mask.js';
import type { RunReport } from '../types.js';
import { certaintyOf, ranks, ruleNumbers, word } from '../words.js';

/**
 * The cases for the page's script, IDs masked. Texts repeat (townships, titles, files), so each stands once in `pool`
 * and rows hold numbers: 20,000 cases stay under 10 MB. The order of a row's parts is that of `rowParts`.
 */
export interface PageCases {
  readonly pool: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Names of the parts of a row, for the script. */
export const rowParts = [
  'caseId',
  'rule',
  'title',
  'grade',
  'certainty',
  'match',
  'change',
  'township',
  'place',
  'household',
  'head',
  'headId',
  'person',
  'personId',
  'relation',
  'subject',
  'reason',
  'since',
  'basis',
  'marks',
  'lawful',
  'rank',
  'monthly',
  'months',
  'overpaid',
  'arithmetic',
  'evidence',
] as const;

/** Fields whose values are private without being IDs: the last four characters are enough to compare. */
const privateField = /account|phone|账号|电话|手机/i;

function fieldValue(name: string, value: string, ids: readonly string[]): string {
  if (privateField.test(name) && value.length > 4) return '*'.repeat(value.length - 4) + value.slice(-4);
  return /id_number|身份证/.test(name) ? maskId(value) : maskKnownIn(value, ids);
}

/** A household number that is its head's ID is one; others stay, or nobody could find the household. */
function householdId(one: Case, ids: readonly string[]): string {
  const { household_id } = one;
  const looksLikeId = /^\d{6}(19|20)\d{2}[01]\d[0-3]\d{4}[\dXx]$/.test(household_id);
  return ids.includes(household_id) || looksLikeId ? maskId(household_id) : household_id;
}

/** Makes the page's cases of a report's; `T` masks whatever may hold an ID. */
export function pageCases(report: RunReport): PageCases {
  const pool: string[] = [];
  const places = new Map<string, number>();
  const text = (value: string): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, pool.length);
    return pool.push(value) - 1;
  };
  const titles = { ...Object.fromEntries(registerTitles(report.summary)), ...report.labels?.registers };
  const fields = report.labels?.fields ?? {};
  const numbers = ruleNumbers(report.summary);
  const rank = ranks(report.households);

  const evidenceOf = (one: Case, ids: readonly string[]) =>
    one.evidence.map((evidence) => [
      text(titles[evidence.register] ?? evidence.register),
      text(maskIdsIn(placeOf(evidence))),
      text([evidence.supplier, evidence.data_date].filter((part) => part !== null).join(' ')),
      Object.entries(evidence.fields).flatMap(([name, value]) => [
        text(fields[evidence.register]?.[name] ?? name),
        text(fieldValue(name, value, ids)),
      ]),
    ]);

  const rowOf = (one: Case): unknown[] => {
    const { head, person, subject, overpaid } = one;
    const ids = [head, person, subject].flatMap((who) => (who === null ? [] : [who.id_number]));
    const safe = (value: string) => text(maskKnownIn(value, ids));
    const subjectParts = subject && [
      subject.name,
      maskId(subject.id_number),
      word.toPerson(subject.relation),
    ];
    return [
      text(one.case_id),
      text(String(numbers.get(one.rule) ?? one.rule)),
      safe(one.title),
      text(one.grade),
      text(certaintyOf(one)),
      text(word.match(one.match)),
      text(one.change ?? ''),
      text(word.township(one.township)),
      text([one.village, one.village_group].filter((part) => part !== '').join(' ')),
      text(householdId(one, ids)),
      text(head?.name ?? ''),
      text(head === null ? '' : maskId(head.id_number)),
      text(person?.name ?? ''),
      text(person === null ? '' : maskId(person.id_number)),
      text(word.toHead(person?.relation ?? null)),
      text(subjectParts?.filter((part) => part !== '').join(' ') ?? ''),
      safe(one.reason),
      text(one.since ?? ''),
      text(word.basis(overpaid?.basis ?? null)),
      one.marks.map(safe),
      one.lawful_reasons.map(text),
      rank.get(one.household_id) ?? null,
      one.monthly_amount,
      overpaid?.months ?? null,
      overpaid?.amount ?? null,
      Object.entries(one.arithmetic).flatMap(([name, value]) => [text(word.arithmetic(name)), safe(value)]),
      evidenceOf(one, ids),
    ];
  };
  return { rows: report.cases.map(rowOf), pool };
}
