import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CheckFolder, expectRefusal } from './helpers/check-folder.js';
import { type CliResult, runCli } from './helpers/cli.js';
import { people, told, writeRoster, writeTable, writeVehicles } from './helpers/county.js';

const program = fileURLToPath(new URL('../bin/dibao.js', import.meta.url));
const county = new CheckFolder();

describe('input that cannot be used', () => {
  const withRoster = (...args: string[]): CliResult =>
    county.check('--roster', writeRoster(county.path), ...args, '-o', 'out');

  it.each([
    ['a register', ['--vehicle', '没有.csv'], /^没有\.csv: 找不到这个文件/],
    ['a pattern', ['--vehicle', 'v*.csv'], /^v\*\.csv: 找不到这个文件/],
  ])('%s that does not exist: 3', (_, args, message) => {
    expectRefusal(withRoster(...args), 3, message);
    expect(existsSync(join(county.path, 'out'))).toBe(false);
  });

  it('a file of no bytes: 3', () => {
    writeFileSync(join(county.path, 'v.csv'), '');
    expectRefusal(withRoster('--vehicle', 'v.csv'), 3, /^v\.csv: 文件是空的/);
  });

  it('a file that is named after somebody: 3, its ID number masked', () => {
    const message = new RegExp(
      `^车辆_${people.owner.slice(0, 6)}\\*{8}${people.owner.slice(14)}\\.csv: 文件是空的`,
    );
    writeFileSync(join(county.path, `车辆_${people.owner}.csv`), '');
    expectRefusal(withRoster('--vehicle', `车辆_${people.owner}.csv`), 3, message);
  });

  it('a folder without a table in the place of a file: 3', () => {
    mkdirSync(join(county.path, '车辆'));
    expectRefusal(withRoster('--vehicle', '车辆'), 3, /^车辆: 找不到这个文件/);
  });

  it('a folder of tables is read as its files', () => {
    writeVehicles(county.path, '车辆/一.csv');
    const result = withRoster('--vehicle', '车辆', '--format', 'json');
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('车辆/一.csv');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a file that may not be read: 3',
    () => {
      chmodSync(join(county.path, writeVehicles(county.path)), 0o000);
      expectRefusal(withRoster('--vehicle', 'vehicle.csv'), 3, /^vehicle\.csv: 无法打开这个文件\(EACCES\)/);
    },
  );

  it('a roster without a category: 3, with what to write', () => {
    const roster = writeTable(county.path, 'r.csv', '户编号,姓名,身份证号', [['1', '王建国', people.owner]]);
    const result = county.check('--roster', roster, '-o', 'out');
    expectRefusal(result, 3, /^r\.csv 第1行 “低保类别”: .*\n.*set: \{ category: rural \}/);
    expect(existsSync(join(county.path, 'out', 'run.json'))).toBe(false);
    expect(county.check('--roster-rural', roster, '-o', 'out', '-q').code).toBe(0);
  });

  it('a register without its columns: 3, with the columns tried', () => {
    const wrong = writeTable(county.path, 'v.csv', '甲,乙,丙', [['1', '2', '3']]);
    expectRefusal(withRoster('--vehicle', wrong), 3, /^v\.csv .*身份证号/);
  });

  it('no roster: 2', () => {
    expectRefusal(county.check('--vehicle', writeVehicles(county.path)), 2, /^没有低保花名册/);
  });

  it('YAML that is none: 2, with the line', () => {
    writeFileSync(join(county.path, 'dibao.yaml'), 'name: 测试\nsources:\n  roster: [ a.csv\n');
    expectRefusal(runCli(['check'], { cwd: county.path }), 2, /^dibao\.yaml 第\d+行: 不是正确的 YAML/);
  });

  it('a campaign file that is not there: 2', () => {
    expectRefusal(runCli(['check', '-c', 'x.yaml'], { cwd: county.path }), 2, /^x\.yaml: 找不到专项文件/);
  });

  it('an unknown check: 2, with those there are', () => {
    expectRefusal(withRoster('--check', 'R04.cra'), 2, /^没有编号为 R04\.cra 的检查\n.*R04\.car/);
  });

  it('an unknown pack: 2', () => {
    expectRefusal(withRoster('--pack', '十类'), 2, /^没有名为 十类 的规则包/);
  });
});

describe('the folder of the results', () => {
  it('is refused where it holds other things: 2, and they stay', () => {
    mkdirSync(join(county.path, 'out'));
    writeFileSync(join(county.path, 'out', '我的.txt'), '内容');
    expectRefusal(county.check(...county.files(), '-o', 'out'), 2, /^out: 文件夹里已有别的东西/);
    expect(readdirSync(join(county.path, 'out'))).toEqual(['我的.txt']);
  });

  it('is refused where it is a file: 2', () => {
    writeFileSync(join(county.path, 'out'), '内容');
    expectRefusal(county.check(...county.files(), '-o', 'out'), 2, /^out: -o 指的是一个文件/);
    expect(county.read('out')).toBe('内容');
  });

  it('has a name of its own where none is given', () => {
    expect(county.check(...county.files(), '-q').code).toBe(1);
    expect(existsSync(join(county.path, '疑点-2026-11-01', 'run.json'))).toBe(true);
  });

  it('takes an earlier run, also one that was cut off while it was written', () => {
    expect(county.check(...county.files(), '-o', 'out', '-q', '--keep-db').code).toBe(1);
    const again = ['--roster', 'roster.csv', '--death', 'death.csv', '-o', 'out', '-q'];
    expect(county.check(...again).code).toBe(1);
    expect(county.read('out', 'cases.ndjson').trimEnd().split('\n')).toHaveLength(1);
    // The database of other data is gone with the run that kept it.
    expect(existsSync(join(county.path, 'out', 'loaded.duckdb'))).toBe(false);
    mkdirSync(join(county.path, 'cut'));
    writeFileSync(join(county.path, 'cut', 'cases.ndjson'), '');
    writeFileSync(join(county.path, 'cut', '.cases.csv.tmp-77-0123abcd'), '');
    expect(county.check(...again.with(5, 'cut')).code).toBe(1);
  });

  it('is rid of what a killed run left in it, and of nothing that a running one needs', () => {
    // No process has a number this high (Linux: pid_max is at most 2^22).
    const [gone, running] = ['.dibao-99999999-abcdef', `.dibao-${process.pid}-abcdef`];
    for (const name of [gone, running]) mkdirSync(join(county.path, 'left', name), { recursive: true });
    writeFileSync(join(county.path, 'left', gone, 'roster-0.csv'), 'x');
    writeFileSync(join(county.path, 'left', '.cases.csv.tmp-99999999-0123abcd'), '');
    expect(county.check(...county.files(), '-o', 'left', '-q').code).toBe(1);
    const hidden = readdirSync(join(county.path, 'left')).filter((name) => name.startsWith('.'));
    expect(hidden).toEqual([running]);
  });

  it('has no run.json after a run that failed', () => {
    expect(county.check(...county.files(), '-o', 'out', '-q').code).toBe(1);
    writeFileSync(join(county.path, 'vehicle.csv'), '');
    expect(county.check('--roster', 'roster.csv', '--vehicle', 'vehicle.csv', '-o', 'out', '-q').code).toBe(
      3,
    );
    expect(existsSync(join(county.path, 'out', 'run.json'))).toBe(false);
    expect(readdirSync(join(county.path, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is left alone by --dry-run, which checks nothing: 0', () => {
    const given = county.files();
    const dry = county.check(...given, '-o', 'out', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('去掉 --dry-run 正式核查');
    expect(dry.stdout).toMatch(/二、可以运行的检查\n.*R02\.death.*R04\.car/);
    expect(dry.stdout).not.toMatch(/[!-] 未?命中/);
    expect(existsSync(join(county.path, 'out'))).toBe(false);
    county.check(...given, '-o', 'out', '-q');
    const before = county.read('out', 'run.json');
    expect(county.check(...given, '-o', 'out', '--dry-run').code).toBe(0);
    expect(county.read('out', 'run.json')).toBe(before);
  });
});

describe.skipIf(process.platform === 'win32')('a check that is ended from outside', () => {
  it('takes its temporary folder away on SIGTERM, and leaves no run.json', async () => {
    const header = '户编号,姓名,身份证号,低保类别';
    const rows = Array.from({ length: 60_000 }, (_, index) => [
      `${100_000 + index}`,
      `生人${index}`,
      strangerId(index),
      '农村',
    ]);
    const roster = writeTable(county.path, 'big.csv', header, rows);
    const child = spawn(process.execPath, [program, 'check', '--roster', roster, ...told, '-o', 'out'], {
      cwd: county.path,
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const temporary = (): string[] =>
      existsSync(join(county.path, 'out'))
        ? readdirSync(join(county.path, 'out')).filter((name) => name.startsWith('.dibao-'))
        : [];
    while (temporary().length === 0 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    expect(temporary()).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(temporary()).toEqual([]);
    expect(existsSync(join(county.path, 'out', 'run.json'))).toBe(false);
  });
});

function strangerId(index: number): string {
  const digits = `11010119${60 + (index % 30)}0${1 + (Math.floor(index / 30) % 9)}1${Math.floor(index / 270) % 10}`;
  return `${digits}${String(index % 1000).padStart(3, '0')}0`;
}
