import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { caseIdOf, caseNumber } from '../src/forms/case-number.js';
import { type Outgoing, outgoing } from '../src/forms/least.js';
import { categoryWord, lawfulWord, tellsPrivate } from '../src/forms/least-words.js';
import { groundsOf, groundWords } from '../src/forms/words.js';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { runDemo, temporary } from './helpers/demo-run.js';

/** FORMS.md, 'Least data goes out', check by check over the cases of the demo county. */
const place = temporary();
let cases: readonly Case[];
const rules = await loadCatalogue();

beforeAll(() => {
  ({ cases } = runDemo(place.path));
}, 120_000);
afterAll(() => rmSync(place.path, { recursive: true, force: true }));

const of = (check: string) => cases.filter((one) => one.check === check);
const textOf = ({ number, title, reason, lawful, materials }: Outgoing) =>
  [number, title, reason, ...lawful, ...materials].join('\n');

/** Values of a case's evidence that name somebody's post, pay, number or money. */
function valuesOf(one: Case, registers: readonly string[], fields: RegExp): string[] {
  return one.evidence
    .filter(({ register }) => registers.includes(register))
    .flatMap(({ fields: row }) =>
      Object.entries(row).flatMap(([name, value]) => (fields.test(name) ? [value] : [])),
    )
    .filter((value) => value.length > 1);
}

describe.each(rules.map(({ id }) => id))('%s', (check) => {
  test('tells nothing of illness, disability or prison, and no ID number', () => {
    for (const one of of(check)) {
      // A case's number is a hash: its digits are nobody's.
      const text = textOf({ ...outgoing(one), number: '' });
      expect(text).not.toMatch(/病|残疾|服刑|监狱|刑满|缓刑|假释|矫正|住院|戒毒|prison/i);
      expect(text).not.toMatch(/\d{17}[\dX]|\d{15}/);
    }
  });

  test('states the data date behind the fact', () => {
    for (const one of of(check)) {
      const dates = [...new Set(one.evidence.flatMap(({ data_date }) => data_date ?? []))].sort();
      expect(outgoing(one).reason.endsWith(`(数据截止日期${dates.join('、')})`)).toBe(true);
      expect(dates.length).toBeGreaterThan(0);
    }
  });

  test('names its materials, and grounds in the words in which it goes out', () => {
    const rule = rules.find(({ id }) => id === check);
    const sample = { case_id: `${check}-0`, check, title: '', reason: '', marks: [], evidence: [] };
    const one = { ...sample, lawful_reasons: rule?.lawful_reasons ?? [], person: null, subject: null };
    const out = outgoing(one);
    expect(out.materials.length).toBeGreaterThan(1);
    expect(out.materials).not.toContain('与疑点事实有关的原始凭证');
    expect(groundsOf(one.lawful_reasons)).toEqual(groundsOf(out.lawful));
    expect(out.lawful).toHaveLength(one.lawful_reasons.length);
  });
});

describe('of relatives', () => {
  test.each(['R01.relative', 'R07'])('%s goes out without post, unit, wage, plate and number', (check) => {
    expect(of(check).length).toBeGreaterThan(0);
    for (const one of of(check)) {
      const text = textOf(outgoing(one));
      expect(text).toContain(one.subject?.name);
      expect(text).not.toContain(one.subject?.id_number);
      const registers = ['payroll', 'employment', 'pension', 'vehicle', 'property', 'business', 'finance'];
      for (const value of valuesOf(one, registers, /单位|职务|工资|金额|号牌|坐落|身份证|名称|待遇|岗位/))
        expect(text).not.toContain(value);
      expect(text).not.toMatch(/公务员|事业单位|国企|村干部|财政供养|\d元/);
    }
  });

  test('R07 says by what means: cars, homes, a business, or a steady income', () => {
    const said = new Set(
      of('R07').map(
        (one) => /(名下有车辆|名下有房产|从事经营活动|有稳定收入)/.exec(outgoing(one).reason)?.[0],
      ),
    );
    expect([...said].sort()).toEqual(expect.arrayContaining(['名下有车辆', '有稳定收入']));
    expect(said.has(undefined)).toBe(false);
  });
});

test('R10.finance says that assets are above the limit, without an amount', () => {
  expect(of('R10.finance').length).toBeGreaterThan(0);
  for (const one of of('R10.finance')) {
    expect(outgoing(one).reason.replace(/\(数据截止日期.*\)$/, '')).not.toMatch(/\d/);
  }
});

test('D03.account says how many share the account, not which it is', () => {
  for (const one of of('D03.account')) {
    expect(one.reason).toMatch(/尾号\d/);
    expect(outgoing(one).reason).toMatch(/^本户的银行账号由\d+户共用/);
  }
});

test('a case of R02.prison goes out under its rule’s number, and comes back by it', () => {
  for (const one of of('R02.prison')) {
    expect(outgoing(one)).toMatchObject({
      title: '成员状态须核实',
      number: expect.stringMatching(/^R02-[0-9a-f]{16}$/),
    });
    expect(caseIdOf(outgoing(one).number)).toBe(one.case_id);
  }
  for (const { case_id } of cases) expect(caseIdOf(caseNumber(case_id))).toBe(case_id);
});

test('what a rule of the user’s own would tell is left out', () => {
  const own = {
    case_id: 'L01-0123456789abcdef',
    check: 'L01',
    title: '重病患者家庭',
    reason: '某某因病住院,账号6222020200112233445有余额',
    marks: [],
    lawful_reasons: ['残疾人补贴', '登记错误'],
    person: null,
    subject: null,
    evidence: [],
  };
  expect(outgoing(own)).toMatchObject({
    title: '须核实事项',
    reason: '有须入户核实的情况',
    lawful: ['有其他合理情形', '登记错误'],
  });
  const numbers = outgoing({
    ...own,
    reason: '账号6222020200112233445与他户相同;未取得残疾人证数据,未能排除',
  });
  expect(numbers.reason).toBe('账号(号码略)与他户相同;有关数据未取得,未能排除合理情形');
});

test('every lawful reason of the catalogue has a word of its own that may go out', () => {
  const reasons = rules.flatMap(({ lawful_reasons }) => lawful_reasons);
  for (const reason of reasons) {
    expect(tellsPrivate(lawfulWord(reason))).toBe(false);
    expect(lawfulWord(reason)).not.toBe('有其他合理情形');
  }
  expect(groundsOf([])).toEqual(Object.values(groundWords));
  expect(categoryWord('婚嫁、死亡、服刑、户籍迁出人员')).toBe('婚嫁、死亡、户籍迁出人员');
});
