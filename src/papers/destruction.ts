import type { Frame } from '../forms/frame.js';
import type { Written } from '../reports/atomic.js';
import {
  type Block,
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

/** One thing that was deleted. */
export interface Deleted {
  /** As seen from the campaign folder. */
  readonly file: string;
  /** What it held: 源数据, 核查结果, 临时文件. */
  readonly kind: string;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly sha256: string | null;
}

/** What a purge did. */
export interface DestructionFacts {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly by: string;
  readonly why: string;
  readonly deleted: readonly Deleted[];
  /** What stays, and why. */
  readonly kept: readonly { readonly file: string; readonly why: string }[];
  /** What the program cannot reach: backups, copies on other machines, mail. */
  readonly outside: readonly string[];
}

const number = (value: number | null): string => (value === null ? '' : String(value));

function contents(facts: DestructionFacts, frame: Frame): Block[] {
  const width = printable();
  const { deleted, kept, outside } = facts;
  const bytes = deleted.reduce((sum, one) => sum + (one.bytes ?? 0), 0);
  const small = { size: 10.5, before: 6, after: 3, font: 'hei' } as const;
  const rows = deleted.map((one, index) => [
    String(index + 1),
    { text: one.file, asIs: true },
    one.kind,
    { text: number(one.bytes), align: 'right' as const },
    { text: number(one.rows), align: 'right' as const },
    { text: one.sha256 ?? '', size: 7.5, asIs: true },
  ]);
  return [
    titleLine('数据销毁记录'),
    keyValueTable(
      [
        ['专项', frame.name],
        ['单位', named(frame.office)],
        ['销毁日期', chineseDay(facts.on)],
        ['销毁人', facts.by],
        ['销毁原因', facts.why],
        ['销毁数量', `${deleted.length}个文件，${bytes}字节`],
      ],
      [24, 61, 24, 61],
    ),
    paragraph('一、已销毁', small),
    rowsTable(['序号', '文件', '种类', '字节', '行数', 'SHA-256'], rows, [12, 52, 22, 20, 16, 48], 9),
    paragraph('二、保留的文件和原因', small),
    rowsTable(
      ['文件', '保留原因'],
      kept.map(({ file, why }) => [{ text: file, asIs: true }, why]),
      [70, 100],
      9,
    ),
    paragraph('三、程序管不到、须另行处理的', small),
    ...outside.map((text, index) => paragraph(`${index + 1}．${text}`, { indent: 2, line: 18 })),
    gap(14),
    signatureLine(['销毁人：', '监督人：', '数据管理负责人：'], width),
    signatureLine(['日　期：', '日　期：', '日　期：'], width),
  ];
}

/**
 * 销毁记录: what was deleted, when and by whom, what stays, and what is outside the program's reach.
 * @param path the DOCX
 */
export async function writeDestructionRecord(
  path: string,
  facts: DestructionFacts,
  frame: Frame,
): Promise<Written> {
  const info = { title: '数据销毁记录', creator: frame.office };
  return writeDocx(path, [pageSection(contents(facts, frame), frame)], info);
}
