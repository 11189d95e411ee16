import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checksum } from '../src/normalise/index.js';
import { runCli } from './helpers/cli.js';

const start = mkdtempSync(join(tmpdir(), 'dibao-focus-'));
afterAll(() => rmSync(start, { recursive: true, force: true }));

/** A household of one, and what the registers say of him. A man of 40 of class C unless told otherwise. */
interface Focus {
  readonly name: string;
  readonly born?: string;
  readonly sex?: '男' | '女';
  readonly class?: string;
  readonly labour?: string;
  readonly health?: string;
  readonly disability?: readonly [type: string, level: string, expires: string];
  readonly illness?: string;
  readonly student?: readonly [enrolled: string, graduates: string];
  readonly flexible?: readonly [start: string, end: string];
  readonly business?: string;
  readonly complaint?: readonly [day: string, result: string];
  readonly listed: boolean;
}

// The as-of date is 2026-11-15.
const cases: readonly Focus[] = [
  { name: 'C类,有劳动能力', listed: true },
  { name: 'A类,收入固定', class: 'A类', listed: false },
  { name: '劳动能力没有写,按有', labour: '', listed: true },
  { name: '部分丧失劳动能力', labour: '部分丧失', listed: false },
  { name: '完全丧失劳动能力', labour: '完全丧失', listed: false },
  { name: '当天满十六周岁', born: '2010-11-15', listed: true },
  { name: '第二天才满十六周岁', born: '2010-11-16', listed: false },
  // Born 1963: the rise does not reach him, and he retires at 60; born in May 1965 at 60 and two months.
  { name: '男,已过退休年龄', born: '1963-06-01', listed: false },
  { name: '男,1966年9月生,退休年龄六十岁零六个月', born: '1966-09-15', listed: true },
  { name: '女,五十五岁零两个月退休,还差一天', sex: '女', born: '1971-09-16', listed: true },
  { name: '女,1970年1月生,五十五岁零一个月已过', sex: '女', born: '1970-01-15', listed: false },
  { name: '重病(花名册)', health: '重病', listed: false },
  { name: '重病(登记)', illness: '重大疾病', listed: false },
  { name: '慢性病不算', illness: '慢性病', listed: true },
  { name: '二级残疾', disability: ['肢体', '二级', ''], listed: false },
  { name: '三级肢体残疾', disability: ['肢体', '三级', ''], listed: true },
  { name: '三级精神残疾', disability: ['精神', '三级', ''], listed: false },
  { name: '残疾证当天到期,仍有效', disability: ['肢体', '一级', '2026-11-15'], listed: false },
  { name: '残疾证前一天到期', disability: ['肢体', '一级', '2026-11-14'], listed: true },
  { name: '在校学生', student: ['2025-09-01', '2028-06-30'], listed: false },
  { name: '已毕业', student: ['2020-09-01', '2024-06-30'], listed: true },
  { name: '灵活就业', class: 'A类', flexible: ['2026-01-01', ''], listed: true },
  { name: '灵活就业已停保', class: 'A类', flexible: ['2024-01-01', '2026-11-15'], listed: false },
  { name: '个体经营', class: 'A类', business: '经营者', listed: true },
  { name: '只是股东', class: 'A类', business: '股东', listed: false },
  {
    name: '有群众反映,不论有没有劳动能力',
    class: 'A类',
    labour: '完全丧失',
    complaint: ['2026-10-01', ''],
    listed: true,
  },
  { name: '十二个月以内的第一天', class: 'A类', complaint: ['2025-11-16', '属实'], listed: true },
  { name: '正好十二个月以前', class: 'A类', complaint: ['2025-11-15', '属实'], listed: false },
  { name: '反映查否', class: 'A类', complaint: ['2026-10-01', '不属实'], listed: false },
  { name: '核查日以后的反映', class: 'A类', complaint: ['2026-11-16', ''], listed: false },
];

const idOf = ({ born = '1986-03-05', sex = '男' }: Focus, index: number): string => {
  const order = String(index * 2 + (sex === '男' ? 1 : 0)).padStart(3, '0');
  const digits = `330482${born.replaceAll('-', '')}${order}`;
  return digits + checksum(digits);
};

let listed: string[];
beforeAll(() => {
  const write = (
    file: string,
    titles: string,
    rowOf: (one: Focus, id: string, household: string) => (string | undefined)[] | null,
  ): void => {
    const rows = cases.flatMap((one, index) => {
      const row = rowOf(one, idOf(one, index), `H${index}`);
      return row === null ? [] : [row.map((cell) => cell ?? '').join(',')];
    });
    writeFileSync(join(start, file), `${[titles, ...rows].join('\n')}\n`);
  };
  write(
    'roster.csv',
    '户编号,姓名,身份证号,与户主关系,低保类别,施保类别,乡镇,村,劳动能力,健康状况,月保障金',
    (one, id, household) => [
      ...[
        household,
        '张三',
        id,
        '户主',
        '农村',
        one.class ?? 'C类',
        '新仓镇',
        '芦湾村',
        one.labour ?? '有',
        one.health ?? '健康',
        '500',
      ],
    ],
  );
  write('disability.csv', '身份证号,残疾类别,残疾等级,有效期至', ({ disability }, id) =>
    disability === undefined ? null : [id, ...disability],
  );
  write('illness.csv', '身份证号,病种,程度', ({ illness }, id) =>
    illness === undefined ? null : [id, '某病', illness],
  );
  write('student.csv', '身份证号,学历层次,入学时间,毕业时间', ({ student }, id) =>
    student === undefined ? null : [id, '本科', ...student],
  );
  write('employment.csv', '身份证号,月工资,参保类型,开始时间,结束时间', ({ flexible }, id) =>
    flexible === undefined ? null : [id, '4000', '灵活就业', ...flexible],
  );
  write('business.csv', '身份证号,角色,企业名称,从业人数', ({ business }, id) =>
    business === undefined ? null : [id, business, '某店', '0'],
  );
  // Every other complaint names the person, not the household.
  write(
    'complaint.csv',
    '户编号,身份证号,举报日期,办理结果',
    ({ complaint, listed: isListed }, id, household) =>
      complaint === undefined ? null : isListed ? ['', id, ...complaint] : [household, '', ...complaint],
  );
  const registers = ['roster', 'disability', 'illness', 'student', 'employment', 'business', 'complaint'];
  const files = registers.flatMap((key) => [`--${key}`, `${key}.csv`]);
  const { code, stderr, stdout } = runCli(
    [
      'check',
      ...files,
      '--rural-standard',
      '1000',
      '--as-of',
      '2026-11-15',
      '-o',
      'out',
      '--fail-on',
      'never',
    ],
    { cwd: start },
  );
  if (code !== 0 && code !== 4) throw new Error(stderr);
  expect(stdout).toContain('不等于有问题');
  const rows = readFileSync(join(start, 'out', 'focus.csv'), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1);
  listed = rows.map((row) => row.split(',')[0] ?? '');
});

describe('重点核查对象', () => {
  test.each(cases.map((one, index) => [one.name, one.listed, `H${index}`] as const))(
    '%s: %s',
    (_, wanted, household) => {
      expect(listed.includes(household)).toBe(wanted);
    },
  );

  test('lists each household once', () => {
    expect(new Set(listed).size).toBe(listed.length);
  });
});
