import type { Finding } from '../../src/ledger/events.js';
import type { CaseState } from '../../src/ledger/state.js';
import type { RosterHousehold, RosterMember } from '../../src/roster/read-roster.js';
import type { Settlement } from '../../src/settle/types.js';

const place = { file: '花名册.xlsx', path: '/nowhere/花名册.xlsx', sheet: '农村', row: 3, member: 0 };

/** Serial number 000 is given to nobody: a number for an example (GB 11643). */
export const idOf = (birth: string): string => `339921${birth.replaceAll('-', '')}000X`;

export function member(name: string, relation: string, birth: string, covered = true): RosterMember {
  return { name, relation, birth_date: birth, covered, id_number: idOf(birth), places: [place] };
}

/** An invented household with these members. */
export function household(id: string, members: readonly RosterMember[]): RosterHousehold {
  return {
    household_id: id,
    category: 'rural',
    class: 'A',
    township: '云溪镇',
    village: '溪口村',
    village_group: '三组',
    address: '溪口村下街12号',
    phone: '13900000000',
    household_size: members.length,
    covered_size: members.filter(({ covered }) => covered).length,
    covered: members.filter(({ covered }) => covered).length,
    n: members.length,
    family_income: null,
    income_per_capita: 300,
    monthly_amount: 1800.5,
    supplement: null,
    tier: '',
    start_date: '2023-04-01',
    bank_account: '6200000000000000',
    account_name: members[0]?.name ?? '',
    standard_year: 13_200,
    members,
  };
}

/** A family of four. */
export const family = (id: string): RosterHousehold =>
  household(id, [
    member('云小山', 'self', '1968-03-05'),
    member('溪小芳', 'spouse', '1970-11-20'),
    member('云小树', 'child', '1996-07-01', false),
    member('云小草', 'grandchild', '2018-09-09'),
  ]);

const finding: Finding = {
  visited: '2026-11-10',
  seen: true,
  unseen_reason: '',
  verdict: 'confirmed',
  ground: '情况属实,无合理情形',
  note: '入户见到车辆停放在院内,本人承认日常使用',
  household_size: 4,
  covered_size: 3,
  income: 2400,
  materials: '机动车登记证书1份',
  measure: 'stop',
  from_month: '2026-12',
  new_amount: null,
  recover: 18_005,
  opinion: 'agrees',
  investigators: ['山小云', '山小雨'],
  village_officer: '溪小川',
  reviewer: '山小雪',
  reviewed: '2026-11-12',
  remark: '',
};

/** A verified case of a household. */
export function verified(of: RosterHousehold, check: string, title: string, reason: string): CaseState {
  const [head = null] = of.members;
  const { household_id, township, village, category } = of;
  const slip = { case_id: `${check}-0123456789abcdef`, check, title, reason, grade: 'exit' as const };
  return {
    slip: { ...slip, household_id, township, village, category, head, person: head, overpaid: 18_005 },
    digest: '',
    stage: 'verified',
    present: true,
    finding,
    earlier: [],
    dispatched: null,
    settled: null,
    marks: new Set(),
    exemption: null,
    reported: false,
    seq: 1,
  };
}

/** A household that is stopped for a car. */
export function stopped(of: RosterHousehold): Settlement {
  const persons = of.covered;
  return {
    household: of,
    list: 'stopped',
    measure: 'stop',
    before: { persons, fen: 180_050 },
    after: { persons: 0, fen: 0 },
    removed: of.members.filter(({ covered }) => covered),
    departed: [],
    size: { before: of.n, after: of.n },
    income: 2400,
    work: null,
    from_month: '2026-12',
    cases: [
      verified(of, 'R04.car', '家有小汽车', '家庭成员云小树名下有小汽车 浙F0000X(小型轿车),2024-05-06 登记'),
    ],
    reasons: ['子女名下有小汽车。'],
    basis: ['社会救助暂行办法(国务院令第649号)第九条', '低保专项治理“回头看”十类清退人员第四项'],
    recovery: { fen: 1_800_500, months: 10, from: '2026-01', to: '2026-10', basis: 'payments' },
    waits: [],
    waivers: [],
    doubts: [],
    remarks: [],
  };
}

/** A household that loses a member, whose amount is worked out anew. */
export function lowered(of: RosterHousehold): Settlement {
  const gone = of.members.slice(1, 2);
  return {
    ...stopped(of),
    list: 'adjusted',
    measure: 'remove',
    after: { persons: of.covered - 1, fen: 120_000 },
    removed: gone,
    departed: gone,
    size: { before: of.n, after: of.n - 1 },
    work: {
      amount: 1200,
      lines: ['年保障标准13200元 × 3人 = 39600元', '减去家庭年收入25200元,余14400元', '14400 ÷ 12 = 1200元'],
    },
    cases: [verified(of, 'R02.migration', '户籍迁出', '溪小芳于2025-03-02迁往外地')],
    reasons: ['家庭成员溪小芳的户籍已于2025年3月2日迁出。'],
    recovery: null,
    waivers: [
      { what: 'waived', requirement: 'period', household_id: null, by: '山小雪', why: '家庭书面同意' },
    ],
  };
}
