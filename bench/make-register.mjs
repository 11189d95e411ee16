import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import ExcelJS from 'exceljs';
import { campaignText } from './county/campaign.mjs';
import { past, speller } from './county/dates.mjs';
import { Households, ROSTER_HEADER, rosterLine } from './county/households.mjs';
import { LineFile } from './county/output.mjs';
import { otherPerson, writtenId } from './county/people.mjs';
import { randomFrom } from './county/random.mjs';
import { unit } from './county/registers.mjs';

// One register of homes as the land office has it, all columns, of which 2 % is about people of the roster.

const HEADER = '不动产单元号,权利人,权利人证件号,坐落,规划用途,建筑面积(㎡),登记时间,权属状态';
const ROADS = ['解放西路', '钟埭大道', '雅山西路', '平兴公路', '海河路', '港龙路', '朝阳东路', '勤安路'];
const iso = speller('iso');
const MATTERS = 50;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    rows: { type: 'string', default: '2000000' },
    format: { type: 'string', default: 'csv' },
  },
});
const rows = Number(values.rows);
if (!values.out || !['csv', 'xlsx'].includes(values.format)) {
  console.error('make-register --out FOLDER [--format csv|xlsx] [--rows N]');
  process.exit(2);
}
rmSync(values.out, { recursive: true, force: true });
mkdirSync(path.join(values.out, 'data'), { recursive: true });

const random = randomFrom(7);
const roster = new LineFile(path.join(values.out, 'data', '低保花名册.csv'), 'utf-8');
roster.line(ROSTER_HEADER);
const maker = new Households();
const people = [];
for (let number = 0; people.length < rows / MATTERS; number += 1) {
  const household = maker.make(random, number);
  for (const member of household.members) {
    people.push(member);
    roster.line(rosterLine(household, member, { id: member.id, serial: people.length }));
  }
}
roster.close();

/** @param {number} n @returns {(string | number)[]} the cells of row n, from 1 */
function cells(n) {
  const person = n % MATTERS === 0 ? people[n / MATTERS - 1] : otherPerson(random.below(4_600_000));
  const use = n % MATTERS === 0 ? '住宅' : random.pick(['住宅', '成套住宅', '车库', '商业服务', '办公']);
  const where = `平湖${random.pick(ROADS)}${random.between(1, 999)}号${random.between(101, 1803)}室`;
  const area = random.between(1800, 18_000) / 100;
  return [
    unit(n),
    person.name,
    writtenId(random, person.id),
    where,
    use,
    area,
    iso(past(random)),
    random.chance(0.8) ? '现势' : '历史',
  ];
}

const file = `不动产登记.${values.format}`;
const target = path.join(values.out, 'data', file);
if (values.format === 'csv') {
  const out = new LineFile(target, 'utf-8');
  out.line(HEADER);
  for (let n = 1; n <= rows; n += 1) out.line(cells(n).join(','));
  out.close();
} else {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: target, useSharedStrings: true });
  const sheet = book.addWorksheet('不动产登记');
  sheet.addRow(HEADER.split(',')).commit();
  for (let n = 1; n <= rows; n += 1) sheet.addRow(cells(n)).commit();
  sheet.commit();
  await book.commit();
}
writeFileSync(
  path.join(values.out, 'dibao.yaml'),
  campaignText({ roster: 'data/低保花名册.csv', property: `data/${file}` }),
);
