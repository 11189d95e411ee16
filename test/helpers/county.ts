import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checksum } from '../../src/normalise/index.js';

/** The number of an invented person: area, birth date, serial, and the check sign that makes it valid. */
export function idOf(birth: string, serial: number, area = '330482'): string {
  const digits = `${area}${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return digits + checksum(digits);
}

export type Row = readonly (string | number)[];

/** Writes a CSV file below `folder`; its path as the command line takes it. */
export function writeTable(folder: string, name: string, header: string, rows: readonly Row[]): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  return name;
}

export const people = {
  /** Household 1: head with a car, his wife, their son. */
  owner: idOf('1970-02-03', 1),
  wife: idOf('1972-05-06', 2),
  son: idOf('2012-07-08', 3),
  /** Household 2: nothing about her anywhere. */
  widow: idOf('1948-01-09', 4),
  /** Household 3: a father who died, and his daughter. */
  dead: idOf('1950-10-10', 5),
  daughter: idOf('1981-11-12', 6),
} as const;

export const households = { car: '20260001', clear: '20260002', death: '20260003' } as const;

const rosterHeader =
  '户编号,姓名,身份证号,与户主关系,是否享受,低保类别,乡镇,村,家庭人口,保障人口,人均月收入,月保障金,享受起始时间';

/** A roster of three households, all rural. @param dead how many persons of the third the amount leaves out */
export function writeRoster(folder: string, name = 'roster.csv', dead = 1): string {
  const { car, clear, death } = households;
  // What D06 works out for them at 1,100 yuan: (1100 - 300) a person; nothing for the father who died where that is known.
  const row = (id: string, who: string, number: string, relation: string, size: number): Row => {
    const alive = id === death ? size - dead : size;
    const place = ['农村', '钟埭街道', '沈家弄村'];
    return [id, who, number, relation, '是', ...place, size, size, '300', String(800 * alive), '2024-01-15'];
  };
  return writeTable(folder, name, rosterHeader, [
    row(car, '王建国', people.owner, '户主', 3),
    row(car, '李秀英', people.wife, '配偶', 3),
    row(car, '王小明', people.son, '子', 3),
    row(clear, '赵桂花', people.widow, '户主', 1),
    row(death, '钱福生', people.dead, '户主', 2),
    row(death, '钱美华', people.daughter, '女', 2),
  ]);
}

export const vehicleHeader = '身份证号,姓名,号牌号码,车辆类型,使用性质,机动车状态,初次登记日期';

/** The head of household 1 owns a car; `others` more rows are about people on no roster. */
export function writeVehicles(folder: string, name = 'vehicle.csv', others = 3): string {
  return writeTable(folder, name, vehicleHeader, [
    [people.owner, '王建国', '浙F12345', '小型轿车', '非营运', '正常', '2025-03-04'],
    ...strangers(others).map((id, index) => [
      id,
      `生人${index}`,
      `浙F9${index}`,
      '小型轿车',
      '非营运',
      '正常',
      '2020-01-01',
    ]),
  ]);
}

/** Numbers of people on no roster, of another county. */
export function strangers(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    idOf(`19${60 + (index % 30)}-0${1 + (index % 9)}-1${index % 10}`, index % 1000, '110101'),
  );
}

export function writeDeaths(folder: string, name = 'death.csv'): string {
  return writeTable(folder, name, '身份证号,姓名,死亡日期', [[people.dead, '钱福生', '2026-05-20']]);
}

/** What every check of the county is told beside its files. */
export const told = ['--rural-standard', '1100', '--as-of', '2026-11-01', '--area', '330482'] as const;
