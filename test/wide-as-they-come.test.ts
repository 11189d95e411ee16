import { describe, expect, it } from 'vitest';
import { ask, idOf, runSmall } from './variants/small.js';

// Rosters of one row per household, and lists of heads ('Files as they come').

const id = (serial: number): string => idOf('19800101', serial);
const [a, b, c, d] = [id(1), id(3), id(5), id(7)];

describe('wide rosters', () => {
  const members = {
    成员1姓名: [
      '户编号,低保类别,姓名,身份证号,成员1姓名,成员1身份证号,成员1与户主关系,成员2姓名,成员2身份证号,成员2与户主关系',
    ],
    家庭保障人: [
      '户编号,低保类别,户主姓名,户主身份证号,家庭保障人1,家庭保障人1身份证号,家庭保障人1与户主关系,家庭保障人2,家庭保障人2身份证号,家庭保障人2与户主关系',
    ],
    'two rows': [
      '户编号,低保类别,户主,,家庭成员一,,,家庭成员二,,',
      ',,姓名,身份证号,姓名,身份证号,与户主关系,姓名,身份证号,与户主关系',
    ],
  };
  it.each(Object.entries(members))('%s', async (_name, lines) => {
    const { rows, notes, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            ...lines,
            `H1,农村,甲一,${a},甲二,${b},配偶,甲三,${c},女儿`,
            `H2,农村,乙一,${d},,,,,,`,
          ],
          '车.csv': ['身份证号,车牌号,车辆类型,使用性质', `${c},浙Z12345,小型轿车,非营运`],
        },
        sources: { roster: ['名册.csv'], vehicle: ['车.csv'] },
        checks: ['R04.car'],
      },
      { ...ask, relations: 'SELECT name, relation FROM member ORDER BY 1' },
    );
    expect(rows.members).toEqual(['H1 甲一', 'H1 甲三', 'H1 甲二', 'H2 乙一']);
    expect(rows.relations.filter((one) => !one.includes('一'))).toEqual(['甲三 child', '甲二 spouse']);
    expect(notes.join('\n')).toMatch(/每户一行,其余成员在各列中/);
    const [found] = run.report.cases;
    const line = lines.length + 1;
    const own = found?.evidence.find((one) => one.register === 'roster');
    if (own) expect([own.row, own.fields.成员列]).toEqual([line, '2']);
    expect(found?.person?.name).toBe('甲三');
  });

  it('names joined in one cell are listed, not members', async () => {
    const { rows, listed } = await runSmall(
      {
        files: {
          '名册.csv': [
            '户编号,低保类别,姓名,身份证号,成员1姓名,成员1身份证号',
            `H1,农村,甲一,${a},甲二、甲三,`,
            `H2,农村,乙一,${b},,`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一', 'H2 乙一']);
    expect(listed).toEqual(['名册.csv 2 姓名 names-joined 甲二、甲三']);
  });

  it('many members do not run into the next row', async () => {
    const count = 20;
    const people = Array.from({ length: count }, (_, index) => idOf('19900101', index + 1));
    const labels = people.map((_id, index) => `成员${index + 1}姓名,成员${index + 1}身份证号`);
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            ['户编号', '低保类别', '姓名', '身份证号', ...labels].join(','),
            ['H1', '农村', '甲', a, ...people.map((id, index) => `甲${index + 1},${id}`)].join(','),
            ['H2', '农村', '乙', b, ...people.map(() => ',')].join(','),
            ['H3', '农村', '丙', c, ...people.map(() => ',')].join(','),
          ],
        },
      },
      { ...ask, sources: 'SELECT count(DISTINCT source), count(*) FROM roster' },
    );
    const { members } = run.report.summary.roster;
    expect([rows.sources[0], members]).toEqual([`${count + 3} ${count + 3}`, count + 3]);
  });
});
