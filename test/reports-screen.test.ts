import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../src/messages/language.js';
import { renderScreen } from '../src/reports/screen.js';
import { textTable } from '../src/reports/text-table.js';
import { clip, pad, width, wrap } from '../src/reports/width.js';
import { inventedId, sampleReport } from './reports-fixture.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins a colour code
const plain = (text: string) => text.replace(/\u001B\[[0-9;]*m/g, '');
const screen = (columns = 120, count = 60) =>
  plain(renderScreen(sampleReport(count), { outDir: '疑点 一', width: columns }));

afterEach(() => setLanguage('zh'));

describe('width', () => {
  it.each([
    ['abc', 3],
    ['低保', 4],
    ['㐀\u{20BB7}', 4],
    ['(半角)', 6],
    ['\uFF08全角\uFF09', 8],
    ['e\u0301', 1],
    ['\u001B[31m红\u001B[39m', 2],
    ['', 0],
  ])('of %j', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  it('pads, clips and wraps by it', () => {
    expect(pad('低保', 6)).toBe('低保  ');
    expect(pad('低保', 6, 'right')).toBe('  低保');
    expect(clip('低保花名册', 7)).toBe('低保花…');
    expect(clip('低保', 4)).toBe('低保');
    expect(wrap('低保花名册ABCDEF', 8)).toEqual(['低保花名', '册ABCDEF']);
  });

  it('aligns the columns of a table', () => {
    const rows = [
      ['乡镇', '户'],
      ['新仓', '12'],
      ['独山港镇', '3'],
    ];
    expect(textTable(rows, { align: ['left', 'right'] })).toBe('乡镇      户\n新仓      12\n独山港镇   3');
    expect(textTable(rows, { width: 4, shrink: [0], indent: 1 }).split('\n')[2]).toBe(' 独山港镇  3');
  });
});

describe('the screen after a check', () => {
  it('has its parts in order, alarms on top', () => {
    const text = screen();
    const parts = ['!! 异常待查', '一、数据', '二、核查结果', '三、乡镇', '四、未查与查不全', '五、下一步'];
    const places = parts.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('lists alarmed, stale and missing sources first', () => {
    const states = screen()
      .split('\n')
      .flatMap((line) => /^ {2}(异常|未取得|过期|正常) /.exec(line)?.[1] ?? []);
    expect(states).toEqual(['异常', '过期', '未取得', '正常', '正常']);
  });

  it('gives what was not run another word and mark than what is clear, and no numbers', () => {
    const text = screen();
    expect(text).toMatch(/^ +9 {2}不如实申报或拒绝核查 +- 未命中 +0 /m);
    expect(text).toMatch(/^ +8 {2}拒绝劳动 +X 未运行$/m);
    expect(text).toMatch(/^ +10 {2}实际生活水平明显高于标准 +# 出错$/m);
    expect(text).toContain('“未运行”是没有查,不等于“未命中”。');
  });

  it('masks IDs', () => {
    const report = sampleReport(4);
    const summary = {
      ...report.summary,
      alarms: [`名册证号${inventedId(1)}重复`],
      warnings: [inventedId(2)],
    };
    const text = plain(renderScreen({ ...report, summary }, { outDir: 'out', width: 100 }));
    expect(text).not.toContain(inventedId(1));
    expect(text).not.toContain(inventedId(2));
    expect(text).toContain(`${inventedId(2).slice(0, 6)}********`);
  });

  it('fits the terminal', () => {
    for (const columns of [80, 100, 140]) {
      const lines = screen(columns).split('\n');
      expect(lines.filter((line) => width(line) > columns)).toEqual([]);
    }
  });

  it('ends with what to do next, its folder quoted', () => {
    expect(screen()).toMatch(/看一条 {2}dibao explain R\S+ -o "疑点 一"\n$/);
    const given = renderScreen(sampleReport(1), { outDir: 'o', width: 80, next: 'dibao dispatch' });
    expect(plain(given)).toMatch(/看一条.*\n {2}去下发 {2}dibao dispatch\n$/);
  });

  it('shows change only where there is a run to compare with', () => {
    expect(screen()).toContain('较上次');
    const report = sampleReport(10);
    const cases = report.cases.map((one) => ({ ...one, change: null }));
    expect(renderScreen({ ...report, cases }, { outDir: 'o', width: 120 })).not.toContain('较上次');
  });

  it('speaks English', () => {
    setLanguage('en');
    const text = screen(200);
    expect(text).toContain('X not run');
    expect(text).toContain('4. Not checked, or not fully');
  });

  it('says so where nothing is missing', () => {
    const report = sampleReport(0);
    const { summary } = report;
    const checks = summary.checks.filter(
      (check) => check.outcome === 'clear' && check.missing_excuses.length === 0,
    );
    const whole = { ...summary, checks, absent_registers: [], alarms: [], parameters: [], warnings: [] };
    const text = plain(
      renderScreen({ ...report, summary: whole, undecidable: [] }, { outDir: 'o', width: 100 }),
    );
    expect(text).toContain('没有:所有核查都运行了。');
    expect(text).not.toContain('!!');
  });
});
