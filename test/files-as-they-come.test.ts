import { describe, expect, it } from 'vitest';
import { resolveCampaign } from '../src/campaign-file/from-options.js';
import { ask, idOf, refusal, runSmall } from './variants/small.js';

// One probe for each sentence of the data dictionary's 'Files as they come': folders, household numbers, categories.

const id = (serial: number): string => idOf('19800101', serial);
const [a, b, c, d, e, f] = [id(1), id(3), id(5), id(7), id(9), id(11)];
const header = '户编号,姓名,身份证号,与户主关系,低保类别';

describe('folders', () => {
  const short = '户编号,姓名,身份证号,与户主关系';
  it('are read whole: every table file below, none twice, no lock files; what stands outside the rows is said', async () => {
    const { rows, notes } = await runSmall(
      {
        files: {
          '名册/东溪镇/农村低保.csv': [short, `H1,甲一,${a},户主`],
          '名册/西岭镇/城市低保.csv': [short, `H2,乙一,${b},户主`],
          '名册/西岭镇/城市低保 - 副本.csv': [short, `H2,乙一,${b},户主`],
          '名册/西岭镇/~$城市低保.csv': ['不是表格'],
          '名册/西岭镇/说明.docx': ['不是表格'],
        },
        sources: { roster: [{ file: '名册/', township: { from: 'folder' } }] },
      },
      ask,
    );
    expect(rows.households).toEqual(['H1 rural  东溪镇   1', 'H2 urban  西岭镇   1']);
    expect(notes.join('\n')).toMatch(/乡镇\(街道\)取自文件夹名:东溪镇/);
    expect(notes.join('\n')).toMatch(/低保类别取自文件名:农村/);
    expect(notes.join('\n')).toMatch(/城市低保\.csv: 与.*副本\.csv内容相同,只读一次/);
  });

  it('township and category from the sheet and the title', async () => {
    const sheet = (title: string, id: string, number: string) => ({
      rows: [[title], ['户编号', '姓名', '身份证号', '与户主关系'], [number, '甲一', id, '户主']],
      merges: ['A1:D1'],
    });
    const { rows } = await runSmall(
      {
        files: {
          '名册.xlsx': {
            东溪镇: sheet('2026年云栖县农村低保名册', a, 'H1'),
            西岭镇: sheet('2026年云栖县城市低保名册', b, 'H2'),
          },
        },
        sources: { roster: [{ file: '名册.xlsx', township: { from: 'sheet' } }] },
      },
      ask,
    );
    expect(rows.households).toEqual(['H1 rural  东溪镇   1', 'H2 urban  西岭镇   1']);
  });

  it.each([
    ['2026年云栖县东溪镇农村低保名册', '东溪镇'],
    ['东溪镇', '东溪镇'],
    ['云栖市云栖区北塘街道城市低保', '北塘街道'],
  ])('the township in %s', async (name, township) => {
    const { rows } = await runSmall(
      {
        files: { [`${name}.csv`]: [header, `H1,甲一,${a},户主,农村`] },
        sources: { roster: [{ file: `${name}.csv`, township: { from: 'file' } }] },
      },
      ask,
    );
    expect(rows.households).toEqual([`H1 rural  ${township}   1`]);
  });

  it.each([
    ['东溪镇柳岸村', '柳岸村', '东溪镇'],
    ['云栖县东溪镇农村低保_柳岸村', '柳岸村', '东溪镇'],
    ['北塘街道城南社区', '城南社区', '北塘街道'],
    ['镇江村', '镇江村', ''],
  ])('the village in %s', async (name, village, township) => {
    const { rows } = await runSmall(
      {
        files: { [`${name}/名册.csv`]: [header, `H1,甲一,${a},户主,农村`] },
        sources: { roster: [{ file: `${name}/名册.csv`, village: { from: 'folder' } }] },
      },
      ask,
    );
    expect(rows.households).toEqual([`H1 rural  ${township} ${village}  1`]);
  });

  it('a column tells more than the name of the file', async () => {
    const { rows } = await runSmall(
      {
        files: {
          '农村/名册.csv': [header, `H1,甲二,${b},配偶,`, `H1,甲一,${a},户主,城市`, `H2,乙一,${c},户主,`],
        },
        sources: { roster: ['农村/名册.csv'] },
      },
      ask,
    );
    expect(rows.households.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'H1 urban',
      'H2 rural',
    ]);
  });

  it('--roster-rural and --roster-urban say the category of whole files', async () => {
    const campaign = await resolveCampaign({
      sources: {},
      rosterRural: ['甲/'],
      rosterUrban: ['乙.csv'],
      checks: [],
      cwd: '/nowhere',
    });
    const specs = (campaign.sources.get('roster') ?? []).map(({ path, set }) => `${path} ${set.category}`);
    expect(specs).toEqual(['/nowhere/乙.csv urban', '/nowhere/甲 rural']);
  });

  it('two sheets of one workbook may be two sources', async () => {
    const sheet = (id: string, number: string) => ({
      rows: [
        ['户编号', '姓名', '身份证号'],
        [number, '甲一', id],
      ],
    });
    const { rows } = await runSmall(
      {
        files: { '名册.xlsx': { 甲表: sheet(a, 'H1'), 乙表: sheet(b, 'H2') } },
        sources: {
          roster: [
            { file: '名册.xlsx', sheet: '甲表', set: { category: 'rural' } },
            { file: '名册.xlsx', sheet: '乙表', set: { category: 'urban' } },
          ],
        },
      },
      ask,
    );
    expect(rows.households).toEqual(['H1 rural     1', 'H2 urban     1']);
  });
});

describe('rosters without a household number', () => {
  it("the head's ID serves, and it is said", async () => {
    const { rows, notes } = await runSmall(
      {
        files: {
          '名册.csv': [
            '户主身份证号,姓名,身份证号,与户主关系,低保类别',
            `${a},甲一,${a},户主,农村`,
            `${a.toLowerCase()},甲二,${b},配偶,农村`,
            `${c},乙一,${c},户主,农村`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual([`${a} 甲一`, `${a} 甲二`, `${c} 乙一`]);
    expect(notes.join('\n')).toMatch(/没有户编号,以“户主身份证号”作为户的编号/);
  });

  it("a rounded or masked head's ID joins no two households", async () => {
    const { rows, listed } = await runSmall(
      {
        files: {
          '名册.csv': [
            '户主身份证号,姓名,身份证号,与户主关系,低保类别',
            `${a},甲一,${a},户主,农村`,
            `3.39921E+17,乙一,${b},户主,农村`,
            `3.39921E+17,丙一,${c},户主,农村`,
            `339921********0011,丁一,${d},户主,农村`,
            `339921********0011,戊一,${e},户主,农村`,
          ],
        },
      },
      ask,
    );
    expect(rows.members).toEqual([`${a} 甲一`]);
    expect(listed.length).toBe(4);
  });

  it('a serial number that stands once per household serves, file by file', async () => {
    const sheet = (people: readonly [string, string][]) => ({
      rows: [
        ['序号', '姓名', '身份证号', '与户主关系', '低保类别'],
        ...people.map(([name, id], index) => [
          index === 0 ? 1 : index === 2 ? 2 : '',
          name,
          id,
          index % 2 === 0 ? '户主' : '配偶',
          '农村',
        ]),
      ],
      merges: ['A2:A3'],
    });
    const { rows, notes, run } = await runSmall(
      {
        files: {
          '甲镇.xlsx': {
            Sheet1: sheet([
              ['甲一', a],
              ['甲二', b],
              ['乙一', c],
            ]),
          },
          '乙镇.xlsx': {
            Sheet1: sheet([
              ['丙一', d],
              ['丙二', e],
              ['丁一', f],
            ]),
          },
        },
        sources: { roster: ['甲镇.xlsx', '乙镇.xlsx'] },
      },
      { ...ask, count: 'SELECT household_id, count(*) FROM member GROUP BY 1 ORDER BY 2, 1' },
    );
    expect(rows.count.map((one) => one.slice(-1))).toEqual(['1', '1', '2', '2']);
    expect(notes.join('\n')).toMatch(/以每户一个的“序号”作为户的编号/);
    expect(run.report.summary.warnings.filter((text) => text.includes('户编号'))).toEqual([]);
  });

  it('a serial number on every row is none', async () => {
    const told = await refusal({
      files: {
        '名册.csv': [
          '序号,姓名,身份证号,与户主关系,低保类别',
          `1,甲一,${a},户主,农村`,
          `2,甲二,${b},配偶,农村`,
        ],
      },
    });
    expect(told).toMatch(/^header-missing-field: .*户编号/s);
  });
});

describe('低保类别 holds what its values are', () => {
  it.each([
    ['A', 'B', 'H1  A', 'class'],
    ['A类', 'C类', 'H1  A', 'class'],
    ['一档', '二档', 'H1  ', 'tier'],
  ])('%s', async (one, other, shown, field) => {
    const { rows, notes } = await runSmall(
      {
        files: {
          '名册.csv': [
            '户编号,姓名,身份证号,与户主关系,低保类别,城乡类别',
            `H1,甲一,${a},户主,${one},农村`,
            `H2,乙一,${b},户主,${other},农村`,
          ],
        },
      },
      { told: `SELECT household_id, ${field} FROM roster ORDER BY 1`, ...ask },
    );
    expect(rows.households[0]).toMatch(/^H1 rural/);
    expect(rows.told[0]).toBe(field === 'tier' ? 'H1 一档' : 'H1 A');
    expect(notes.join('\n')).toMatch(/“低保类别”一列按其内容读作/);
    expect(shown).toContain('H1');
  });
});
