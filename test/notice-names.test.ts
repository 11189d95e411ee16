import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, temporaryFolder } from './helpers/cli.js';
import { ledgerOf } from './helpers/notice-campaign.js';
import { rowsOf, wordsOf } from './helpers/office-text.js';
import { inventId } from './normalise-people.js';

const header = '户编号,姓名,身份证号,与户主关系,是否享受,低保类别,乡镇,村,月保障金';

/** [household, name, birth date or an ID without one, relation, village] */
const people: readonly (readonly [string, string, string, string, string])[] = [
  ['01', '王成年', '2008-11-10', '户主', '甲村'],
  ['02', '李少年', '2008-11-11', '户主', '甲村'],
  ['03', '欧阳小明', '2012-01-01', '户主', '甲村'],
  ['04', '欧阳', '2012-01-02', '户主', '甲村'],
  ['05', '艾力·买买提', '2012-01-03', '户主', '甲村'],
  ['06', '赵无号', '339921201213011234', '户主', '甲村'],
  ['07', '钱孤', '339921201213021234', '子', '甲村'],
  ['08', '孙小', '2015-05-05', '子', '甲村'],
  ['08', '孙大', '1980-05-05', '孙子', '甲村'],
  ['09', '周某(残疾)', '1960-01-01', '户主', '甲村'],
  ['10', '吴无村', '1961-01-01', '户主', ''],
  ['11', '郑长者', '1962-01-01', '户主', '乙村'],
];

function rosterCsv(): string {
  const rows = people.map(([number, name, born, relation, village], index) => {
    const serial = String(index + 100);
    const id = born.includes('-') ? inventId('339921', born.replaceAll('-', ''), serial) : born;
    return `H${number},${name},${id},${relation},是,农村,云溪镇,${village},500.5`;
  });
  return [header, ...rows, ''].join('\n');
}

test('names are whole for grown people, 姓+某某 for minors on the first day, and never more than a name', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '花名册.csv'), rosterCsv());
  writeFileSync(join(folder, 'dibao.yaml'), 'name: 试\nas_of: 2026-11-01\nsources: { roster: 花名册.csv }\n');
  await ledgerOf(folder, [{ what: 'founded', name: '试' }]);
  const result = runCli(['notice', '--round', 'quarterly', '--date', '2026-11-10'], { cwd: folder });
  expect(result.code).toBe(0);
  const out = join(folder, '公示', '2026-11-10_季度公示');
  const book = join(out, '季度公示_云溪镇.xlsx');
  const names = (sheet: string) => {
    const rows = rowsOf(book, sheet);
    return rows.slice(rows.findIndex(([first]) => first === '序号') + 1).map((row) => row[1]);
  };
  expect(names('甲村')).toEqual([
    ...['王成年', '李某某', '欧阳某某', '欧某某', '艾某某', '赵无号', '钱某某', '孙大', '周某'],
  ]);
  expect(names('未写明村居')).toEqual(['吴无村']);
  expect(names('乙村')).toEqual(['郑长者']);
  expect(result.stdout).toContain('有 1 户名册上没有写明村居');
  expect(result.stdout).toContain('户主未满 18 周岁的 5 户');
  expect(result.stderr).toContain('没有写明 purpose');
  expect(result.stderr).toContain('监督电话');
  const words = wordsOf(join(out, '季度公示_云溪镇.docx'));
  for (const hidden of ['李少年', '小明', '买买提', '钱孤', '孙小', '残疾'])
    expect(words).not.toContain(hidden);
  // Blank lines to be filled in by hand where the campaign file names no phone and no office.
  expect(words).toMatch(/监督电话：_{8,}/);
  expect(words).toMatch(/_{8,}（盖章）/);
});
