import type { Frame } from '../forms/frame.js';
import { type Block, coverSheet, tableSheet, writeTableBook } from '../reports/table-book.js';
import { type EstimateRow, estimateCells } from './report.js';
import { percent } from './words.js';

export interface EstimateBook {
  readonly frame: Frame;
  readonly rows: readonly EstimateRow[];
  /** The estimate in words. */
  readonly sentences: readonly string[];
  readonly confidence: number;
}

const widths = [16, 9, 9, 9, 13, 20, 10] as const;

/** Writes the estimate: in words, by kind and place, and stratum by stratum. */
export async function writeEstimateBook(path: string, book: EstimateBook): Promise<void> {
  const { frame, rows, sentences, confidence } = book;
  const header = [
    '范围',
    '抽中户数',
    '核实户数',
    '差错户数',
    '估计差错率',
    `${percent(confidence)} 置信区间`,
    '方法',
  ];
  const text = (words: string): Block => ({ type: 'text', text: words });
  const counted = rows.filter(({ by }) => by !== 'stratum');
  const cover = coverSheet({
    name: '差错率',
    widths: [24, ...widths.slice(1)],
    blocks: [
      { type: 'title', text: `${frame.name} 入户抽查差错率` },
      ...sentences.map((sentence) => text(`${sentence}。`)),
      { type: 'table', header, rows: counted.map(estimateCells) },
    ],
  });
  const strata = tableSheet<EstimateRow>({
    name: '各层',
    lines: ['各层差错率'],
    columns: header.map((title, index) => ({
      title: index === 0 ? '抽样层' : title,
      width: index === 0 ? 46 : (widths[index] ?? 10),
      kind: index === 0 ? 'text' : 'center',
      value: (row) => estimateCells(row)[index] ?? null,
    })),
    rows: rows.filter(({ by }) => by === 'stratum'),
  });
  await writeTableBook(path, [cover, strata], {
    title: frame.name,
    date: `估计日期 ${frame.date}`,
    footer: frame.footer,
    creator: 'dibao',
    paper: 'a4',
    isChinese: true,
  });
}
