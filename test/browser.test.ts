import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../src/cases/types.js';
import { findBrowser, launch } from './helpers/browser.js';
import { type DemoRun, demo, runCheckCommand, runDemo, temporary } from './helpers/demo-run.js';

/** A lead about somebody on no roster may name no township. */
const townshipOf = ({ township }: Case): string => township || '(未填乡镇)';

/** report.html of the demo county in a real browser. Skipped, visibly, where none is installed. */
const executable = findBrowser();

const place = temporary();
let browser: Browser;
let run: DemoRun;
/** What the pages of a test asked for, and what they complained of. */
const requests: string[] = [];
const complaints: string[] = [];

async function open(folder: string, width = 1400): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'report.html')).href);
  return page;
}

/** How many cases the page says it found. */
async function found(page: Page): Promise<number> {
  const text = (await page.textContent('#shown')) ?? '';
  return Number(/共 (\d+) 条/.exec(text)?.[1] ?? (text.includes('没有') ? 0 : Number.NaN));
}

const texts = (page: Page, selector: string) => page.locator(selector).allTextContents();
/** The text as it is drawn: with a gap between cells, which the text of the document lacks. */
const visible = (page: Page, selector: string) =>
  // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is what is meant
  page.locator(selector).innerText();
const digits = (text: string) => Number(text.replace(/[^\d.]/g, ''));

const isSure = (one: Case) => one.grade !== 'verify' && (one.match === 'exact' || one.match === 'id');
const masked = (id: string) => `${id.slice(0, 6)}********${id.slice(-4)}`;

describe.skipIf(executable === null)('report.html in a browser', () => {
  beforeAll(async () => {
    run = runDemo(join(place.path, '一次 核查'));
    browser = await launch(executable ?? '');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    place.remove();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    requests.length = 0;
  });

  it('asks for nothing but itself', async () => {
    await open(run.folder);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatch(/^file:.*\/report\.html$/);
  });

  it('shows the totals of summary.json', async () => {
    const page = await open(run.folder);
    const { total, hard, soft, overpaid, actions, checks, sources } = run.summary;
    const shown = await texts(page, '.card .number');
    expect(shown.slice(0, 7).map(digits)).toEqual([
      total.cases,
      total.households,
      total.persons,
      total.monthly_amount,
      hard.cases,
      soft.cases,
      overpaid.amount,
    ]);
    expect(shown[7]).toBe(`${actions.exit} / ${actions.remove} / ${actions.verify}`);
    const rows = page.locator('#checks tbody tr');
    expect(await rows.count()).toBe(checks.length);
    for (const [index, check] of checks.entries()) {
      const cells = await rows.nth(index).locator('td').allTextContents();
      expect(cells[0]).toBe(check.check);
      expect(cells.slice(3, 8).map(digits)).toEqual([
        check.total.cases,
        check.hard.cases,
        check.soft.cases,
        check.total.households,
        check.undecidable,
      ]);
    }
    const counted = page.locator('#coverage tbody tr');
    expect(await counted.count()).toBe(sources.length + run.summary.absent_registers.length);
    const matched = await texts(page, '#coverage tbody tr td:last-child');
    expect(matched.slice(0, sources.length).map(digits)).toEqual(sources.map((one) => one.matched_persons));
    expect(await found(page)).toBe(total.cases);
  });

  it('finds by name, by household and by a whole ID', async () => {
    const page = await open(run.folder);
    const search = async (query: string, wanted: number) => {
      await page.fill('#search', query);
      await expect.poll(() => found(page)).toBe(wanted);
    };
    const one = run.cases.find(({ person }) => person !== null);
    const id = one?.person?.id_number ?? '';
    const name = one?.person?.name ?? '';
    const people = ({ head, person, subject }: Case) => [head, person, subject].flatMap((who) => who ?? []);
    const named = run.cases.filter(
      (other) => people(other).some((who) => who.name.includes(name)) || other.reason.includes(name),
    );
    await search(name, named.length);
    const household = one?.household_id ?? '';
    await search(household, run.cases.filter((other) => other.household_id === household).length);
    await search(
      id,
      run.cases.filter((other) => [other.head, other.person].some((who) => who?.id_number === id)).length,
    );
    expect(await page.textContent('#cases-body')).toContain(masked(id));
    await search('查无此人', 0);
    await page.click('#reset');
    expect(await found(page)).toBe(run.cases.length);
  });

  it('narrows by township, rule, proposal and certainty as cases.ndjson does', async () => {
    const page = await open(run.folder);
    const numbers = new Map(run.summary.rules.map(({ rule, number }) => [rule, String(number ?? rule)]));
    const filters: Record<string, (one: Case) => string> = {
      township: townshipOf,
      rule: (one) => numbers.get(one.rule) ?? '',
      grade: (one) => one.grade,
      certainty: (one) => (isSure(one) ? 'hard' : 'soft'),
    };
    for (const [name, partOf] of Object.entries(filters)) {
      const options = await page
        .locator(`#filter-${name} option`)
        .evaluateAll((list) => list.map((one) => one.getAttribute('value') ?? ''));
      for (const wanted of new Set(run.cases.map(partOf))) expect(options).toContain(wanted);
      for (const value of options.filter((one) => one !== '')) {
        await page.selectOption(`#filter-${name}`, value);
        const count = run.cases.filter((one) => partOf(one) === value).length;
        expect(await found(page), `${name} ${value}`).toBe(count);
      }
      await page.click('#reset');
    }
    const [first] = run.cases;
    const township = first?.township ?? '';
    await page.selectOption('#filter-township', township);
    await page.selectOption('#filter-certainty', 'hard');
    expect(await found(page)).toBe(
      run.cases.filter((one) => one.township === township && isSure(one)).length,
    );
  });

  it('sorts by money both ways, and by township', async () => {
    const page = await open(run.folder);
    await page.selectOption('#page-size', '1000');
    const amounts = async () => (await texts(page, '#cases-body td.c-money')).filter(Boolean).map(digits);
    const wanted = run.cases.flatMap((one) => one.overpaid?.amount ?? []).sort((a, b) => b - a);
    await page.click('th[data-sort=overpaid] button');
    expect(await amounts()).toEqual(wanted);
    expect(await page.getAttribute('th[data-sort=overpaid]', 'aria-sort')).toBe('descending');
    await page.click('th[data-sort=overpaid] button');
    expect(await amounts()).toEqual([...wanted].reverse());
    await page.click('th[data-sort=township] button');
    const townships = await page
      .locator('#cases-body td.c-place')
      .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));
    expect(townships).toEqual(run.cases.map(townshipOf).sort());
  });

  it('turns pages', async () => {
    const page = await open(run.folder);
    const rows = page.locator('#cases-body tr.case');
    expect(await rows.count()).toBe(50);
    expect(await page.isDisabled('#previous')).toBe(true);
    const seen: string[] = [];
    const collect = async () => {
      for (const label of await page
        .locator('#cases-body .toggle')
        .evaluateAll((list) => list.map((one) => one.getAttribute('aria-label') ?? '')))
        seen.push(label.split(' ').at(-1) ?? '');
    };
    await collect();
    while (await page.isEnabled('#next')) {
      await page.click('#next');
      await collect();
    }
    expect(await page.textContent('#shown')).toContain(`–${run.cases.length} 条`);
    expect([...seen].sort()).toEqual(run.cases.map((one) => one.case_id).sort());
  });

  it('shows of a case its reason, arithmetic, evidence and lawful reasons, in Chinese', async () => {
    const page = await open(run.folder);
    for (const check of ['R01.relative', 'R03', 'R05', 'R08', 'R10.utility', 'D01.duplicate']) {
      const one = run.cases.find((other) => other.check === check);
      if (one === undefined) throw new Error(`the demo has no case of ${check}`);
      await page.fill('#search', one.case_id);
      const labels = () =>
        page
          .locator('#cases-body .toggle')
          .evaluateAll((list) => list.map((other) => other.getAttribute('aria-label')?.split(' ').at(-1)));
      await expect.poll(labels).toEqual([one.case_id]);
      await page.click('#cases-body tr.case .c-what');
      const text = await visible(page, '#cases-body tr.detail');
      expect(text).toContain(one.reason);
      for (const reason of one.lawful_reasons) expect(text).toContain(reason);
      for (const { file, row } of one.evidence) {
        expect(text).toContain(file.split('/').at(-1));
        expect(text).toContain(`第${row}行`);
      }
      // Case and check ids, and the endings of files, are no words.
      const plain = text
        .replaceAll(one.case_id, '')
        .replace(/\.(csv|xlsx?|txt)\b/g, '')
        .replaceAll('Sheet1', '');
      expect(plain, check).not.toMatch(/[a-z]{3,}/);
      await page.click('#cases-body tr.case .toggle');
      expect(await page.locator('#cases-body tr.detail').count()).toBe(0);
    }
  });

  it('has no whole ID in its source or in anything it shows', async () => {
    const page = await open(run.folder);
    await page.selectOption('#page-size', '1000');
    await page.locator('#cases-body .toggle').evaluateAll((list) => {
      for (const one of list) (one as unknown as { click: () => void }).click();
    });
    await page.locator('details').evaluateAll((list) => {
      for (const one of list) one.setAttribute('open', '');
    });
    expect(await page.locator('#cases-body tr.detail').count()).toBe(run.cases.length);
    const shown = await visible(page, 'body');
    const source = readFileSync(join(run.folder, 'report.html'), 'utf8');
    const ids = new Set(
      run.cases.flatMap(({ head, person, subject, evidence }) => [
        ...[head, person, subject].flatMap((who) => who?.id_number ?? []),
        ...evidence.flatMap(({ fields }) =>
          Object.entries(fields).flatMap(([name, value]) => (name.includes('id_number') ? [value] : [])),
        ),
      ]),
    );
    expect(ids.size).toBeGreaterThan(100);
    for (const text of [shown, source]) {
      expect(text).not.toMatch(/(?<![0-9A-Za-z])(\d{15}|\d{17}[\dXx])(?![0-9A-Za-z])/);
      for (const id of ids) expect(text.includes(id)).toBe(false);
    }
    expect(shown).toContain(masked(run.cases[0]?.head?.id_number ?? ''));
  });

  it('can be used from the keyboard', async () => {
    const page = await open(run.folder);
    await page.focus('#reset');
    const toggle = page.locator('#cases-body .toggle').first();
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      if (await toggle.evaluate((one) => one === one.ownerDocument.activeElement)) break;
    }
    expect(await toggle.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    const id = (await toggle.getAttribute('aria-controls')) ?? '';
    expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator(`[id="${id}"]`).count()).toBe(0);
    await page.focus('th[data-sort=overpaid] button');
    await page.keyboard.press('Enter');
    expect(await page.getAttribute('th[data-sort=overpaid]', 'aria-sort')).toBe('descending');
  });

  it('fits a screen of 500 pixels', async () => {
    const page = await open(run.folder, 500);
    const width = () => page.locator('html').evaluate((one) => one.scrollWidth);
    expect(await width()).toBe(500);
    await page.click('#cases-body tr.case .c-what');
    expect(await width()).toBe(500);
    for (const part of ['.c-what', '.c-home', '.c-sure', '.c-open']) {
      const box = await page.locator(`#cases-body tr.case >> nth=1 >> ${part}`).boundingBox();
      expect(box?.width, part).toBeGreaterThan(20);
      expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(500);
    }
    await page.selectOption('#filter-certainty', 'hard');
    expect(await found(page)).toBe(run.summary.hard.cases);
  });

  it('prints without its tools, and with what is folded', async () => {
    const page = await open(run.folder);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['nav', '.filters', '#next', '.toggle >> nth=0'])
      expect(await page.locator(part).first().isVisible(), part).toBe(false);
    const title = page.locator('#cases-table th[data-sort=township]');
    const before = await title.evaluate((one) => {
      const view = one.ownerDocument.defaultView;
      return view?.getComputedStyle(one, '::before').content;
    });
    expect(before).toBe('"乡镇(街道)"');
    await page.evaluate(
      'window.addEventListener("beforeprint", () => { window.folded = document.querySelectorAll("details:not([open])").length; })',
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.evaluate('window.folded')).toBe(0);
    expect(await page.locator('details[open]').count()).toBe(0);
  });

  it('cuts nothing off on paper, the evidence of every case unfolded', async () => {
    const page = await open(run.folder, 1031);
    await page.selectOption('#page-size', '1000');
    await page.locator('#cases-body .toggle').evaluateAll((list) => {
      for (const one of list) (one as unknown as { click: () => void }).click();
    });
    await page.emulateMedia({ media: 'print' });
    // A4 landscape without its margins is 1031 points wide.
    const over = await page.evaluate(`[...document.querySelectorAll('table, th, td, svg, .pair')]
      .filter((one) => one.getBoundingClientRect().right > 1032).map((one) => one.textContent.slice(0, 60))`);
    expect(over).toEqual([]);
  });

  it('shows what was not run unlike what found nothing', async () => {
    // Nobody of the roster stands in this register: the check runs, and is clear.
    const deaths = join(place.path, '死亡.csv');
    writeFileSync(deaths, '姓名,身份证号,死亡日期\n查无此人,110101190001010013,2020-01-01\n');
    const small = runCheckCommand(join(place.path, '小'), [
      ...['--roster', join(demo, 'data', '低保花名册_农村.csv'), '--death', deaths, '--as-of', '2026-11-01'],
    ]);
    const page = await open(small.folder);
    const look = async (outcome: string) => {
      const row = page.locator(`#checks tr.${outcome}`).first();
      const style = await row.locator('.badge').evaluate((one) => {
        const { color, backgroundColor, fontWeight } =
          one.ownerDocument.defaultView?.getComputedStyle(one) ?? {};
        return { text: one.textContent, color, backgroundColor, fontWeight };
      });
      return { ...style, cells: (await row.locator('td').allTextContents()).slice(3, 8) };
    };
    const clear = await look('clear');
    const notRun = await look('not_run');
    expect(clear).toMatchObject({ text: '未命中', cells: ['0', '0', '0', '0', '0'] });
    expect(notRun).toMatchObject({ text: '未运行', cells: ['', '', '', '', ''] });
    for (const part of ['color', 'backgroundColor', 'fontWeight'] as const)
      expect(notRun[part], part).not.toBe(clear[part]);
    const missing = small.summary.checks.filter((check) => check.outcome === 'not_run');
    expect(await page.locator('#gaps .badge.not_run').count()).toBe(missing.length);
    expect(await page.locator('svg .instead').first().textContent()).toBe('未运行');
  });
});
