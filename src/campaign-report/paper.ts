import type { FileChild, ISectionOptions } from '../papers/docx.js';
import { blank, gap, label, paragraph, rowsTable, sizes, table } from '../papers/docx.js';
import { width } from '../reports/width.js';
import { type FigureKind, type FigureTable, shown } from './figure-table.js';
import type { CampaignReport } from './model.js';
import { line, paperSection, textWidth } from './paper-page.js';
import { partsOf } from './parts.js';
import { reportTables } from './report-tables.js';
import { curly, dayText, type Part } from './sentences.js';
import { chineseWords } from './status-sections.js';
import { statusTables } from './status-tables.js';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 一 to 九十九: headings of the first and the second level (GB/T 9704, 7.3.3). */
function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens - 1] ?? '')}十`;
  return `${ten}${ones === 0 ? '' : (numerals[ones - 1] ?? '')}`;
}

export const reportTitle = ({ name }: CampaignReport): string => `${curly(name)}工作总结`;

/** Characters of 二号 in a line of 156 mm. */
const titleWidth = 20;

/** Where a title may be broken: around what stands in quotation marks or brackets, behind a year, before its last word. */
const breaks = /(?=[“《(])|(?<=[”》)年])|(?=工作总结$)/gu;

/** A title longer than a line is broken where its words end, into lines of about one length (GB/T 9704, 7.3.1). */
function titleLines(report: CampaignReport): FileChild[] {
  const whole = reportTitle(report);
  const longer = (at: number): number => Math.max(width(whole.slice(0, at)), width(whole.slice(at)));
  const [best] = [...whole.matchAll(breaks)]
    .map(({ index }) => index)
    .filter((at) => longer(at) <= 2 * titleWidth)
    .sort((a, b) => longer(a) - longer(b));
  const isShort = best === undefined || width(whole) <= 2 * titleWidth;
  const lines = isShort ? [whole] : [whole.slice(0, best), whole.slice(best)];
  return lines.map((text) => line(text, { font: 'title', size: sizes.two, indent: 0, align: 'center' }));
}

/** @param isLast its last line stays with the signature: no page may hold that alone (GB/T 9704, 7.3.5.5) */
function partLines({ title, paragraphs }: Part, index: number, isLast: boolean): FileChild[] {
  const last = isLast ? paragraphs.at(-1)?.text : null;
  let second = 0;
  return [
    line(`${numeral(index + 1)}、${title}`, { font: 'hei', keepNext: true, level: 1 }),
    ...paragraphs.map(({ heading, text }) =>
      heading === ''
        ? line(curly(text), { keepNext: text === last })
        : line([
            [`(${numeral(++second)})${heading}。`, 'kai'],
            [curly(text), 'song'],
          ]),
    ),
  ];
}

/** Shares of the width by what stands in a column. */
const weights: Readonly<Record<FigureKind, number>> = { text: 26, int: 13, money: 21, percent: 13 };

function tableOf({ columns, rows }: FigureTable, whole: number) {
  const own = columns.map(({ kind }, index) => {
    const widest = Math.max(...rows.map(({ cells }) => width(String(cells[index] ?? ''))));
    return kind === 'text' ? Math.min(60, Math.max(weights.text, widest * 1.7)) : weights[kind];
  });
  const sum = own.reduce((all, one) => all + one, 0);
  const cells = rows.map(({ cells: row, isTotal }) =>
    columns.map(({ kind }, index) => ({
      text: shown(row[index] ?? null, kind),
      align: kind === 'text' ? ('left' as const) : ('right' as const),
      bold: isTotal,
    })),
  );
  const widths = own.map((one) => (one * whole) / sum);
  return rowsTable(
    columns.map(({ title }) => title.zh),
    cells,
    widths,
    sizes.smallFive,
  );
}

/** The head of an annex: 附件1 in 黑体 at the left, its title in the middle. */
function annexHead(title: string, number: number, isFirst: boolean): FileChild[] {
  return [
    line(`附件${number}`, { font: 'hei', indent: 0, align: 'left', keepNext: true, breakBefore: !isFirst }),
    line(title, { font: 'title', size: sizes.smallTwo, indent: 0, align: 'center', keepNext: true }),
    gap(8),
  ];
}

const chartTitle = '疑点分布图';

function annex(figures: FigureTable, number: number, isFirst: boolean): FileChild[] {
  return [
    ...annexHead(figures.name.zh, number, isFirst),
    tableOf(figures, textWidth.lying),
    ...figures.notes.map((note) => paragraph(`注:${note.zh}`, { font: 'kai', size: sizes.five, before: 3 })),
  ];
}

/** Bars of a chart: shaded cells as wide as so many of these parts. */
const barParts = 40;
const barWidths = [66, 15, ...Array.from({ length: barParts }, () => (textWidth.lying - 66 - 15) / barParts)];

function barTable(name: string, bars: readonly { readonly name: string; readonly cases: number }[]) {
  const most = Math.max(1, ...bars.map(({ cases }) => cases));
  const rows = bars.map(({ name: own, cases }) => {
    const filled = Math.round((cases * barParts) / most);
    const parts = [
      ...(filled > 0 ? [{ text: '', columns: filled, fill: '7F7F7F' }] : []),
      ...(filled < barParts ? [{ text: '', columns: barParts - filled }] : []),
    ];
    const number = { text: String(cases), align: 'right' as const };
    return { cells: [own, number, ...parts], height: 4 };
  });
  const head = [label(name), label('疑点'), label('', { columns: barParts })];
  return table([{ cells: head, head: true }, ...rows], barWidths, sizes.smallFive);
}

/** The last annex: cases by rule and by township as bars. */
function chartAnnex({ rules, townships }: CampaignReport, number: number): FileChild[] {
  const places = townships.map(({ township, found }) => ({
    name: township === '' ? chineseWords.noTownship : township,
    cases: found.cases,
  }));
  return [
    ...annexHead(chartTitle, number, false),
    barTable(
      '类别',
      rules.map(({ title, found }) => ({ name: title, cases: found.cases })),
    ),
    gap(6),
    barTable('乡镇(街道)', places),
  ];
}

function ending({ office, date }: CampaignReport): FileChild[] {
  const day = dayText(date);
  // The name stands over the middle of the date, which has four characters free at its right (7.3.5.2).
  const right = office === '' ? 4 : Math.max(2, 4 + (day.length * 0.8 - office.length) / 2);
  return [
    line('', { indent: 0, keepNext: true }),
    line(office === '' ? blank(8) : office, { indent: 0, align: 'right', right, keepNext: true }),
    line(day, { indent: 0, align: 'right', right: 4 }),
  ];
}

/** 总结.docx: the report by GB/T 9704-2012, and its tables as annexes on lying pages. */
export function paperOf(report: CampaignReport): ISectionOptions[] {
  const tables = reportTables(report);
  const { townships, visits, checks } = statusTables(report.progress, chineseWords);
  const annexes = [
    tables.townships,
    tables.rules,
    tables.measures,
    tables.data,
    townships,
    visits,
    checks,
  ].filter(({ rows }) => rows.some(({ isTotal }) => !isTotal));
  const { area } = report;
  const parts = partsOf(report);
  const hasChart = report.total.cases > 0;
  const titles = [...annexes.map(({ name }) => name.zh), ...(hasChart ? [chartTitle] : [])];
  const listed = titles.map((title, index) =>
    line(`${index === 0 ? '附件:' : ''}${index + 1}.${title}`, {
      indent: index === 0 ? 2 : 5,
      align: 'left',
    }),
  );
  const text = [
    ...titleLines(report),
    line('', { indent: 0 }),
    line(`${area === '' ? blank(6) : `${area}人民政府`}:`, { indent: 0, align: 'left' }),
    ...parts.flatMap((part, index) => partLines(part, index, index === parts.length - 1)),
    line('', { indent: 0, keepNext: true }),
    ...listed,
    ...ending(report),
  ];
  return [
    paperSection(text),
    paperSection(
      [
        ...annexes.flatMap((figures, index) => annex(figures, index + 1, index === 0)),
        ...(hasChart ? chartAnnex(report, annexes.length + 1) : []),
        // A reader wants a paragraph behind the last table, and adds one of full height.
        gap(1),
      ],
      true,
    ),
  ];
}
