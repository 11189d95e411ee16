import { describe, expect, it } from 'vitest';
import { ask, idOf, runSmall } from './variants/small.js';

// Probes of the data dictionary's words on values: persons of a row, statuses, codes and dates.

const id = (serial: number): string => idOf('19800101', serial);
const [a, b, c, d, e, f] = [id(1), id(3), id(5), id(7), id(9), id(11)];
const header = '户编号,姓名,身份证号,与户主关系,低保类别';
const family = [header, `H1,甲一,${a},户主,农村`, `H1,甲二,${b},配偶,农村`];

describe('persons of a row', () => {
  it('of a marriage both sides are read', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [...family, `H2,乙一,${c},户主,农村`],
          '婚姻.csv': [
            '男方姓名,男方身份证号,女方姓名,女方身份证号,业务类型,登记日期',
            `某某,${d},甲二,${b},结婚登记,2020-01-01`,
            `乙一,${c},某人,${e},离婚,2021-01-01`,
          ],
        },
        sources: { roster: ['名册.csv'], marriage: ['婚姻.csv'] },
      },
      {
        events: `SELECT household_id, person, spouse FROM latest_event JOIN member USING (person) ORDER BY 1`,
      },
    );
    expect(rows.events).toEqual([`H1 ${b} ${d}`, `H2 ${c} ${e}`]);
  });

  it('a disability certificate number fills blanks, and serves alone', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': family,
          '甲.csv': [
            '姓名,身份证号,残疾证号,残疾类别,残疾等级',
            `甲一,,${a}61,,`,
            `甲二,${b},${b}34,视力,`,
            `某某,,${f}11,,`,
          ],
          '乙.csv': ['姓名,残疾证号', `甲二,${b}53`, `某某,${f}11`, `某人,${d}`],
        },
        sources: { roster: ['名册.csv'], disability: ['甲.csv', '乙.csv'] },
      },
      { disability: 'SELECT id_number, type, level FROM disability ORDER BY 1, 3 DESC' },
    );
    expect(rows.disability.filter((one) => one.startsWith(a) || one.startsWith(b))).toEqual([
      `${a} mental 1`,
      `${b} visual 4`,
      `${b} intellectual 3`,
    ]);
  });

  it('digits of GB/T 4761 are relations', async () => {
    const codes = [
      ['02', 'self'],
      ['10', 'spouse'],
      ['20', 'child'],
      ['38', 'child_in_law'],
      ['51', 'parent'],
      ['62', 'grandparent'],
      ['97', 'other'],
    ] as const;
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [
            header,
            ...codes.map(([code], index) => `H1,甲${index},${id(101 + index)},${code},农村`),
          ],
        },
      },
      { relations: 'SELECT relation FROM member ORDER BY name' },
    );
    expect(rows.relations).toEqual(codes.map(([, relation]) => relation));
  });

  it("a register's header may be the roster's", async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': family,
          '车.csv': ['证件号码,成员姓名,车牌,车辆类型', `${a},甲一,浙Z·1 2345,小型轿车`],
        },
        sources: { roster: ['名册.csv'], vehicle: ['车.csv'] },
      },
      { cars: 'SELECT id_number, name, plate FROM vehicle' },
    );
    expect(rows.cars).toEqual([`${a} 甲一 浙Z12345`]);
  });
});

describe('the fields that real rosters also have', () => {
  it('an ended row is no member, one who lives apart is none of the family, a family in grace is marked', async () => {
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            `${header},救助状态,停保时间,是否共同生活,渐退期至`,
            `H1,甲一,${a},户主,农村,在保,,是,2026-12-31`,
            `H1,甲二,${b},配偶,农村,停保,,是,`,
            `H1,甲三,${c},长子,农村,在保,,否,`,
            `H2,乙一,${d},户主,农村,享受,2026-06-30,,`,
            `H3,丙一,${e},户主,农村,享受,2026-07-01,,2026-06-29`,
          ],
          '死亡.csv': [
            '身份证号,姓名,死亡日期',
            ...[a, b, c, d, e].map(
              (one, index) => `${one},${['甲一', '甲二', '甲三', '乙一', '丙一'][index]},2026-01-01`,
            ),
          ],
        },
        sources: { roster: ['名册.csv'], death: ['死亡.csv'] },
        checks: ['R02.death'],
      },
      { ...ask, kin: 'SELECT relation FROM relative_of ORDER BY 1' },
    );
    expect(rows.members).toEqual(['H1 甲一', 'H3 丙一']);
    expect(rows.kin).toEqual(['child', 'parent']);
    expect(
      run.report.cases.map((one) => [one.household_id, one.grade, one.marks.join().includes('渐退期')]),
    ).toEqual([
      ['H1', 'verify', true],
      ['H3', 'remove', false],
    ]);
  });

  it('a list of heads is a valid roster; the summary says that others could not be checked', async () => {
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            '户编号,姓名,身份证号,低保类别,享受人数,月保障金',
            `H1,甲一,${a},农村,3,1500`,
            `H2,乙一,${b},城市,1,600`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual(['H1 甲一', 'H2 乙一']);
    expect(run.report.summary.roster.heads_only).toBe(1);
    expect(run.report.summary.warnings.join()).toMatch(/户主/);
  });

  it('a list of heads without a number: the own ID serves; a rounded one keeps its household', async () => {
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            '姓名,身份证号,低保类别,享受人数',
            `甲一,${a},农村,3`,
            '乙一,3.39921E+17,农村,2',
            '丙一,3.39921E+17,农村,1',
            `丁一,${d},农村,1`,
          ],
        },
      },
      ask,
    );
    expect(rows.members.map((one) => one.slice(-2))).toEqual(['甲一', '丁一', '乙一', '丙一']);
    expect(run.report.summary.roster).toMatchObject({ households: 4, members: 4, uncheckable_members: 2 });
  });

  it('行政区划 is split into township and village', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [
            `${header},行政区划`,
            `H1,甲一,${a},户主,农村,东溪镇柳岸村`,
            `H2,乙一,${b},户主,农村,北塘街道`,
          ],
        },
      },
      ask,
    );
    expect(rows.households).toEqual(['H1 rural  东溪镇 柳岸村  1', 'H2 rural  北塘街道   1']);
  });

  it('household fields are the first value found among the rows', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [
            `${header},月保障金,乡镇`,
            `H1,甲二,${b},配偶,,,`,
            `H1,甲一,${a},户主,农村,500,东溪镇`,
            `H1,甲三,${c},子,城市,900,西岭镇`,
          ],
        },
      },
      ask,
    );
    expect(rows.households).toEqual(['H1 rural  东溪镇  500.00 3']);
  });
});

describe('codes and dates', () => {
  it('an unknown code text is kept as other and counted once; a negated label does not count', async () => {
    const { rows, run } = await runSmall(
      {
        files: {
          '名册.csv': [
            `${header},劳动能力`,
            `H1,甲一,${a},户主,农村,没有劳动能力`,
            `H1,甲二,${b},侄子,农村,待鉴定`,
            `H1,甲三,${c},长子之妻,农村,待鉴定`,
            `H1,甲四,${d},张三之妻,农村,完全丧失劳动能力`,
          ],
        },
      },
      { told: 'SELECT relation, labour_capacity FROM member ORDER BY name' },
    );
    expect(rows.told).toEqual(['self other', 'other other', 'other other', 'spouse none']);
    const labour = run.report.summary.problems.find(
      (one) => one.kind === 'code-unknown' && one.field === '劳动能力',
    );
    expect(labour?.count).toBe(3);
    expect(labour?.rejected).toBe(false);
  });

  it('an unreadable optional value is empty and listed; a starred one rejects the row', async () => {
    const { rows, listed } = await runSmall(
      {
        files: {
          '名册.csv': [`${header},纳入时间`, `H1,甲一,${a},户主,农村,去年`, `H1,甲二,${b},配偶,农村,202403`],
          '死亡.csv': ['身份证号,姓名,死亡日期', `${a},甲一,2024-02-30`, `${b},甲二,45292`],
        },
        sources: { roster: ['名册.csv'], death: ['死亡.csv'] },
      },
      { start: 'SELECT start_date FROM roster ORDER BY source', death: 'SELECT death_date FROM death' },
    );
    expect(rows.start).toEqual(['', '2024-03-01']);
    expect(rows.death).toEqual(['2024-01-01']);
    expect(listed).toEqual([
      '名册.csv 2 享受起始时间 date-unreadable 去年',
      '死亡.csv 2 死亡日期 date-unreadable 2024-02-30',
    ]);
  });

  it('current: from the start on, no longer on the day of the end; a month ends on its first day', async () => {
    const post = (who: string, start: string, end: string, status = '') =>
      `${who},公务员,${start},${end},${status}`;
    const { rows } = await runSmall(
      {
        files: {
          '名册.csv': [
            header,
            ...[a, b, c, d, e, f].map((one, index) => `H${index},甲${index},${one},户主,农村`),
          ],
          '编制.csv': [
            '身份证号,人员类别,入职时间,离职时间,在职状态',
            post(a, '2026-06-30', ''),
            post(b, '2026-07-01', ''),
            post(c, '', '2026-06-30'),
            post(d, '', '2026-07'),
            post(e, '', '2026年6月'),
            post(f, '', '', '退休'),
          ],
        },
        sources: { roster: ['名册.csv'], payroll: ['编制.csv'] },
      },
      { posts: 'SELECT person FROM public_post ORDER BY 1' },
    );
    expect(rows.posts).toEqual([a, d].sort());
  });
});
