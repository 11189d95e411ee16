import { shuffled } from '../variants/random.js';
import { idOf, type Row, writeTable } from './county.js';

/** One fact of a register, and the case that it makes: a test's own answer, not the program's. */
export interface Fact {
  readonly register: 'vehicle' | 'death' | 'refusal' | 'property' | 'pension';
  readonly check: string;
  /** Household, from 0. */
  readonly home: number;
  /** Member of it, from 0; null in a household's case. */
  readonly member: number | null;
  readonly fact: string;
  readonly cells: Row;
}

export const registers = {
  vehicle: '序号,身份证号,姓名,号牌号码,车辆类型,使用性质,机动车状态,初次登记日期',
  death: '序号,身份证号,姓名,死亡日期',
  refusal: '序号,户编号,日期,原因',
  property: '序号,身份证号,姓名,不动产单元号,用途,坐落,登记日期',
  pension: '序号,身份证号,姓名,待遇类型,月养老金,起领时间,发放状态',
} as const;
export type Register = keyof typeof registers;

export const HOMES = 60;
const rosterHeader =
  '户编号,姓名,身份证号,与户主关系,是否享受,低保类别,乡镇,村,家庭人口,保障人口,人均月收入,月保障金,享受起始时间';

export const householdOf = (home: number): string => `2026${String(home + 1).padStart(4, '0')}`;
export const nameOf = (home: number, member: number): string =>
  `${'赵钱孙李周吴郑王冯陈'[home % 10]}${'一二三'[member]}${'甲乙丙丁戊己'[Math.floor(home / 10)]}`;
export const personOf = (home: number, member: number): string =>
  idOf(`${[1960, 1963, 1990][member]}-0${1 + (home % 9)}-1${home % 8}`, 10 * home + member);

/** The county as the registers of one night have it. */
export interface Night {
  /** Members of each household on the roster. */
  readonly members: readonly (readonly number[])[];
  readonly facts: readonly Fact[];
  /** Facts that stand in two rows. */
  readonly twice: ReadonlySet<Fact>;
  readonly missing: Register | null;
}

/** Writes the files of one night, every one with its rows in an order of its own; the options that name them. */
export function writeNight(folder: string, night: Night, random: () => number): string[] {
  const homes = shuffled([...night.members.keys()], random);
  const roster = homes.flatMap((home) =>
    shuffled([...(night.members[home] ?? [])], random).map((member): Row => {
      const relation = ['户主', '配偶', '子'][member] ?? '';
      const village = home % 2 === 0 ? ['东溪镇', '石桥村'] : ['西岭镇', '渔浦村'];
      const person = [nameOf(home, member), personOf(home, member), relation];
      return [householdOf(home), ...person, '是', '农村', ...village, 3, 3, 300, 640, '2024-01-15'];
    }),
  );
  const options = ['--roster', writeTable(folder, '花名册.csv', rosterHeader, roster)];
  for (const register of Object.keys(registers) as Register[]) {
    if (register === night.missing) continue;
    const own = night.facts.filter((fact) => fact.register === register);
    const rows = own.flatMap((fact) => (night.twice.has(fact) ? [fact.cells, fact.cells] : [fact.cells]));
    // Somebody of elsewhere, so that no register is ever empty: an empty one would count as absent.
    const stranger = strangers[register];
    const numbered = shuffled([stranger, ...rows], random).map((cells, at) => [at + 1, ...cells]);
    options.push(`--${register}`, writeTable(folder, `${register}.csv`, registers[register], numbered));
  }
  return options;
}

const elsewhere = idOf('1975-05-05', 999, '110101');
const strangers: Readonly<Record<Register, Row>> = {
  vehicle: [elsewhere, '生人', '京A00001', '小型轿车', '非营运', '正常', '2020-01-01'],
  death: [elsewhere, '生人', '2020-01-01'],
  refusal: ['99999999', '2026-10-01', '生人'],
  property: [elsewhere, '生人', '110101000001', '商铺', '城外', '2020-01-01'],
  pension: [elsewhere, '生人', '城镇职工', 3000, '2020-01-01', '正常'],
};
