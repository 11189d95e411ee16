import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CheckFolder, idNumber } from './helpers/check-folder.js';
import { runCli } from './helpers/cli.js';
import {
  people,
  strangers,
  vehicleHeader,
  writeDeaths,
  writeRoster,
  writeTable,
  writeVehicles,
} from './helpers/county.js';

const county = new CheckFolder();

describe('a check that finds cases', () => {
  it('exits with 1, prints the screen with masked numbers and leaves the whole run folder', () => {
    const result = county.check(...county.files(), '-o', 'out');
    expect(result.stderr).toBe('');
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/有小汽车、经营性车辆、门市或两套及以上住房 +! 命中 +1 /);
    expect(result.stdout).toMatch(/婚嫁、死亡、服刑、户籍迁出人员 +! 命中 +1 /);
    expect(result.stdout).not.toMatch(idNumber);
    expect(readdirSync(join(county.path, 'out')).sort()).toEqual([
      'cases.csv',
      'cases.ndjson',
      'focus.csv',
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
    const own = writeVehicles(county.path, `车辆_${people.owner}.csv`);
    const result = county.check('--roster', writeRoster(county.path), '--vehicle', own, '-o', 'out');
    expect(result.code).toBe(1);
    expect(result.stdout).not.toMatch(idNumber);
    for (const name of ['cases.ndjson', 'cases.csv', 'households.ndjson'])
      expect(county.read('out', name)).toContain(people.owner);
    expect(county.read('out', 'report.html')).not.toMatch(idNumber);
    const manifest = JSON.parse(county.read('out', 'run.json')) as { arguments: string[] };
    expect(manifest.arguments.join(' ')).not.toMatch(idNumber);
    expect(manifest.arguments).toContain(
      `车辆_${people.owner.slice(0, 6)}********${people.owner.slice(14)}.csv`,
    );
  });

  it('says that what did not run did not run', () => {
    const { stdout, code } = county.check(...county.files(), '-o', 'out');
    expect(code).toBe(1);
    expect(stdout).toMatch(/领取养老金且家庭收入超过标准 +X 未运行\n/);
    expect(stdout).toContain('“未运行”是没有查,不等于“未命中”。');
  });

  it('prints nothing with --quiet', () => {
    const result = county.check(...county.files(), '-o', 'out', '--quiet');
    expect(result).toEqual({ code: 1, stdout: '', stderr: '' });
  });

  it('prints the cases as ndjson and the summary as json, numbers whole', () => {
    const cases = county.check(...county.files(), '-o', 'out', '--format', 'ndjson');
    expect(cases.stdout).toBe(county.read('out', 'cases.ndjson'));
    expect(cases.stdout).toContain(people.owner);
    const summary = county.check(...county.files(), '-o', 'out', '--format', 'json');
    const { total, actions } = JSON.parse(summary.stdout) as { total: object; actions: object };
    expect(total).toMatchObject({ cases: 2, households: 2 });
    expect(actions).toEqual({ exit: 1, remove: 1, verify: 0 });
    expect([cases.code, summary.code]).toEqual([1, 1]);
  });

  it.skipIf(process.platform === 'win32')('writes files for the owner alone', () => {
    expect(county.check(...county.files(), '-o', 'out', '--keep-db').code).toBe(1);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    expect(mode(join(county.path, 'out'))).toBe(0o700);
    const names = readdirSync(join(county.path, 'out'));
    expect(names).toContain('loaded.duckdb');
    for (const name of names) expect([name, mode(join(county.path, 'out', name))]).toEqual([name, 0o600]);
  });

  it('prints the cases as csv, and nothing but cases whatever the baseline says', () => {
    const given = [...county.files(), '-o', 'out'];
    const csv = county.check(...given, '--format', 'csv');
    expect(csv.stdout).toBe(county.read('out', 'cases.csv').replace(/^\uFEFF/, ''));
    const again = county.check(...given, '--baseline', 'last', '--format', 'ndjson', '--fail-on', 'new');
    expect(again).toMatchObject({ code: 0, stdout: county.read('out', 'cases.ndjson') });
    for (const line of again.stdout.trimEnd().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ change: 'recurring' });
  });

  it('gives the same bytes for the same inputs, whatever the number of threads', () => {
    const given = county.files();
    county.check(...given, '-o', 'a');
    county.check(...given, '-o', 'b', '--threads', '1');
    const names = readdirSync(join(county.path, 'a'));
    expect(names).toEqual(readdirSync(join(county.path, 'b')));
    for (const name of names.filter((one) => one !== 'run.json')) {
      const same = readFileSync(join(county.path, 'a', name)).equals(
        readFileSync(join(county.path, 'b', name)),
      );
      expect([name, same]).toEqual([name, true]);
    }
  });

  it('lists in run.json what it read and wrote', () => {
    county.check(...county.files(), '-o', 'out');
    const run = JSON.parse(county.read('out', 'run.json')) as {
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
    const written = readdirSync(join(county.path, 'out')).filter((name) => name !== 'run.json');
    expect(run.outputs.map(({ file }) => file).sort()).toEqual(written.sort());
  });
});

describe('exit codes', () => {
  it('is 0 where nothing is found', () => {
    const clear = writeTable(county.path, 'v.csv', vehicleHeader, [
      [strangers(1)[0] ?? '', '生人', '浙F1', '小型轿车', '非营运', '正常', '2020-01-01'],
    ]);
    const roster = writeRoster(county.path, 'roster.csv', 0);
    const result = county.check('--roster', roster, '--vehicle', clear, '-o', 'out');
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/- 未命中/);
  });

  it.each([
    ['any', 1],
    ['exit', 0],
    ['new', 1],
    ['never', 0],
  ])('--fail-on %s with a member to remove: %i', (when, code) => {
    const given = ['--roster', writeRoster(county.path), '--death', writeDeaths(county.path)];
    expect(county.check(...given, '-o', 'out', '--fail-on', when, '-q').code).toBe(code);
  });

  it('--fail-on exit is 1 where a household should leave', () => {
    expect(county.check(...county.files(), '-o', 'out', '--fail-on', 'exit', '-q').code).toBe(1);
  });

  it('is 4 where a check named with --check cannot run, and not where only the pack has it', () => {
    const given = [
      '--roster',
      writeRoster(county.path),
      '--vehicle',
      writeVehicles(county.path),
      '-o',
      'out',
    ];
    const named = county.check(...given, '--check', 'R03');
    expect(named.stdout).toMatch(/未运行 +R03 .*没有养老金发放数据/);
    expect(named.code).toBe(4);
    expect(county.check(...given, '-q').code).toBe(1);
    expect(county.check(...given, '--check', 'R04.car', '-q').code).toBe(1);
  });

  it('is 4 where a check that the campaign requires cannot run', () => {
    const standards = 'standards: { rural: [ { from: 2025-07-01, monthly: 1100 } ] }';
    const sources = `sources: { roster: [ ${writeRoster(county.path)} ], death: [ ${writeDeaths(county.path)} ] }`;
    writeFileSync(
      join(county.path, 'dibao.yaml'),
      `name: 测试\nas_of: 2026-11-01\narea: { code: "330482", name: 平湖市 }\n${standards}\n${sources}\nrequired: [ R04.car ]\n`,
    );
    const result = runCli(['check', '-o', 'out'], { cwd: county.path });
    expect(result.stdout).toMatch(/未运行 +R04\.car .*没有机动车登记数据/);
    expect(result.code).toBe(4);
  });

  it('is 4 where more rows are rejected than --max-rejects allows', () => {
    const bad = writeTable(county.path, 'v.csv', vehicleHeader, [
      [people.owner, '王建国', '浙F12345', '小型轿车', '非营运', '正常', '2025-03-04'],
      [people.wife, '李秀英', '浙F2', '小型轿车', '非营运', '正常', '2020-01-01', '多出一栏', '又一栏'],
    ]);
    const given = ['--roster', writeRoster(county.path), '--vehicle', bad, '-o', 'out', '-q'];
    expect(county.check(...given, '--max-rejects', '0').code).toBe(4);
    expect(county.read('out', 'rejects.csv')).toContain('v.csv');
    expect(county.check(...given, '--max-rejects', '1').code).toBe(1);
    expect(county.check(...given).code).toBe(1);
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
    const wrong = writeTable(county.path, 'v.csv', vehicleHeader, rows);
    const given = ['--roster', writeRoster(county.path), '--death', writeDeaths(county.path), '-o', 'out'];
    const result = county.check(...given, '--vehicle', wrong);
    expect(result.stdout).toMatch(
      /^=+\n!! 异常待查\n {3}v\.csv\(机动车登记\)有1,?201行,却没有一人与名册匹配/,
    );
    expect(result.code).toBe(4);
    expect(county.read('out', 'summary.json')).toContain('却没有一人与名册匹配');
  });

  it('takes a register with a header alone for one that was not looked at', () => {
    const empty = writeTable(county.path, 'v.csv', vehicleHeader, []);
    const roster = writeRoster(county.path, 'roster.csv', 0);
    const result = county.check('--roster', roster, '--vehicle', empty, '-o', 'out');
    expect(result.stdout).toMatch(/未运行 +R04\.car .*没有机动车登记数据/);
    expect(result.stdout).not.toMatch(/有小汽车.* - 未命中/);
    expect(result.code).toBe(0);
  });
});
