import { describe, expect, it } from 'vitest';
import xlsx from 'xlsx/dist/xlsx.full.min.js';
import { closeCells } from '../src/read/html-cells.js';
import { openBook } from '../src/read/xlsx/book.js';
import { outcome, scratch, take, takeFirst, zipOf } from './xlsx-support.js';

const file = scratch();

const odsParts = [
  { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
  { name: 'META-INF/manifest.xml', data: '<manifest/>' },
  { name: 'styles.xml', data: '<office:document-styles/>' },
];

/** A sheet with what the formats can hold, as SheetJS cells. */
function sample() {
  const sheet = xlsx.utils.aoa_to_sheet(
    [
      ['户编号', '身份证号', '数字号', '日期', '时间', '金额', '布尔', '错误', '公式'],
      [
        ...['H001', '330482196305150012', Number('330482196305150012')],
        { t: 'n', v: 45296, z: 'yyyy-mm-dd' },
        { t: 'n', v: 45296.354, z: 'yyyy/m/d h:mm' },
        ...[0.1 + 0.2, true],
        { t: 'e', v: 42 },
        { t: 'n', v: 3, f: '1+2' },
      ],
      [],
      [
        null,
        '330482199001010019',
        1e15,
        { t: 'n', v: 0.5, z: 'h:mm:ss' },
        { t: 'n', v: 1.5, z: '[h]:mm' },
        -5,
        false,
      ],
    ],
    { dense: true },
  );
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 3, c: 0 } }];
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  const workbook = xlsx.utils.book_new(sheet, '名册');
  xlsx.utils.book_append_sheet(workbook, xlsx.utils.aoa_to_sheet([['旧']]), '旧表');
  workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return workbook;
}

const first = ['户编号', '身份证号', '数字号', '日期', '时间', '金额', '布尔', '错误', '公式'];
const second = [
  ...['H001', '330482196305150012', '3.30482196305150E+17', '2024-01-05', '2024-01-05 08:29:46'],
  ...['0.3', 'TRUE', '', '3'],
];
const fourth = ['H001', '330482199001010019', '1.00000000000000E+15', '12:00:00', '1.5', '-5', 'FALSE'];

describe('workbooks of other formats', () => {
  // SheetJS writes hidden rows only where true; into .ods it writes neither errors nor what is hidden.
  it.each([
    ['biff8', 0, true],
    ['xlsb', 1, true],
    ['xlml', 1, true],
    ['ods', 0, false],
    ['fods', 0, false],
  ] as const)('%s: rows, texts, merges and what is hidden', async (bookType, hiddenRows, whole) => {
    const path = file(`sample.${bookType}`, xlsx.write(sample(), { type: 'buffer', bookType }));
    const book = await openBook(path, 'workbook');
    expect(book.sheets.map((ref) => [ref.sheet, ref.hidden])).toEqual([
      ['名册', false],
      ['旧表', whole],
    ]);
    const { rows, problems, end } = await take(book, book.sheets[0]);
    await book.close();
    expect([...rows]).toEqual([
      [1, first],
      [2, second],
      [4, fourth],
    ]);
    expect(problems).toEqual(
      whole ? [{ row: 2, kind: 'cell-error', column: 7, value: '#N/A', rejected: false }] : [],
    );
    expect(end).toEqual({ rows: 4, blank: 1, rejected: 0, hiddenRows });
  });

  it('HTML: ID numbers keep their digits, rowspans are repeated, the encoding is told by content', async () => {
    const html =
      '<?xml version="1.0"?><html><head><meta charset="gb2312"></head><body><p>名册, 2024</p><table><tr><th>姓名</th><th>身份证号</th></tr><tr><td rowspan="2">张三&amp;</td><td style="x">330482196305150012</td></tr><tr><td>330482199001010019</td></tr></table></body></html>';
    const expected = [
      [1, ['姓名', '身份证号']],
      [2, ['张三&', '330482196305150012']],
      [3, ['张三&', '330482199001010019']],
    ];
    // 张三姓名身份证号名册 in GB18030.
    const gb: Readonly<Record<string, string>> = {
      ...{
        张: 'd5c5',
        三: 'c8fd',
        姓: 'd0d5',
        名: 'c3fb',
        身: 'c9ed',
        份: 'b7dd',
        证: 'd6a4',
        号: 'bac5',
        册: 'b2e1',
      },
    };
    const bytes = Buffer.concat(
      [...html].map((one) => (gb[one] ? Buffer.from(gb[one], 'hex') : Buffer.from(one))),
    );
    for (const data of [Buffer.from(html), bytes, Buffer.from(`\ufeff${html}`, 'utf16le')]) {
      const { rows } = await takeFirst(file('page.xls', data), 'workbook');
      expect([...rows]).toEqual(expected);
    }
  });

  it.each([
    ['<table><tr><td>a<td>b<tr><td>1<td>2</table>'],
    ['<TABLE><THEAD><TR><TH>a<TH>b<TBODY><TR><TD>1</TD><TD>2</TABLE>'],
    ['<table><tr><td>a</td><td>b</tr><tr><td>1<td>2</tr></table>'],
    ['<table><!-- <td> --><tr><td>a<td>b</td></tr><tr><td>1</td><td>2</td></tr></table>'],
  ])('HTML without the end tags that may be left out: %s', async (html) => {
    const { rows } = await takeFirst(file('open.xls', `<html>${html}</html>`), 'workbook');
    expect([...rows.values()]).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('HTML with all its end tags is left as it is', () => {
    const inner = '<table><tr><td>x</td></tr></table>';
    const html = `<table a="1"><thead><tr><th>a</th></tr></thead><tr><td>${inner}</td><td></td></tr></table><script>"<td>"</script><table><tr></tr></table>`;
    expect(closeCells(html)).toBe(html);
    expect(closeCells('<td>a<td>b')).toBe('<td>a<td>b');
  });

  it('HTML: a page that says gb2312 may hold names that only GB18030 has', async () => {
    const page = (name: string) =>
      `<html><head><meta charset="gb2312"></head><body><table><tr><td>${name}</td></tr></table></body></html>`;
    const [before = '', after = ''] = page('|').split('|');
    // 张 and 𫖯 (U+2B5AF), which takes four bytes.
    const data = Buffer.concat([Buffer.from(before), Buffer.from('d5c59838f537', 'hex'), Buffer.from(after)]);
    const { rows } = await takeFirst(file('rare.xls', data), 'workbook');
    expect([...rows]).toEqual([[1, ['张𫖯']]]);
  });

  it('tells the hidden rows and sheets of OpenDocument', async () => {
    const content =
      '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:style="s" xmlns:text="x"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表"><table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell office:value-type="string"><text:p>甲</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><table:table table:name="藏" table:style-name="ta1"/></office:spreadsheet></office:body></office:document-content>';
    const path = file(
      'hidden.ods',
      zipOf([
        ...odsParts,
        {
          name: 'content.xml',
          data: content.replace(
            '<table:table table:name="藏" table:style-name="ta1"/>',
            '<table:table table:name="藏" table:style-name="ta1"></table:table>',
          ),
        },
      ]),
    );
    const book = await openBook(path, 'workbook');
    expect(book.sheets.map((ref) => [ref.sheet, ref.hidden])).toEqual([
      ['表', false],
      ['藏', true],
    ]);
    const { rows, problems, end } = await take(book, book.sheets[0]);
    expect([...rows.values()]).toEqual([['甲'], ['甲'], ['']]);
    expect(problems).toEqual([{ row: 3, kind: 'cell-error', column: 0, value: '#N/A', rejected: false }]);
    expect(end).toEqual({ rows: 3, blank: 0, rejected: 0, hiddenRows: 2 });
  });
});

describe('what SheetJS must not be given', () => {
  const ods = (content: string, manifest = '<manifest/>') =>
    outcome(
      file(
        'x.ods',
        zipOf([
          ...odsParts.filter((entry) => entry.name !== 'META-INF/manifest.xml'),
          { name: 'META-INF/manifest.xml', data: manifest },
          { name: 'content.xml', data: content },
        ]),
      ),
      'workbook',
    );
  const body = (rows: string) =>
    `<office:document-content xmlns:office="o" xmlns:table="t"><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:document-content>`;

  it('one cell that stands for a billion', async () => {
    const cell = '<table:table-cell office:value-type="float" office:value="1"><p>1</p></table:table-cell>';
    const row = (count: string) => `<table:table-row ${count}>${cell}</table:table-row>`;
    expect(await ods(body(row('')))).toBe('ok');
    expect(await ods(body(row('table:number-rows-repeated="1000000000"')))).toBe('workbook-bomb');
    expect(await ods(body(row('t:number-rows-repeated="x"')))).toBe('workbook-bomb');
  });

  it('a zip that inflates without end, entities, a password', async () => {
    expect(await ods(body(' '.repeat(3_000_000)))).toBe('workbook-bomb');
    expect(await ods(`<!DOCTYPE a [<!ENTITY b "c">]>${body('')}`)).toBe('workbook-doctype');
    expect(await ods('\u0001', '<m:manifest><m:encryption-data/></m:manifest>')).toBe('workbook-encrypted');
    const xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook>&b;</Workbook>';
    expect(await outcome(file('x.xml', xml), 'workbook')).toBe('workbook-doctype');
  });

  it('a table with columns beyond any sheet', async () => {
    const html = '<table><tr><td colspan="900000000">a</td><td>b</td></tr></table>';
    expect(await outcome(file('wide.xls', html), 'workbook')).toBe('workbook-damaged');
  });

  it('what is no table at all', async () => {
    expect(await outcome(file('page.xls', '<html><body>登录</body></html>'), 'workbook')).toBe(
      'workbook-unreadable',
    );
    expect(await outcome(file('x.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'workbook')).toBe(
      'workbook-unreadable',
    );
  });
});
