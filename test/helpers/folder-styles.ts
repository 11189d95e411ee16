import { idOf } from './county.js';
import { type Cell, type Grid, writeExcel, writeSheets, writeText } from './folder-books.js';
import type { Family, Township, Village } from './folder-people.js';
import {
  head,
  long,
  merged,
  plainHeader,
  plainRow,
  type Rows,
  serialDay,
  total,
  wideRows,
  yuan,
} from './folder-rows.js';

/** How one township keeps its roster; a file or several below its folder. */
type Style = (folder: string, township: Township) => Promise<void> | void;

/** A file per village: its name the file's, the category and the township the folders'. */
const folders: Style = async (folder, { name, villages }) => {
  for (const village of villages) {
    const rows = [plainHeader, ...long(village, plainRow)];
    const path = `${name}/${village.category}低保/${village.name}.xlsx`;
    await writeExcel(folder, path, [{ name: 'Sheet1', rows }]);
  }
};

/** .xls with a title, households by a merged serial number, merged amounts, a sum row and notes. */
const serials: Style = (folder, { name, villages }) => {
  for (const village of villages) {
    const { category, families } = village;
    const people = long(village, (family, { name, id, relation }, index, serial) => [
      head(index, serial),
      name,
      id,
      relation,
      head(index, Number(family.amount)),
      serialDay(family.since),
    ]);
    const rows: Rows = [
      [`2026年云栖县${name}${village.name}${category}低保花名册`],
      ['填报单位:某镇民政办', null, null, null, null, '单位:元'],
      ['序号', '姓名', '身份证号码', '与户主关系', '月保障金', '享受起始时间'],
      ...people,
      ['合计', null, null, null, Number(yuan(total(families))), null],
      ['注:以上人员均经民主评议。'],
    ];
    const merges = ['A1:F1', ...merged(village, 'AE', 4)];
    writeSheets(folder, `${name}/2026年${name}${village.name}${category}低保花名册.xls`, 'biff8', [
      { name: '第一页', rows, merges },
    ]);
  }
};

/** One GB18030 file of the whole township with place columns; the category is in the file's name. */
const county: Style = (folder, { name, villages }) => {
  const header = ['序号', '低保证号', '乡镇(街道)', '村(社区)', '成员姓名', '证件号码', '称谓', '月补助金额'];
  const people = villages.flatMap((village) =>
    long(village, (family, { name: who, id, relation }, index) => {
      const amount = head(index, `￥${Number(family.amount).toLocaleString('en-US')}`);
      return ['1', family.number, name, village.name, who, id, relation, amount];
    }),
  );
  writeText(folder, `${name}城镇低保.csv`, [header, ...people], { encoding: 'gb18030' });
};

/** Rows that somebody carried over to a further sheet, and left the header behind. */
const strangersLeft: Rows = [
  ['0888881', '续表户', idOf('1961-03-04', 901), '户主', '410.00', '2020-01-01'],
  ['', '续表妻', idOf('1962-03-04', 902), '配偶', '', ''],
];

/** A workbook with a sheet per village, the township in the file's name, and a hidden sheet of notes. */
const sheets: Style = async (folder, { name, villages }) => {
  const grids = villages.map(
    (village): Grid => ({
      name: village.name,
      rows: [['农村低保家庭花名册'], plainHeader, ...long(village, plainRow)],
      merges: ['A1:F1', ...merged(village, 'AEF', 3)],
    }),
  );
  const more = { name: 'Sheet5', rows: strangersLeft };
  const notes = { name: '填表说明', rows: [['填表说明'], ['一、按户填写']], hidden: true };
  await writeExcel(folder, `${name}.xlsx`, [notes, ...grids, more]);
};

/** .xls, one row per household, members in numbered columns; no household number but the head's ID. */
const wide: Style = (folder, { name, villages }) => {
  for (const [at, village] of villages.entries()) {
    const members = [1, 2, 3].flatMap((k) => [`成员${k}姓名`, `成员${k}身份证号`, `成员${k}与户主关系`]);
    const header = ['户主姓名', '户主身份证号', ...members, '月低保金'];
    const rows = [header, ...wideRows(village, 4).map((row) => row.slice(1))];
    // The second is a copy of the first one's file, filled in anew and never given its own name.
    const file = at === 0 ? village.name : `${villages[0].name} - 副本`;
    writeSheets(folder, `${name}/农村/${file}.xls`, 'biff8', [{ name: village.name, rows }]);
  }
};

/** One row per household under a header of two rows, its groups merged. */
const groups: Style = async (folder, { name, villages }) => {
  const upper = [
    '户编号',
    '户主',
    null,
    '家庭成员一',
    null,
    null,
    '家庭成员二',
    null,
    null,
    '家庭成员三',
    null,
    null,
  ];
  const triple = ['姓名', '身份证号', '与户主关系'];
  const lower = [null, '姓名', '身份证号', ...triple, ...triple, ...triple, null];
  for (const village of villages) {
    const title = `${name}${village.name}农村居民最低生活保障家庭`;
    const rows: Rows = [[title], [...upper, '月保障金'], lower, ...wideRows(village, 4)];
    const merges = ['A1:M1', 'A2:A3', 'B2:C2', 'D2:F2', 'G2:I2', 'J2:L2', 'M2:M3'];
    await writeExcel(folder, `${name}/${village.name}.xlsx`, [{ name: '名册', rows, merges }]);
  }
};

/** The head's ID on every row is the household's number. */
const heads: Style = async (folder, { name, villages }) => {
  const header = ['户主姓名', '户主身份证号', '姓名', '身份证号', '与户主关系', '月保障金'];
  for (const village of villages) {
    const people = long(village, (family, { name: who, id, relation }, index) => {
      const [self] = family.members;
      const amount = head(index, Number(family.amount));
      return [self?.name ?? '', self?.id ?? '', who, id, relation, amount];
    });
    await writeExcel(folder, `农村低保/${name}/${village.name}.xlsx`, [
      { name: 'Sheet1', rows: [header, ...people] },
    ]);
  }
};

/** Two tables in one sheet, each with its title, header and sum; `reverse` gives the second other columns. */
function stack(villages: readonly Village[], reverse: boolean): Rows {
  return villages.flatMap((village, at) => {
    const { township, name, category, families } = village;
    const table: Rows = [plainHeader, ...long(village, plainRow)];
    const sum: Cell[] = ['合计', null, null, null, yuan(total(families)), null];
    const turned = at === 1 && reverse ? [...table, sum].map((row) => [...row].reverse()) : [...table, sum];
    return [[`${township}${name}${category}低保名册`], ...turned, [null]];
  });
}

const stacked: Style = async (folder, { name, villages }) => {
  await writeExcel(folder, `${name}/各村名册.xlsx`, [{ name: 'Sheet1', rows: stack(villages, false) }]);
};

const stackedOtherwise: Style = (folder, { name, villages }) => {
  writeSheets(folder, `${name}/各村名册.xls`, 'biff8', [{ name: 'Sheet1', rows: stack(villages, true) }]);
};

/** Text files as WPS and Excel save them. */
const text =
  (
    ending: string,
    style: Parameters<typeof writeText>[3],
    amount = (family: Family): string => family.amount,
  ): Style =>
  (folder, { name, villages }) => {
    const header = ['家庭编号', '姓名', '公民身份号码', '家庭关系', '月保障金', '享受时间'];
    for (const village of villages) {
      const people = long(village, (family, { name: who, id, relation }, index) => {
        const since = `${family.since.slice(0, 4)}年${Number(family.since.slice(5, 7))}月`;
        return [
          head(index, family.number),
          who,
          id.toLowerCase(),
          relation,
          head(index, amount(family)),
          since,
        ];
      });
      writeText(
        folder,
        `${name}/${village.category}低保-${village.name}.${ending}`,
        [header, ...people],
        style,
      );
    }
  };

/** The second village on a hidden sheet: read, and said. */
const hidden: Style = async (folder, { name, villages }) => {
  const grids = villages.map((village, at) => ({
    name: village.name,
    rows: [plainHeader, ...long(village, plainRow)],
    hidden: at === 1,
  }));
  await writeExcel(folder, `${name}农村低保.xlsx`, grids);
};

/** Township and village in one column, an amount per person beside the persons covered. */
const perPerson: Style = (folder, { name, villages }) => {
  const header = [
    '户编号',
    '行政区划',
    '姓名',
    '身份证号',
    '与户主关系',
    '保障人数',
    '户补差金额(万元)',
    '数据批次',
  ];
  const people = villages.flatMap((village) =>
    long(village, (family, { name: who, id, relation }, index) => [
      family.number,
      `${name}${village.name}`,
      who,
      ` ${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`,
      relation,
      head(index, family.members.length),
      head(index, String(Number((Number(family.amount) / 10_000).toFixed(6)))),
      '202606',
    ]),
  );
  writeSheets(folder, `农村/${name}.ods`, 'ods', [{ name: 'Sheet1', rows: [header, ...people] }]);
};

/** Families that no longer draw stand beside the others; the same file again under another name. */
const ended: Style = async (folder, { name, villages }) => {
  for (const village of villages) {
    const header = [...plainHeader, '救助状态', '施保类别'];
    const people = long(village, (...args) => [...plainRow(...args), '在保', 'A类']);
    const gone = ['0999999', '停保户', idOf('1960-01-01', 1), '户主', '400.00', '2020-01-01', '停保', 'B类'];
    const grids = [{ name: '农村', rows: [header, ...people, gone] }];
    await writeExcel(folder, `${name}/${village.name}.xlsx`, grids);
  }
};

/** 低保类别 holds A, B, C; real dates; numbers stored as text and the reverse. */
const classes: Style = async (folder, { name, villages }) => {
  for (const village of villages) {
    const header = [...plainHeader, '低保类别', '家庭人口', '备注'];
    const people = long(village, (family, member, index, serial) => [
      Number(family.number),
      ...plainRow(family, member, index, serial).slice(1, 5),
      new Date(`${family.since}T00:00:00Z`),
      head(index, ['A', 'B', 'C'][serial % 3] ?? 'A'),
      head(index, family.members.length),
      null,
    ]);
    const path = `${name}/农村低保家庭/${village.name}汇总.xlsx`;
    await writeExcel(folder, path, [{ name: 'Sheet1', rows: [header, ...people] }]);
  }
};

/** Village names merged over all their families. */
const mergedVillages: Style = async (folder, { name, villages }) => {
  const rows: Rows = [[`云栖县${name}农村低保`], ['所属村', ...plainHeader]];
  const merges = ['A1:G1'];
  for (const village of villages) {
    const first = rows.length + 1;
    rows.push(...long(village, (...args) => [head(args[2], village.name), ...plainRow(...args)]));
    merges.push(`A${first}:A${rows.length}`);
  }
  await writeExcel(folder, `${name}.xlsx`, [{ name: 'Sheet1', rows, merges }]);
};

/** The style of each township, in their order. */
export const styles: readonly Style[] = [
  folders,
  serials,
  county,
  sheets,
  wide,
  groups,
  heads,
  stacked,
  stackedOtherwise,
  folders,
  text('txt', { encoding: 'utf-16le', delimiter: '\t' }),
  text('csv', { encoding: 'gb18030', delimiter: ';' }, (family) => family.amount.replace('.', ',')),
  text('csv', { encoding: 'utf-8-bom' }, (family) => `${family.amount} 元/月`),
  county,
  hidden,
  perPerson,
  ended,
  classes,
  text('csv', { encoding: 'utf-8', delimiter: '|' }),
  mergedVillages,
];
