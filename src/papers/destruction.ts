import type { Written } from '../files/atomic.js';
import type { DestroyedItem, DestructionFacts } from '../forms/destruction.js';
import type { Frame } from '../forms/frame.js';
import {
  type Block,
  type Cell,
  gap,
  keyValueTable,
  pageSection,
  paragraph,
  printable,
  rowsTable,
  signatureLine,
  titleLine,
  writeDocx,
} from './docx.js';
import { chineseDay, named } from './words.js';

const kinds: Readonly<Record<DestroyedItem['kind'], string>> = {
  run: '核查结果',
  database: '装入的数据',
  temporary: '临时文件',
};

/** A name of a file or folder: printed as it is. */
const path = (text: string): Cell => ({ text, asIs: true });
const count = (value: number): Cell => ({ text: String(value), align: 'right' });

function contents(facts: DestructionFacts, frame: Frame): Block[] {
  const { destroyed, kept, originals, beyond } = facts;
  const sum = (of: (one: DestroyedItem) => number): number =>
    destroyed.reduce((total, one) => total + of(one), 0);
  const head = { size: 10.5, before: 8, after: 3, font: 'hei', keepNext: true } as const;
  const until = facts.retainUntil === null ? '专项文件未写明' : chineseDay(facts.retainUntil);
  return [
    titleLine('数据销毁记录'),
    keyValueTable(
      [
        ['专项', frame.name],
        ['单位', named(frame.office)],
        ['销毁日期', chineseDay(facts.date)],
        ['销毁人', facts.who],
        ['销毁原因', facts.why],
        ['保存期限', until],
      ],
      [22, 63, 22, 63],
    ),
    paragraph(
      `一、已销毁：${destroyed.length}项，${sum(({ files }) => files)}个文件，共${sum(({ bytes }) => bytes)}字节`,
      head,
    ),
    rowsTable(
      ['序号', '名称', '内容', '文件数', '字节数'],
      destroyed.map((one, index) => [
        count(index + 1),
        path(one.path),
        kinds[one.kind],
        count(one.files),
        count(one.bytes),
      ]),
      [14, 76, 30, 20, 30],
      9,
    ),
    paragraph('二、仍保留在专项文件夹中', head),
    rowsTable(
      ['名称', '文件数'],
      kept.map((one) => [path(one.path), count(one.files)]),
      [140, 30],
      9,
    ),
    paragraph('三、供数单位的原始数据，须人工退回或销毁', head),
    rowsTable(
      ['供数单位', '文件', '处理(退回、销毁)和日期'],
      originals.map(({ supplier, files }) => [
        supplier === '' ? '(未写明)' : supplier,
        path(files.join('\n')),
        '',
      ]),
      [40, 80, 50],
      9,
    ),
    paragraph('四、程序管不到、须另行处理的', head),
    ...beyond.map((text, index) => paragraph(`${index + 1}．${text}`, { indent: 2, line: 16 })),
    gap(16),
    signatureLine(['销毁人：', '监督人1：', '监督人2：', '负责人：'], printable(), {
      keepNext: true,
      after: 14,
    }),
    signatureLine(['日　期：', '日　期：', '日　期：', '日　期：'], printable()),
  ];
}

/**
 * 销毁记录: what was destroyed, when and by whom, what stays, and what is outside the program's reach.
 * @param file the DOCX
 */
export async function writeDestructionRecord(
  file: string,
  facts: DestructionFacts,
  frame: Frame,
): Promise<Written> {
  const info = { title: '数据销毁记录', creator: frame.office };
  return writeDocx(file, [pageSection(contents(facts, frame), frame)], info);
}
