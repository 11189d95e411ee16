import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { writePage } from '../src/reports/html/index.js';
import { findBrowser, launch } from './helpers/browser.js';
import { temporary } from './helpers/demo-run.js';
import { sampleReport } from './reports-fixture.js';

/** report.html of 20,000 cases in a real browser. Skipped, visibly, where none is installed. */
const executable = findBrowser();
const count = 20_000;

const place = temporary();
const file = join(place.path, 'report.html');
const report = sampleReport(count);
const states = new Map(report.cases.map((one, index) => [one.case_id, index % 3 === 0 ? '属实' : '待核实']));
let browser: Browser;
const requests: string[] = [];
const complaints: string[] = [];

async function open(width = 1400): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, offline: true });
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
  return page;
}

const shown = async (page: Page): Promise<string> => (await page.textContent('#shown')) ?? '';
const found = async (page: Page): Promise<number> => Number(/共 (\d+) 条/.exec(await shown(page))?.[1]);
const rowCount = (page: Page): Promise<number> => page.locator('#cases-body tr.case').count();
const countOf = (wanted: (one: Case) => boolean): number => report.cases.filter(wanted).length;
const money = async (page: Page): Promise<number[]> => {
  const cells = await page.locator('#cases-body td.c-money').allTextContents();
  return cells.map((text) => Number(text.replace(/[^\d.]/g, '')));
};

describe.skipIf(executable === null)('report.html of 20,000 cases', () => {
  beforeAll(async () => {
    await writePage(file, { ...report, states });
    browser = await launch(executable ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    place.remove();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(complaints).toEqual([]);
    // Itself, offline, and nothing else.
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.every((url) => url === pathToFileURL(file).href)).toBe(true);
    requests.length = 0;
  });

  it('counts them all, and draws as many rows as a page is to have', async () => {
    const page = await open();
    expect(await found(page)).toBe(count);
    for (const size of [50, 200, 1000]) {
      await page.selectOption('#page-size', String(size));
      expect(await rowCount(page)).toBe(size);
      expect(await shown(page)).toContain(`第 1–${size} 条`);
    }
  });

  it('finds one by its number, and many by several words', async () => {
    const page = await open();
    const one = report.cases[12_345];
    await page.fill('#search', one?.case_id ?? '');
    await expect.poll(() => found(page)).toBe(1);
    expect(await page.textContent('#cases-body')).toContain(one?.household_id ?? '');
    await page.fill('#search', '新仓镇 小型轿车');
    const wanted = countOf((other) => other.township === '新仓镇' && other.reason.includes('小型轿车'));
    expect(wanted).toBeGreaterThan(100);
    await expect.poll(() => found(page)).toBe(wanted);
  });

  it('narrows by filters, several at once, and by the state of cases', async () => {
    const page = await open();
    await page.selectOption('#filter-township', '广陈镇');
    expect(await found(page)).toBe(countOf(({ township }) => township === '广陈镇'));
    await page.selectOption('#filter-grade', 'exit');
    const both = ({ township, grade }: Case) => township === '广陈镇' && grade === 'exit';
    expect(await found(page)).toBe(countOf(both));
    await page.selectOption('#filter-state', '属实');
    expect(await found(page)).toBe(countOf((one) => both(one) && states.get(one.case_id) === '属实'));
    await page.click('#cases-body tr.case .c-what');
    expect(await page.locator('#cases-body tr.detail dt').allTextContents()).toContain('核实状态');
    await page.click('#reset');
    expect(await found(page)).toBe(count);
  });

  it('sorts all of them both ways, cases without an amount last', async () => {
    const page = await open();
    await page.selectOption('#page-size', '1000');
    await page.click('th[data-sort=overpaid] button');
    const down = await money(page);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    const highest = Math.max(...report.cases.map(({ overpaid }) => overpaid?.amount ?? 0));
    expect(down[0]).toBe(highest);
    await page.click('th[data-sort=overpaid] button');
    const up = await money(page);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    await page.click('th[data-sort=township] button');
    const first = (await page.locator('#cases-body td.c-place').first().textContent()) ?? '';
    await page.click('th[data-sort=township] button');
    const last = (await page.locator('#cases-body td.c-place').first().textContent()) ?? '';
    const names = [...new Set(report.cases.map(({ township }) => township))].sort();
    expect(first.startsWith(names[0] ?? '-')).toBe(true);
    expect(last.startsWith(names.at(-1) ?? '-')).toBe(true);
  });

  it('draws its charts: a bar for every rule and township that has cases, as long as its number', async () => {
    const page = await open();
    expect(await page.locator('#charts svg').count()).toBe(2);
    for (const [index, rows] of [report.summary.rules, report.summary.townships].entries()) {
      const chart = page.locator('#charts svg').nth(index);
      for (const kind of ['hard', 'soft'] as const) {
        const widths = await chart
          .locator(`rect.${kind}`)
          .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('width'))));
        // Rules that were not run have words in the place of a bar.
        const numbers = rows.filter(
          (row) => !('outcome' in row) || row.total.cases > 0 || row.outcome === 'clear',
        );
        expect(widths).toHaveLength(numbers.length);
        const most = Math.max(...widths);
        const highest = Math.max(...numbers.map((row) => row[kind].cases));
        for (const [at, row] of numbers.entries())
          expect((widths[at] ?? 0) / most).toBeCloseTo(row[kind].cases / highest, 1);
      }
    }
  });

  it('prints what is shown, says which that is, and cuts nothing off', async () => {
    const page = await open();
    await page.selectOption('#filter-township', '广陈镇');
    // A4 landscape without its margins, at 96 points an inch.
    await page.setViewportSize({ width: Math.floor(((297 - 24) / 25.4) * 96), height: 700 });
    await page.emulateMedia({ media: 'print' });
    const told = (await page.textContent('#printed')) ?? '';
    expect(await page.isVisible('#printed')).toBe(true);
    expect(told).toContain(`第 1–50 条,符合条件的共 ${countOf((one) => one.township === '广陈镇')} 条`);
    expect(told).toContain('条件:广陈镇');
    const over = await page.evaluate(`[...document.querySelectorAll('table, th, td, svg, .card')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).map((one) => one.outerHTML.slice(0, 80))`);
    expect(over).toEqual([]);
    const heads = await page.locator('#cases-table thead').evaluate((head) => {
      const view = head.ownerDocument.defaultView;
      return view?.getComputedStyle(head).display;
    });
    expect(heads).toBe('table-header-group');
  });

  it('holds no ID', async () => {
    const page = await open();
    const source = await page.content();
    expect(source).not.toMatch(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/);
    expect(source).toContain('********');
  });
});
