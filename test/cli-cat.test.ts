import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import xlsx from 'xlsx/dist/xlsx.full.min.js';
import { cat } from '../src/commands/cat.js';
import { encodeGb18030 } from './csv-support.js';
import { catHere, contextOf, Kept, rowsOf, slowReader } from './helpers/cat.js';
import { runCli, temporaryFolder } from './helpers/cli.js';
import { partsOf, zipOf } from './xlsx-support.js';

const table =
  '某县死亡登记表,,\n姓名,身份证号,金额\n张三,110101199001010007,-5\n\n李四,110101199001010015,"1,200"\n';
const clean =
  '某县死亡登记表,,\n姓名,身份证号,金额\n张三,110101199001010007,-5\n李四,110101199001010015,"1,200"\n';
const taken = (encoding: string, delimiter = '逗号', file = 'a.csv') =>
  `${file}: CSV,编码 ${encoding},分隔符为${delimiter},3 列,表头在第2行,其上 1 行是标题、单位等\n` +
  '  共 5 行: 给出 4,退回 0,空行 1(不给出)\n';

/** A folder with one file in it, and the program run there. */
function catOf(content: string | Buffer, args: readonly string[] = [], name = 'a.csv') {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), content);
  return runCli(['cat', name, ...args], { cwd });
}

describe('a CSV', () => {
  test.each<[string, Buffer, string, string]>([
    ['UTF-8', Buffer.from(table), 'utf-8', '逗号'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`), 'utf-8', '逗号'],
    ['GB18030', encodeGb18030(table), 'gb18030', '逗号'],
    ['UTF-16LE', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'utf-16le', '逗号'],
    ['UTF-16BE', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16(), 'utf-16be', '逗号'],
    ['with CRLF', Buffer.from(table.replaceAll('\n', '\r\n')), 'utf-8', '逗号'],
    ['with CR', Buffer.from(table.replaceAll('\n', '\r')), 'utf-8', '逗号'],
    ['by tabs', Buffer.from(table.replaceAll('"', '').replaceAll(/,(?!200)/g, '\t')), 'utf-8', '制表符'],
    [
      'by semicolons',
      encodeGb18030(table.replaceAll('"', '').replaceAll(/,(?!200)/g, ';')),
      'gb18030',
      '分号',
    ],
    ['by bars', encodeGb18030(table.replaceAll('"', '').replaceAll(/,(?!200)/g, '|')), 'gb18030', '竖线'],
  ])(
    '%s: clean UTF-8, LF, quotes only where needed, whole numbers, nothing guarded',
    (_, bytes, encoding, by) => {
      expect(catOf(bytes)).toEqual({ code: 0, stdout: clean, stderr: taken(encoding, by) });
    },
  );

  test('--rows: each row after its line; a value of several lines counts as many', () => {
    const { stdout } = catOf('a,b\n"x\ny",1\n\n3,4\n', ['--rows']);
    expect(stdout).toBe('1,a,b\n2,"x\ny",1\n5,3,4\n');
  });

  test('--format ndjson', () => {
    const { stdout } = catOf('a,b\n"x""\ny",\n', ['--format', 'ndjson']);
    expect(stdout).toBe(
      '{"row":1,"sheet":null,"cells":["a","b"]}\n{"row":2,"sheet":null,"cells":["x\\"\\ny",""]}\n',
    );
  });

  test('one empty cell is no blank line', () => {
    expect(catOf('a\n""\nb\n').stdout).toBe('a\n""\nb\n');
  });

  test('without a header, of one column, without quoting', () => {
    expect(catOf('张三,5\n李四,6\n').stderr).toContain(',2 列,没有看到表头\n');
    expect(catOf('张三\n').stdout).toBe('张三\n');
    const { stdout, stderr } = catOf('"大"字号\t1\n"小"字号\t2\n"老"字号\t3\n');
    expect(stdout).toBe('"""大""字号",1\n"""小""字号",2\n"""老""字号",3\n');
    expect(stderr).toContain('分隔符为制表符,不用引号括起,2 列');
  });

  test('--delimiter and --encoding are not guessed', () => {
    const { stdout, stderr } = catOf(Buffer.from('a;b,c\n1;2,3\n'), [
      '--delimiter',
      ';',
      '--encoding',
      'GBK',
    ]);
    expect(stdout).toBe('a,"b,c"\n1,"2,3"\n');
    expect(stderr).toContain('编码 gb18030,分隔符为分号,2 列');
    expect(catOf('a\tb,c\n1\t2,3\n', ['--delimiter', 'tab']).stdout).toBe('a,"b,c"\n1,"2,3"\n');
  });

  test('--sheet does nothing, and says so', () => {
    const { code, stderr } = catOf('a,b\n1,2\n', ['--sheet', '1']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^CSV 没有工作表,--sheet 这次不起作用\n/);
  });

  test('of blank lines alone has no rows', () => {
    expect(catOf('\n\n')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('给出 0,退回 0,空行 2'),
    });
  });
});

describe('what cannot be read', () => {
  const dirty = Buffer.concat([
    Buffer.from('姓名,金额\n张三,1\n"李四,2\n王五,3\n'),
    Buffer.from('赵\0六,4\n'),
    Buffer.from('"钱"七,5\n'),
    Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x36, 0x0a]),
    Buffer.from('周八,7,8\n吴九,'),
    Buffer.from('郑').subarray(0, 2),
  ]);

  test('is left out and told by line and reason, what loses rows first', () => {
    const { code, stdout, stderr } = catOf(dirty);
    expect(code).toBe(0);
    expect(stdout).toBe('姓名,金额\n张三,1\n王五,3\n周八,7,8\n');
    expect(stderr).toBe(
      'a.csv: CSV,编码 utf-8,分隔符为逗号,2 列,表头在第1行\n' +
        '  共 9 行: 给出 4,退回 5,空行 0(不给出)\n' +
        '  有字节无法识别成文字: 2 行,整行退回 (第7、9行)\n' +
        '    → 请提供单位以 UTF-8 或 GB18030 编码重新导出,或改用 xlsx 格式\n' +
        '  有引号没有配对,后面的内容分不清: 1 行,整行退回 (第3行)\n' +
        '    → 请提供单位从原系统重新导出该文件\n' +
        '  内容中有空字符,文件可能已损坏: 1 行,整行退回 (第5行)\n' +
        '    → 请提供单位从原系统重新导出该文件\n' +
        '  引号出现在不该出现的位置: 1 行,整行退回 (第6行)\n' +
        '    → 请提供单位从原系统重新导出该文件\n' +
        '  同一文件里前后编码不一致: 1 行 (第7行) gb18030\n' +
        '    → 多半是几个文件直接拼接而成;请提供单位分开提供\n' +
        '  列数不是 2 列,照样给出(check 不采用): 1 行 (第8行)\n',
    );
  });

  test('is told with --quiet too, and nothing else is', () => {
    const { stdout, stderr } = catOf(dirty, ['--quiet']);
    expect(stdout).toBe('姓名,金额\n张三,1\n王五,3\n周八,7,8\n');
    expect(stderr.split('\n').filter((line) => /^ {2}\S/.test(line))).toHaveLength(4);
    expect(stderr).not.toMatch(/a\.csv|照样给出|共 9 行/);
    expect(catOf(table, ['-q'])).toEqual({ code: 0, stdout: clean, stderr: '' });
  });

  test('in English', () => {
    const { stderr } = catOf(dirty, ['--lang', 'en']);
    expect(stderr).toContain(
      'a.csv: CSV, encoding utf-8, delimiter comma, 2 columns, the header is in row 1\n',
    );
    expect(stderr).toContain('  9 rows: 4 given, 5 rejected, 0 blank (left out)\n');
    expect(stderr).toContain('  bytes that stand for no character: 2, rejected (row 7, 9)\n');
    expect(stderr).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test.each([
    ['0', 4, '退回 5 行,超过 --max-rejects 0\n'],
    ['4', 4, '退回 5 行,超过 --max-rejects 4\n'],
    ['5', 0, ''],
  ])('--max-rejects %s: exit %d', (limit, exit, said) => {
    const { code, stdout, stderr } = catOf(dirty, ['--max-rejects', limit]);
    expect(code).toBe(exit);
    expect(stderr.split('\n').slice(-2)[0]).toContain(said.trim());
    expect(stdout).toContain('周八');
  });

  test('100,000 times the same is told once', () => {
    const { stderr, stdout } = catOf(`a,b\n${'1,2,3\n'.repeat(100_000)}`);
    expect(stderr.split('\n')).toHaveLength(4);
    expect(stderr).toContain(': 100000 行 (第2、3、4、5、6、7、8、9、10、11行……)\n');
    expect(stdout.length).toBe(4 + 600_000);
  });

  test('a quote left open far up costs its line alone', () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `${i + 1},张三,幸福路${i}号`);
    lines[9] = '10,"张三,幸福路9号';
    const { stdout, stderr } = catOf(`序号,姓名,地址\n${lines.join('\n')}\n`);
    expect(stderr).toContain(': 1 行,整行退回 (第11行)\n');
    expect(stdout.split('\n')).toHaveLength(50_001);
  });
});

describe('a workbook', () => {
  const rows = [
    ['某县名册', null, null],
    ['户主', '姓名', '金额'],
    ['张三', '张三', -5],
    [null, '张小', 1200.5],
    [],
    ['李四', '李四', 3],
  ];
  function made(bookType: 'xlsx' | 'biff8' | 'xlsb' | 'ods' | 'xlml'): Buffer {
    const sheet = xlsx.utils.aoa_to_sheet(rows);
    sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 3, c: 0 } }];
    const book = xlsx.utils.book_new(sheet, '农村');
    xlsx.utils.book_append_sheet(
      book,
      xlsx.utils.aoa_to_sheet([
        ['旧', '表'],
        ['1', '2', '=3'],
      ]),
      '旧表',
    );
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([]), '空');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }] };
    return xlsx.write(book, { type: 'buffer', bookType }) as Buffer;
  }
  const rural = '某县名册,,\n户主,姓名,金额\n张三,张三,-5\n张三,张小,1200.5\n李四,李四,3\n';

  test.each([
    ['xlsx', 'xlsx', 'xlsx'],
    ['biff8', 'et', 'ole2'],
    ['biff8', 'csv', 'ole2'],
    ['xlsb', 'xlsb', 'xlsb'],
    ['xlml', 'xls', 'xml'],
  ] as const)('%s named .%s: every sheet, hidden ones too, by content', (bookType, ending, format) => {
    const { code, stdout, stderr } = catOf(made(bookType), [], `名册.${ending}`);
    expect(stdout).toBe(`${rural}旧,表,\n1,2,=3\n`);
    expect(stderr).toBe(
      '3 个工作表依次给出: 农村、旧表(隐藏)、空;--sheet 只取其中一个,--rows 标明行的来处\n' +
        `名册.${ending} 工作表“农村”: ${format},3 列,表头在第2行,其上 1 行是标题、单位等\n` +
        '  共 6 行: 给出 5,退回 0,空行 1(不给出)\n' +
        `名册.${ending} 工作表“旧表”(隐藏): ${format},3 列,表头在第1行\n` +
        '  共 2 行: 给出 2,退回 0,空行 0(不给出)\n' +
        `名册.${ending} 工作表“空”: 没有内容\n`,
    );
    expect(code).toBe(0);
  });

  test('ods', () => {
    expect(catOf(made('ods'), ['--sheet', '农村'], '名册.ods').stdout).toBe(rural);
  });

  test('--rows says which sheet, where there are several', () => {
    const { stdout } = catOf(made('xlsx'), ['--rows'], '名册.xlsx');
    expect(stdout.split('\n')[0]).toBe('1,农村,某县名册,,');
    expect(stdout.split('\n')[4]).toBe('6,农村,李四,李四,3');
    expect(stdout.split('\n')[5]).toBe('1,旧表,旧,表,');
    expect(catOf(made('xlsx'), ['--rows', '--sheet', '农村'], '名册.xlsx').stdout).toMatch(/^1,某县名册,,\n/);
  });

  test('--format ndjson names row and sheet of each', () => {
    const { stdout } = catOf(made('xlsx'), ['--format', 'ndjson'], '名册.xlsx');
    expect(rowsOf(stdout).at(-1)).toEqual({ row: 2, sheet: '旧表', cells: ['1', '2', '=3'] });
  });

  test('--sheet by name or position; the others are named', () => {
    for (const sheet of ['旧表', '2']) {
      const { stdout, stderr } = catOf(made('xlsx'), ['--sheet', sheet], '名册.xlsx');
      expect(stdout).toBe('旧,表,\n1,2,=3\n');
      expect(stderr).toMatch(/^没有给出的工作表: 农村、空\n名册\.xlsx 工作表“旧表”\(隐藏\): /);
    }
    expect(runSheet('4')).toEqual({
      code: 3,
      stdout: '',
      stderr:
        '名册.xlsx: 工作簿里没有工作表“4”;有:农村、旧表、空\n  → 请核对工作表名,或写它是第几个(1、2……);也可以不写\n',
    });
    expect(runSheet('0').code).toBe(3);
  });
  const runSheet = (sheet: string) => catOf(made('xlsx'), ['--sheet', sheet], '名册.xlsx');

  test('a sheet that is named by a number is meant by it before its position', () => {
    const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([['甲']]), '2');
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['乙']]), '1');
    const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect(catOf(bytes, ['--sheet', '2'], 'a.xlsx').stdout).toBe('甲\n');
    expect(catOf(bytes, ['--sheet', '1'], 'a.xlsx').stdout).toBe('乙\n');
  });

  test('HTML named .xls keeps its long numbers', () => {
    const html =
      '<html><meta charset="gbk"><table><tr><td>姓名</td><td>证号</td></tr><tr><td>张三</td><td>110101199001010007</td></tr></table></html>';
    const { stdout, stderr } = catOf(encodeGb18030(html), [], '导出.xls');
    expect(stdout).toBe('姓名,证号\n张三,110101199001010007\n');
    expect(stderr).toContain(': html,2 列,表头在第1行\n');
  });

  test('formulas without a result, errors and hidden rows are told', () => {
    const cells =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c></row>' +
      '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="B2"><f>1+1</f></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>李四</t></is></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3"><f>A1</f></c></row>';
    const { stdout, stderr } = catOf(zipOf(partsOf({ rows: cells })), [], 'a.xlsx');
    expect(stdout).toBe('姓名,金额,\n张三,,\n李四,,\n');
    expect(stderr).toBe(
      'a.xlsx 工作表“名册”: xlsx,3 列,表头在第1行\n' +
        '  共 3 行: 给出 3,退回 0,空行 0(不给出)\n' +
        '  有1个隐藏行,照样读取\n' +
        '  “金额”单元格是公式,文件里没有存计算结果: 1 处 (第2行)\n' +
        '    → 请提供单位用表格软件打开并保存一次,或把公式粘贴为数值\n' +
        '  “金额”单元格显示错误值(如 #N/A、#REF!): 1 处 (第3行) #N/A\n' +
        '    → 请提供单位修正公式后重新提供\n' +
        '  “第C列”单元格是公式,文件里没有存计算结果: 1 处 (第3行)\n',
    );
  });

  test('half a character stays written out: it can be no UTF-8', () => {
    const cells =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c><c r="B1" t="inlineStr"><is><t>a_xD83D_</t></is></c></row>';
    expect(catOf(zipOf(partsOf({ rows: cells })), [], 'a.xlsx').stdout).toBe('😀,a_xD83D_\n');
  });

  test('--encoding and --delimiter do nothing, and say so', () => {
    const { code, stderr } = catOf(made('xlsx'), ['--encoding', 'gbk', '--delimiter', ';'], '名册.xlsx');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^--encoding 只对 CSV 有用,这次不起作用\n--delimiter 只对 CSV 有用,这次不起作用\n/,
    );
  });

  test('of 30,000 rows comes whole', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => [`户${i}`, i, null]);
    const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([['户主', '金额', '备注'], ...many]), '表');
    const bytes = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const { stdout } = catOf(bytes, [], 'a.xlsx');
    expect(stdout).toBe(`户主,金额,备注\n${many.map(([name, sum]) => `${name},${sum},\n`).join('')}`);
  });
});

describe('a file that is no table', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /^a\.csv: 文件是空的\n/],
    ['a PDF', '%PDF-1.7\n', /^a\.csv: 这是 PDF,不是表格\n/],
    ['a zip', zipOf([{ name: 'a.txt', data: 'a' }]), /^a\.csv: 这是压缩包\(zip\),不是表格\n/],
    ['a broken workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), /^a\.csv: /],
  ])('%s: exit 3, nothing on standard output', (_, content, said) => {
    const { code, stdout, stderr } = catOf(content);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/\n {2}→ .+\n$/);
  });

  test('a missing one, a folder', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'd'));
    expect(runCli(['cat', '没有.csv'], { cwd })).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^没有\.csv: 找不到这个文件\n/),
    });
    expect(runCli(['cat', 'd'], { cwd })).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^d: 这是文件夹,不是文件\n/),
    });
  });

  test('a password file that is missing is named itself', () => {
    const { code, stderr } = catOf(table, ['--password-file', '密码.txt']);
    expect(code).toBe(3);
    expect(stderr).toMatch(/密码\.txt: 找不到这个文件\n/);
  });

  test('a pattern stands for the one file that it matches', () => {
    const cwd = temporaryFolder();
    for (const name of ['车辆1.csv', '车辆2.csv', '死亡.csv']) writeFileSync(join(cwd, name), 'a,b\n1,2\n');
    expect(runCli(['cat', '死*.csv'], { cwd })).toMatchObject({ code: 0, stdout: 'a,b\n1,2\n' });
    expect(runCli(['cat', '车辆*.csv'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: '车辆*.csv: 有 2 个文件符合,一次只读一个\n  → 请写出其中一个文件\n',
    });
    expect(runCli(['cat', '房*.csv'], { cwd }).code).toBe(3);
  });
});

describe('a wrong command line', () => {
  test.each<[string[], string]>([
    [['cat'], '缺少“文件”\n  → 用法见 dibao cat --help\n'],
    [['cat', 'a.csv', 'b.csv'], '多出的参数“b.csv”\n  → 这里只能写一个;用法见 dibao cat --help\n'],
    [['cat', 'a.csv', '--format', 'table'], '选项“--format”的值“table”不对\n  → 应为:以下之一:csv ndjson\n'],
    [['cat', 'a.csv', '--delimiter', '、'], '选项“--delimiter”的值“、”不对\n  → 应为:分隔符:, ; | 或 tab\n'],
    [
      ['cat', 'a.csv', '--encoding', 'big5'],
      '选项“--encoding”的值“big5”不对\n  → 应为:以下之一:utf-8 gb18030 utf-16le utf-16be\n',
    ],
    [['cat', 'a.csv', '--max-rejects', 'no'], '选项“--max-rejects”的值“no”不对\n  → 应为:整数\n'],
    [['cat', 'a.csv', '--row'], '没有选项“--row”,是不是“--rows”?\n  → 可用的选项见 dibao cat --help\n'],
  ])('%j', (args, said) => {
    expect(runCli(args)).toEqual({ code: 2, stdout: '', stderr: said });
  });
});

describe('the output', () => {
  const long = `姓名,证号\n${'张三,110101199001010007\n'.repeat(200_000)}`;

  test('never runs far ahead of its reader', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), long);
    const { stream, most, text } = slowReader(1);
    const code = await cat({
      context: contextOf(stream, new Kept(), { cwd }),
      file: 'a.csv',
      rows: false,
      format: 'csv',
    });
    stream.end();
    await new Promise((resolve) => stream.on('end', resolve));
    expect(code).toBe(0);
    expect(text()).toBe(long);
    // One chunk of the file and the block being filled, of 5.4 MB in all.
    expect(most()).toBeLessThan(2_000_000);
  });

  test('a reader that closes the pipe ends it quietly', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), long);
    const program = fileURLToPath(new URL('../bin/dibao.js', import.meta.url));
    const child = spawn(process.execPath, [program, 'cat', 'a.csv', '--quiet'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(stderr).toBe('');
  });

  test('that is closed elsewhere is an error, not a wait without end', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), long);
    const { stream } = slowReader(1_000_000);
    setImmediate(() => stream.destroy());
    await expect(
      cat({ context: contextOf(stream, new Kept(), { cwd }), file: 'a.csv', rows: false, format: 'csv' }),
    ).rejects.toThrow();
  });

  test('on a screen shows ID numbers masked, unless told not to, and says so', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), table);
    const masked = await catHere('a.csv', {}, { cwd, screen: true });
    expect(masked.stdout).toContain('张三,110101********0007,-5\n');
    expect(masked.stderr).toMatch(/^屏幕上的身份证号已脱敏,--unmask 显示;/);
    const whole = await catHere('a.csv', {}, { cwd, screen: true, unmask: true });
    expect(whole).toMatchObject({ stdout: clean, stderr: taken('utf-8') });
  });

  test.skipIf(process.platform !== 'linux')('that cannot be written is no defect', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), table);
    const { code, stderr } = runCli(['cat', 'a.csv', '-q'], { cwd, stdout: '/dev/full' });
    expect(stderr).toMatch(/^标准输出: 写不了这个文件或文件夹\(ENOSPC\)\n/);
    expect(code).toBe(2);
  });
});
