import { LEVELS, SCHOOLS } from './background.js';
import { asOfDay, monthBefore } from './dates.js';
import type { Families, Family, Member } from './family.js';
import { type Random, randomFrom } from './random.js';
import type { Registers } from './registers.js';

/** Numbers of plates, units, firms and accounts that roster families own: nobody else has one of them. */
export class Numbers {
  #next = 1;
  next(): number {
    return this.#next++;
  }
}

export interface World {
  readonly r: Random;
  readonly book: Registers;
  readonly families: Families;
  readonly numbers: Numbers;
}

const past = (r: Random, years = 20): number => asOfDay - 1 - r.below(years * 365);

/** Members of a hundred households: 19 of one, 26 of two … the mean is 2.8. */
const SIZES = [19, 45, 71, 88, 97, 100];

/** A family in need as most are, and the rows it has in the registers, none of which accuses it. */
export function liveInNeed(world: World, family: Family): void {
  const { r, families } = world;
  const die = r.below(100);
  const size = 1 + SIZES.findIndex((upTo) => die < upTo);
  const headAge = r.between(30, 84);
  const head = families.add(r, family, '户主', { age: headAge });
  const covered = (): boolean => r.chance(0.9);
  if (size > 1 && r.chance(0.65)) {
    const sex = head.sex === 'male' ? 'female' : 'male';
    families.add(r, family, '配偶', { age: clamp(headAge + r.between(-5, 5), 22), sex, covered: covered() });
  }
  if (size > 3 && headAge < 64 && r.chance(0.4))
    families.add(r, family, '父母', { age: clamp(headAge + r.between(21, 26), 40), covered: covered() });
  while (family.members.length < size) {
    const age = clamp(headAge - r.between(20, 38), 0);
    families.add(r, family, '子女', { age, covered: covered() });
  }
  for (const member of family.members) liveOne(world, family, member);
  liveTogether(world, family, head);
  family.declared.income = Math.max(family.incomePerCapita * family.members.length, family.known);
}

const clamp = (age: number, least: number): number => Math.max(least, Math.min(88, age));

/** What the registers know of one member. */
function liveOne({ r, book, families, numbers }: World, family: Family, { who, age }: Member): void {
  if (age >= 60 && r.chance(0.75)) {
    const counted = r.between(20, 150);
    book.pension(who, '城乡居民基本养老保险', (143 + counted) * 100, asOfDay - r.between(10, 4000));
    family.known += counted;
  }
  if (age >= 60 && r.chance(0.5)) {
    for (let n = r.between(1, 2); n > 0; n--) {
      const child = families.person(r, 'kin', { age: clamp(age - r.between(22, 36), 18) });
      book.kinship(who, child.who, child.sex === 'male' ? '儿子' : '女儿', r.chance(0.92) ? 200 : null);
    }
  }
  if (age >= 6 && age <= 21 && r.chance(0.8)) {
    const level = Math.min(4, Math.floor((age - 6) / 3.5));
    const from = asOfDay - r.between(100, 900);
    book.student(who, SCHOOLS[level] ?? '', LEVELS[level] ?? '', from, asOfDay + r.between(30, 700));
  }
  if (r.chance(0.1)) book.disability(who, '肢体', r.pick(['二级', '三级', '四级']), asOfDay + r.below(2000));
  if (r.chance(0.04)) book.illness(who, '恶性肿瘤', '重大疾病', past(r, 6));
  if (r.chance(0.25)) book.finance(who, numbers.next(), r.below(400_000), asOfDay - 20);
}

/** What they own and use together. */
function liveTogether({ r, book, numbers }: World, family: Family, head: Member): void {
  const { members, standard } = family;
  const [, second] = members;
  const worker = members.find((one) => one.age >= 18 && one.age < 60);
  if (worker && r.chance(0.12)) {
    const wage = Math.floor((standard * members.length * r.between(15, 40)) / 100);
    book.employment(worker.who, '云溪服装加工厂', wage * 100, asOfDay - r.between(30, 2000), null);
    family.known += wage;
  }
  if (r.chance(0.4)) {
    book.property(head.who, numbers.next(), '住宅', past(r));
    family.declared.homes = 1;
  }
  if (r.chance(0.1)) book.vehicle(head.who, numbers.next(), '普通二轮摩托车', '非营运', past(r));
  if (second?.relation === '配偶' && r.chance(0.6)) book.marriage(head.who, second.who, '结婚登记', past(r));
  if (r.chance(0.1)) {
    for (let back = 1; back <= 12; back++)
      book.utility(family.id, head.who, '电', monthBefore(back), r.between(1000, 12_000));
  }
}

/** A generator of its own for each family: what one has does not change what the next has. */
export const familyRandom = (seed: number, number: number): Random =>
  randomFrom(seed + Math.imul(number + 1, 0x9e3779b1));
