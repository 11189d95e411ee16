import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import {
  type Block,
  bodyText,
  type Cell,
  gap,
  heading,
  pageSection,
  paragraph,
  rowsTable,
  titleLine,
  writeDocx,
} from './docx.js';
import { chineseDay, named } from './words.js';

/** Problems of one kind in one column of one file. */
export interface ReturnedProblem {
  readonly file: string;
  readonly sheet: string | null;
  readonly field: string | null;
  readonly problem: string;
  readonly remedy: string;
  /** True where the rows were lost. */
  readonly rejected: boolean;
  readonly count: number;
}

/** One row with a problem: where it stands, without what stands in it. */
export interface ReturnedRow {
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
  readonly field: string;
  readonly effect: string;
  readonly problem: string;
}

/** What goes back to one supplier. */
export interface ReturnedData {
  /** '' where the campaign file names none. */
  readonly supplier: string;
  /** What it supplied: title, file, data date. */
  readonly sources: readonly {
    readonly title: string;
    readonly file: string;
    readonly dataDate: string | null;
  }[];
  readonly problems: readonly ReturnedProblem[];
  readonly rows: readonly ReturnedRow[];
  /** Rows beyond those listed. */
  readonly more: number;
}

const asIs = (text: string): Cell => ({ text, asIs: true });

const placed = (file: string, sheet: string | null): string => (sheet ? `${file}\n[${sheet}]` : file);

function contents({ supplier, sources, problems, rows, more }: ReturnedData, frame: Frame): Block[] {
  const sum = (rejected: boolean): number =>
    problems.filter((one) => one.rejected === rejected).reduce((total, { count }) => total + count, 0);
  const given = sources.map(({ title, file, dataDate }) => {
    const date = dataDate === null ? '' : `，截止${chineseDay(dataDate)}`;
    return `${title}(${file}${date})`;
  });
  const where = [
    frame.phone === '' ? '' : `电话：${frame.phone}`,
    frame.address === '' ? '' : `地址：${frame.address}`,
  ];
  return [
    titleLine('数据退回函'),
    bodyText(`${supplier === '' ? named('') : supplier}：`, { indent: 0 }),
    bodyText(
      `贵单位为${frame.name}提供的${given.join('、')}，经校验，有${sum(true)}行不能采用、` +
        `${sum(false)}处内容须核对，情况如下。请于____年____月____日前按“请这样更正”一栏更正后重新提供；` +
        '请从原系统重新导出，不要在表格软件里手工修改。',
    ),
    heading('一、问题汇总'),
    rowsTable(
      ['文件', '栏目', '问题', '影响', '数量', '请这样更正'],
      problems.map((one) => [
        asIs(placed(one.file, one.sheet)),
        one.field ?? '整行',
        one.problem,
        one.rejected ? '整行未采用' : '须核对',
        { text: String(one.count), align: 'right' as const },
        one.remedy,
      ]),
      [32, 20, 39, 22, 11, 46],
      9,
    ),
    heading('二、其他', 1, { before: 8 }),
    bodyText(
      '汇总按全部数据计数；附表逐行列出其中与核查有关的行，只列所在文件、行号和栏目，不含内容，' +
        '行号是 CSV 文件的行或工作表的行。' +
        `更正后的文件请随数据交接单一并移交。${where.filter((text) => text !== '').join('，')}`,
    ),
    gap(10),
    bodyText(`${named(frame.office)}(盖章)`, { align: 'right', indent: 0 }),
    bodyText(chineseDay(frame.date), { align: 'right', indent: 0 }),
    paragraph('附表　有问题的行', { font: 'hei', size: 12, after: 4, pageBreakBefore: true, keepNext: true }),
    rowsTable(
      ['序号', '文件', '行号', '栏目', '影响', '问题'],
      rows.map((one, index) => [
        String(index + 1),
        asIs(placed(one.file, one.sheet)),
        one.row,
        one.field === '' ? '整行' : one.field,
        one.effect,
        one.problem,
      ]),
      [12, 46, 14, 24, 24, 50],
      8.5,
    ),
    ...(more > 0 ? [paragraph(`另有${more}行没有列在本表中，见随函的清单文件。`, { before: 4 })] : []),
  ];
}

/**
 * 数据退回函: what a supplier's data lacks, by problem and remedy, and row by row in an annex. No value stands in it.
 * @param path the DOCX
 */
export async function writeReturnLetter(path: string, data: ReturnedData, frame: Frame): Promise<Written> {
  const section = pageSection(contents(data, frame), frame);
  return writeDocx(path, [section], { title: '数据退回函', creator: frame.office });
}
