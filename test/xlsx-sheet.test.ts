import { describe, expect, it } from 'vitest';
import { openBook } from '../src/read/xlsx/book.js';
import { type HandMade, partsOf, scratch, takeFirst, zipOf } from './xlsx-support.js';

const file = scratch();
let count = 0;
const read = (made: HandMade) => {
  count += 1;
  return takeFirst(file(`${count}.xlsx`, zipOf(partsOf(made))), 'xlsx');
};

describe('cells of a sheet', () => {
  it('reads shared, inline and formula strings, without phonetic runs, escapes decoded', async () => {
    const { rows } = await read({
      strings:
        '<si><t>张三</t></si><si><r><t xml:space="preserve">李 </t></r><r><t>四</t></r><rPh sb="0" eb="1"><t>り</t></rPh></si><si><t>甲_x000D_乙_x005F_x000D_</t></si><si><t/></si><si><t>a&amp;b &#20013;<![CDATA[<&]]></t></si>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="inlineStr"><is><r><t>王</t></r><r><t>五</t></r></is></c><c r="G1" t="str"><f>A1</f><v>张三</v></c></row>',
    });
    expect(rows.get(1)).toEqual(['张三', '李 四', '甲\r乙_x000D_', '', 'a&b 中<&', '王五', '张三']);
  });

  it('reads numbers, booleans, dates and ISO dates', async () => {
    const { rows } = await read({
      formats: ['yyyy"年"m"月"d"日"', 'h:mm:ss', '0.00%'],
      rows: '<row><c><v>330482196305151234</v></c><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c s="1"><v>45296</v></c><c s="2"><v>0.5</v></c><c s="3"><v>0.125</v></c><c t="d"><v>2024-01-05T00:00:00</v></c><c><v>007</v></c><c><v>1.5E3</v></c></row>',
    });
    expect(rows.get(1)).toEqual([
      ...['3.30482196305151E+17', '0.3', 'TRUE', 'FALSE', '2024-01-05', '12:00:00', '0.125'],
      ...['2024-01-05', '7', '1500'],
    ]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const { rows } = await read({
      date1904: true,
      formats: ['yyyy-mm-dd'],
      rows: '<row><c s="1"><v>43834</v></c></row>',
    });
    expect(rows.get(1)).toEqual(['2024-01-05']);
  });

  it('reports error values and formulas without a result, and keeps their rows', async () => {
    const { rows, problems, end } = await read({
      rows: '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="3"><c r="A3"><f>A1</f></c><c r="B3"><f>A1</f><v></v></c><c r="C3" t="str"><f>A1</f><v></v></c><c r="D3"><f>A1</f><v>4</v></c></row>',
    });
    expect(problems).toEqual([
      { row: 2, kind: 'cell-error', column: 1, value: '#DIV/0!', rejected: false },
      { row: 3, kind: 'formula-uncached', column: 0, rejected: false },
      { row: 3, kind: 'formula-uncached', column: 1, rejected: false },
    ]);
    expect([...rows]).toEqual([
      [2, ['', '']],
      [3, ['', '', '', '4']],
    ]);
    expect(end).toEqual({ rows: 3, blank: 1, rejected: 0, hiddenRows: 0 });
  });

  it('numbers rows as a person sees them; blank ones are counted, not given', async () => {
    const { rows, end } = await read({
      rows: '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row><row hidden="1"><c r="A5"><v>3</v></c><c r="B5" s="1"/></row><row r="9"/>',
    });
    expect([...rows]).toEqual([
      [3, ['', '', '1', '2']],
      [5, ['3']],
    ]);
    expect(end).toEqual({ rows: 5, blank: 3, rejected: 0, hiddenRows: 1 });
  });

  it('repeats a vertical merge in its first column only, and makes no data of blank rows', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const { rows } = await read({
      sheet: `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1">${cell('A1', '户一').replace(/<(\/?)(c|is|t)\b/g, '<$1x:$2')}<x:c r="C1"><x:v>1</x:v></x:c></x:row><x:row r="2"><x:c r="C2"><x:v>2</x:v></x:c></x:row><x:row r="3"/><x:row r="4"><x:c r="C4"><x:v>4</x:v></x:c></x:row><x:row r="5"><x:c r="A5"><x:v>9</x:v></x:c><x:c r="C5"><x:v>5</x:v></x:c></x:row><x:row r="6"><x:c r="C6"><x:v>6</x:v></x:c></x:row></x:sheetData><x:mergeCells count="2"><x:mergeCell  ref='A1:B5'/><x:mergeCell ref="C6:D6"/></x:mergeCells></x:worksheet>`,
    });
    expect([...rows]).toEqual([
      [1, ['户一', '', '1']],
      [2, ['户一', '', '2']],
      [4, ['户一', '', '4']],
      [5, ['9', '', '5']],
      [6, ['', '', '6']],
    ]);
  });

  it('takes attributes in any order and quotes, comments, CDATA, and > within values', async () => {
    const { rows } = await read({
      sheet: `<?xml version='1.0'?><!-- <row r="1"/> --><worksheet><sheetData><row spans='a>b' r='2' ><c t = "str"\n r="B2"><v>甲<!-- x --><![CDATA[<乙>]]>&#x4E19;</v></c></row ></sheetData><extLst><row r="9"><c r="A9"><v>1</v></c></row></extLst></worksheet>`,
    });
    expect([...rows]).toEqual([[2, ['', '甲<乙>丙']]]);
  });

  it.each([1, 7, 64, 1000])('gives the same whatever the bytes are cut into (%i)', async (size) => {
    const { XmlScanner } = await import('../src/read/xlsx/scan.js');
    const { SheetHandler } = await import('../src/read/xlsx/sheet.js');
    const { SharedStrings } = await import('../src/read/xlsx/strings.js');
    const xml = Buffer.from(
      '<worksheet><!-- a --><sheetData><row r="1"><c r="A1" t="str"><v>甲&lt;<![CDATA[乙]]></v></c><c r="C1"><f>1</f><v>12.5</v></c></row></sheetData></worksheet>',
    );
    const rows: string[][] = [];
    const context = { strings: new SharedStrings(), styles: [], date1904: false, merges: [] };
    const scanner = new XmlScanner(
      new SheetHandler(context, { row: (_row, cells) => rows.push(cells) > 0, problem: () => {} }),
    );
    for (let at = 0; at < xml.length; at += size) scanner.write(xml.subarray(at, at + size));
    scanner.end();
    expect(rows).toEqual([['甲<乙', '', '12.5']]);
  });

  it('reads parts in UTF-16 and with a byte order mark', async () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="str"><v>户编号</v></c></row></sheetData></worksheet>';
    const wide = await read({ sheet: Buffer.from(`\ufeff${xml}`, 'utf16le') });
    expect(wide.rows.get(1)).toEqual(['户编号']);
    const marked = await read({ sheet: `\ufeff${xml.replace('UTF-16', 'UTF-8')}` });
    expect(marked.rows.get(1)).toEqual(['户编号']);
  });
});

describe('an open workbook', () => {
  it('stops when told to, and can be read again', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('');
    const book = await openBook(file('many.xlsx', zipOf(partsOf({ rows }))), 'xlsx');
    const ref = book.sheets[0];
    expect(ref).toMatchObject({ kind: 'xlsx', sheet: '名册', sheetIndex: 0, hidden: false });
    if (ref === undefined) return;
    for (const stop of [1, 3, 5000]) {
      let seen = 0;
      const end = await book.read(ref, {
        row: () => {
          seen += 1;
          return seen < stop;
        },
        problem: () => {},
      });
      expect([seen, end.rows]).toEqual([stop, stop]);
    }
    await book.close();
  });

  it('takes only the sheet that is named, and names those there are', async () => {
    const path = file('one.xlsx', zipOf(partsOf({})));
    const book = await openBook(path, 'xlsx', { sheet: '名册' });
    expect(book.sheets.map((ref) => ref.sheet)).toEqual(['名册']);
    await book.close();
    await expect(openBook(path, 'xlsx', { sheet: '车辆' })).rejects.toMatchObject({
      code: 'sheet-missing',
      values: { sheet: '车辆', sheets: '名册' },
    });
  });

  it('finds parts whose names differ in case or slashes', async () => {
    const entries = partsOf({ rows: '<row><c><v>1</v></c></row>' }).map((entry) => ({
      ...entry,
      name: entry.name.replace('xl/worksheets/sheet1', 'XL\\Worksheets\\Sheet1'),
    }));
    const { rows } = await takeFirst(file('slashes.xlsx', zipOf(entries)), 'xlsx');
    expect(rows.get(1)).toEqual(['1']);
  });
});
