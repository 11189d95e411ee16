import { reportForm, surveyForm, verificationForm } from '../forms/verification.js';
import type { Block, BookSheet, CellValue } from '../reports/table-book.js';
import { coverSheet } from '../reports/table-book.js';
import { dayText, type Letter, purposeLineOf, recipientOf } from './letter.js';

/** What the cover counts: a line a village and a line a check. */
export interface Counted {
  readonly village: string;
  readonly household_id: string;
  /** Title as it goes out. */
  readonly title: string;
}

export interface CoverCounts {
  readonly cases: readonly Counted[];
  /** Villages of the households that get a 核查调查表. */
  readonly surveyed: readonly string[];
}

const steps = [
  '逐条入户核实,2名以上工作人员一同前往,见到本人,当面核对,收集佐证材料。',
  `“${verificationForm.sheet}”中只填浅黄色的格子;灰边白底的内容已经锁定,不用改,也不要删行、改疑点编号。可以筛选,可以调列宽。`,
  '“核实结论”“认定理由”“拟处理措施”“家庭意见”“是否见到本人”从下拉列表中选。认定理由按疑点列出了须先排除的合理情形;都不合适的选“其他”,并在“核实情况说明”中写明。',
  '“核实结论”填“属实”的,要写明拟处理措施、执行起始月;家庭人口或收入有变化的,填核实后的人口和家庭月收入。',
  '日期写成 2026-11-15 的样子,月份写成 2026-12 的样子,金额只写数字(元)。',
  `入户时发现的、表上没有的问题,填在“${reportForm.sheet}”表中,一个问题一行。`,
  '疑点只是线索,不是结论。数据可能有误或已过时;没有核实,不得停发、减发。',
  '填好后原样交回这个文件(可以改文件名,可以用 WPS 保存),不要改成图片或 PDF。',
] as const;

const surveyStep = `“${surveyForm.sheet}”一户一行,家家登门、户户核实、人人见面:填应见、已见人数,水、电、燃气费和住房、车辆情况。`;

function askText({ office, phone, address }: Letter['frame']): string {
  const parts = [office, phone === '' ? '' : `电话 ${phone}`, address];
  return parts.filter((part) => part !== '').join(',') || '发出本表的单位(专项文件中没有写明名称和电话)';
}

function countBy(cases: readonly Counted[], key: (one: Counted) => string): (readonly CellValue[])[] {
  const groups = new Map<string, { households: Set<string>; cases: number }>();
  for (const one of cases) {
    const group = groups.get(key(one)) ?? { households: new Set(), cases: 0 };
    group.households.add(one.household_id);
    group.cases++;
    groups.set(key(one), group);
  }
  return [...groups].map(([name, group]) => [name, group.households.size, group.cases]);
}

function villageTable({ cases, surveyed }: CoverCounts): Block {
  const village = (name: string) => (name === '' ? '(未写明)' : name);
  const survey = new Map<string, number>();
  for (const name of surveyed) survey.set(village(name), (survey.get(village(name)) ?? 0) + 1);
  const counted = countBy(cases, (one) => village(one.village));
  const known = new Set(counted.map(([name]) => name));
  const others = [...survey.keys()].filter((name) => !known.has(name)).map((name) => [name, 0, 0]);
  const rows = [...counted, ...others];
  const households = new Set(cases.map(({ household_id }) => household_id)).size;
  const total: CellValue[] = ['合计', households, cases.length];
  const hasSurvey = surveyed.length > 0;
  const withSurvey = (row: readonly CellValue[], count: number) => (hasSurvey ? [...row, count] : row);
  return {
    type: 'table',
    header: ['村(社区)', '疑点户数', '疑点数', ...(hasSurvey ? ['调查户数'] : [])],
    rows: [
      ...rows.map((row) => withSurvey(row, survey.get(String(row[0])) ?? 0)),
      withSurvey(total, surveyed.length),
    ],
  };
}

/** Sheet 说明: what to do with the workbook, by when, whom to ask, and how much it holds. */
export function dispatchCover(letter: Letter, counts: CoverCounts): BookSheet {
  const { frame, deadline } = letter;
  const text = (words: string): Block => ({ type: 'text', text: words });
  const heading = (words: string): Block => ({ type: 'heading', text: words });
  const list = counts.surveyed.length > 0 ? [...steps.slice(0, 6), surveyStep, ...steps.slice(6)] : steps;
  const blocks: Block[] = [
    { type: 'title', text: `${frame.name} 疑点核实表` },
    text(purposeLineOf(letter)),
    heading('一、请在何时交回、有疑问找谁'),
    text(`请于${dayText(deadline)}前,把填好的本文件交回${frame.office === '' ? '发出单位' : frame.office}。`),
    text(`咨询:${askText(frame)}`),
    heading('二、怎样填'),
    ...list.map((step, index) => text(`${index + 1}. ${step}`)),
    heading('三、按村(社区)'),
    villageTable(counts),
    heading('四、按疑点事项'),
    {
      type: 'table',
      header: ['疑点事项', '疑点户数', '疑点数'],
      rows: countBy(counts.cases, ({ title }) => title),
    },
    heading('五、保密'),
    text(
      `本文件只发${recipientOf(letter)},只用于本次核查,含个人信息,不得转发、拍照、张贴,用完按要求交回或销毁。每页印有接收单位和批次号。`,
    ),
  ];
  return coverSheet({ name: '说明', widths: [44, 12, 12, 12, 30], blocks, isProtected: true });
}
