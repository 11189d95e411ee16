import type { Case } from '../../cases/types.js';
import { maskId, maskIdsIn, maskKnownIn } from '../../messages/mask.js';
import { fileNames, placeOf } from '../evidence.js';
import { codeFinder, fieldTitle, fieldWord, plainNumber } from '../fields.js';
import { registerTitles } from '../gaps.js';
import { ranks } from '../ranks.js';
import type { RunReport } from '../types.js';
import { certaintyOf, isSelf, ruleNumbers, stateOf, subjectRelation, word } from '../words.js';

/** A part of a row: a text, the number of a text in the pool, or a list of them. */
type Part = string | number | null | readonly Part[];

/** The cases for the page's script, IDs masked, one row per case in the order of `rowParts`. */
export interface PageCases {
  readonly rows: Iterable<readonly Part[]>;
  /** Texts that repeat (townships, titles, suppliers): each stands here once. Whole when all rows have been taken. */
  readonly pool: readonly string[];
}

/** Names of the parts of a row, for the script; those from `rank` to `overpaid` are plain numbers. */
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
  'arithmetic',
  'evidence',
  'state',
  'rank',
  'monthly',
  'months',
  'overpaid',
] as const;

/** Fields whose values are private without being IDs: the last four characters are enough to compare. */
const privateField = /account|phone|账号|电话|手机/i;
const idField = /id_number|身份证/;

/** A household number that is its head's ID is one; others stay, or nobody could find the household. */
function householdId({ household_id }: Case, ids: readonly string[]): string {
  const looksLikeId = /^\d{6}(19|20)\d{2}[01]\d[0-3]\d{4}[\dXx]$/.test(household_id);
  return looksLikeId || ids.includes(household_id) ? maskId(household_id) : household_id;
}

function idsOf({ head, person, subject }: Case): string[] {
  const ids: string[] = [];
  for (const who of [head, person, subject])
    if (who !== null && !ids.includes(who.id_number)) ids.push(who.id_number);
  return ids;
}

function otherPerson(one: Case): string {
  if (one.subject === null || isSelf(one)) return '';
  const { name, id_number } = one.subject;
  return [maskIdsIn(name), maskId(id_number), subjectRelation(one)].filter((part) => part !== '').join(' ');
}

/** Makes the page's cases of a report's. */
export function pageCases(report: RunReport): PageCases {
  const { summary, labels, cases } = report;
  const pool: string[] = [];
  const places = new Map<string, number>();
  const text = (value: string): number => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, pool.length);
    return pool.push(value) - 1;
  };
  const titles = { ...Object.fromEntries(registerTitles(summary)), ...labels?.registers };
  const numbers = ruleNumbers(summary);
  const rank = ranks(report.households);
  const name = fileNames(summary);
  const codes = codeFinder(labels);

  const fieldPart = (register: string, field: string, value: string, ids: readonly string[]): Part => {
    if (privateField.test(field) && value.length > 4) return '*'.repeat(value.length - 4) + value.slice(-4);
    if (idField.test(field)) return maskId(value);
    const shown = fieldWord(labels, register, field, value);
    return shown === value ? maskKnownIn(value, ids) : text(shown);
  };

  const evidenceParts = (one: Case, ids: readonly string[]): Part[] =>
    one.evidence.map(({ register, file, sheet, row, supplier, data_date, fields }) => {
      const parts: Part[] = [];
      for (const field in fields)
        parts.push(
          text(fieldTitle(labels, register, field)),
          fieldPart(register, field, fields[field] ?? '', ids),
        );
      const origin = supplier === null ? (data_date ?? '') : `${supplier} ${data_date ?? ''}`.trimEnd();
      const place = maskIdsIn(placeOf({ file: name(file), sheet, row }));
      return [text(titles[register] ?? register), place, text(origin), parts];
    });

  const arithmeticParts = (one: Case, ids: readonly string[]): Part[] => {
    const parts: Part[] = [];
    for (const [column, value] of Object.entries(one.arithmetic)) {
      const shown = codes.inField(column, plainNumber(value));
      parts.push(text(word.arithmetic(column)), maskKnownIn(shown, ids));
    }
    return parts;
  };

  const rowOf = (one: Case): Part[] => {
    const { head, person, overpaid } = one;
    const ids = idsOf(one);
    const pooled = (value: string) => text(maskKnownIn(value, ids));
    return [
      one.case_id,
      text(String(numbers.get(one.rule) ?? one.rule)),
      pooled(one.title),
      text(one.grade),
      text(certaintyOf(one)),
      text(word.match(one.match)),
      text(one.change ?? ''),
      text(word.township(one.township)),
      text(maskIdsIn(`${one.village} ${one.village_group}`.trim())),
      householdId(one, ids),
      maskIdsIn(head?.name ?? ''),
      head === null ? '' : maskId(head.id_number),
      maskIdsIn(person?.name ?? ''),
      person === null ? '' : maskId(person.id_number),
      text(word.toHead(person?.relation ?? null)),
      otherPerson(one),
      maskKnownIn(one.reason, ids),
      one.since ?? '',
      text(word.basis(overpaid?.basis ?? null)),
      one.marks.map(pooled),
      one.lawful_reasons.map(text),
      arithmeticParts(one, ids),
      evidenceParts(one, ids),
      text(stateOf(report, one)),
      rank.get(one.household_id) ?? null,
      one.monthly_amount,
      overpaid?.months ?? null,
      overpaid?.amount ?? null,
    ];
  };
  return {
    rows: {
      *[Symbol.iterator]() {
        for (const one of cases) yield rowOf(one);
      },
    },
    pool,
  };
}
