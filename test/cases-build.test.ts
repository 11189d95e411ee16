import { describe, expect, it } from 'vitest';
import { buildCases, buildUndecidable, type CaseInputs, headOf } from '../src/cases/build.js';
import { caseId } from '../src/cases/identity.js';
import type { Case } from '../src/cases/types.js';
import type { RuleResult, RuleRow } from '../src/rules/execute.js';
import { byId, household, member, ruleOf, ruleResult, ruleRow } from './helpers/case-parts.js';

const inputs = (over: Partial<CaseInputs> = {}): CaseInputs => ({
  asOf: '2026-11-15',
  households: byId(household()),
  money: () => ({ startDate: '2024-01-01', monthlyFen: 64_050, coveredSize: 2, payments: null }),
  evidence: new Map(),
  registerTitle: (register) => register,
  alarms: new Set(),
  ...over,
});

function built(
  row: Partial<RuleRow>,
  over: Partial<CaseInputs> = {},
  result: Partial<RuleResult> = {},
): Case {
  const [one] = buildCases([ruleResult({ ...result, hits: [ruleRow(row)] })], inputs(over));
  if (one === undefined) throw new Error('no case');
  return one;
}

const evidence = (
  file: string,
  row: number,
  fields: Record<string, string> = {},
): Case['evidence'][number] => ({
  ...{ register: 'vehicle', file, sheet: null, row, supplier: null, data_date: null, fields },
});

describe('a case of a household', () => {
  it('carries what an auditor needs of the household, the money and the check', () => {
    const further = { plates: '2' };
    expect(built({ sources: [7], further }, { evidence: new Map([[7, [evidence('车辆.csv', 3)]]]) })).toEqual(
      {
        case_id: caseId('R04.car', 'H1', null, '浙F12345'),
        ...{ rule: 'R04', check: 'R04.car', title: '家有小汽车', grade: 'exit', match: 'exact' },
        ...{
          fact: '浙F12345',
          household_id: 'H1',
          township: '新仓镇',
          village: '芦湾村',
          village_group: '3组',
        },
        head: { name: '张三', id_number: '33992119660101000X' },
        ...{ category: 'rural', class: 'B类', household_size: 3, covered_size: 2, start_date: '2024-01-01' },
        ...{ person: null, subject: null, since: '2026-08-01', monthly_amount: 640.5 },
        overpaid: { months: 3, amount: 1921.5, basis: 'estimate' },
        ...{ reason: '名下有小型轿车', marks: [], lawful_reasons: ['已报废未注销'], arithmetic: further },
        ...{ evidence: [evidence('车辆.csv', 3)], change: null },
      },
    );
  });

  it('takes the covered members listed where the roster does not say how many are covered', () => {
    const unsaid = byId(household({ covered_size: null, covered_listed: 1 }));
    expect(built({}, { households: unsaid }).covered_size).toBe(1);
  });

  it('is headed by whoever is called the head, else by the first listed', () => {
    expect(headOf(household())?.name).toBe('张三');
    const headless = household({
      members: [member({ relation: 'child', name: '张小' }), member({ relation: null })],
    });
    expect(headOf(headless)?.name).toBe('张小');
    expect(headOf(household({ members: [] }))).toBeNull();
  });

  it('is marked where its check is under alarm, and only there', () => {
    expect(built({ match: 'id' }, { alarms: new Set(['R04.car']) }).marks).toEqual([
      '姓名不一致',
      '异常待查',
    ]);
    expect(built({}, { alarms: new Set(['R02.death']) }).marks).toEqual([]);
  });

  it('says behind its reason what could not be excluded', () => {
    const one = built({}, {}, { missingExcuses: ['disability'] });
    expect(one.reason).toBe('名下有小型轿车;未取得disability数据,未能排除');
    expect(one.grade).toBe('verify');
  });
});

describe('a case of a person', () => {
  it('names the member, and takes for a removal the member’s share', () => {
    const one = built({ person: 'C', grade: 'remove' });
    expect(one.person).toEqual({
      ...{ name: '张小', id_number: '339921199003030001', relation: 'child', covered: false, age: 60 },
    });
    expect(one.overpaid?.amount).toBe(960.75);
    expect(one.case_id).toBe(caseId('R04.car', 'H1', 'C', '浙F12345'));
  });

  it('names another member as the other person, in the relation that the check found', () => {
    expect(built({ subject: 'B' }).subject).toEqual({
      ...{ name: '李四', id_number: '339921196802020008', relation: 'spouse', covered: true, age: 58 },
    });
    expect(built({ subject: 'B', subject_relation: 'parent' }).subject?.relation).toBe('parent');
  });

  it('names somebody outside the household by what the check’s row says', () => {
    const outsider = { subject: '339921197001010003', subject_name: '王五', subject_relation: 'child' };
    expect(built(outsider).subject).toEqual({
      ...{ name: '王五', id_number: '339921197001010003', relation: 'child', covered: null, age: null },
    });
    expect(built({ ...outsider, subject_name: null, subject_relation: null }).subject).toMatchObject({
      ...{ name: '', relation: null },
    });
  });

  it('keeps its id where a member without a usable number stands in another row tonight', () => {
    const nameless = member({ person: '#12', id_number: '无', name: '赵六' });
    const moved = byId(household({ members: [{ ...nameless, person: '#99' }] }));
    const before = built({ person: '#12' }, { households: byId(household({ members: [nameless] })) });
    expect(built({ person: '#99' }, { households: moved }).case_id).toBe(before.case_id);
    expect(before.case_id).toBe(caseId('R04.car', 'H1', '无 赵六', '浙F12345'));
    const other = byId(household({ members: [{ ...nameless, name: '钱七' }] }));
    expect(built({ person: '#12' }, { households: other }).case_id).not.toBe(before.case_id);
  });

  it('is told from a case of another check, household, person or fact by its id', () => {
    const ids = [
      caseId('R02', 'H1', 'A', ''),
      caseId('R04', 'H1', 'A', ''),
      caseId('R02', 'H2', 'A', ''),
      caseId('R02', 'H1', 'B', ''),
      caseId('R02', 'H1', 'A', 'x'),
      caseId('R02', 'H1', null, ''),
      // Parts that run together are still other parts.
      caseId('R02', 'H1A', null, ''),
    ];
    expect(new Set(ids).size).toBe(7);
    // Known cases keep their ids from one version of the program to the next: exemptions and ledgers name them.
    expect(caseId('R04.car', '33992100001', '33992119660101000X', '浙F12345')).toBe(
      'R04.car-c3c6fa05d25b6bde',
    );
    expect(caseId('R02', 'H1', null, '')).toBe(caseId('R02', 'H1', '', ''));
  });
});

describe('the evidence of a case', () => {
  it('has each place once, in the order in which the check cites the rows', () => {
    const found = new Map([
      [1, [evidence('甲.csv', 2), evidence('乙.csv', 2)]],
      [2, [evidence('乙.csv', 2), evidence('乙.csv', 3)]],
    ]);
    const one = built({ sources: [2, 1, 404] }, { evidence: found });
    expect(one.evidence.map(({ file, row }) => `${file}:${row}`)).toEqual([
      '乙.csv:2',
      '乙.csv:3',
      '甲.csv:2',
    ]);
  });

  it('tells sheets of one book apart, and members of one row', () => {
    const first = evidence('甲.xlsx', 2);
    const sheets = ['一', '二'].map((sheet) => ({ ...first, sheet }));
    const rows = [first, ...sheets, ...['1', '2'].map((at) => evidence('甲.xlsx', 2, { 成员列: at }))];
    expect(built({ sources: [1] }, { evidence: new Map([[1, rows]]) }).evidence).toEqual(rows);
  });
});

describe('a case about those on no roster', () => {
  const rule = ruleOf({ id: 'D07.lead', off_roster: true });
  const person = '339921197001010003';

  it('names the person and no household', () => {
    const one = built({ household_id: '', person, person_name: '王五', since: null }, {}, { rule });
    expect(one).toMatchObject({
      ...{
        household_id: '',
        head: null,
        township: '',
        village: '',
        village_group: '',
        category: null,
        class: '',
      },
      ...{ household_size: null, covered_size: 0, monthly_amount: null, start_date: null, overpaid: null },
    });
    expect(one.person).toEqual({ name: '王五', id_number: person, relation: null, covered: null, age: null });
  });

  it('names nobody where the row names nobody', () => {
    expect(built({ household_id: 'X9', person, person_name: null }, {}, { rule }).person).toBeNull();
    expect(built({ household_id: 'X9', person_name: '王五' }, {}, { rule })).toMatchObject({
      ...{ household_id: 'X9', person: null },
    });
  });

  it('has the household where there is one, and is a defect of any other check', () => {
    expect(built({}, {}, { rule }).township).toBe('新仓镇');
    expect(() => built({ household_id: 'X9' })).toThrow(
      'R04.car names a household that is not on the roster',
    );
  });
});

describe('households that a check could not decide', () => {
  it('are listed with the member it is about and the reason', () => {
    const undecidable = [
      ruleRow({ person: 'B', reason: '没有工资' }),
      ruleRow({ person: 'nobody', reason: '户类别不明' }),
    ];
    expect(buildUndecidable([ruleResult({ undecidable })], inputs())).toEqual([
      {
        ...{
          check: 'R04.car',
          household_id: 'H1',
          township: '新仓镇',
          village: '芦湾村',
          reason: '没有工资',
        },
        person: { name: '李四', id_number: '339921196802020008' },
      },
      {
        ...{
          check: 'R04.car',
          household_id: 'H1',
          township: '新仓镇',
          village: '芦湾村',
          reason: '户类别不明',
        },
        person: null,
      },
    ]);
  });
});
