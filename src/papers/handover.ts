import type { Written } from '../files/atomic.js';
import type { Frame } from '../forms/frame.js';
import { cell, formHead, grid, name, writeForms } from './form-pages.js';
import type { Piece } from './one-page.js';
import { boxes, chineseDay, dateBlank } from './words.js';

/** One file that a bureau handed over. */
export interface HandedOver {
  /** What data it is: 机动车登记. */
  readonly title: string;
  readonly file: string;
  /** Its sheets, each with its rows; a CSV has one without a name. */
  readonly sheets: readonly { readonly sheet: string | null; readonly rows: number }[];
  readonly supplier: string | null;
  readonly dataDate: string | null;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
}

function pageOf(one: HandedOver, frame: Frame, until: string | null, number: number): Piece[] {
  const sheets = one.sheets.flatMap(({ sheet, rows }) => (sheet === null ? [] : [`${sheet} ${rows}行`]));
  const end = until === null ? '____年____月____日' : chineseDay(until);
  const sign = (who: string): string => `${who}：____________`;
  return [
    ...formHead('数据交接单', `专项：${frame.name}`, `第${number}号`),
    {
      widths: grid,
      rows: [
        { cells: [name(3, '数据名称'), cell(9, one.title)] },
        { cells: [name(3, '文件'), cell(9, one.file, { asIs: true })] },
        ...(sheets.length === 0
          ? []
          : [{ cells: [name(3, '工作表'), cell(9, sheets.join('\n'), { asIs: true })] }]),
        {
          cells: [
            ...[name(3, '移交单位(供数)'), cell(3, one.supplier ?? ''), name(3, '接收单位')],
            cell(3, frame.office),
          ],
          height: 9,
        },
        {
          cells: [
            ...[name(3, '数据截止日期'), cell(3, one.dataDate === null ? '' : chineseDay(one.dataDate))],
            ...[name(3, '行数'), cell(3, String(one.rows))],
          ],
        },
        {
          cells: [
            name(3, '字节数'),
            cell(3, String(one.bytes)),
            name(3, '介质'),
            cell(3, '□光盘 □U盘 □专线'),
          ],
        },
        { cells: [name(3, 'SHA-256'), cell(9, one.sha256, { asIs: true, size: 9.5 })] },
        { cells: [name(3, '用途'), cell(9, frame.purpose)], height: 9 },
        { cells: [name(3, '依据文号'), cell(9, frame.authority)], height: 9 },
        { cells: [name(3, '归还或销毁期限'), cell(9, `${end}前　${boxes(['归还', '销毁'])}`)], height: 9 },
        {
          cells: [
            name(3, '约定'),
            cell(
              9,
              '1．只用于上列用途，不复制给第三方，不在联网的计算机上处理。\n' +
                '2．由专人保管；期满归还或销毁，并作记录。\n' +
                '3．文件以上列 SHA-256 为准；发现错漏，以数据退回函请移交单位更正。',
            ),
          ],
        },
        {
          cells: [
            cell(6, ['移交单位(盖章)', '', sign('移交人'), sign('负责人'), dateBlank].join('\n')),
            cell(6, ['接收单位(盖章)', '', sign('接收人'), sign('保管人'), dateBlank].join('\n')),
          ],
          height: 44,
        },
        {
          cells: [name(3, '归还、销毁情况'), cell(9, `经办人：__________　监督人：__________　${dateBlank}`)],
          height: 14,
        },
      ],
    },
  ];
}

/**
 * 数据交接单: one page a source file.
 * @param path the DOCX
 * @param until last day that the data may be kept, YYYY-MM-DD
 */
export async function writeHandovers(
  path: string,
  files: readonly HandedOver[],
  frame: Frame,
  until: string | null,
): Promise<Written> {
  const numbered = files.map((file, index) => ({ file, number: index + 1 }));
  const sizes = [12, 11, 10.5, 10];
  return writeForms(path, numbered, frame, { title: '数据交接单', sizes }, ({ file, number }) =>
    pageOf(file, frame, until, number),
  );
}
