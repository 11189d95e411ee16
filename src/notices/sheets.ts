import type { Frame } from '../forms/frame.js';
import type { FormMark } from '../forms/mark.js';
import { objectionForm } from '../forms/service.js';
import { formSheet, markSheet } from '../reports/form-sheet.js';
import { type BookHead, type BookSheet, type Column, tableSheet } from '../reports/table-book.js';
import type { Poster } from './paper.js';
import type { NoticeRow, Round, Share, TownshipNotice, VillageNotice } from './types.js';
import { noTownship, noVillage, outcomeWord, periodText, roundTitles } from './words.js';

const yuan = ({ fen }: Share): number | null => (fen === null ? null : fen / 100);
/** Nothing where an exit has nothing any more. */
const staying =
  <T>(value: (row: NoticeRow) => T) =>
  (row: NoticeRow) =>
    row.outcome === 'exit' ? null : value(row);

function columnsOf(round: Round): readonly Column<NoticeRow>[] {
  const who: readonly Column<NoticeRow>[] = [
    { title: '序号', width: 7, kind: 'int', value: (_, index) => index + 1 },
    { title: '户主姓名', width: 16, kind: 'text', value: ({ name }) => name },
    { title: '村(社区)', width: 20, kind: 'text', value: ({ village }) => village },
  ];
  const now: readonly Column<NoticeRow>[] = [
    { title: '保障人口', width: 11, kind: 'int', value: staying(({ after }) => after.persons) },
    { title: '月保障金(元)', width: 15, kind: 'money', value: staying(({ after }) => yuan(after)) },
  ];
  if (round === 'quarterly' || round === 'standing') return [...who, ...now];
  return [
    ...who,
    {
      title: round === '1' ? '初核意见' : '认定结果',
      width: 12,
      kind: 'text',
      value: ({ outcome }) => outcomeWord(round, outcome),
    },
    { title: '原保障人口', width: 12, kind: 'int', value: ({ before }) => before.persons },
    { title: '原月保障金(元)', width: 16, kind: 'money', value: ({ before }) => yuan(before) },
    ...now,
    { title: '退出原因', width: 26, kind: 'text', value: ({ reason }) => reason },
  ];
}

/** Names that a workbook takes: without its own signs, at most 31 characters, each once. */
function sheetNames(villages: readonly VillageNotice[]): string[] {
  const taken = new Set<string>();
  return villages.map(({ village }) => {
    const base = (village === '' ? noVillage : village).replace(/[[\]:*?/\\']/g, ' ').trim() || noVillage;
    let name = base.slice(0, 31);
    for (let next = 2; taken.has(name.toLowerCase()); next++)
      name = `${base.slice(0, 31 - String(next).length)}${next}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const purposeLine = ({ purpose, authority }: Frame): string => `用途:${purpose}  依据:${authority}`;

/** What stands around the sheets of a township's notices. */
export function noticeHead({ frame, round, period }: Poster, creator: string): BookHead {
  const { phone, office } = frame;
  return {
    title: `${frame.area}最低生活保障${roundTitles[round]}`,
    date: periodText(round, period),
    footer: '',
    creator,
    paper: 'a4',
    purposeLine: purposeLine(frame),
    signatures: `监督电话:${phone}  受理单位:${office}`,
  };
}

/** The notices of a township, a sheet for each village. */
export function noticeSheets(poster: Poster, { township, villages }: TownshipNotice): BookSheet[] {
  const { frame, round, period } = poster;
  const names = sheetNames(villages);
  return villages.map(({ village, households }, index) =>
    tableSheet<NoticeRow>({
      name: names[index] ?? noVillage,
      columns: columnsOf(round),
      rows: households.map(({ row }) => row),
      lines: [
        `${frame.area}最低生活保障${roundTitles[round]}`,
        `${township || noTownship} ${village || noVillage}  公示时间:${periodText(round, period)}`,
      ],
      filter: false,
      size: 10,
    }),
  );
}

/** 公示异议登记表 of a township: who was on its notices, with cells for what was objected. */
export function objectionSheets({ township, villages }: TownshipNotice, mark: FormMark): BookSheet[] {
  const rows = villages.flatMap(({ village, households }) =>
    households.map(({ household_id, head }) => ({ household_id, township, village, head })),
  );
  const numbered = rows.map((row, index) => ({ number: index + 1, ...row }));
  return [formSheet(objectionForm, numbered, { kinds: { number: 'int' }, frozen: 2 }), markSheet(mark)];
}

/** What stands around the sheets of a 公示异议登记表. */
export function objectionHead(frame: Frame, creator: string): BookHead {
  return {
    title: frame.name,
    date: frame.date,
    footer: frame.footer,
    creator,
    paper: 'a4',
    purposeLine: purposeLine(frame),
  };
}
