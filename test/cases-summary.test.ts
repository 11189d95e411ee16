import { describe, expect, it } from 'vitest';
import { type SummaryInputs, summarise } from '../src/cases/summarise.js';
import type { Case, Household, Summary } from '../src/cases/types.js';
import type { RuleResult } from '../src/rules/execute.js';
import { byId, household, ruleOf, ruleResult, ruleRow } from './helpers/case-parts.js';
import { plainCampaign } from './helpers/plain-campaign.js';
import { sampleReport } from './reports-fixture.js';
import { householdsOf, sampleCase } from './reports-fixture-cases.js';

const { summary: sample } = sampleReport(0);
const campaign = plainCampaign({ asOf: '2026-11-15' });
const [parameter] = campaign.parameters;
if (parameter === undefined) throw new Error('no parameters');
const roster: Summary['roster'] = {
  ...sample.roster,
  ...{ households: 200, unknown_category: 0, uncheckable_members: 0, heads_only: 0 },
};
const caseOf = (over: Partial<Case> = {}): Case => ({
  ...sampleCase(3),
  ...{ rule: 'R04', check: 'R04.car', household_id: 'H1', grade: 'exit', match: 'exact', person: null },
  ...{ township: '新仓镇', village: '芦湾村', category: 'rural' },
  ...over,
});

/** A run with two villages of one township, and no check. */
const inputs = (over: Partial<SummaryInputs> = {}): SummaryInputs => ({
  campaign: { ...campaign, name: '回头看', parameters: [parameter] },
  pack: {
    ...{ id: 'p', title: '某方案', document: '', checks: [] },
    rules: [
      { rule: 'R02', number: 2, title: '死亡人员' },
      { rule: 'R04', number: 4, title: '车辆住房' },
    ],
    integrity: { rules: [{ rule: 'D01', title: '重复享受' }], checks: [] },
    ...({ input: {}, located: {} } as Pick<SummaryInputs['pack'], 'input' | 'located'>),
  },
  ...{ results: [], cases: [], households: byId(household()), merged: [], sources: [], problems: [] },
  figures: {
    roster,
    villages: [
      { township: '新仓镇', village: '芦湾村', households: 120 },
      { township: '新仓镇', village: '双红村', households: 30 },
    ],
  },
  ...{
    alarms: new Set(),
    collisions: [],
    notes: [],
    doubts: { list: [], warnings: [] },
    focus: sample.focus,
  },
  ...over,
});
const summed = (over: Partial<SummaryInputs> = {}): Summary => summarise(inputs(over));
const none = { cases: 0, households: 0, persons: 0, monthly_amount: 0 };
const one = { cases: 1, households: 1, persons: 2, monthly_amount: 640.5 };

describe('the summary of a run that found nothing', () => {
  it('says what was looked at', () => {
    expect(summed()).toEqual({
      ...{ name: '回头看', area: null, as_of: '2026-11-15', pack: { id: 'p', title: '某方案' }, roster },
      ...{ total: none, hard: none, soft: none, overpaid: { households: 0, amount: 0 } },
      ...{ actions: { exit: 0, remove: 0, verify: 0 }, focus: sample.focus, checks: [], rules: [] },
      townships: [
        {
          ...{ township: '新仓镇', roster_households: 150, total: none, hard: none, soft: none, rules: {} },
          villages: [
            { village: '芦湾村', roster_households: 120, total: none },
            { village: '双红村', roster_households: 30, total: none },
          ],
        },
      ],
      ...{ categories: [], sources: [], absent_registers: [], problems: [], alarms: [], warnings: [] },
      parameters: [expect.objectContaining({ name: parameter.name, past_last: false })],
    });
  });

  it('goes along with its sources and their problems', () => {
    const { sources, problems } = sample;
    expect(summed({ sources, problems })).toMatchObject({ sources, problems });
  });

  it('names exemptions and doubts only where there are any', () => {
    const exemptions = { file: '豁免.csv', cases: 1, households: 1, rows: [] };
    const list = [{ kind: 'late' as const, register: 'death', file: '死亡.csv', text: '' }];
    const full = summed({ exemptions, doubts: { list, warnings: ['数据陈旧'] } });
    expect([full.exemptions, full.input_doubts, full.warnings]).toEqual([exemptions, list, ['数据陈旧']]);
    expect(Object.keys(summed())).not.toContain('exemptions');
    expect(Object.keys(summed())).not.toContain('input_doubts');
  });
});

describe('a check in the summary', () => {
  const check = (result: Partial<RuleResult>, over: Partial<SummaryInputs> = {}) =>
    summed({ results: [ruleResult(result)], ...over }).checks[0];

  it('has its own cases counted, and no other check’s', () => {
    const cases = [caseOf(), caseOf({ check: 'R04.homes' })];
    expect(
      check({ missingExcuses: ['disability'], missingUses: ['student', 'own-data'] }, { cases }),
    ).toEqual({
      ...{
        check: 'R04.car',
        rule: 'R04',
        title: '家有小汽车',
        outcome: 'hit',
        why: '',
        total: one,
        hard: one,
      },
      ...{ soft: none, undecidable: 0, alarm: false },
      ...{ missing_excuses: ['残疾人'], missing_uses: ['在校学生', 'own-data'] },
    });
  });

  it('counts the households that it could not decide each once, and carries its alarm', () => {
    const undecidable = ['H1', 'H1', 'H2'].map((household_id) => ruleRow({ household_id }));
    const alarms = new Set(['R04.car']);
    expect(check({ undecidable }, { alarms })).toMatchObject({ undecidable: 2, alarm: true });
  });

  it('says why it did not run, broke, or lists nobody', () => {
    const why = (reason: RuleResult['why']) => check({ why: reason })?.why;
    expect(why({ kind: 'broken', message: '第一行\n第二行' })).toBe('运行出错:第一行');
    expect(why({ kind: 'register', registers: ['vehicle', 'own-data'], any: false })).toBe(
      '没有机动车登记、own-data数据',
    );
    expect(why({ kind: 'register', registers: ['death', 'prison'], any: true })).toBe(
      '死亡登记、服刑人员至少要有一种数据',
    );
    expect(why({ kind: 'standard', categories: ['urban', 'rural'] })).toBe(
      '没有核查日有效的城市、农村保障标准',
    );
    const many = { kind: 'many', check: 'D06', count: 50, all: 200 } as const;
    expect(why({ ...many, meaning: 'apart' })).toBe('线索有50人,没有逐人列出;要单独列出用 --check D06');
    expect(why({ ...many, meaning: 'otherwise' })).toMatch(/^200户中有50户不一致,.*--check D06$/);
  });
});

describe('a rule in the summary', () => {
  const results = (...outcomes: [string, RuleResult['outcome']][]) =>
    outcomes.map(([id, outcome]) =>
      ruleResult({ rule: ruleOf({ id, rule: id.split('.')[0], title: `题${id}` }), outcome }),
    );
  const outcomeOf = (...outcomes: RuleResult['outcome'][]) =>
    summed({ results: results(...outcomes.map((one, at): [string, typeof one] => [`R04.${at}`, one])) })
      .rules[0]?.outcome;

  it('is broken if one of its checks is, then hit, undecidable, not run; clear only if all are', () => {
    expect(outcomeOf('clear', 'hit', 'broken')).toBe('broken');
    expect(outcomeOf('clear', 'undecidable', 'hit')).toBe('hit');
    expect(outcomeOf('not_run', 'undecidable')).toBe('undecidable');
    expect(outcomeOf('clear', 'not_run')).toBe('not_run');
    expect(outcomeOf('clear', 'clear')).toBe('clear');
  });

  it('stands in the order of the plan, integrity behind it and the user’s own last, without those not run', () => {
    const own = results(
      ['X2.b', 'hit'],
      ['X1', 'clear'],
      ['X2.a', 'clear'],
      ['D01', 'clear'],
      ['R04.car', 'hit'],
    );
    const cases = [caseOf(), caseOf({ rule: 'X2', match: 'near' })];
    expect(summed({ results: own, cases }).rules).toEqual([
      { rule: 'R04', number: 4, title: '车辆住房', outcome: 'hit', total: one, hard: one, soft: none },
      { rule: 'D01', number: null, title: '重复享受', outcome: 'clear', total: none, hard: none, soft: none },
      { rule: 'X2', number: null, title: '题X2.b', outcome: 'hit', total: one, hard: none, soft: one },
      { rule: 'X1', number: null, title: '题X1', outcome: 'clear', total: none, hard: none, soft: none },
    ]);
  });
});

describe('where the cases are', () => {
  it('is told by township, rule and village', () => {
    const cases = [caseOf(), caseOf({ rule: 'R02' }), caseOf({ village: '双红村', match: 'near' })];
    const [first, ...more] = summed({ cases }).townships;
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      ...{ total: { ...one, cases: 3 }, hard: { ...one, cases: 2 }, soft: one, rules: { R04: 2, R02: 1 } },
      villages: [{ total: { ...one, cases: 2 } }, { total: one }],
    });
  });

  it('is nowhere for those on no roster, who are counted all the same', () => {
    const lead = caseOf({ household_id: '', township: '', village: '' });
    const townships = summed({ cases: [lead] }).townships;
    expect(townships.map(({ township }) => township)).toEqual(['新仓镇', '']);
    expect(townships[1]).toMatchObject({
      ...{ roster_households: 0, total: { ...none, cases: 1 }, rules: { R04: 1 }, villages: [] },
    });
    const blank = { roster, villages: [{ township: '', village: '', households: 3 }] };
    expect(summed({ cases: [lead], figures: blank }).townships).toMatchObject([
      { roster_households: 3, villages: [{ total: { cases: 1 } }] },
    ]);
  });

  it('is told by category, those of neither too', () => {
    const cases = [caseOf({ category: 'urban' }), caseOf({ category: null }), caseOf(), caseOf()];
    expect(summed({ cases }).categories).toEqual([
      { category: 'rural', total: { ...one, cases: 2 } },
      { category: 'unknown', total: one },
      { category: 'urban', total: one },
    ]);
  });

  it('sums what was overpaid in fen and what is proposed', () => {
    const [base] = householdsOf([sampleCase(1)]);
    if (base === undefined) throw new Error('no household');
    const merged = (
      [
        ['exit', 0.1],
        ['exit', 0.2],
        ['exit', 0],
        ['remove', 0],
        ['verify', null],
      ] as const
    ).map(
      ([action, amount]): Household => ({
        ...{ ...base, action },
        overpaid: amount === null ? null : { months: 1, amount, basis: 'estimate' },
      }),
    );
    const { overpaid, actions } = summed({ merged });
    expect(overpaid).toEqual({ households: 2, amount: 0.3 });
    expect(actions).toEqual({ exit: 3, remove: 1, verify: 1 });
  });
});

describe('what the run lacked', () => {
  it('names absent registers with the checks that would read them', () => {
    const rule = ruleOf({
      ...{ id: 'R99', needs: ['vehicle'], uses: ['student'], excused_by: ['disability'] },
      any_of: [['death', 'prison'], ['marriage']],
    });
    const results = [ruleResult({ rule }), ruleResult({ rule: ruleOf({ id: 'R98', needs: ['death'] }) })];
    const sources = sample.sources.filter(({ register }) => register === 'vehicle');
    expect(summed({ results, sources }).absent_registers).toEqual([
      { register: 'death', title: '死亡登记', checks: ['R99', 'R98'] },
      { register: 'prison', title: '服刑人员', checks: ['R99'] },
      { register: 'marriage', title: '婚姻登记', checks: ['R99'] },
      { register: 'student', title: '在校学生', checks: ['R99'] },
      { register: 'disability', title: '残疾人', checks: ['R99'] },
    ]);
  });

  it('warns of what could not be checked', () => {
    const migration = sample.sources.slice(0, 1).map((one) => ({ ...one, register: 'migration' }));
    const doubtful: Summary['roster'] = {
      ...roster,
      unknown_category: 3,
      uncheckable_members: 4,
      heads_only: 5,
    };
    const { warnings } = summed({
      ...{ notes: ['提示'], collisions: ['12', '13'], sources: migration },
      figures: { roster: doubtful, villages: [] },
      doubts: { list: [], warnings: ['陈旧'] },
    });
    expect(warnings.map((text) => text.slice(0, 12))).toEqual([
      ...[
        '提示',
        '户编号12、13在不同文',
        '名册中有4人的身份证号被',
        '有5户只列了户主一人而享',
        '有3户低保类别不明,凡要',
      ],
      ...['没有给出本县区划代码(a', '陈旧'],
    ]);
    expect(summed({ sources: sample.sources }).warnings).toEqual([]);
    const area = { code: '330482', name: '平湖市' };
    expect(summed({ campaign: { ...campaign, area, parameters: [] }, sources: migration }).warnings).toEqual(
      [],
    );
  });

  it('prints every parameter as it holds on the as-of date, and warns of one past its last', () => {
    const values = [{ from: '2025-01-01', value: ['甲', '乙'], document: '某文', known_until: '2026-06-30' }];
    const dated = { ...parameter, name: 'words', title: '词', unit: '种', values };
    const { parameters, warnings } = summed({ campaign: { ...campaign, parameters: [dated] } });
    expect(parameters).toEqual([
      {
        ...{ name: 'words', title: '词', value: '甲、乙', unit: '种', from: '2025-01-01', document: '某文' },
        ...{ verified: false, past_last: true },
      },
    ]);
    expect(warnings).toEqual(['参数“词”沿用2025-01-01起的数值甲、乙,其有效期之后的规定未知']);
  });

  it('alarms of checks that hit too many, with their share, and of registers that match nobody', () => {
    const { sources } = sample;
    const results = [ruleResult(), ruleResult({ rule: ruleOf({ id: 'R02' }) })];
    const alarmed = { results, cases: [caseOf()], sources, alarms: new Set(['R04.car']) };
    expect(summed(alarmed).alarms).toEqual([
      'R04.car 家有小汽车 命中1户,占全部200户的1%,超过上限:结果异常待查,先核对数据再下发',
      expect.stringMatching(/^不动产登记信息导出\(含注销\)\.xlsx\(不动产\)有12345行,却没有一人与名册匹配/),
    ]);
    const three = { ...inputs().figures, roster: { ...roster, households: 3 } };
    expect(summed({ ...alarmed, figures: three }).alarms[0]).toContain('占全部3户的33%');
    const nobody = { ...three, roster: { ...roster, households: 0 } };
    expect(summed({ ...alarmed, figures: nobody }).alarms[0]).toContain('占全部0户的100%');
    expect(summed({ results, cases: [caseOf()] }).alarms).toEqual([]);
  });
});
