import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { stampZip } from '../src/files/stamp.js';
import { capacityOf, heightOf, linesOf } from '../src/reports/workbook/height.js';
import { workbookBytes } from '../src/reports/workbook/index.js';
import { cellText, columnLetters, hasLines, needsCare, plainHalves } from '../src/reports/workbook/xml.js';
import { hostile, inventedId, sampleReport } from './reports-fixture.js';

const report = sampleReport(60);
let bytes: Buffer = Buffer.alloc(0);
const book = new ExcelJS.Workbook();

async function load(into: ExcelJS.Workbook, zip: Buffer): Promise<void> {
  const content = new ArrayBuffer(zip.length);
  new Uint8Array(content).set(zip);
  await into.xlsx.load(content);
}

function sheet(name: string): ExcelJS.Worksheet {
  const found = book.getWorksheet(name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function row(name: string, number: number): unknown[] {
  return (sheet(name).getRow(number).values as unknown[]).slice(1);
}

function column(name: string, title: string): unknown[] {
  const index = row(name, 1).indexOf(title) + 1;
  expect(index).toBeGreaterThan(0);
  return (sheet(name).getColumn(index).values as unknown[]).slice(2);
}

beforeAll(async () => {
  bytes = await workbookBytes(report);
  await load(book, bytes);
});

const shared = [
  '序号 疑点编号 乡镇(街道) 村(社区) 村民小组 户编号 户主姓名 户主身份证号 低保类别 施保类别 家庭人口 保障人口 月保障金(元)',
  '享受起始时间',
].join(' ');
const ofCase = [
  '疑点人员 身份证号 年龄 与户主关系 是否享受 类别(十类序号) 疑点名称 疑点事实 关联人姓名 关联人身份证号 与疑点人员关系',
  '事由发生日期 核算人均月收入 适用保障标准 超标准额 涉嫌多领月数 涉嫌多领金额(元) 金额口径(实发/估算) 匹配方式',
  '可信程度(硬/软) 建议处理 须先排除的合理情形 供数单位 数据截止日期 来源(文件/表/行) 本户疑点数 较上次(新增/重复/变化)',
  '优先级 核实状态 备注',
].join(' ');

describe('疑点清单.xlsx', () => {
  it('has the seven sheets in order', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '说明与口径',
      '户汇总',
      '疑点明细',
      '无法判断与未查到',
      '按乡镇×类别',
      '数据覆盖',
      '数据质量',
    ]);
  });

  it('has the columns of the design, in order', () => {
    expect(row('疑点明细', 1)).toEqual(`${shared} ${ofCase}`.split(' '));
    const ofHousehold = '疑点数 涉及类别 最高可信程度 拟办建议(整户/减员/核实) 多领合计';
    expect(row('户汇总', 1)).toEqual(`${shared} ${ofHousehold}`.split(' '));
  });

  it('prints on A3 landscape, one page wide, with its header on each page and the foot given', () => {
    for (const one of book.worksheets) {
      expect(one.pageSetup).toMatchObject({
        paperSize: 8,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(one.pageSetup.printTitlesRow).toBe('1:1');
      expect(one.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(one.headerFooter.oddFooter).toMatch(
        /^&L编制:.*复核:.*日期:.*&C内部资料 注意保存&R第 &P 页 共 &N 页$/,
      );
    }
    expect(sheet('疑点明细').autoFilter).toBe('A1:AR61');
  });

  it('keeps IDs as text, amounts as numbers, and can hold no formula', () => {
    expect(column('疑点明细', '身份证号')[0]).toBe(inventedId(1000));
    expect(column('疑点明细', '月保障金(元)')[0]).toBe(640.5);
    expect(column('疑点明细', '村(社区)')[0]).toBe('=HYPERLINK("x")');
    for (const one of book.worksheets) {
      one.eachRow((line) => line.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
    }
  });

  it('says each case as the case has it', () => {
    expect(column('疑点明细', '疑点事实')[0]).toContain(hostile);
    expect(column('疑点明细', '超标准额').filter((value) => value !== undefined && value !== null)[0]).toBe(
      222,
    );
    expect(column('疑点明细', '可信程度(硬/软)').slice(0, 5)).toEqual(['硬', '硬', '硬', '硬', '软']);
    expect(column('疑点明细', '来源(文件/表/行)')[0]).toBe('工资发放表.xlsx[2026年] 第12行');
    expect(column('疑点明细', '与户主关系').slice(0, 2)).toEqual(['户主', '子女']);
    expect(column('户汇总', '疑点数')).toEqual(report.households.map((household) => household.cases.length));
  });

  it('never shows a check that did not run as one that found nothing', () => {
    const titles = row('按乡镇×类别', 1);
    expect(titles).toContain('8 拒绝劳动\n(未运行)');
    expect(new Set(column('按乡镇×类别', '8 拒绝劳动\n(未运行)'))).toEqual(new Set(['未查']));
    expect(new Set(column('按乡镇×类别', '10 实际生活水平明显高于标准\n(出错)'))).toEqual(new Set(['出错']));
    expect(titles).toContain('6 务工收入超过标准\n(无法判断)');
    expect(column('无法判断与未查到', '情况')).toEqual([
      '出错',
      '未运行',
      '未查全',
      '未提供数据',
      '无法判断',
      '无法判断',
    ]);
  });

  it('marks parameters nobody has signed for, and puts alarms first', () => {
    expect(
      column('说明与口径', '备注').filter((text) => String(text).includes('参数来源未核对')),
    ).toHaveLength(1);
    expect(row('说明与口径', 2)[0]).toBe('【异常,请先看】');
  });

  it('shows the sum of the rows of each source', () => {
    expect(column('数据覆盖', '行数核对').slice(0, 4)).toEqual(['相符', '相符', '相符', '相符']);
    const { summary } = report;
    expect(column('数据覆盖', '文件行数').slice(0, 4)).toEqual(summary.sources.map((source) => source.rows));
  });

  it('says what became of rows and values that could not be read', () => {
    expect(column('数据质量', '处理')).toEqual(['整行未载入', '仅该栏未用', '已跳过']);
  });

  it('shows IDs masked in the examples of bad data', () => {
    expect(column('数据质量', '举例')[0]).toBe(
      `第31行: 3.30482********E+17\n第44行: ${inventedId(9).slice(0, 6)}********${inventedId(9).slice(-4)}`,
    );
  });

  it('is the same bytes for the same report', async () => {
    expect((await workbookBytes(sampleReport(60))).equals(bytes)).toBe(true);
  });
});

describe('a large list', () => {
  it('is written whole', async () => {
    const large = new ExcelJS.Workbook();
    await load(large, await workbookBytes(sampleReport(1501)));
    expect(large.getWorksheet('疑点明细')?.rowCount).toBe(1502);
  }, 60_000);
});

describe('stampZip', () => {
  it('is the same when done twice', () => {
    const once = stampZip(bytes);
    expect(stampZip(once).equals(once)).toBe(true);
  });

  it('refuses what is no zip', () => {
    expect(() => stampZip(Buffer.from('PK'))).toThrow('stamp');
  });
});

describe('cell texts', () => {
  it.each([
    ['a<b>&c', 'a&lt;b&gt;&amp;c'],
    ['a\u0000b\u000Bc', 'abc'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['_x000D_', '_x005F_x000D_'],
    ['\uD842x\u{20BB7}', 'x\u{20BB7}'],
  ])('hold what XML can hold: %j', (text, xml) => {
    expect(cellText(text)).toBe(xml);
  });

  it.each([
    ['330482', 6],
    ['低保A类', 7],
    ['甲\n乙', hasLines],
    ['a&b', needsCare],
    ['a<b', needsCare],
    ['a_x0041_', needsCare],
    [' a', needsCare],
    ['a ', needsCare],
    ['a\u0000b', needsCare],
    ['\uD842', needsCare],
    ['\uFFFE', needsCare],
    ['长'.repeat(40_000), needsCare],
  ])('are written as they are only where nothing needs care: %#', (text, halves) => {
    expect(plainHalves(text)).toBe(halves);
    if (halves !== needsCare) expect(cellText(text)).toBe(text);
  });

  it("are cut at Excel's limit", () => {
    expect(cellText('长'.repeat(40_000))).toHaveLength(32_767);
  });

  it('make their row as high as their lines', () => {
    expect(heightOf(1, 10)).toBe(17);
    expect(linesOf('一二三四五六七八九十一二三四五六七八九十\n一', capacityOf(10, 10))).toBe(5);
    expect(heightOf(5, 10)).toBeGreaterThan(60);
  });

  it('stand under the right letters', () => {
    expect([1, 26, 27, 44, 52, 53, 702, 703].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AR',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
