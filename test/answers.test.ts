import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { collectAnswers } from '../src/answers/collect.js';
import { isError } from '../src/answers/faults.js';
import { AnswerTable } from '../src/answers/table.js';
import { headerOf } from '../src/answers/titles.js';
import type { AnswerFile, FormKind } from '../src/answers/types.js';
import { worldOf } from '../src/answers/world.js';
import { forms } from '../src/forms/index.js';
import type { Happening } from '../src/ledger/events.js';
import { stateOf } from '../src/ledger/state.js';
import { answerFaults } from '../src/messages/answer-faults.js';
import type { RosterHousehold } from '../src/roster/read-roster.js';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { linesOf, smallCampaign } from './helpers/answer-ledger.js';

const DATE = '2026-11-12';

/** One invented family; the ID numbers are of an area that does not exist. */
const household = {
  household_id: 'H1',
  township: '东溪镇',
  village: '上村',
  category: 'rural',
  members: [
    { name: '周一', id_number: '339921196305150013' },
    { name: '周二', id_number: '' },
  ],
} as unknown as RosterHousehold;

const lawful = new Map(
  (await loadCatalogue()).map(({ id, lawful_reasons }) => [id, lawful_reasons] as const),
);

function world(happenings: readonly Happening[]) {
  const events = linesOf(happenings);
  const roster = new Map([['H1', household]]);
  return worldOf({ state: stateOf(events), events, date: DATE, campaign: '测试专项', roster }, lawful);
}

type Row = Readonly<Record<string, string | number>>;

const text = (value: string | number): string => (value === 'empty' ? '' : String(value));

/** A file of one sheet as the reader gives it, the header in row 1. */
function fileOf(kind: FormKind, rows: readonly Row[], name = '东溪镇.xlsx', batch = '2026-001'): AnswerFile {
  const titles = forms[kind].columns.map(({ title }) => title);
  const bare = titles.map((title) => title.replace(/\(.*\)/, ''));
  const table = new AnswerTable(forms[kind].sheet);
  table.row(1, titles);
  for (const [index, row] of rows.entries()) {
    table.row(
      index + 2,
      bare.map((title) => text(row[title] ?? '')),
    );
  }
  const stamp = batch === '' ? null : { kind, campaign: '测试专项', batch, township: '东溪镇' };
  const sheets = table.result === null ? [] : [table.result];
  return { shown: name, sha256: name, stamp, sheets, faults: table.faults };
}

interface Page {
  readonly form: FormKind;
  readonly fine: Row;
  readonly cases: readonly {
    readonly name: string;
    readonly change: Row;
    readonly faults: readonly string[];
    readonly events?: readonly string[];
  }[];
}

const folder = new URL('./answers/', import.meta.url);
const pages = readdirSync(folder).map((name) => parse(readFileSync(new URL(name, folder), 'utf8')) as Page);

describe.each(pages.map((page) => [page.form, page] as const))('an answer on the form %s', (form, page) => {
  test.each(page.cases.map((one) => [one.name, one] as const))('%s', (_, { change, faults, events }) => {
    const file = fileOf(form, [{ ...page.fine, ...change }]);
    const { files, happenings } = collectAnswers([file], world(smallCampaign), {
      replace: false,
      allOrNothing: false,
    });
    const found = files[0]?.faults ?? [];
    expect(found.map(({ code }) => code)).toEqual(faults);
    expect(files[0]?.refused).toBe(found.some(isError));
    if (found.some(isError)) expect(happenings).toEqual([]);
    if (events !== undefined) expect(happenings.map(({ what }) => what)).toEqual(events);
  });
});

test('every fault that an answer can have is in a case', () => {
  const named = new Set(pages.flatMap(({ cases }) => cases.flatMap(({ faults }) => faults)));
  const elsewhere = [
    ...['file-unreadable', 'no-form', 'other-campaign', 'column-missing', 'column-twice', 'row-unreadable'],
    ...['cell-unreadable', 'not-drawn', 'in-second-look', 'same-investigators'],
    ...['twice-different', 'ledger-different', 'answer-superseded'],
  ];
  expect([...named, ...elsewhere].sort()).toEqual(Object.keys(answerFaults).sort());
});

test.each(Object.values(forms).map((form) => [form.kind, form] as const))(
  'the header of the form %s is known, whatever became of its titles',
  (kind, { columns }) => {
    const titles = columns.map(({ title }) => title);
    const spoilt = titles.map((title) =>
      title.replaceAll('(', '(').replaceAll(')', ')').replace(/./u, '$& '),
    );
    for (const row of [
      titles,
      spoilt,
      [...titles].reverse(),
      titles.map((title) => title.replace(/\(.*\)/, '')),
    ]) {
      const header = headerOf(row);
      expect(header?.kind).toBe(kind);
      expect(Object.keys(header?.titles ?? {}).sort()).toEqual(columns.map(({ key }) => key).sort());
    }
  },
);

/** What is written becomes part of the ledger. */
function after(before: readonly Happening[], files: readonly AnswerFile[], replace: boolean) {
  const { happenings } = collectAnswers(files, world(before), { replace, allOrNothing: false });
  return { happenings, ledger: [...before, ...happenings] };
}

test('whatever is collected, the same files once more change nothing', () => {
  const cell = <T>(...values: T[]) => fc.constantFrom(...values);
  const answer = fc.record({
    疑点编号: cell('R04.car-1', 'R05-2', 'R02-3', 'R04.car-5', 'R04.car-9'),
    入户日期: cell('', '2026-11-08', '2026年11月9日', '2026-11-30'),
    核实结论: cell('', '属实', '不属实', '部分属实'),
    认定理由: cell('', '其他', '数据有误或已过时', '情况属实,无合理情形'),
    核实情况说明: cell('', '见照片'),
    拟处理措施: cell('', '停发', '保留'),
    应追回金额: cell('', '0', '500元'),
    审核日期: cell('', '2026-11-10'),
  });
  const service = fc.record({
    户编号: cell('H1', 'H2', 'H5'),
    送达日期: cell('', '2026-11-09', '2026-11-10'),
    送达方式: cell('', '留置送达', '邮寄送达'),
    送达人: cell('王甲', '李乙'),
    提出异议日期: cell('', '2026-11-11'),
    异议内容: cell('', '车已卖出'),
  });
  const call = fc.tuple(
    fc.array(fc.array(answer, { maxLength: 4 }), { maxLength: 3 }),
    fc.array(service, { maxLength: 3 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(call, { minLength: 1, maxLength: 3 }), (calls) => {
      let ledger = smallCampaign;
      for (const [verified, served, replace] of calls) {
        const files = [
          ...verified.map((rows, index) => fileOf('verification', rows, `${index}.xlsx`)),
          fileOf('service', served, 's.xlsx'),
        ];
        const first = after(ledger, files, replace);
        expect(after(first.ledger, files, false).happenings).toEqual([]);
        expect(after(first.ledger, files, replace).happenings).toEqual([]);
        ledger = first.ledger;
      }
    }),
    { numRuns: 150, seed: 20261112 },
  );
});

test('an answer of before, re-opened by an objection, is not taken again; a new one is', () => {
  const row = { 疑点编号: 'R04.car-1', 入户日期: '2026-11-08', 核实结论: '不属实', 认定理由: '已出售未过户' };
  const objected = {
    what: 'objected',
    household_id: 'H1',
    on: '2026-11-10',
    text: '车还在',
    origin: null,
  } as const;
  const first = after(smallCampaign, [fileOf('verification', [row])], false);
  const reopened = [...first.ledger, objected];
  const old = collectAnswers([fileOf('verification', [row], 'again.xlsx', '')], world(reopened), {
    replace: false,
    allOrNothing: false,
  });
  expect(old.happenings).toEqual([]);
  expect(old.files[0]?.faults.map(({ code }) => code)).toEqual(['answer-superseded']);
  const anew = { ...row, 入户日期: '2026-11-11', 核实结论: '属实', 认定理由: '其他', 核实情况说明: '车还在' };
  expect(after(reopened, [fileOf('verification', [anew])], false).happenings).toHaveLength(1);
});

test.each([
  ['two at once', { 提出人: '吴三', 异议内容: '家里有车' }, { 提出人: '郑四', 异议内容: '在外有房' }],
  [
    'the same words of two people',
    { 提出人: '吴三', 异议内容: '家里有车' },
    { 提出人: '郑四', 异议内容: '家里有车' },
  ],
  ['one with a name, one without', { 提出人: '吴三', 异议内容: '家里有车' }, { 异议内容: '家里有车' }],
  ['one without a name, one with', { 异议内容: '家里有车' }, { 提出人: '吴三', 异议内容: '家里有车' }],
])('objections about one household: %s are both recorded, and once', (_, first: Row, second: Row) => {
  const rows = [first, second].map((row) => ({ 户编号: 'H1', 提出日期: '2026-11-11', ...row }));
  const files = [fileOf('objection', rows)];
  const once = after(smallCampaign, files, false);
  expect(once.happenings.map(({ what }) => what)).toEqual(['objected', 'objected']);
  expect(stateOf(linesOf(once.ledger)).households.get('H1')?.objections).toHaveLength(2);
  expect(after(once.ledger, files, false).happenings).toEqual([]);
});
