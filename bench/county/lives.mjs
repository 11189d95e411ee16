import { asOfDay, past } from './dates.mjs';
import { BIRTH_DAYS, otherPerson } from './people.mjs';
import { account, plate, unit } from './registers.mjs';
import { month, student } from './registers-people.mjs';

const RESIDENT = '城乡居民基本养老保险';
/** Numbers of plates, units and firms of roster people start here: nobody else has them. */
const OWN = 50_000_000;
/** Days of birth below this are of people grown up long ago. */
const GROWN = Math.floor(BIRTH_DAYS * 0.65);

/** @param {import('./random.mjs').Random} random @param {number} population @returns {import('./people.mjs').Person} a grown one */
export function grownOther(random, population) {
  for (;;) {
    const index = random.below(population);
    if ((index * 7919) % BIRTH_DAYS < GROWN) return otherPerson(index);
  }
}

/**
 * The rows that a household in need has in the registers, none of which accuses it.
 * @param {import('./random.mjs').Random} r
 * @param {import('./households.mjs').Household} household
 * @param {(key: string, person: import('./people.mjs').Person, facts: Record<string, any>) => void} emit
 * @param {number} population
 * @returns {number} the monthly income that the registers know of
 */
export function liveInNeed(r, household, emit, population) {
  let income = 0;
  for (const member of household.members) {
    if (member.age >= 60 && r.chance(0.75)) {
      const counted = r.between(20, 300);
      emit('pension', member, { kind: RESIDENT, amount: 143 + counted, start: asOfDay - r.between(10, 4000), status: '正常发放' });
      income += counted;
    }
    if (member.age >= 60 && r.chance(0.5)) kin(r, member, emit, population);
    if (member.age >= 6 && member.age <= 21 && r.chance(0.8)) {
      emit('student', member, student(r, true, Math.min(4, Math.floor((member.age - 6) / 3.5))));
    }
    if (r.chance(0.1)) emit('disability', member, { type: '肢体', level: r.pick(['二级', '三级', '四级']), end: asOfDay + r.below(2000) });
    if (r.chance(0.04)) emit('illness', member, { disease: '恶性肿瘤', severity: '重大疾病', date: past(r, 6) });
    if (r.chance(0.25)) emit('finance', member, { account: account(OWN + household.number * 8 + member.age % 8), balance: r.below(400_000) / 100, date: asOfDay - 20 });
  }
  const [head, second] = household.members;
  const worker = household.members.find((one) => one.age >= 18 && one.age < 60);
  if (worker && r.chance(0.12)) {
    const wage = Math.floor(household.standard * household.members.length * r.between(20, 55) * 0.01);
    emit('employment', worker, { employer: '平湖市服装加工厂', wage, start: asOfDay - r.between(30, 2000), end: null, kind: '单位就业' });
    income += wage;
  }
  if (r.chance(0.4)) emit('property', head, { unit: unit(OWN + household.number), use: '住宅', date: past(r), status: '现势' });
  if (r.chance(0.1)) emit('vehicle', head, { plate: plate(OWN + household.number), type: '普通二轮摩托车', use: '非营运', date: past(r), status: '正常' });
  if (second?.relation === '配偶' && r.chance(0.6)) emit('marriage', head, { spouse: second, event: '结婚登记', date: past(r) });
  if (r.chance(0.1)) {
    for (let back = 1; back <= 12; back += 1) {
      emit('utility', head, { household: household.id, kind: '电', month: month(back), amount: r.between(1000, 12_000) / 100 });
    }
  }
  return income;
}

/** Grown children elsewhere, most of whom pay. */
function kin(r, member, emit, population) {
  for (let n = r.between(1, 2); n > 0; n -= 1) {
    const relative = grownOther(r, population);
    emit('kinship', member, { relative, relation: r.pick(['儿子', '女儿']), paid: r.chance(0.92) ? 200 : '' });
  }
}

/** @param {import('./households.mjs').Household} household @param {(one: import('./households.mjs').Member) => boolean} wanted */
function find(household, wanted) {
  return household.members.find((one) => one.covered && wanted(one)) ?? household.members[0];
}

/**
 * What a household may have that it should not, with how often. A story that needs a member whom the household lacks
 * falls to its head, and may then accuse nobody.
 * @type {readonly [number, string, (r: any, household: any, emit: any, population: number) => void][]}
 */
const STORIES = [
  [20, 'R04.car', (r, h, emit) => emit('vehicle', r.pick(h.members), { plate: plate(OWN + 1_000_000 + h.number), type: '小型轿车', use: '非营运', date: past(r), status: '正常' })],
  [4, 'R04.commercial', (r, h, emit) => emit('vehicle', h.members[0], { plate: plate(OWN + 2_000_000 + h.number), type: '轻型栏板货车', use: '货运', date: past(r), status: '正常' })],
  [4, 'R04.shop', (r, h, emit) => emit('property', h.members[0], { unit: unit(OWN + 1_000_000 + h.number), use: '商业服务', date: past(r), status: '现势' })],
  [8, 'R04.homes', (r, h, emit) => [3, 4].forEach((n) => emit('property', r.pick(h.members), { unit: unit(OWN + n * 1_000_000 + h.number), use: '住宅', date: past(r), status: '现势' }))],
  [12, 'R03', (r, h, emit) => emit('pension', find(h, (m) => m.age >= 50), { kind: '城镇职工基本养老保险', amount: 1500 * h.members.length + r.below(900), start: past(r, 9), status: '正常发放' })],
  [8, 'R06', (r, h, emit) => emit('employment', find(h, (m) => m.age >= 18), { employer: '平湖市箱包有限公司', wage: 1400 * h.members.length + r.below(900), start: past(r, 9), end: null, kind: '单位就业' })],
  [12, 'R02.death', (r, h, emit) => emit('death', r.pick(h.members), { date: past(r, 3) })],
  [1, 'R02.prison', (r, h, emit) => emit('prison', r.pick(h.members), { kind: '监狱服刑', start: past(r, 2), end: asOfDay + 800 })],
  [4, 'R02.migration', (r, h, emit) => emit('migration', r.pick(h.members), { date: past(r, 4), to: '310115' })],
  [5, 'R02.marriage', (r, h, emit, population) => emit('marriage', find(h, (m) => m.relation === '子女' && m.age > 20), { spouse: grownOther(r, population), event: '结婚登记', date: past(r, 4) })],
  [4, 'R05', (r, h, emit) => emit('business', h.members[0], { uscc: `92330482MA5${String(h.number).padStart(7, '0')}`, role: '经营者', employees: 3, date: past(r, 8), status: '存续' })],
  [2, 'R05.unknown', (r, h, emit) => emit('business', h.members[0], { uscc: `92330482MA6${String(h.number).padStart(7, '0')}`, role: '经营者', employees: '', date: past(r, 8), status: '存续' })],
  [2, 'R01.self', (r, h, emit) => emit('payroll', find(h, (m) => m.age > 20), { kind: '村(居)干部', pay: 2600, start: past(r, 8), status: '在职' })],
  [3, 'R01.relative', (r, h, emit, population) => relativeInOffice(r, h, emit, population)],
  [2, 'R08', (r, h, emit) => [20, 90, 200].forEach((back) => emit('job_refusal', find(h, (m) => m.capacity === '有'), { date: asOfDay - back, justified: '否' }))],
  [4, 'R10.finance', (r, h, emit) => emit('finance', h.members[0], { account: account(OWN + 1_000_000 + h.number), balance: 32_000 * h.members.length, date: asOfDay - 30 })],
  [2, 'R10.spending', (r, h, emit) => emit('spending', r.pick(h.members), { kind: '出境旅游', amount: 9000 * h.members.length, date: asOfDay - 60 })],
  [2, 'R10.utility', (r, h, emit) => [1, 2, 3].forEach((back) => emit('utility', h.members[0], { household: h.id, kind: '电', month: month(back), amount: 450 * h.members.length }))],
  [2, 'R09.refusal', (r, h, emit) => emit('refusal', h.members[0], { household: h.id })],
  [2, 'D01.duplicate', (r, h, emit) => emit('roster', h.members[0], {})],
  [3, 'D03.account', (r, h) => { h.account = `621700${String(1_000_000_000 + (h.number - (h.number % 40)) * 37).padStart(12, '0')}1`; }],
];
const TICKETS = STORIES.flatMap((story) => Array(story[0]).fill(story));

function relativeInOffice(r, household, emit, population) {
  const relative = grownOther(r, population);
  emit('kinship', household.members[0], { relative, relation: '儿子', paid: 300 });
  emit('payroll', relative, { kind: '公务员', pay: 7800, start: past(r, 9), status: '在职' });
}

/** Gives a household one story of the list. @param {import('./random.mjs').Random} r */
export function liveOtherwise(r, household, emit, population) {
  r.pick(TICKETS)[2](r, household, emit, population);
}

