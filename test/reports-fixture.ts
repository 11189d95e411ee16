import type { Case, CheckResult, Counts, SourceResult, Summary, Undecidable } from '../src/cases/types.js';
import type { RunReport } from '../src/reports/types.js';
import {
  checks,
  householdsOf,
  inventedId,
  ruleTitles,
  sampleCase,
  townships,
  villages,
} from './reports-fixture-cases.js';

export { inventedId };

function countsOf(cases: readonly Case[]): Counts {
  const households = new Map(cases.map((c) => [c.household_id, c.monthly_amount ?? 0]));
  const persons = new Set(cases.map((c) => c.person?.id_number ?? c.household_id));
  const monthly_amount = [...households.values()].reduce((total, amount) => total + amount, 0);
  return { cases: cases.length, households: households.size, persons: persons.size, monthly_amount };
}

const isHard = (c: Case) => c.grade !== 'verify' && (c.match === 'exact' || c.match === 'id');

function split(cases: readonly Case[]): { total: Counts; hard: Counts; soft: Counts } {
  return {
    total: countsOf(cases),
    hard: countsOf(cases.filter(isHard)),
    soft: countsOf(cases.filter((c) => !isHard(c))),
  };
}

const unlike: Readonly<Record<string, [CheckResult['outcome'], string]>> = {
  R05: ['clear', ''],
  R06: ['undecidable', '12人的就业登记没有工资'],
  R08: ['not_run', '没有拒绝就业登记'],
  R10: ['broken', '低保标准缺失: 2026-11-01 城市'],
};

function checkResult(check: string, rule: string, title: string, cases: readonly Case[]): CheckResult {
  const [outcome, why] =
    unlike[rule] ?? (cases.length > 0 ? (['hit', ''] as const) : (['clear', ''] as const));
  return {
    check,
    rule,
    title,
    outcome,
    why,
    ...split(cases),
    undecidable: outcome === 'undecidable' ? 2 : 0,
    milliseconds: 7,
    alarm: check === 'R02.death',
    missing_excuses: check === 'R07' ? ['kinship_payment'] : [],
    missing_uses: [],
  };
}

function source(register: string, title: string, file: string, more: Partial<SourceResult>): SourceResult {
  return {
    register,
    title,
    file,
    sheet: null,
    encoding: 'gb18030',
    supplier: null,
    data_date: '2026-09-30',
    stale: false,
    rows: 12_345,
    loaded: 840,
    passed_over: 11_480,
    rejected: 20,
    skipped: 5,
    matched_persons: 612,
    alarm: false,
    columns: [
      { header: '身份证号', field: 'id_number' },
      { header: '姓名', field: 'name' },
      { header: '备用字段', field: null },
    ],
    notes: [],
    doubts: [],
    ...more,
  };
}

const sources: SourceResult[] = [
  source('roster', '低保花名册', '低保花名册.xlsx', {
    sheet: '2026年9月',
    encoding: null,
    supplier: '民政局',
    rows: 2408,
    loaded: 2400,
    passed_over: 0,
    rejected: 3,
    skipped: 5,
    matched_persons: 2400,
    notes: ['户信息按首行填满:家庭人口、月保障金'],
    doubts: [],
  }),
  source('vehicle', '车辆', '车辆.csv', { supplier: '公安局交警大队' }),
  source('death', '死亡登记', '死亡2024.csv', {
    supplier: '卫生健康局',
    data_date: '2025-01-31',
    stale: true,
  }),
  source('property', '不动产', '不动产登记信息导出(含注销).xlsx', {
    encoding: null,
    sheet: 'Sheet1',
    supplier: '自然资源和规划局',
    matched_persons: 0,
    alarm: true,
    data_date: null,
  }),
];

/** Titles with hostile text: each must come out as text everywhere. */
export const hostile = '</script><img src=x onerror=alert(1)>=1+1';

/** A report as a check makes it: `count` cases over five registers, with each outcome, alarm and gap in it. */
export function sampleReport(count = 60): RunReport {
  const cases = Array.from({ length: count }, (_, n) => sampleCase(n));
  const [first] = cases;
  if (first !== undefined) {
    cases[0] = {
      ...first,
      reason: `${first.reason} ${hostile}`,
      village: '=HYPERLINK("x")',
      marks: ['异常待查'],
    };
  }
  const households = householdsOf(cases);
  const undecidable: Undecidable[] = [
    {
      check: 'R06',
      household_id: '3304820000007',
      township: '新仓镇',
      village: '芦湾社区',
      person: { name: '俞小妹', id_number: inventedId(77) },
      reason: '就业登记没有工资,不能判断是否超过标准',
    },
    { check: 'R06', household_id: '0012', township: '', village: '', person: null, reason: '户类别不明' },
  ];
  const rules = ruleTitles.map((title, index) => {
    const rule = `R${String(index + 1).padStart(2, '0')}`;
    const of = cases.filter((c) => c.rule === rule);
    const [outcome] = unlike[rule] ?? (of.length > 0 ? (['hit'] as const) : (['clear'] as const));
    return { rule, number: index + 1, title, outcome, ...split(of) };
  });
  const summary: Summary = {
    name: '2026年低保专项治理“回头看”',
    area: { code: '330482', name: '平湖市' },
    as_of: '2026-11-01',
    pack: { id: 'ten-categories', title: '十类清退人员' },
    roster: {
      households: 1000,
      members: 2400,
      covered: 1900,
      monthly_amount: 912_345.5,
      urban: { households: 300, covered: 500, monthly_amount: 300_000 },
      rural: { households: 698, covered: 1398, monthly_amount: 612_000 },
      unknown_category: 2,
      uncheckable_members: 4,
      heads_only: 1,
    },
    ...split(cases),
    overpaid: { households: 41, amount: 472_689 },
    focus: { households: 2, irregular: 1, complained: 1, without_case: 1 },
    actions: {
      exit: households.filter((h) => h.action === 'exit').length,
      remove: households.filter((h) => h.action === 'remove').length,
      verify: households.filter((h) => h.action === 'verify').length,
    },
    checks: [
      ...checks.map(([rule, check, title]) =>
        checkResult(
          check,
          rule,
          title,
          cases.filter((c) => c.check === check),
        ),
      ),
      checkResult('R05', 'R05', '雇用他人从事经营活动', []),
      checkResult('R06', 'R06', '务工收入超过标准', []),
      checkResult('R08', 'R08', '拒绝劳动', []),
      checkResult('R10.finance', 'R10', '金融资产超过标准', []),
      checkResult('D01.duplicate', 'D01', '一人重复享受', []),
    ],
    rules: [...rules, { rule: 'D01', number: null, title: '一人重复享受', outcome: 'clear', ...split([]) }],
    townships: townships.map((township) => {
      const of = cases.filter((c) => c.township === township);
      const counts = Object.fromEntries(
        rules.map(({ rule }) => [rule, of.filter((c) => c.rule === rule).length]),
      );
      return {
        township,
        roster_households: 160,
        ...split(of),
        rules: counts,
        villages: [{ village: villages[0] ?? '', roster_households: 40, total: countsOf(of) }],
      };
    }),
    categories: [
      { category: 'urban', total: countsOf(cases.filter((c) => c.category === 'urban')) },
      { category: 'rural', total: countsOf(cases.filter((c) => c.category === 'rural')) },
    ],
    sources,
    absent_registers: [{ register: 'job_refusal', title: '拒绝就业登记', checks: ['R08'] }],
    problems: [
      {
        register: 'vehicle',
        file: '车辆.csv',
        sheet: null,
        supplier: '公安局交警大队',
        field: '身份证号',
        kind: 'number-rounded',
        title: '证号被表格软件截断',
        remedy: '请以文本格式重新导出身份证号',
        rejected: true,
        count: 17,
        examples: [
          { row: 31, value: '3.30482196305151E+17' },
          { row: 44, value: inventedId(9) },
        ],
      },
      {
        register: 'death',
        file: '死亡2024.csv',
        sheet: null,
        supplier: '卫生健康局',
        field: '死亡日期',
        kind: 'date-unreadable',
        title: '日期读不出',
        remedy: '请写成 2024-05-01',
        rejected: false,
        count: 3,
        examples: [{ row: 8, value: '二〇二四年' }],
      },
      {
        register: 'death',
        file: '死亡2024.csv',
        sheet: null,
        supplier: '卫生健康局',
        field: null,
        kind: 'note-row',
        title: '这是说明或备注行,不是数据,已跳过',
        remedy: '不需要处理,请知悉',
        rejected: false,
        count: 1,
        examples: [{ row: 99, value: '注:本表由卫生健康局提供' }],
      },
    ],
    parameters: [
      {
        name: 'standard.urban',
        title: '城市低保标准',
        value: '1208',
        unit: '元/人·月',
        from: '2025-07-01',
        document: '嘉民〔2025〕某号',
        verified: true,
        past_last: false,
      },
      {
        name: 'resident_basic_pension',
        title: '城乡居民基础养老金扣除额',
        value: '143',
        unit: '元/月',
        from: '2025-01-01',
        document: '',
        verified: false,
        past_last: true,
      },
    ],
    alarms: ['“不动产登记信息导出(含注销).xlsx”12,345行没有一个人对上名册:证号可能打了码,或不是本县的数据'],
    warnings: ['死亡登记的数据截止日比基准日早一年以上'],
  };
  return {
    summary,
    cases,
    households,
    undecidable,
    footer: '内部资料 注意保存',
    tool: { name: 'dibao', version: '0.1.0' },
    labels: {
      registers: { vehicle: '车辆', payroll: '财政供养' },
      fields: { vehicle: { id_number: '身份证号', plate: '号牌号码' }, payroll: { id_number: '身份证号' } },
    },
  };
}
