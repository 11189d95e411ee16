import { RosterPeople } from './people.mjs';

const TOWNS = [
  '当湖街道',
  '钟埭街道',
  '曹桥街道',
  '乍浦镇',
  '新埭镇',
  '新仓镇',
  '独山港镇',
  '广陈镇',
  '林埭镇',
];
const VILLAGES = [
  '沈家弄村',
  '前港村',
  '泖口村',
  '鱼圻塘村',
  '花园社区',
  '虹霓村',
  '三叉河村',
  '通界村',
  '金桥社区',
  '中华村',
];
/** How many members, out of a hundred households; the mean is 2.8. */
const SIZES = [
  ...Array(19).fill(1),
  ...Array(26).fill(2),
  ...Array(26).fill(3),
  ...Array(17).fill(4),
  ...Array(9).fill(5),
  ...Array(3).fill(6),
];
/** The as-of year less this is the age, near enough for making people up. */
const YEAR = 2026;
/** Monthly standards in force on the as-of date. */
export const STANDARD = { rural: 1100, urban: 1208 };

/**
 * @typedef {{ id: string, name: string, year: number, sex: 'male' | 'female', age: number, relation: string, covered: boolean, capacity: string }} Member
 * @typedef {{ id: string, number: number, members: Member[], category: 'rural' | 'urban', income: number, amount: number, start: string, account: string, standard: number }} Household
 */

/** Makes the households of the roster, one after another. */
export class Households {
  #people = new RosterPeople();

  /**
   * @param {import('./random.mjs').Random} random
   * @param {number} number from 0
   * @returns {Household}
   */
  make(random, number) {
    const size = SIZES[random.below(SIZES.length)];
    const head = this.#member(random, random.between(1942, 1996), '户主');
    const members = [head];
    if (size > 1 && random.chance(0.65)) {
      const sex = head.sex === 'male' ? 'female' : 'male';
      members.push(this.#member(random, clamp(head.year + random.between(-5, 5)), '配偶', sex));
    }
    if (size > 3 && random.chance(0.4))
      members.push(this.#member(random, clamp(head.year - random.between(21, 30)), '父母'));
    while (members.length < size)
      members.push(this.#member(random, clamp(head.year + random.between(20, 38)), '子女'));
    const category = random.chance(0.65) ? 'rural' : 'urban';
    const standard = STANDARD[category];
    const income = random.between(80, 600);
    const covered = members.filter((one) => one.covered).length;
    return {
      id: `330482${String(10_000_000 + number * 7 + 3)}`,
      number,
      members,
      category,
      standard,
      income,
      amount: (standard - income) * covered,
      start: `20${random.between(10, 25)}-${String(random.between(1, 12)).padStart(2, '0')}-01`,
      account: `621700${String(1_000_000_000 + number * 37).padStart(12, '0')}${1 + (number % 9)}`,
    };
  }

  /** @returns {Member} */
  #member(random, year, relation, sex = random.chance(0.52) ? 'male' : 'female') {
    const person = this.#people.person(random, year, sex);
    const age = YEAR - year;
    const covered = relation === '户主' || random.chance(0.9);
    const capacity = age >= 60 ? '无' : age < 16 ? '' : random.pick(['有', '有', '有', '部分', '无']);
    return { ...person, age, relation, covered, capacity };
  }
}

/** @param {number} year */
function clamp(year) {
  return Math.max(1937, Math.min(2024, year));
}

/**
 * Works out the household's amount from the income it declared or, where that is more, the one that the registers know
 * of, as a bureau does that compares before it approves.
 * @param {Household} household
 * @param {number} known yuan a month of the whole household
 */
export function reckon(household, known) {
  const { members, standard } = household;
  household.income = Math.max(household.income, Math.ceil(known / members.length));
  household.amount = Math.max(0, standard - household.income) * members.filter((one) => one.covered).length;
}

export const ROSTER_HEADER =
  '序号,乡镇(街道),村(社区),户编号,姓名,身份证号码,与户主关系,是否享受,低保类别,施保类别,家庭人口,保障人口,家庭人均月收入(元),月保障金(元),纳入时间,银行账号,开户人,劳动能力,健康状况,联系电话';

/**
 * @param {Household} household
 * @param {Member} member
 * @param {{ id: string, serial: number }} written the ID as the roster has it, and the row's number
 */
export function rosterLine(household, member, written) {
  const { members, number } = household;
  const covered = members.filter((one) => one.covered).length;
  const category = household.category === 'rural' ? '农村低保' : '城市低保';
  const health = number % 5 === 0 ? '患病' : '健康';
  return (
    `${written.serial},${TOWNS[number % 9]},${VILLAGES[number % 10]},${household.id},${member.name},${written.id},${member.relation},` +
    `${member.covered ? '是' : '否'},${category},${'ABC'[number % 3]}类,${members.length},${covered},${household.income},${household.amount},` +
    `${household.start},${household.account},${members[0].name},${member.capacity},${health},1380573${String(number % 10_000).padStart(4, '0')}`
  );
}
