import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CliResult, runCli, temporaryFolder } from './helpers/cli.js';
import {
  people,
  strangers,
  told,
  vehicleHeader,
  writeDeaths,
  writeRoster,
  writeTable,
  writeVehicles,
} from './helpers/county.js';

const program = fileURLToPath(new URL('../bin/dibao.js', import.meta.url));
const idNumber = /(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/;

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

/** Runs `dibao check` in the test's folder. */
function check(...args: string[]): CliResult {
  return runCli(['check', ...args, ...told], { cwd: folder });
}

/** The roster with the registers in which two of its households are found. */
function files(): string[] {
  return [
    '--roster',
    writeRoster(folder),
    '--vehicle',
    writeVehicles(folder),
    '--death',
    writeDeaths(folder),
  ];
}

/** Refused: the exit code, a message that says what to do, no stack, no ID number, nothing on standard output. */
function expectRefusal(result: CliResult, code: number, message: RegExp): void {
  expect(result.stderr).toMatch(message);
  expect(result.stderr).toMatch(/\n {2}→ \S/);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result.stderr).not.toMatch(idNumber);
  expect(result.stdout).toBe('');
  expect(result.code).toBe(code);
}

const read = (...names: string[]): string => readFileSync(join(folder, ...names), 'utf8');

describe('a check that finds cases', () => {
  it('exits with 1, prints the screen with masked numbers and leaves the whole run folder', () => {
    const result = check(...files(), '-o', 'out');
    expect(result.stderr).toBe('');
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/有小汽车、经营性车辆、门市或两套及以上住房 +! 命中 +1 /);
    expect(result.stdout).toMatch(/婚嫁、死亡、服刑、户籍迁出人员 +! 命中 +1 /);
    expect(result.stdout).not.toMatch(idNumber);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'cases.csv',
      'cases.ndjson',
      'households.ndjson',
      'rejects.csv',
      'report.html',
      'run.json',
      'summary.json',
      'undecidable.csv',
      '疑点清单.xlsx',
    ]);
  });

  it('keeps numbers whole in the data files and masks them in the page and the arguments', () => {
    const own = writeVehicles(folder, `车辆_${people.owner}.csv`);
    const result = check('--roster', writeRoster(folder), '--vehicle', own, '-o', 'out');
    expect(result.code).toBe(1);
    expect(result.stdout).not.toMatch(idNumber);
    for (const name of ['cases.ndjson', 'cases.csv', 'households.ndjson'])
      expect(read('out', name)).toContain(people.owner);
    expect(read('out', 'report.html')).not.toMatch(idNumber);
    const manifest = JSON.parse(read('out', 'run.json')) as { arguments: string[] };
    expect(manifest.arguments.join(' ')).not.toMatch(idNumber);
    expect(manifest.arguments).toContain(
      `车辆_${people.owner.slice(0, 6)}********${people.owner.slice(14)}.csv`,
    );
  });

  it('says that what did not run did not run', () => {
    const { stdout, code } = check(...files(), '-o', 'out');
    expect(code).toBe(1);
    expect(stdout).toMatch(/领取养老金且家庭收入超过标准 +X 未运行\n/);
    expect(stdout).toContain('“未运行”是没有查,不等于“未命中”。');
  });

  it('prints nothing with --quiet', () => {
    const result = check(...files(), '-o', 'out', '--quiet');
    expect(result).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('prints the cases as ndjson and the summary as json, numbers whole', () => {
    const cases = check(...files(), '-o', 'out', '--format', 'ndjson');
    expect(cases.stdout).toBe(read('out', 'cases.ndjson'));
    expect(cases.stdout).toContain(people.owner);
    const summary = check(...files(), '-o', 'out', '--format', 'json');
    const { total, actions } = JSON.parse(summary.stdout) as { total: object; actions: object };
    expect(total).toMatchObject({ cases: 2, households: 2 });
    expect(actions).toEqual({ exit: 1, remove: 1, verify: 0 });
    expect([cases.code, summary.code]).toEqual([1, 1]);
  });

  it.skipIf(process.platform === 'win32')('writes files for the owner alone', () => {
    expect(check(...files(), '-o', 'out', '--keep-db').code).toBe(1);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    expect(mode(join(folder, 'out'))).toBe(0o700);
    const names = readdirSync(join(folder, 'out'));
    expect(names).toContain('loaded.duckdb');
    for (const name of names) expect([name, mode(join(folder, 'out', name))]).toEqual([name, 0o600]);
  });

  it('gives the same bytes for the same inputs, whatever the number of threads', () => {
    const given = files();
    check(...given, '-o', 'a');
    check(...given, '-o', 'b', '--threads', '1');
    const names = readdirSync(join(folder, 'a'));
    expect(names).toEqual(readdirSync(join(folder, 'b')));
    for (const name of names.filter((one) => one !== 'run.json')) {
      const same = readFileSync(join(folder, 'a', name)).equals(readFileSync(join(folder, 'b', name)));
      expect([name, same]).toEqual([name, true]);
    }
  });

  it('lists in run.json what it read and wrote', () => {
    check(...files(), '-o', 'out');
    const run = JSON.parse(read('out', 'run.json')) as {
      inputs: { register: string; rows: number; sha256: string }[];
      outputs: { file: string }[];
      as_of: string;
    };
    expect(run.as_of).toBe('2026-11-01');
    expect(run.inputs.map(({ register, rows }) => [register, rows])).toEqual([
      ['roster', 7],
      ['death', 2],
      ['vehicle', 5],
    ]);
    const written = readdirSync(join(folder, 'out')).filter((name) => name !== 'run.json');
    expect(run.outputs.map(({ file }) => file).sort()).toEqual(written.sort());
  });
});

describe('exit codes', () => {
  it('is 0 where nothing is found', () => {
    const clear = writeTable(folder, 'v.csv', vehicleHeader, [
      [strangers(1)[0] ?? '', '生人', '浙F1', '小型轿车', '非营运', '正常', '2020-01-01'],
    ]);
    const result = check('--roster', writeRoster(folder), '--vehicle', clear, '-o', 'out');
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/- 未命中/);
  });

  it.each([
    ['any', 1],
    ['exit', 0],
    ['new', 1],
    ['never', 0],
  ])('--fail-on %s with a member to remove: %i', (when, code) => {
    const given = ['--roster', writeRoster(folder), '--death', writeDeaths(folder)];
    expect(check(...given, '-o', 'out', '--fail-on', when, '-q').code).toBe(code);
  });

  it('--fail-on exit is 1 where a household should leave', () => {
    expect(check(...files(), '-o', 'out', '--fail-on', 'exit', '-q').code).toBe(1);
  });

  it('is 4 where a check named with --check cannot run, and not where only the pack has it', () => {
    const given = ['--roster', writeRoster(folder), '--vehicle', writeVehicles(folder), '-o', 'out'];
    const named = check(...given, '--check', 'R03');
    expect(named.stdout).toMatch(/未运行 +R03 .*没有养老金发放数据/);
    expect(named.code).toBe(4);
    expect(check(...given, '-q').code).toBe(1);
    expect(check(...given, '--check', 'R04.car', '-q').code).toBe(1);
  });

  it('is 4 where a check that the campaign requires cannot run', () => {
    const standards = 'standards: { rural: [ { from: 2025-07-01, monthly: 1100 } ] }';
    const sources = `sources: { roster: [ ${writeRoster(folder)} ], death: [ ${writeDeaths(folder)} ] }`;
    writeFileSync(
      join(folder, 'dibao.yaml'),
      `name: 测试\nas_of: 2026-11-01\narea: { code: "330482", name: 平湖市 }\n${standards}\n${sources}\nrequired: [ R04.car ]\n`,
    );
    const result = runCli(['check', '-o', 'out'], { cwd: folder });
    expect(result.stdout).toMatch(/未运行 +R04\.car .*没有机动车登记数据/);
    expect(result.code).toBe(4);
  });

  it('is 4 where more rows are rejected than --max-rejects allows', () => {
    const bad = writeTable(folder, 'v.csv', vehicleHeader, [
      [people.owner, '王建国', '浙F12345', '小型轿车', '非营运', '正常', '2025-03-04'],
      [people.wife, '李秀英', '浙F2', '小型轿车', '非营运', '正常', '2020-01-01', '多出一栏', '又一栏'],
    ]);
    const given = ['--roster', writeRoster(folder), '--vehicle', bad, '-o', 'out', '-q'];
    expect(check(...given, '--max-rejects', '0').code).toBe(4);
    expect(read('out', 'rejects.csv')).toContain('v.csv');
    expect(check(...given, '--max-rejects', '1').code).toBe(1);
    expect(check(...given).code).toBe(1);
  });

  it('is 4, under a banner, where a register of over 1,000 rows matches nobody', () => {
    const rows = strangers(1200).map((id, index) => [
      id,
      `生人${index}`,
      `浙F${index}`,
      '小型轿车',
      '非营运',
      '正常',
      '2020-01-01',
    ]);
    const wrong = writeTable(folder, 'v.csv', vehicleHeader, rows);
    const given = ['--roster', writeRoster(folder), '--death', writeDeaths(folder), '-o', 'out'];
    const result = check(...given, '--vehicle', wrong);
    expect(result.stdout).toMatch(
      /^=+\n!! 异常待查\n {3}v\.csv\(机动车登记\)有1,?201行,却没有一人与名册匹配/,
    );
    expect(result.code).toBe(4);
    expect(read('out', 'summary.json')).toContain('却没有一人与名册匹配');
  });

  it('takes a register with a header alone for one that was not looked at', () => {
    const empty = writeTable(folder, 'v.csv', vehicleHeader, []);
    const result = check('--roster', writeRoster(folder), '--vehicle', empty, '-o', 'out');
    expect(result.stdout).toMatch(/未运行 +R04\.car .*没有机动车登记数据/);
    expect(result.stdout).not.toMatch(/有小汽车.* - 未命中/);
    expect(result.code).toBe(0);
  });
});

describe('input that cannot be used', () => {
  const withRoster = (...args: string[]): CliResult =>
    check('--roster', writeRoster(folder), ...args, '-o', 'out');

  it.each([
    ['a register', ['--vehicle', '没有.csv'], /^没有\.csv: 找不到这个文件/],
    ['a pattern', ['--vehicle', 'v*.csv'], /^v\*\.csv: 找不到这个文件/],
  ])('%s that does not exist: 3', (_, args, message) => {
    expectRefusal(withRoster(...args), 3, message);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('a file of no bytes: 3', () => {
    writeFileSync(join(folder, 'v.csv'), '');
    expectRefusal(withRoster('--vehicle', 'v.csv'), 3, /^v\.csv: 文件是空的/);
  });

  it('a folder without a table in the place of a file: 3', () => {
    mkdirSync(join(folder, '车辆'));
    expectRefusal(withRoster('--vehicle', '车辆'), 3, /^车辆: 找不到这个文件/);
  });

  it('a folder of tables is read as its files', () => {
    writeVehicles(folder, '车辆/一.csv');
    const result = withRoster('--vehicle', '车辆', '--format', 'json');
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('车辆/一.csv');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a file that may not be read: 3',
    () => {
      chmodSync(join(folder, writeVehicles(folder)), 0o000);
      expectRefusal(withRoster('--vehicle', 'vehicle.csv'), 3, /^vehicle\.csv: 无法打开这个文件\(EACCES\)/);
    },
  );

  it('a roster without a category: 3, with what to write', () => {
    const roster = writeTable(folder, 'r.csv', '户编号,姓名,身份证号', [['1', '王建国', people.owner]]);
    const result = check('--roster', roster, '-o', 'out');
    expectRefusal(result, 3, /^r\.csv 第1行 “低保类别”: .*\n.*set: \{ category: rural \}/);
    expect(existsSync(join(folder, 'out', 'run.json'))).toBe(false);
    expect(check('--roster-rural', roster, '-o', 'out', '-q').code).toBe(0);
  });

  it('a register without its columns: 3, with the columns tried', () => {
    const wrong = writeTable(folder, 'v.csv', '甲,乙,丙', [['1', '2', '3']]);
    expectRefusal(withRoster('--vehicle', wrong), 3, /^v\.csv .*身份证号/);
  });

  it('no roster: 2', () => {
    expectRefusal(check('--vehicle', writeVehicles(folder)), 2, /^没有低保花名册/);
  });

  it('YAML that is none: 2, with the line', () => {
    writeFileSync(join(folder, 'dibao.yaml'), 'name: 测试\nsources:\n  roster: [ a.csv\n');
    expectRefusal(runCli(['check'], { cwd: folder }), 2, /^dibao\.yaml 第\d+行: 不是正确的 YAML/);
  });

  it('a campaign file that is not there: 2', () => {
    expectRefusal(runCli(['check', '-c', 'x.yaml'], { cwd: folder }), 2, /^x\.yaml: 找不到专项文件/);
  });

  it('an unknown check: 2, with those there are', () => {
    expectRefusal(withRoster('--check', 'R04.cra'), 2, /^没有编号为 R04\.cra 的检查\n.*R04\.car/);
  });

  it('an unknown pack: 2', () => {
    expectRefusal(withRoster('--pack', '十类'), 2, /^没有名为 十类 的检查包/);
  });
});

describe('the folder of the results', () => {
  it('is refused where it holds other things: 2, and they stay', () => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out', '我的.txt'), '内容');
    expectRefusal(check(...files(), '-o', 'out'), 2, /^out: 文件夹里已有别的东西/);
    expect(readdirSync(join(folder, 'out'))).toEqual(['我的.txt']);
  });

  it('is refused where it is a file: 2', () => {
    writeFileSync(join(folder, 'out'), '内容');
    expectRefusal(check(...files(), '-o', 'out'), 2, /^out: -o 指的是一个文件/);
    expect(read('out')).toBe('内容');
  });

  it('has a name of its own where none is given', () => {
    expect(check(...files(), '-q').code).toBe(1);
    expect(existsSync(join(folder, '疑点-2026-11-01', 'run.json'))).toBe(true);
  });

  it('takes an earlier run, also one that was cut off while it was written', () => {
    expect(check(...files(), '-o', 'out', '-q', '--keep-db').code).toBe(1);
    const again = ['--roster', 'roster.csv', '--death', 'death.csv', '-o', 'out', '-q'];
    expect(check(...again).code).toBe(1);
    expect(read('out', 'cases.ndjson').trimEnd().split('\n')).toHaveLength(1);
    // The database of other data is gone with the run that kept it.
    expect(existsSync(join(folder, 'out', 'loaded.duckdb'))).toBe(false);
    mkdirSync(join(folder, 'cut'));
    writeFileSync(join(folder, 'cut', 'cases.ndjson'), '');
    writeFileSync(join(folder, 'cut', '.cases.csv.tmp-77-0123abcd'), '');
    expect(check(...again.with(5, 'cut')).code).toBe(1);
  });

  it('has no run.json after a run that failed', () => {
    expect(check(...files(), '-o', 'out', '-q').code).toBe(1);
    writeFileSync(join(folder, 'vehicle.csv'), '');
    expect(check('--roster', 'roster.csv', '--vehicle', 'vehicle.csv', '-o', 'out', '-q').code).toBe(3);
    expect(existsSync(join(folder, 'out', 'run.json'))).toBe(false);
    expect(readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is left alone by --dry-run, which checks nothing: 0', () => {
    const given = files();
    const dry = check(...given, '-o', 'out', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('去掉 --dry-run 正式核查');
    expect(dry.stdout).toMatch(/二、可以运行的检查\n.*R02\.death.*R04\.car/);
    expect(dry.stdout).not.toMatch(/[!-] 未?命中/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    check(...given, '-o', 'out', '-q');
    const before = read('out', 'run.json');
    expect(check(...given, '-o', 'out', '--dry-run').code).toBe(0);
    expect(read('out', 'run.json')).toBe(before);
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
    const roster = writeTable(folder, 'big.csv', header, rows);
    const child = spawn(process.execPath, [program, 'check', '--roster', roster, ...told, '-o', 'out'], {
      cwd: folder,
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const temporary = (): string[] =>
      existsSync(join(folder, 'out'))
        ? readdirSync(join(folder, 'out')).filter((name) => name.startsWith('.dibao-'))
        : [];
    while (temporary().length === 0 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    expect(temporary()).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(temporary()).toEqual([]);
    expect(existsSync(join(folder, 'out', 'run.json'))).toBe(false);
  });
});

function strangerId(index: number): string {
  const digits = `11010119${60 + (index % 30)}0${1 + (Math.floor(index / 30) % 9)}1${Math.floor(index / 270) % 10}`;
  return `${digits}${String(index % 1000).padStart(3, '0')}0`;
}
