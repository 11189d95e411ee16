import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema, summarySchema } from '../src/cases/types.js';
import { ensurePrivateDir, openAtomic, writeAtomic } from '../src/files/atomic.js';
import { reportFiles } from '../src/files/run-files.js';
import { summaryJson, writeReports } from '../src/reports/index.js';
import { ranks } from '../src/reports/ranks.js';
import { jsonSchemas } from '../src/reports/schemas.js';
import type { ReportThread } from '../src/reports/thread.js';
import { sampleReport } from './reports-fixture.js';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe('writeReports', () => {
  it('writes every report, the same bytes for the same report, and leaves nothing else', async () => {
    const [one, other] = [join(dir, 'a', 'one'), join(dir, 'other')];
    const names = (await writeReports(one, sampleReport(60))).map(({ file }) => file);
    await writeReports(other, sampleReport(60));
    expect(names).toEqual(Object.values(reportFiles));
    expect(readdirSync(one).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(readFileSync(join(one, name)).equals(readFileSync(join(other, name))), name).toBe(true);
      if (process.platform !== 'win32') expect(modeOf(join(one, name))).toBe(0o600);
    }
    if (process.platform !== 'win32') expect(modeOf(one)).toBe(0o700);
    const lines = readFileSync(join(one, 'cases.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => caseSchema.parse(JSON.parse(line)))).toEqual(sampleReport(60).cases);
  });

  it('writes the same bytes where a thread of its own writes what people read', async () => {
    // Threads run what is built.
    const load = (file: string) => import(new URL(`../dist/reports/${file}`, import.meta.url).href);
    const built: { writeReports: typeof writeReports } = await load('index.js');
    const { ReportThread: BuiltThread }: { ReportThread: typeof ReportThread } = await load('thread.js');
    const report = { ...sampleReport(60), states: new Map([['20260001-R04', '已下发']]) };
    const [here, threaded] = [join(dir, 'here'), join(dir, 'threaded')];
    const written = await built.writeReports(here, report);
    expect(await built.writeReports(threaded, report, new BuiltThread())).toEqual(written);
    for (const { file } of written)
      expect(readFileSync(join(threaded, file)).equals(readFileSync(join(here, file))), file).toBe(true);
    const blocked = join(dir, 'blocked');
    mkdirSync(join(blocked, reportFiles.page), { recursive: true });
    await expect(built.writeReports(blocked, report, new BuiltThread())).rejects.toMatchObject({
      code: /EISDIR|ENOTEMPTY|EPERM/,
    });
  });

  it('writes a report without cases', async () => {
    const empty = join(dir, 'empty');
    await writeReports(empty, sampleReport(0));
    expect(readFileSync(join(empty, 'cases.ndjson'), 'utf8')).toBe('');
    expect(readFileSync(join(empty, 'cases.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(1);
  });
});

describe('summary.json', () => {
  it('does not depend on the order of keys or on how long a check took', () => {
    const { summary } = sampleReport(60);
    const turned = Object.fromEntries(Object.entries(summary).reverse()) as typeof summary;
    const checks = summary.checks.map((check, index) => ({ ...check, milliseconds: index }));
    const townships = summary.townships.map((one) => ({
      ...one,
      rules: Object.fromEntries(Object.entries(one.rules).reverse()),
    }));
    const text = summaryJson(summary);
    expect(summaryJson({ ...turned, checks, townships })).toBe(text);
    expect(text).not.toContain('milliseconds');
    expect(text).toMatch(/^\{\n {2}"name": /);
    expect(summarySchema.parse(JSON.parse(text)).total).toEqual(summary.total);
  });
});

describe('an atomic file', () => {
  it('has its name only when it is whole', async () => {
    const path = join(dir, 'whole.txt');
    const file = await openAtomic(path);
    await file.write('一');
    await file.write(Buffer.from('二'));
    expect(readdirSync(dir)).not.toContain('whole.txt');
    await file.commit();
    expect(readFileSync(path, 'utf8')).toBe('一二');
  });

  it('leaves the old one, and nothing beside it, when writing fails', async () => {
    const folder = join(dir, 'fails');
    mkdirSync(folder);
    const path = join(folder, 'old.txt');
    writeFileSync(path, 'old');
    const failing = writeAtomic(path, async (write) => {
      await write('new');
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old.txt']);
  });

  it.skipIf(process.platform === 'win32')('does not lock others out of a folder that was there', async () => {
    const folder = join(dir, 'shared');
    mkdirSync(folder, { mode: 0o755 });
    await ensurePrivateDir(folder);
    expect(modeOf(folder)).toBe(0o755);
  });
});

describe('schemas', () => {
  it('name the fields of cases, households and the summary', () => {
    const { case: one, household, summary } = jsonSchemas() as Record<string, { properties: object }>;
    expect(Object.keys(one?.properties ?? {})).toContain('case_id');
    expect(Object.keys(household?.properties ?? {})).toContain('priority');
    expect(Object.keys(summary?.properties ?? {})).toContain('absent_registers');
  });
});

describe('ranks', () => {
  it('puts the highest priority first; equals share a place', () => {
    const households = [3, 9, 9, 1].map((priority, index) => ({ household_id: `h${index}`, priority }));
    expect([...ranks(households)]).toEqual([
      ['h1', 1],
      ['h2', 1],
      ['h0', 3],
      ['h3', 4],
    ]);
  });
});
