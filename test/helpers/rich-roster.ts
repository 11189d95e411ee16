import exceljs from 'exceljs';
import { idOf } from './county.js';

const sizes = [3, 1, 2, 4, 1, 2];
const names = [...'甲乙丙丁戊己'];

/**
 * A roster as careful clerks keep it: merged households, formulas and sums, notes on cells, rules for colours and
 * entries, a filter, a print area, a second sheet that sums the first up. Household numbers are 7001 to 7006.
 */
export async function richRoster(): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('柳岸村 名册', {
    views: [{ state: 'frozen', ySplit: 2, topLeftCell: 'A3' }],
  });
  sheet.addRow(['2026年云栖县东溪镇柳岸村农村低保花名册']);
  sheet.mergeCells('A1:L1');
  const header =
    '序号 户编号 姓名 身份证号 与户主关系 是否享受 家庭人口 保障人口 人均补差额 月保障金(元) 年发放合计 享受起始时间';
  sheet.addRow(header.split(' '));
  let row = 3;
  for (const [at, size] of sizes.entries()) {
    for (let member = 0; member < size; member++) {
      const own = sheet.getRow(row + member);
      const person = [
        `${names[at]}${'一二三四'[member]}`,
        idOf(`${1950 + at * 5 + member}-03-1${member}`, at * 8 + member),
      ];
      own.values = ['', '', ...person, ['户主', '配偶', '子', '女'][member] ?? '', '是'];
      if (member > 0) continue;
      const each = 300 + at * 10;
      own.getCell(1).value = at === 0 ? 1 : { formula: `MAX(A$2:A${row - 1})+1`, result: at + 1 };
      own.getCell(2).value = `700${at + 1}`;
      own.getCell(7).value = size;
      own.getCell(8).value = size;
      own.getCell(9).value = each;
      own.getCell(10).value = { formula: `I${row}*H${row}`, result: each * size };
      own.getCell(11).value = { formula: `J${row}*12`, result: each * size * 12 };
      own.getCell(12).value = new Date(Date.UTC(2020, at, 1));
      own.getCell(12).numFmt = 'yyyy"年"m"月"';
    }
    if (size > 1)
      for (const column of 'ABGHIJKL') sheet.mergeCells(`${column}${row}:${column}${row + size - 1}`);
    row += size;
  }
  const last = row - 1;
  sheet.getCell(`B${row}`).value = '合计';
  sheet.getCell(`H${row}`).value = 13;
  const sums = sizes.map((size, at) => (300 + at * 10) * size).reduce((sum, one) => sum + one, 0);
  sheet.getCell(`J${row}`).value = { formula: `SUM(J3:J${last})`, result: sums };
  sheet.getCell(`A${row + 1}`).value = '注:以上人员均经民主评议。';
  sheet.autoFilter = `A2:L${last}`;
  sheet.pageSetup.printArea = `A1:L${row + 1}`;
  sheet.getCell('C5').note = '此人在外';
  sheet.getCell('C9').note = '留意';
  sheet.addConditionalFormatting({
    ref: `A3:L${last}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['$F3="否"'],
        style: { font: { color: { argb: 'FFFF0000' } } },
      },
    ],
  });
  for (let at = 3; at <= last; at++)
    sheet.getCell(`F${at}`).dataValidation = { type: 'list', allowBlank: true, formulae: ['"是,否"'] };
  sheet.getRow(8).addPageBreak();
  book.definedNames.add(`'柳岸村 名册'!$J$3:$J$${last}`, '金额区');
  const sum = book.addWorksheet('汇总');
  sum.getCell('B2').value = { formula: `'柳岸村 名册'!J${row}`, result: sums };
  sum.getCell('C2').value = { formula: 'MAX(金额区)', result: 1320 };
  sum.getCell('D2').value = { formula: "'柳岸村 名册'!C3", result: '甲一' };
  sum.getCell('E2').value = { formula: '1+1', result: 2 };
  return Buffer.from(await book.xlsx.writeBuffer());
}
