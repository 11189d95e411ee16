/**
 * report.html of many cases in a headless Chromium: when it is painted, and how long the list takes to follow a filter, a
 * search, a sort. The cases are the demo county's, over and over, each time in other households.
 *
 * node bench/run/page.mjs [CASES]   prints bytes, and paint, ready, filter, search, sort, print in ms; without a browser null
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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

/** A Chromium in the PATH; undefined where there is none. */
function browserProgram() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge'];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const files = names.flatMap((name) => folders.map((one) => path.join(one, name + ending)));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Script: does something, and tells how many ms passed until the frame after it was drawn. @param {string} act */
const timed = (act) => `new Promise((resolve) => {
  const drawn = new MessageChannel(), since = performance.now();
  drawn.port1.onmessage = () => resolve(performance.now() - since);
  ${act};
  requestAnimationFrame(() => drawn.port2.postMessage(0));
})`;

/** @param {string} id @param {number} index */
const choose = (id, index) =>
  timed(
    `const one = document.getElementById('${id}'); one.selectedIndex = ${index}; one.dispatchEvent(new Event('change'))`,
  );

/** The script of the page waits until nobody types any more: that is the user's time, and left out. @param {string} words */
const look = (words) =>
  timed(`const box = document.getElementById('search'), wait = window.setTimeout;
  window.setTimeout = (act) => { act(); };
  box.value = '${words}';
  box.dispatchEvent(new Event('input'));
  window.setTimeout = wait`);

const entry = (kind, name, part) => `performance.${kind}('${name}')[0].${part}`;

/** @param {string} executablePath */
async function measured(executablePath) {
  const file = path.join(folder, 'report.html');
  await writePage(file, manyCases());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('#cases-body tr.case');
    const ms = async (act) => Math.round(await page.evaluate(act));
    const paint = await ms(entry('getEntriesByName', 'first-contentful-paint', 'startTime'));
    const ready = await ms(entry('getEntriesByType', 'navigation', 'domContentLoadedEventEnd'));
    const filter = await ms(choose('filter-township', 2));
    const reset = timed("document.getElementById('reset').click()");
    await ms(reset);
    // The first search makes every case's text ready; it is the slowest.
    const search = await ms(look('小型轿车'));
    await ms(reset);
    const sort = await ms(
      timed("document.querySelector('#cases-table th[data-sort=township] button').click()"),
    );
    const since = performance.now();
    await page.pdf({ preferCSSPageSize: true });
    const print = Math.round(performance.now() - since);
    return { bytes: statSync(file).size, paint, ready, filter, search, sort, print };
  } finally {
    await browser.close();
  }
}

try {
  const program = browserProgram();
  console.log(JSON.stringify(program === undefined ? null : await measured(program)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
