import { createHash } from 'node:crypto';

/** @param {string} text @returns {string} */
export const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const RULES = [
  ['R01.self', 'R01', '本人为财政供养人员、国企职工或村(居)干部', 'exit', 'stop'],
  ['R03', 'R03', '有正常缴纳职工养老保险的就业人员', 'verify', 'lower'],
  ['R02.death', 'R02', '已死亡仍在保', 'remove', 'remove'],
  ['R06', 'R06', '名下登记市场主体', 'verify', 'keep'],
  ['R04.car', 'R04', '名下有机动车', 'exit', 'keep'],
];
const LAWFUL = [
  '已退休或离职未更新',
  '同名同号登记错误',
  '公益性岗位或临时聘用',
  '家庭人均收入仍低于保障标准',
];
export const BATCH = '2026-001';
export const SENT_ON = '2026-08-01';
const VISITED = '2026-08-10';
const SERVED = '2026-08-20';

/**
 * The case of a household, as cases.ndjson has it, and what becomes of it.
 * @param {import('../county/households.mjs').Household} household
 * @param {string} township @param {string} village
 */
export function caseOf(household, township, village) {
  const { number, members, id: household_id } = household;
  const [check, rule, title, grade, measure] = RULES[number % RULES.length];
  const [head] = members;
  const about = check === 'R02.death' ? (members.at(-1) ?? head) : head;
  const person = {
    ...{ name: about.name, id_number: about.id, covered: about.covered, age: about.age },
    relation: about === head ? 'self' : 'child',
  };
  const { category, amount: monthly_amount, start: start_date } = household;
  const size = { household_size: members.length, covered_size: members.filter((one) => one.covered).length };
  const headOf = { name: head.name, id_number: head.id };
  const where = { township, village, village_group: '', category, class: 'ABC'[number % 3] };
  const overpaid = {
    months: 12 + (number % 24),
    amount: monthly_amount * (12 + (number % 24)),
    basis: 'payments',
  };
  const row = {
    ...{ case_id: `${check}-${sha256(household_id).slice(0, 16)}`, rule, check, title, grade },
    ...{ match: 'exact', fact: about.id, household_id, head: headOf, ...where, ...size, start_date, person },
    ...{ subject: person, since: '2020-07-01', monthly_amount, overpaid },
    reason: `${about.name}在${township}${village}的登记与低保条件不符,登记单位第${number}号,登记时间2020-07-01;数据截止日期2026-06-30`,
    ...{ marks: [], lawful_reasons: LAWFUL, arithmetic: { standard_month: '1208.00' } },
    evidence: [
      {
        ...{ register: 'payroll', file: 'data/财政供养人员.csv', sheet: null, supplier: '县财政局' },
        ...{ data_date: '2026-06-30', row: number + 2 },
        fields: {
          id_number: about.id,
          name: about.name,
          employer: `第${number % 500}中学`,
          status: 'active',
        },
      },
    ],
    change: null,
  };
  return { row, measure };
}

/** A line of households.ndjson. */
export function householdOf({ row }) {
  const { household_id, head, township, village, village_group, category, overpaid, grade } = row;
  const { household_size, covered_size, monthly_amount, start_date, case_id, rule } = row;
  return {
    ...{ household_id, head, township, village, village_group, category, class: row.class },
    ...{ household_size, covered_size, monthly_amount, start_date, cases: [case_id], rules: [rule] },
    ...{ grade, action: grade, priority: overpaid.amount, certainty: 'hard', overpaid },
  };
}

/** What the visitors wrote. */
export function findingOf({ row, measure }) {
  const isKept = measure === 'keep';
  const income = measure === 'lower' ? row.household_size * 700 : null;
  return {
    ...{ visited: VISITED, seen: true, unseen_reason: '', verdict: isKept ? 'dismissed' : 'confirmed' },
    ...{
      ground: isKept ? '数据有误或已过时' : '情况属实,无合理情形',
      note: `入户见到本人,情况已核对(${row.head.name})`,
    },
    ...{ household_size: null, covered_size: null, income, materials: '入户记录1份,照片2张', measure },
    ...{ from_month: isKept ? null : '2026-10', new_amount: null, recover: null, opinion: 'agrees' },
    ...{ investigators: ['入户员甲', '入户员乙'], village_officer: '村干部丙', reviewer: '审核员丁' },
    ...{ reviewed: '2026-08-12', remark: '' },
  };
}

/** @param {string} township @param {number} number */
const returned = (township, number) => ({
  ...{ file: `交回/疑点核实表_${township}_${BATCH}.xlsx`, sha256: sha256(township) },
  row: 4 + number,
});

export const verifiedOf = (one, number) => ({
  ...{ what: 'verified', case_id: one.row.case_id, batch: BATCH },
  ...{ finding: findingOf(one), origin: returned(one.row.township, number) },
});

export const servedOf = ({ row }, number) => ({
  ...{ what: 'served', household_id: row.household_id, on: SERVED, manner: '直接送达', by: '入户员甲' },
  ...{ received_by: row.head.name, origin: returned(row.township, number) },
});

/** A 核查调查表 of a household. */
export const visitedOf = ({ row }, number) => ({
  ...{ what: 'visited', household_id: row.household_id, batch: BATCH, visited: VISITED },
  ...{ persons_due: row.covered_size, persons_seen: row.covered_size, unseen_reason: '', note: '' },
  investigators: ['入户员甲', '入户员乙'],
  survey: {
    ...{ household_size: row.household_size, covered_size: row.covered_size, income: null, electricity: 80 },
    ...{ water: 20, gas: null, housing: '砖混两间', vehicles: '', measure: 'keep', opinion: 'agrees' },
    ...{ village_officer: '村干部丙', reviewer: '审核员丁', reviewed: null, remark: '' },
  },
  origin: returned(row.township, number),
});

export function dispatchedOf(township, cases) {
  return {
    ...{ what: 'dispatched', batch: BATCH, recipient: township, township, sha256: sha256(township) },
    ...{ file: `下发/${BATCH}/疑点核实表_${township}_${BATCH}.xlsx`, on: SENT_ON, deadline: '2026-08-16' },
    ...{ cases: cases.map(({ row }) => row.case_id), households: [] },
  };
}
