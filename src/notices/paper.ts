import type { Frame } from '../forms/frame.js';
import {
  blank,
  bodyText,
  centred,
  type FileChild,
  gap,
  heading,
  type ISectionOptions,
  pageSection,
  paragraph,
  rowsTable,
  sizes,
  titleLine,
} from '../papers/docx.js';
import type { NoticeRow, Outcome, Period, Round, VillageNotice } from './types.js';
import {
  amountText,
  chineseDay,
  noVillage,
  outcomeWord,
  periodText,
  roundTitles,
  type Sum,
  sumOf,
  yuanText,
} from './words.js';

/** What the notices of a round have in common. */
export interface Poster {
  readonly frame: Frame;
  readonly round: Round;
  readonly period: Period;
}

/** A table of rows: its head, the widths in millimetres (170 together), and what stands in a row. */
interface Columns {
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly cells: (row: NoticeRow) => readonly string[];
}

const persons = ({ persons: count }: NoticeRow['before']): string => String(count);

const staying: Columns = {
  head: ['序号', '户主姓名', '村(社区)', '保障人口', '月保障金(元)'],
  widths: [18, 42, 44, 28, 38],
  cells: ({ name, village, after }) => [name, village, persons(after), amountText(after)],
};

const changing = (soon: string): Columns => ({
  head: [
    '序号',
    '户主姓名',
    '村(社区)',
    '原保障人口',
    '原月保障金(元)',
    `${soon}保障人口`,
    `${soon}月保障金(元)`,
  ],
  widths: [15, 31, 32, 20, 26, 20, 26],
  cells: ({ name, village, before, after }) => [
    ...[name, village, persons(before), amountText(before)],
    ...[persons(after), amountText(after)],
  ],
});

const leaving: Columns = {
  head: ['序号', '户主姓名', '村(社区)', '原保障人口', '原月保障金(元)', '退出原因'],
  widths: [15, 31, 32, 20, 26, 46],
  cells: ({ name, village, before, reason }) => [
    ...[name, village, persons(before), amountText(before)],
    reason,
  ],
};

function tableOf(rows: readonly NoticeRow[], { head, widths, cells }: Columns): FileChild {
  const centre = (text: string) => ({ text, align: 'center' as const });
  const lines = rows.map((row, index) => [String(index + 1), ...cells(row)].map(centre));
  return rowsTable(head, lines, widths, sizes.four);
}

const sumText = ({ households, persons: count, fen }: Sum, money: string): string =>
  `${households}户、${count}人,${money}合计${yuanText(fen)}元`;

const numerals = ['一', '二', '三'];

function outcomeParts(rows: readonly NoticeRow[], round: Round): FileChild[] {
  const columns = { keep: staying, adjust: changing(round === '2' ? '现' : '拟'), exit: leaving };
  return (Object.keys(columns) as Outcome[]).flatMap((outcome, index) => {
    const own = rows.filter((row) => row.outcome === outcome);
    const sum = sumOf(own.map(({ before, after }) => (outcome === 'exit' ? before : after)));
    const word = outcomeWord(round, outcome);
    const money = outcome === 'exit' ? '原月保障金' : '月保障金';
    const said = own.length === 0 ? '无' : sumText(sum, money);
    const title = heading(`${numerals[index]}、${word}:${said}`, 1, { before: 6, after: 3 });
    return own.length === 0 ? [title] : [title, tableOf(own, columns[outcome])];
  });
}

function openingText({ frame, round, period }: Poster): string {
  const { authority } = frame;
  const by = authority === '' ? '' : `根据${authority},`;
  const [year, month] = period.from.split('-').map(Number);
  const quarter = Math.ceil((month ?? 1) / 3);
  const said: Readonly<Record<Round, string>> = {
    '1': '现将入户核查后最低生活保障家庭的初核意见公示如下',
    '2': '现将最低生活保障家庭的认定结果公示如下',
    quarterly: `现将${year}年第${quarter}季度正在享受最低生活保障的家庭公示如下`,
    standing: '现将正在享受最低生活保障的家庭公示如下',
  };
  return `${by}${said[round]},请予监督。`;
}

/** Period, whom to tell, and who signs. */
function closingParts({ frame, round, period }: Poster): FileChild[] {
  const { phone, office, address, date } = frame;
  const line = (text: string) => bodyText(text, { keepNext: true });
  return [
    gap(8),
    line(`公示时间:${periodText(round, period)}。`),
    line('对公示内容有异议的,可以向受理单位反映;反映人的情况予以保密。'),
    line(`监督电话:${phone === '' ? blank(10) : phone}`),
    line(`受理单位:${office === '' ? blank(10) : office}${address === '' ? '' : `(${address})`}`),
    gap(14),
    paragraph(office === '' ? `${blank(8)}(盖章)` : `${office}(盖章)`, {
      size: sizes.three,
      align: 'right',
      line: 28,
      keepNext: true,
    }),
    paragraph(chineseDay(date), { size: sizes.three, align: 'right', line: 28 }),
  ];
}

/**
 * The notice of one village as a section of its own, on A4 in letters that are read standing.
 * @param township '' where the roster does not say
 */
export function villageSection(
  poster: Poster,
  township: string,
  { village, households }: VillageNotice,
): ISectionOptions {
  const { frame, round } = poster;
  const rows = households.map(({ row }) => row);
  const isList = round === 'quarterly' || round === 'standing';
  const sum = sumText(sumOf(rows.map(({ after }) => after)), '月保障金');
  const body = isList
    ? [bodyText(`共${sum}。`, { after: 3, keepNext: true }), tableOf(rows, staying)]
    : outcomeParts(rows, round);
  const place = [township, village === '' ? `(${noVillage})` : village]
    .filter((part) => part !== '')
    .join(' ');
  const children = [
    titleLine(`${frame.area}最低生活保障${roundTitles[round]}`),
    centred(place, { font: 'kai', size: sizes.three, after: 10, keepNext: true }),
    bodyText(openingText(poster)),
    ...body,
    ...closingParts(poster),
  ];
  // What stands at the foot of papers for the office (内部资料) does not go on a wall.
  return pageSection(children, { ...frame, footer: '' }, { numbered: 'section' });
}
