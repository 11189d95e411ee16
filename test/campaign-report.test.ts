import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CampaignReport,
  campaignReportJsonSchema,
  campaignReportSchema,
} from '../src/campaign-report/model.js';
import { partsOf } from '../src/campaign-report/parts.js';
import { wholeArea } from '../src/campaign-report/whole-area.js';
import type { Case, Summary } from '../src/cases/types.js';
import { findBrowser, launch } from './helpers/browser.js';
import { writeLedger } from './helpers/campaign-ledger.js';
import { runCli } from './helpers/cli.js';
import { demoCampaign, halfWay } from './helpers/demo-campaign.js';
import { temporary } from './helpers/demo-run.js';
import { finding, origin } from './helpers/ledger-finding.js';
import { textOf } from './helpers/papers.js';

/** `status` and `report` over the demo county, by the real command line. */
const place = temporary();
const bare = join(place.path, '未下发');
const half = join(place.path, '进行中');
const date = '2026-11-30';
let cases: Case[];

const summaryOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, '疑点', 'summary.json'), 'utf8')) as Summary;
const reportOf = (folder: string): CampaignReport =>
  campaignReportSchema.parse(JSON.parse(readFileSync(join(folder, '总结', date, '总结.json'), 'utf8')));
const file = (folder: string, name: string): string => join(folder, '总结', date, name);
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The lines of 总结.docx as they are read. */
const paragraphs = (folder: string): string[] => textOf(file(folder, '总结.docx')).split('\n');

function run(folder: string, ...args: string[]): string {
  const { code, stdout, stderr } = runCli([...args, '-c', join(folder, 'dibao.yaml'), '--date', date], {
    cwd: folder,
  });
  expect({ code, stderr: stderr.replace(/^(提醒|已写出|note:).*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

beforeAll(async () => {
  cases = demoCampaign(bare);
  cpSync(bare, half, { recursive: true });
  await writeLedger(half, halfWay(cases));
  for (const folder of [bare, half]) {
    run(folder, 'status', '-o', '进度');
    run(folder, 'report', '--period', '2026年8月至11月');
  }
}, 180_000);
afterAll(place.remove);

describe('the summary', () => {
  it('has the shape that schemas/campaign-report.schema.json gives', () => {
    const schema = readFileSync(new URL('../schemas/campaign-report.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(schema)).toEqual(JSON.parse(JSON.stringify(campaignReportJsonSchema())));
  });

  it.each([
    ['nothing sent out', bare],
    ['half way', half],
  ])('says what summary.json says (%s)', (_, folder) => {
    const summary = summaryOf(folder);
    const report = reportOf(folder);
    const { roster, total, hard, soft, overpaid, actions } = summary;
    expect(report).toMatchObject({ roster, total, hard, soft, overpaid, actions, as_of: summary.as_of });
    expect(report.rules.map(({ rule, found }) => [rule, found])).toEqual(
      summary.rules.map((one) => [one.rule, one.total]),
    );
    expect(report.townships.map(({ township, found }) => [township, found])).toEqual(
      summary.townships.map((one) => [one.township, one.total]),
    );
    expect(report.data.rows).toBe(summary.sources.reduce((sum, { rows }) => sum + rows, 0));
  });

  it('counts persons and money of true cases as the run counts those of all', async () => {
    const folder = join(place.path, '全部属实');
    cpSync(bare, folder, { recursive: true });
    await writeLedger(
      folder,
      cases.map(({ case_id }) => ({
        ...{ what: 'verified' as const, case_id, batch: '', origin },
        finding: finding({ verdict: 'confirmed' }),
      })),
    );
    run(folder, 'report');
    const { rules, townships, total, verified } = reportOf(folder);
    const figures = ({ cases: all, households, persons, monthly_amount }: typeof total) => ({
      cases: all,
      households,
      persons,
      monthly_amount,
    });
    for (const { found, verified: own } of [...rules, ...townships, { found: total, verified }])
      expect(figures({ ...own, cases: own.cases })).toEqual(figures(found));
  });

  it('adds up before and after: what is drawn now is the roster less what was settled', () => {
    const { roster, now, settled, left, measures } = reportOf(half);
    expect(now.all.persons).toBe(roster.covered - settled.persons_out);
    expect(now.all.households).toBe(roster.households - left.households);
    expect(Math.round((now.all.monthly_amount - roster.monthly_amount) * 100)).toBe(
      Math.round(settled.changed * 100),
    );
    expect(now.urban.households + now.rural.households).toBe(now.all.households);
    expect(now.urban.persons + now.rural.persons).toBe(now.all.persons);
    expect(measures.reduce((sum, { households }) => sum + households, 0)).toBe(settled.households);
    expect(left.households).toBeGreaterThan(0);
  });

  it('has the usual sentence and the five parts', async () => {
    const { now, left } = reportOf(half);
    const text = paragraphs(half);
    const whole = text.join('\n');
    expect(whole).toContain(
      `全县现有城乡低保对象${now.all.households}户${now.all.persons}人，其中农村低保${now.rural.households}户` +
        `${now.rural.persons}人，城市低保${now.urban.households}户${now.urban.persons}人`,
    );
    expect(whole).toMatch(new RegExp(`清退${left.households}户${left.persons}人.*月节约\\d+\\.\\d\\d万元`));
    for (const heading of [
      '一、工作开展情况',
      '二、发现的问题',
      '三、处理措施',
      '四、存在的不足',
      '五、下一步工作',
    ])
      expect(text).toContain(heading);
    expect(text).toContain('云栖县人民政府：');
    expect(whole).toContain('2026年8月至11月');
  });

  it('says nothing of what has not happened', async () => {
    const text = paragraphs(bare).slice(0, 40).join('\n');
    const own = text.slice(0, text.indexOf('附件：'));
    expect(own).toContain('尚未下发');
    expect(own).toContain('尚未作出处理决定');
    expect(own).not.toMatch(
      /(?<![\d.,])0(户|人|个|元|%|项|批|次)|(?<!\d)0\.00|null|undefined|NaN|\{\w+\}|清退|追回|入户率/,
    );
    expect(own).not.toMatch(/[，。；：、](?=[，。；：、])|（）/);
  });
});

describe('the text where something is absent', () => {
  const none = { cases: 0, households: 0, persons: 0, monthly_amount: 0 };
  const empty = { households: 0, persons: 0, monthly_amount: 0 };
  const words = (change: (report: CampaignReport) => Partial<CampaignReport>): string => {
    const report = reportOf(bare);
    const parts = partsOf({ ...report, ...change(report) });
    return parts.flatMap(({ paragraphs: own }) => own.map(({ text }) => text)).join('\n');
  };
  const clean = (text: string) =>
    expect(text).not.toMatch(
      /(?<![\d.,])0(户|人|个|元|%|类|项|张|行)|null|undefined|NaN|[,。;:、](?=[,。;:、])|\(\)/,
    );

  it('names only the kind of allowance there is', () => {
    const rural = words(({ now }) => ({ now: { ...now, urban: empty, rural: now.all } }));
    expect(rural).toContain('全县现有农村低保对象342户444人。');
    const urban = words(({ now }) => ({ now: { ...now, rural: empty, urban: now.all } }));
    expect(urban).toContain('全县现有城市低保对象342户444人。');
    for (const text of [rural, urban]) {
      expect(text).not.toContain('其中农村低保');
      clean(text);
    }
  });

  it('says in a sentence that nothing was found', () => {
    const text = words(({ rules, progress, verified }) => ({
      ...{ total: none, hard: none, soft: none, overpaid: { households: 0, amount: 0 } },
      verified: { ...verified, cases: 0, waiting: 0 },
      rules: rules.map((rule) => ({ ...rule, outcome: 'clear' as const, found: none })),
      progress: {
        ...progress,
        total: { ...progress.total, counts: { ...progress.total.counts, cases: 0, open: 0 } },
      },
    }));
    expect(text).toContain('比对没有发现疑点。');
    clean(text);
  });

  it('does without suppliers, dates, an area, money owed', () => {
    const text = words(({ data }) => ({
      ...{ area: '', whole_area: '', office: '', overpaid: { households: 0, amount: 0 } },
      data: { ...data, suppliers: 0, earliest: null, latest: null, rejected: 0, stale: 0 },
    }));
    expect(text).toContain('对低保名册逐户逐人比对,取得26类数据');
    expect(text).not.toContain('多领');
    clean(text);
  });

  it.each([
    ['云栖县', '全县'],
    ['平湖市', '全市'],
    ['西湖区', '全区'],
    ['某自治旗', '全旗'],
    ['某自治州', '全州'],
    ['云溪街道', '全街道'],
    ['南汀镇', '全镇'],
    ['某开发园', '全域'],
    ['', ''],
  ])('of %s is %s', (area, whole) => {
    expect(wholeArea(area)).toBe(whole);
  });
});

/** Numbers of a text, however they are written: 1,234.50 and 1234.5 are one. */
function numbersIn(text: string): Set<number> {
  const found = text.replaceAll(/附件 ?\d+/g, '').match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return new Set(found.map((one) => Number(one.replaceAll(',', ''))));
}

describe.each([
  ['nothing sent out', bare],
  ['half way', half],
])('every number of the outputs (%s)', (_, folder) => {
  const strays = (text: string): number[] => {
    const known = numbersIn(readFileSync(file(folder, '总结.json'), 'utf8'));
    // Lists of at most ten parts number themselves.
    return [...numbersIn(text)].filter((one) => !known.has(one) && !(Number.isInteger(one) && one <= 10));
  };

  it('of 总结.docx is in the model', async () => {
    const text = paragraphs(folder).join('\n');
    expect(numbersIn(text).size).toBeGreaterThan(60);
    expect(strays(text)).toEqual([]);
  });

  it('of 总结表.xlsx is in the model', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file(folder, '总结表.xlsx'));
    const texts: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
    expect(book.worksheets.map(({ name }) => name).slice(0, 4)).toEqual([
      '分乡镇情况',
      '分类别情况',
      '处理措施情况',
      '数据比对情况',
    ]);
    expect(strays(texts.join('\n'))).toEqual([]);
  });

  it('of 总结.html is in the model', () => {
    const page = readFileSync(file(folder, '总结.html'), 'utf8');
    const text = page
      .replace(/<head>.*?<\/head>/s, '')
      .replace(/<span>dibao [^<]*<\/span>/, '')
      .replace(/<[^>]*>/g, '\n');
    expect(numbersIn(text).size).toBeGreaterThan(60);
    expect(strays(text)).toEqual([]);
    expect(page).not.toMatch(/(?<![0-9A-Za-z])(\d{15}|\d{17}[\dXx])(?![0-9A-Za-z])/);
    expect(page).not.toContain('<script');
  });
});

describe('the files', () => {
  it("are their owner's alone", () => {
    const names = ['总结.docx', '总结表.xlsx', '总结.html', '总结.json'].map((name) => file(half, name));
    for (const name of [...names, join(half, '进度', '进度.xlsx'), join(half, '进度', '进度.html')])
      expect(statSync(name).mode & 0o777, name).toBe(0o600);
  });

  it('are the same bytes for the same ledger and day, whatever the language', () => {
    const before = ['总结.docx', '总结表.xlsx', '总结.html', '总结.json'].map((name) =>
      hashOf(file(half, name)),
    );
    run(half, 'report', '--period', '2026年8月至11月', '--lang', 'en', '-o', '另');
    const after = ['总结.docx', '总结表.xlsx', '总结.html', '总结.json'].map((name) =>
      hashOf(join(half, '另', name)),
    );
    expect(after).toEqual(before);
  }, 60_000);
});

describe('status', () => {
  it('gives the same figures in every form', () => {
    const json = JSON.parse(run(half, 'status', '--format', 'json')) as CampaignReport['progress'];
    expect(reportOf(half).progress).toEqual(json);
    const rows = run(half, 'status', '--format', 'ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows[0]).toMatchObject({
      row: 'total',
      cases: json.total.counts.cases,
      households_due: json.total.visits.households_due,
      recovery_owed: json.total.recovery.owed,
    });
    expect(rows).toHaveLength(1 + json.townships.length + json.checks.length);
    const csv = run(half, 'status', '--format', 'csv').trim().split('\r\n');
    expect(csv).toHaveLength(rows.length + 1);
    const table = run(half, 'status');
    for (const { township, counts } of json.townships)
      expect(table).toMatch(
        new RegExp(`^  ${township === '' ? '\\S+' : township} +${counts.cases} +${counts.open} `, 'm'),
      );
  });

  it('fits the terminal: no line is wider than a hundred columns', () => {
    const wide = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
    expect(
      run(half, 'status')
        .split('\n')
        .filter((line) => wide(line) > 100),
    ).toEqual([]);
  });

  it('says what to do where there is no ledger', () => {
    const folder = join(place.path, '没有台账');
    cpSync(bare, folder, { recursive: true, filter: (name) => !/ledger\.\w+$/.test(name) });
    const { code, stderr } = runCli(['status', '-c', join(folder, 'dibao.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('还没有台账');
  });
});

describe('report', () => {
  it('says which run is damaged', () => {
    const folder = join(place.path, '坏');
    cpSync(bare, folder, { recursive: true });
    writeFileSync(join(folder, '疑点', 'summary.json'), '{}');
    const { code, stderr } = runCli(['report', '-c', join(folder, 'dibao.yaml'), '-o', join(folder, '新')]);
    expect({ code, names: stderr.includes('summary.json') }).toEqual({ code: 3, names: true });
    expect(existsSync(join(folder, '新'))).toBe(false);
  });
});

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

describe.skipIf(!has('soffice') || !has('pdftotext'))('总结.docx as a page', () => {
  it('has 28 characters a line and 22 lines a page', () => {
    const out = join(place.path, 'pdf');
    const office = `-env:UserInstallation=${pathToFileURL(join(place.path, 'office')).href}`;
    spawnSync('soffice', [
      office,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      out,
      file(half, '总结.docx'),
    ]);
    const { stdout } = spawnSync('pdftotext', ['-layout', join(out, '总结.pdf'), '-'], { encoding: 'utf8' });
    const pages = stdout.split('\f').map((page) => page.split('\n').filter((one) => one.trim() !== ''));
    // A digit takes half a character, and readers leave a quarter between a figure and the words around it.
    const joints = /(?<=[\u4e00-\u9fff])(?=\d)|(?<=[\d%])(?=[\u4e00-\u9fff])/g;
    const wide = (line: string): number => {
      const text = line.replaceAll(' ', '');
      const sum = [...text].reduce((all, char) => all + (char > '\u2e80' ? 1 : 0.5), 0);
      return sum + 0.25 * [...text.matchAll(joints)].length;
    };
    const lines = pages.slice(1, 4).flatMap((page) => page.filter((one) => !/^ *—/.test(one)));
    // A mark may hang over the edge, and readers set marks closer. The first line of a paragraph and its last are shorter.
    expect(lines.filter((one) => wide(one) > 29.5)).toEqual([]);
    expect(lines.map(wide).filter((one) => one >= 27.25 && one <= 28.5).length).toBeGreaterThan(
      lines.length / 3,
    );
    // The foot is a line of its own.
    expect(pages.slice(1, 4).map((page) => page.length - 1)).toContain(22);
    expect(Math.max(...pages.slice(1, 4).map((page) => page.length - 1))).toBe(22);
  }, 120_000);
});

const executable = findBrowser();

describe.skipIf(executable === null)('总结.html and 进度.html in a browser', () => {
  it('draw their charts, ask for nothing, and fit', async () => {
    const browser = await launch(executable ?? '');
    try {
      for (const path of [
        file(half, '总结.html'),
        join(half, '进度', '进度.html'),
        file(bare, '总结.html'),
      ]) {
        const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
        const asked: string[] = [];
        const said: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => said.push(message.text()));
        await page.goto(pathToFileURL(path).href);
        expect(asked).toHaveLength(1);
        expect(said).toEqual([]);
        expect(await page.locator('figure.chart svg').count()).toBeGreaterThanOrEqual(2);
        const fills = await page
          .locator('svg rect')
          .evaluateAll((list) => [
            ...new Set(list.map((one) => one.ownerDocument.defaultView?.getComputedStyle(one).fill)),
          ]);
        expect(fills).not.toContain('rgb(0, 0, 0)');
        expect(await page.locator('html').evaluate((one) => one.scrollWidth)).toBe(1300);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  }, 60_000);
});
