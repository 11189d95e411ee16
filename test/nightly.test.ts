import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../src/cases/types.js';
import { takeLock } from '../src/ledger/lock.js';
import { CheckFolder, expectRefusal } from './helpers/check-folder.js';
import { type CliResult, runCli, temporaryFolder } from './helpers/cli.js';
import { people, strangers, told, writeTable } from './helpers/county.js';
import { Campaign } from './helpers/small-campaign.js';

const program = fileURLToPath(new URL('../bin/dibao.js', import.meta.url));
const county = new CheckFolder();
const summary = (folder = 'out'): Summary => JSON.parse(county.read(folder, 'summary.json')) as Summary;
const dead = (name: string, count: number): string =>
  writeTable(county.path, name, '身份证号,姓名,死亡日期', [
    [people.dead, '钱福生', '2026-05-20'],
    ...strangers(count).map((id) => [id, '生人', '2026-01-02']),
  ]);

describe('the inputs of a nightly run', () => {
  it('are compared with those of the run before, and refused by --strict before anything is written', () => {
    const files = county.files();
    dead('deaths/东.csv', 9);
    dead('deaths/西.csv', 4);
    const death = ['--death', 'deaths'];
    const given = [...files.slice(0, 4), ...death, '-o', 'out', '-q'];
    expect(county.check(...given).stderr).toBe('');
    expect(summary().input_doubts).toBeUndefined();
    dead('deaths/东.csv', 2);
    rmSync(join(county.path, 'deaths', '西.csv'));
    const before = readdirSync(join(county.path, 'out')).map((name) => [name, county.read('out', name)]);
    const strict = county.check(...given, '--baseline', 'last', '--strict');
    expectRefusal(strict, 3, /^数据存疑,按 --strict 没有出结果:\n/);
    const doubts = [
      '与上次(2026-11-01)完全相同的文件:roster.csv、vehicle.csv',
      '上次(2026-11-01)有、这次没有的文件:deaths/西.csv',
      '比上次(2026-11-01)少得多:deaths/东.csv:只有4行,上次(2026-11-01)有11行,不到50%',
    ];
    for (const text of doubts) expect(strict.stderr).toContain(`  - ${text}\n`);
    expect(readdirSync(join(county.path, 'out')).map((name) => [name, county.read('out', name)])).toEqual(
      before,
    );
    const said = county.check(...given, '--baseline', 'last');
    expect(said.code).toBe(1);
    expect(said.stderr.split('\n').sort()).toEqual(['', ...doubts.map((text) => `提醒: ${text}`)].sort());
    const { input_doubts, warnings, sources } = summary();
    expect(input_doubts?.map(({ kind }) => kind).sort()).toEqual([
      'missing',
      'smaller',
      'unchanged',
      'unchanged',
    ]);
    for (const text of doubts) expect(warnings).toContain(text);
    expect(sources.find(({ file }) => file === 'deaths/东.csv')?.doubts).toEqual([
      '只有4行,上次(2026-11-01)有11行,不到50%',
    ]);
  });

  it('may be the same and may be renamed where the campaign says so, and late ones are said', () => {
    const campaign = Campaign.make(temporaryFolder());
    const write = (file: string, date: string): void => {
      campaign.writeFile('parameters: { slow_registers: [ roster, death, vehicle ], stale_days: 3 }');
      const text = campaign
        .read('dibao.yaml')
        .replace('file: data/vehicle.csv', `file: ${file}, data_date: ${date}`);
      campaign.write(text, 'dibao.yaml');
    };
    write('data/vehicle*.csv', '2026-10-29');
    expect(campaign.check('-q', '--strict')).toMatchObject({ code: 1, stderr: '' });
    cpSync(join(campaign.folder, 'data', 'vehicle.csv'), join(campaign.folder, 'data', 'vehicle-2.csv'));
    rmSync(join(campaign.folder, 'data', 'vehicle.csv'));
    expect(campaign.check('-q', '--strict', '--baseline', 'last')).toMatchObject({ code: 1, stderr: '' });
    write('data/vehicle*.csv', '2026-10-28');
    const late = campaign.check('-q', '--strict', '--baseline', 'last');
    expectRefusal(late, 3, / {2}- 数据陈旧\(截止日距核查日超过3天\):data\/vehicle-2\.csv\n/);
  });

  it('are seen to be growing while they are read', async () => {
    const files = county.files();
    const file = join(county.path, 'vehicle.csv');
    const args = [program, 'check', ...files, ...told, '-o', 'out', '-q', '--strict'];
    const child = spawn(process.execPath, args, { cwd: county.path, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += String(text);
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let row = 0;
    while (child.exitCode === null && child.signalCode === null) {
      appendFileSync(file, `${strangers(1)[0]},生人,浙F8${row++},小型轿车,非营运,正常,2020-01-01\n`);
      await sleep(20);
    }
    expect(await ended).toBe(3);
    expect(stderr).toContain('读的时候还在变化、可能没有写完的文件:vehicle.csv');
    expect(existsSync(join(county.path, 'out'))).toBe(false);
  });
});

describe('two checks into one folder', () => {
  const by = { who: '王五', command: 'check', at: '2026-11-01T20:00:00.000Z' };

  it('the second is refused while the first is at work: 3', async () => {
    mkdirSync(join(county.path, 'out'));
    const unlock = await takeLock(join(county.path, 'out', '.check.lock'), by, 'out');
    const args = [...county.files(), '-o', 'out', '-q'];
    expectRefusal(
      county.check(...args),
      3,
      /^out: 结果文件夹正被占用:王五 在 .* 起运行 dibao check\(进程 \d+\)/,
    );
    await unlock();
    expect(county.check(...args).code).toBe(1);
    expect(readdirSync(join(county.path, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('a lock that a killed one left keeps nobody out', async () => {
    const args = [...county.files(), '-o', 'out', '-q'];
    const child = spawn(process.execPath, [program, 'check', ...args, ...told], {
      cwd: county.path,
      stdio: 'ignore',
    });
    const lock = join(county.path, 'out', '.check.lock');
    while (!existsSync(lock) && child.exitCode === null) await sleep(1);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    expect(existsSync(lock)).toBe(true);
    expect(county.check(...args).code).toBe(1);
    expect(readdirSync(join(county.path, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('check --keep and --baseline last', () => {
  const runs = (): string[] =>
    readdirSync(county.path)
      .filter((name) => name.startsWith('疑点'))
      .sort();
  const night = (day: string, ...args: string[]): CliResult => {
    const files = ['--roster', 'roster.csv', '--vehicle', 'vehicle.csv', '--death', 'death.csv'];
    const place = ['--rural-standard', '1100', '--area', '330482'];
    return runCli(['check', ...files, ...place, '--as-of', day, ...args], { cwd: county.path });
  };

  it('keep the newest runs beside this one, and nothing that is not a run of ours is touched', () => {
    county.files();
    expect(night('2026-10-28', '-q').code).toBe(1);
    for (const name of ['疑点-2026-10-29', '疑点-2026-10-30', '疑点-2026-10-31', '疑点旧', '试查-2026-10-27'])
      cpSync(join(county.path, '疑点-2026-10-28'), join(county.path, name), { recursive: true });
    writeFileSync(join(county.path, '疑点-2026-10-29', '我的笔记.txt'), '内容');
    mkdirSync(join(county.path, '疑点-2026-01-01'));
    writeFileSync(join(county.path, '疑点-2026-01-01', 'cases.ndjson'), '');
    mkdirSync(join(county.path, '疑点-2026-01-02'));
    writeFileSync(join(county.path, '疑点-2026-01-02', 'run.json'), '{"tool":{"name":"other"}}');
    const result = night('2026-11-01', '--keep', '2', '--baseline', 'last', '--fail-on', 'new');
    expect(result.code).toBe(0);
    const deleted = '疑点-2026-10-28、疑点-2026-10-29、疑点-2026-10-30';
    expect(result.stderr).toContain(`只留最新2次结果,已删去:${deleted}\n`);
    const kept = [
      '疑点-2026-01-01',
      '疑点-2026-01-02',
      '疑点-2026-10-29',
      '疑点-2026-10-31',
      '疑点-2026-11-01',
    ];
    expect(runs()).toEqual([...kept, '疑点旧'].sort());
    expect(readdirSync(join(county.path, '疑点-2026-10-29'))).toEqual(['我的笔记.txt']);
    expect(readdirSync(join(county.path, '疑点-2026-01-01'))).toEqual(['cases.ndjson']);
    expect(existsSync(join(county.path, '试查-2026-10-27', 'run.json'))).toBe(true);
    expectRefusal(night('2026-11-01', '-o', '疑点旧', '--keep', '2', '-q'), 2, /^疑点旧: .*不以日期结尾/);
    // A run that was not written to its end is no run to compare with.
    rmSync(join(county.path, '疑点旧', 'run.json'));
    expectRefusal(
      night('2026-11-01', '-o', '疑点旧', '--baseline', 'last'),
      3,
      /^疑点旧: 上一次核查没有写完/,
    );
  });

  it('keep what the ledger needs, and tell it what was deleted', async () => {
    const campaign = Campaign.make(temporaryFolder());
    await campaign.found();
    const check = (day: string, ...args: string[]): CliResult =>
      campaign.run('check', '--as-of', day, '--fail-on', 'never', ...args);
    expect(check('2026-10-30', '-q').code).toBe(0);
    // This one says nothing of cars: the case of the car stands in the run before alone.
    expect(check('2026-10-31', '-q', '--check', 'R02.death').code).toBe(0);
    const spared = check('2026-11-01', '--check', 'R02.death', '--keep', '1');
    expect(spared.stderr).toContain('台账还要用到,没有删去:疑点-2026-10-30\n');
    expect(spared.stderr).toContain('已删去:疑点-2026-10-31\n');
    expect(campaign.events().at(-1)?.event).toMatchObject({ what: 'purged', deleted: ['疑点-2026-10-31'] });
    expect(campaign.run('dispatch', '-q').code).toBe(0);
    expect(check('2026-11-02', '-q', '--keep', '1').code).toBe(0);
    expect(readdirSync(campaign.folder).filter((name) => name.startsWith('疑点'))).toEqual([
      '疑点-2026-11-02',
    ]);
    expect(campaign.run('verify').code).toBe(0);
  });
});
