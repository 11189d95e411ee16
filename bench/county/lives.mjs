import { asOfDay, past } from './dates.mjs';
import { BIRTH_DAYS, otherPerson } from './people.mjs';
import { account, plate, unit } from './registers.mjs';
import { month, student } from './registers-people.mjs';

const RESIDENT = '城乡居民基本养老保险';
/** Numbers of plates, units and firms of roster people start here: nobody else has them. */
export const OWN = 50_000_000;
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
      emit('pension', member, {
        kind: RESIDENT,
        amount: 143 + counted,
        start: asOfDay - r.between(10, 4000),
        status: '正常发放',
      });
      income += counted;
    }
    if (member.age >= 60 && r.chance(0.5)) kin(r, member, emit, population);
    if (member.age >= 6 && member.age <= 21 && r.chance(0.8)) {
      emit('student', member, student(r, true, Math.min(4, Math.floor((member.age - 6) / 3.5))));
    }
    if (r.chance(0.1))
      emit('disability', member, {
        type: '肢体',
        level: r.pick(['二级', '三级', '四级']),
        end: asOfDay + r.below(2000),
      });
    if (r.chance(0.04))
      emit('illness', member, { disease: '恶性肿瘤', severity: '重大疾病', date: past(r, 6) });
    if (r.chance(0.25))
      emit('finance', member, {
        account: account(OWN + household.number * 8 + (member.age % 8)),
        balance: r.below(400_000) / 100,
        date: asOfDay - 20,
      });
  }
  const [head, second] = household.members;
  const worker = household.members.find((one) => one.age >= 18 && one.age < 60);
  if (worker && r.chance(0.12)) {
    const wage = Math.floor(household.standard * household.members.length * r.between(20, 55) * 0.01);
    emit('employment', worker, {
      employer: '平湖市服装加工厂',
      wage,
      start: asOfDay - r.between(30, 2000),
      end: null,
      kind: '单位就业',
    });
    income += wage;
  }
  if (r.chance(0.4))
    emit('property', head, {
      unit: unit(OWN + household.number),
      use: '住宅',
      date: past(r),
      status: '现势',
    });
  if (r.chance(0.1))
    emit('vehicle', head, {
      plate: plate(OWN + household.number),
      type: '普通二轮摩托车',
      use: '非营运',
      date: past(r),
      status: '正常',
    });
  if (second?.relation === '配偶' && r.chance(0.6))
    emit('marriage', head, { spouse: second, event: '结婚登记', date: past(r) });
  if (r.chance(0.1)) {
    for (let back = 1; back <= 12; back += 1) {
      emit('utility', head, {
        household: household.id,
        kind: '电',
        month: month(back),
        amount: r.between(1000, 12_000) / 100,
      });
    }
  }
  return income;
}

/** Grown children elsewhere, most of whom pay. */
function kin(r, member, emit, population) {
  for (let n = r.between(1, 2); n > 0; n -= 1) {
    const relative = grownOther(r, population);
    emit('kinship', member, {
      relative,
      relation: r.pick(['儿子', '女儿']),
      paid: r.chance(0.92) ? 200 : '',
    });
  }
}
