import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './helpers/cli.js';
import { differences } from './helpers/ground-truth.js';

/** Makes a county and checks it. @returns its folder */
function county(...options: string[]): string {
  const folder = join(temporaryFolder(), 'county');
  const made = runCli(['simulate', folder, ...options]);
  expect(made).toMatchObject({ code: 0, stdout: '' });
  return folder;
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files
      .map(({ name, parentPath }) => {
        const bytes = readFileSync(join(parentPath, name));
        return [name, createHash('sha256').update(bytes).digest('hex')];
      })
      .sort(),
  );
}

interface Truth {
  readonly planted: readonly { check: string; household_id: string; scenario: string }[];
  readonly near_misses: readonly { check: string; household_id: string; kind: string }[];
}

const truthOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8')) as Truth;

describe('dibao simulate', () => {
  it.each([
    ['clean', '400', '8000', '1', 'none', 'utf-8', 'csv'],
    ['somewhat dirty, in GB18030', '700', '9000', '2', 'some', 'gb18030', 'csv'],
    ['very dirty', '400', '20000', '3', 'much', 'utf-8', 'csv'],
    ['very dirty, in GB18030, of another place', '300', '0', '4', 'much', 'gb18030', 'csv'],
    ['of workbooks', '240', '3000', '5', 'much', null, 'xlsx'],
    ['too small for every story', '30', '500', '6', 'much', 'utf-8', 'csv'],
  ] as const)(
    'gives what a check finds, no more and no less: %s',
    (_, households, rows, seed, dirt, encoding, format) => {
      const folder = county(
        ...['--households', households, '--register-rows', rows, '--seed', seed, '--dirt', dirt],
        ...['--format', format, ...(encoding === null ? [] : ['--encoding', encoding])],
        ...(seed === '4' ? ['--area', '110101'] : []),
      );
      const { code } = runCli(['check', '-q', '-c', join(folder, 'dibao.yaml'), '-o', join(folder, 'out')]);
      expect(code).toBe(1);
      expect(differences(folder, join(folder, 'out'))).toEqual([]);
    },
  );

  it('gives the same bytes for the same seed, and others for another', () => {
    const same = ['--households', '60', '--register-rows', '600', '--dirt', 'much'];
    const first = hashes(county(...same, '--seed', '8'));
    expect(hashes(county(...same, '--seed', '8'))).toEqual(first);
    expect(hashes(county(...same, '--seed', '9'))['低保花名册.csv']).not.toBe(first['低保花名册.csv']);
  });

  it('writes files that its owner alone can read, and numbers that no place has', () => {
    const folder = county('--households', '40', '--register-rows', '400', '--dirt', 'none');
    for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const { mode } = statSync(join(parentPath, name));
      expect(mode & 0o077, name).toBe(0);
    }
    const roster = readFileSync(join(folder, 'data', '低保花名册.csv'), 'utf8');
    const rows = parse(roster, { columns: true }) as Record<string, string>[];
    for (const row of rows) expect(row.身份证号码).toMatch(/^3399\d{13}[\dX]$/);
  });

  it('tells every story in a county with room for it, and says why', () => {
    const { planted, near_misses } = truthOf(county('--households', '400', '--register-rows', '0'));
    const checks = [...new Set(planted.map(({ check }) => check))];
    expect(checks).toHaveLength(25);
    expect(near_misses.length).toBeGreaterThanOrEqual(30);
    const guilty = new Set(planted.map(({ household_id }) => household_id));
    for (const { household_id, kind } of near_misses) expect(guilty.has(household_id), kind).toBe(false);
  });

  it('refuses a folder with something in it, and leaves it as it is', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { code, stderr } = runCli(['simulate', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('文件夹不是空的');
    expect(readdirSync(folder)).toEqual(['mine.txt']);
  });

  it.each([
    [['--households', '0'], '选项“--households”的值“0”不对\n  → 应为:1 到 5000000 的整数'],
    [['--register-rows', '-1'], '选项“--register-rows”的值“-1”不对'],
    [['--seed', 'x'], '选项“--seed”的值“x”不对'],
    [['--area', '33'], '选项“--area”的值“33”不对\n  → 应为:6位行政区划代码,如 339921'],
    [['--dirt', 'some'.repeat(2)], '选项“--dirt”的值“somesome”不对\n  → 应为:以下之一:none some much'],
    [['--format', 'xlsx', '--encoding', 'utf-8'], 'xlsx 没有编码可选'],
    [['--format', 'xlsx', '--households', '90000'], 'xlsx 太大'],
  ])('refuses %j', (options, message) => {
    const folder = join(temporaryFolder(), 'county');
    const { code, stderr } = runCli(['simulate', folder, ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
