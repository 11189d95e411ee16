import type { Frame } from '../forms/frame.js';
import { dueTexts as texts } from '../messages/due.js';
import { say } from '../messages/language.js';
import {
  type BookSheet,
  type Column,
  coverSheet,
  tableSheet,
  writeTableBook,
} from '../reports/table-book.js';
import { asksRenewal, countByVillage, countDue, type DueCount } from './counts.js';
import type { DueRow } from './types.js';

export interface DueBook {
  readonly frame: Frame;
  /** By township, village, group and household. */
  readonly rows: readonly DueRow[];
  readonly sentences: readonly string[];
}

const place = (name: string): string => (name === '' ? '(未写明)' : name);
const category = (code: string): string => ({ urban: '城市', rural: '农村' })[code] ?? '';

const household: readonly Column<DueRow>[] = [
  { title: '序号', width: 6, kind: 'int', value: (_, index) => index + 1 },
  { title: '乡镇(街道)', width: 14, kind: 'text', value: ({ township }) => place(township) },
  { title: '村(社区)', width: 14, kind: 'text', value: ({ village }) => place(village) },
  { title: '组', width: 8, kind: 'text', value: ({ village_group }) => village_group },
  { title: '户编号', width: 17, kind: 'text', value: ({ household_id }) => household_id },
  { title: '户主姓名', width: 10, kind: 'text', value: ({ head_name }) => head_name },
  { title: '低保类别', width: 9, kind: 'center', value: (row) => category(row.category) },
  { title: '施保类别', width: 9, kind: 'center', value: (row) => (row.class === '' ? '' : `${row.class}类`) },
  { title: '月保障金(元)', width: 12, kind: 'money', value: ({ monthly_amount }) => monthly_amount },
  { title: '享受起始时间', width: 13, kind: 'center', value: ({ start_date }) => start_date },
  { title: '最近复核时间', width: 13, kind: 'center', value: ({ last_review }) => last_review },
];
const due: Column<DueRow> = { title: '应复核期限', width: 13, kind: 'center', value: (row) => row.next_due };
const remark: Column<DueRow> = { title: '备注', width: 20, kind: 'text', value: () => null };

function sheet(name: string, rows: readonly DueRow[], own: readonly Column<DueRow>[]): BookSheet {
  return tableSheet<DueRow>({ name, lines: [name], columns: [...household, ...own], rows, frozen: 6 });
}

function cover({ frame, rows, sentences }: DueBook): BookSheet {
  const asked = asksRenewal(rows);
  const line = ({ households, overdue, later, unknown, undeclared }: DueCount) => [
    ...[households, overdue, later, unknown],
    ...(asked ? [undeclared] : []),
  ];
  const villages = countByVillage(rows).map((one) => [place(one.township), place(one.village), ...line(one)]);
  return coverSheet({
    name: '说明',
    widths: [20, 20, 10, 12, 10, 12, 14],
    blocks: [
      { type: 'title', text: `${frame.name} 定期复核清单` },
      ...sentences.map((text) => ({ type: 'text' as const, text: `${text}。` })),
      { type: 'heading', text: '按村(社区)' },
      {
        type: 'table',
        header: [
          ...['乡镇(街道)', '村(社区)', '户数', '逾期未复核', '未到期', '不能判断'],
          ...(asked ? ['续保未申报'] : []),
        ],
        rows: [...villages, ['合计', '', ...line(countDue(rows))]],
      },
    ],
  });
}

/** Writes 定期复核清单: who is overdue, who has not declared, of whom nothing can be said, and when each is due. */
export async function writeDueBook(path: string, book: DueBook): Promise<void> {
  const { frame, rows } = book;
  const undeclared = rows.filter(({ renewal }) => renewal === 'missing' || renewal === 'open');
  const renewed: Column<DueRow> = {
    title: '续保申报',
    width: 13,
    kind: 'center',
    value: ({ renewal }) => (renewal === null ? null : say(texts.renewal[renewal])),
  };
  const sheets = [
    cover(book),
    sheet(
      '逾期未复核',
      rows.filter(({ state }) => state === 'overdue'),
      [due, { title: '逾期天数', width: 9, kind: 'int', value: ({ days_overdue }) => days_overdue }, remark],
    ),
    ...(asksRenewal(rows) ? [sheet('续保未申报', undeclared, [renewed, remark])] : []),
    sheet(
      '不能判断',
      rows.filter(({ state }) => state === 'unknown'),
      [
        {
          title: '原因',
          width: 26,
          kind: 'text',
          value: ({ why }) => (why === null ? null : say(texts.why[why])),
        },
        remark,
      ],
    ),
    sheet(
      '下次复核',
      rows.filter(({ state }) => state === 'later'),
      [due, ...(asksRenewal(rows) ? [renewed] : []), remark],
    ),
  ];
  await writeTableBook(path, sheets, {
    title: frame.name,
    date: `办理日期 ${frame.date}`,
    footer: frame.footer,
    creator: 'dibao',
    isChinese: true,
  });
}
