import type { Case, Household } from '../src/cases/types.js';

/** All people, plates, firms and numbers are invented. */
const surnames = ['沈', '陆', '顾', '钱', '徐', '俞', '金', '吴'];
const given = ['阿大', '月珍', '金宝', '小妹', '建国', '秀英', '福根', '雪芳'];
export const townships = ['钟埭街道', '新仓镇', '独山港镇', '广陈镇', '林埭镇', '曹桥街道'];
export const villages = ['沈家弄村', '三叉河村', '芦湾社区', '双红村'];

/** The n-th invented ID number of area 330482, with a right checksum (GB 11643-1999). */
export function inventedId(n: number): string {
  const year = 1935 + (n % 70);
  const month = String(1 + (n % 12)).padStart(2, '0');
  const day = String(1 + (n % 28)).padStart(2, '0');
  const body = `330482${year}${month}${day}${String(n % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

function name(n: number): string {
  return `${surnames[n % surnames.length]}${given[(n * 3) % given.length]}`;
}

export const checks = [
  ['R01', 'R01.relative', '近亲属有财政供养人员', 'exit'],
  ['R02', 'R02.death', '已死亡仍在享受', 'remove'],
  ['R03', 'R03', '领取养老金且收入超过标准', 'exit'],
  ['R04', 'R04.car', '家有小汽车', 'exit'],
  ['R04', 'R04.homes', '有2套及以上住房', 'exit'],
  ['R07', 'R07', '赡养人有能力不履行义务', 'verify'],
] as const;

export const ruleTitles = [
  '财政供养人员及其近亲属',
  '婚嫁、死亡、服刑、户籍迁出',
  '领取养老金且收入超过标准',
  '车辆、门市、住房',
  '雇用他人从事经营活动',
  '务工收入超过标准',
  '法定赡养人有能力不履行',
  '拒绝劳动',
  '不如实申报或拒绝核查',
  '实际生活水平明显高于标准',
];

function reasonOf(check: string, n: number): string {
  const other = name(n + 1);
  if (check === 'R04.car') return `配偶${other}名下有小型轿车 浙F${10000 + n}(非营运、正常),2023-05-01 登记`;
  if (check === 'R03')
    return `领取城镇职工养老金每月 2860.00 元,家庭人均月收入 1430.00 元,高于标准 1208.00 元`;
  if (check === 'R01.relative')
    return `配偶${other}(${inventedId(n + 5000)})为某某中学在编人员,家庭人均 940.00 元,标准 1208.00 元`;
  if (check === 'R02.death') return `死亡登记 2024-03-15,此后仍在发放`;
  if (check === 'R04.homes') return '家庭名下有2套住房:当湖街道某某小区3幢201室、新仓镇某某路18号';
  return `子${other}年满18周岁,工资每月 9800.00 元,未见给付赡养费`;
}

/** The n-th case of the fixture. */
export function sampleCase(n: number): Case {
  const [rule, check, title, grade] = checks[n % checks.length] ?? checks[0];
  const matches = ['exact', 'exact', 'exact', 'id', 'near'] as const;
  const match = matches[n % matches.length] ?? 'exact';
  const household = Math.floor(n / 2);
  return {
    case_id: `${check}-${(0x7f3a9c1e + n * 7919).toString(16).padStart(16, '0')}`,
    rule,
    check,
    title,
    grade: match === 'near' ? 'verify' : grade,
    match,
    fact: check === 'R04.car' ? `浙F${10000 + n}` : '',
    household_id: `33048200${String(household).padStart(5, '0')}`,
    head: { name: name(household), id_number: inventedId(household) },
    township: townships[household % townships.length] ?? '',
    village: villages[household % villages.length] ?? '',
    village_group: `${1 + (household % 9)}组`,
    category: household % 3 === 0 ? 'urban' : 'rural',
    class: ['A', 'B', 'C'][household % 3] ?? '',
    household_size: 3,
    covered_size: 2,
    start_date: '2019-07-01',
    person:
      check === 'R04.homes'
        ? null
        : {
            name: name(n + 2),
            id_number: inventedId(n + 1000),
            relation: n % 2 === 0 ? 'self' : 'child',
            covered: true,
            age: 61,
          },
    subject:
      check === 'R01.relative' || check === 'R07'
        ? { name: name(n + 1), id_number: inventedId(n + 5000), relation: 'spouse', covered: null, age: 44 }
        : null,
    since: '2023-05-01',
    monthly_amount: 640.5,
    overpaid:
      n % 4 === 3 ? null : { months: 18, amount: 11529, basis: n % 2 === 0 ? 'estimate' : 'payments' },
    reason: reasonOf(check, n),
    marks: match === 'id' ? ['姓名不一致'] : [],
    lawful_reasons:
      check === 'R04.car' ? ['残疾人功能性补偿代步车', '已出售未过户', '已报废未注销'] : ['数据尚未更新'],
    arithmetic:
      check === 'R03'
        ? { income_per_capita: '1430.00', standard_month: '1208.00', counted_pension: '2860.00' }
        : {},
    evidence: [
      {
        register: rule === 'R04' ? 'vehicle' : 'payroll',
        file: rule === 'R04' ? '车辆.csv' : '工资发放表.xlsx',
        sheet: rule === 'R04' ? null : '2026年',
        row: 12 + n,
        supplier: rule === 'R04' ? '公安局交警大队' : '财政局',
        data_date: '2026-09-30',
        fields: {
          id_number: inventedId(n + 5000),
          plate: `浙F${10000 + n}`,
          bank_account: '6217001234567890123',
        },
      },
    ],
    change: n % 3 === 0 ? 'new' : n % 3 === 1 ? 'recurring' : null,
  };
}

export function householdsOf(cases: readonly Case[]): Household[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) groups.set(one.household_id, [...(groups.get(one.household_id) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const hard = group.some((c) => c.grade !== 'verify' && c.match !== 'near' && c.match !== 'name');
    return {
      household_id: first.household_id,
      head: first.head,
      township: first.township,
      village: first.village,
      village_group: first.village_group,
      category: first.category,
      class: first.class,
      household_size: first.household_size,
      covered_size: first.covered_size,
      monthly_amount: first.monthly_amount,
      start_date: first.start_date,
      cases: group.map((c) => c.case_id),
      rules: [...new Set(group.map((c) => c.rule))],
      grade: first.grade,
      action: first.grade,
      priority: hard ? 2 * (first.monthly_amount ?? 0) : (first.monthly_amount ?? 0),
      certainty: hard ? ('hard' as const) : ('soft' as const),
      overpaid: first.overpaid,
    };
  });
}
