/**
 * report.html of many cases in a headless Chromium: when it is painted, and how long the list takes to follow a filter, a
 * search, a sort. The cases are the demo county's, over and over, each time in other households.
 *
 * node bench/run/page.mjs [CASES]   prints {"bytes", "paint", "ready", "filter", "search", "sort", "print"} in bytes and ms
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { writePage } from '../../dist/reports/html/index.js';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const count = Number(process.argv[2] ?? 20_000);
const folder = mkdtempSync(path.join(tmpdir(), 'dibao-page-'));

/** @param {string} name */
const linesOf = (name) =>
  readFileSync(path.join(folder, '疑点', name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The demo's report with `count` cases. */
function manyCases() {
  const program = path.join(root, 'bin', 'dibao.js');
  const demo = path.join(root, 'fixtures', 'demo', 'dibao.yaml');
  const options = ['check', '-q', '-c', demo, '-o', path.join(folder, '疑点'), '--fail-on', 'never'];
  execFileSync(process.execPath, [program, ...options], { stdio: 'ignore' });
  const summary = JSON.parse(readFileSync(path.join(folder, '疑点', 'summary.json'), 'utf8'));
  const cases = linesOf('cases.ndjson');
  const households = linesOf('households.ndjson');
  const times = Math.ceil(count / cases.length);
  /** @param {number} time */
  const again = (time) => {
    const mark = String(time).padStart(4, '0');
    /** @param {string} id */
    const numbered = (id) => `${id}${mark}`;
    /** @param {{ name: string } | null} who */
    const named = (who) => who && { ...who, name: `${who.name}${String.fromCodePoint(0x4e00 + time)}` };
    return {
      cases: cases.map((one) => ({
        ...one,
        case_id: numbered(one.case_id),
        household_id: numbered(one.household_id),
        head: named(one.head),
        person: named(one.person),
        reason: `${one.reason}(第${time}次)`,
      })),
      households: households.map((one) => ({
        ...one,
        household_id: numbered(one.household_id),
        cases: one.cases.map(numbered),
      })),
    };
  };
  const all = Array.from({ length: times }, (_, time) => again(time));
  return {
    summary: { ...summary, total: { ...summary.total, cases: count } },
    cases: all.flatMap((one) => one.cases).slice(0, count),
    households: all.flatMap((one) => one.households),
    undecidable: [],
    footer: '内部资料 注意保存',
    tool: { name: 'dibao', version: 'bench' },
  };
}

/** From an event to the next frame that shows what it brought, in ms. @param {string} act script */
const timed = (act) => `new Promise((resolve) => {
  const since = performance.now();
  ${act};
  requestAnimationFrame(() => { const frame = new MessageChannel();
    frame.port1.onmessage = () => resolve(performance.now() - since); frame.port2.postMessage(0); });
})`;

const choose = (id, index) =>
  `const one = document.getElementById('${id}'); one.selectedIndex = ${index}; one.dispatchEvent(new Event('change'))`;

try {
  const file = path.join(folder, 'report.html');
  await writePage(file, manyCases());
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('#cases-body tr.case');
  const paint = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  const ready = await page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
  const filter = await page.evaluate(timed(choose('filter-township', 2)));
  await page.evaluate(timed(choose('filter-township', 0)));
  // The script waits until nobody types any more: that is the user's time, and not counted.
  const search = await page.evaluate(`new Promise((resolve) => {
    const box = document.getElementById('search'), wait = window.setTimeout;
    window.setTimeout = (act) => { const since = performance.now(); act(); requestAnimationFrame(() => {
      const frame = new MessageChannel(); frame.port1.onmessage = () => resolve(performance.now() - since);
      frame.port2.postMessage(0); }); };
    box.value = '小型轿车'; box.dispatchEvent(new Event('input')); window.setTimeout = wait; })`);
  const again = await page.evaluate(`new Promise((resolve) => {
    const box = document.getElementById('search'), wait = window.setTimeout;
    window.setTimeout = (act) => { const since = performance.now(); act(); requestAnimationFrame(() => {
      const frame = new MessageChannel(); frame.port1.onmessage = () => resolve(performance.now() - since);
      frame.port2.postMessage(0); }); };
    box.value = '社区'; box.dispatchEvent(new Event('input')); window.setTimeout = wait; })`);
  await page.evaluate(timed("document.getElementById('reset').click()"));
  const sort = await page.evaluate(
    timed("document.querySelector('#cases-table th[data-sort=township] button').click()"),
  );
  const since = performance.now();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const print = performance.now() - since;
  await browser.close();
  if (process.argv[3]) (await import('node:fs')).writeFileSync(process.argv[3], pdf);
  console.log(
    JSON.stringify({ bytes: statSync(file).size, paint, ready, filter, search, again, sort, print }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
