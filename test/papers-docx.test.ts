import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  gap,
  keyValueTable,
  label,
  pageSection,
  printed,
  table,
  titleLine,
  writeDocx,
} from '../src/papers/docx.js';
import { temporaryFolder } from './helpers/cli.js';
import { frame, partOf, textOf } from './helpers/papers.js';

describe('a paper', () => {
  const section = () =>
    pageSection(
      [
        titleLine('停发审批表'),
        keyValueTable(
          [
            ['户主', '张某某'],
            ['人口', '3人'],
            ['备注', 'a\nb'],
          ],
          [20, 60, 20, 60],
        ),
        gap(6),
        table([{ cells: [label('意见', { rows: 2 }), '同意'] }, { cells: ['签字'] }], [30, 100]),
      ],
      frame,
      { mark: '批次 1' },
    );
  const info = { title: '停发审批表', creator: '云山县民政局' };

  it('has the same bytes for the same content, at another time', async () => {
    const folder = temporaryFolder();
    const first = await writeDocx(join(folder, 'a.docx'), [section()], info);
    // Times in a zip count in steps of two seconds, those in its core.xml in thousandths of one.
    await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await writeDocx(join(folder, 'b.docx'), [section()], info);
    expect(second).toEqual(first);
    expect(partOf(join(folder, 'a.docx'), 'docProps/core.xml')).toMatch(
      /2000-01-01T00:00:00Z.*2000-01-01T00:00:00Z/s,
    );
  });

  it('is its owner’s alone', async () => {
    const file = join(temporaryFolder(), 'a.docx');
    await writeDocx(file, [section()], info);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('says what for and by what authority, whose it is, and which page', async () => {
    const file = join(temporaryFolder(), 'a.docx');
    await writeDocx(file, [section()], info);
    expect(textOf(file, 'word/header1.xml')).toBe(`用途：${frame.purpose}　依据：${frame.authority}\t批次 1`);
    const footer = partOf(file, 'word/footer1.xml');
    expect(footer).toContain(frame.footer);
    expect(footer).toMatch(/PAGE.*NUMPAGES/s);
  });

  it('names the fonts of official papers, and what may stand in for them', async () => {
    const file = join(temporaryFolder(), 'a.docx');
    await writeDocx(file, [section()], info);
    const document = partOf(file, 'word/document.xml');
    for (const name of ['黑体', '方正小标宋简体']) expect(document).toContain(`w:eastAsia="${name}"`);
    expect(partOf(file, 'word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"');
    expect(partOf(file, 'word/fontTable.xml')).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>',
    );
  });
});

describe('punctuation', () => {
  it.each([
    ['张三,男;住址:东街(3号)', '张三，男；住址：东街（3号）'],
    ['月保障金1,208.00元,共3个月', '月保障金1,208.00元，共3个月'],
    ['R04.car-1 (a, b)', 'R04.car-1 (a, b)'],
    ['国务院令(649)第九条', '国务院令（649）第九条'],
    ['12:30开会', '12:30开会'],
  ])('%s', (given, wanted) => {
    expect(printed(given)).toBe(wanted);
  });
});
