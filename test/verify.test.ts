import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { adoptRun } from '../src/ledger/adopt.js';
import type { Happening } from '../src/ledger/events.js';
import { readLedger } from '../src/ledger/ledger.js';
import { runCli, temporaryFolder } from './helpers/cli.js';
import { people } from './helpers/county.js';
import { Campaign } from './helpers/small-campaign.js';

let campaign: Campaign;

beforeEach(async () => {
  campaign = Campaign.make(temporaryFolder());
  await campaign.found();
});

const alter = (name: string, change: (lines: string[]) => string[]): void => {
  const lines = campaign.read(name).trimEnd().split('\n');
  campaign.write(`${change(lines).join('\n')}\n`, name);
};

describe('verify, of the ledger', () => {
  beforeEach(() => {
    campaign.check('-q');
  });

  it('finds nothing wrong', () => {
    expect(campaign.run('verify')).toEqual({ code: 0, stdout: 'ledger.ndjson: 4 条事件,完好\n', stderr: '' });
    const json = campaign.run('verify', '--format', 'json');
    expect(JSON.parse(json.stdout)).toEqual({
      fine: true,
      logs: [{ file: 'ledger.ndjson', events: 4, dropped: 0, broken: null }],
    });
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      'changed',
      (lines) => lines.with(2, (lines[2] ?? '').replace('"found"', '"found" ')),
      '第 3 行: 内容被改过',
    ],
    ['removed', (lines) => lines.toSpliced(2, 1), '第 3 行之前: 少了 1 条事件'],
    ['removed at the end', (lines) => lines.slice(0, 3), '从第 4 行起: 末尾的事件被删掉了(少 1 条)'],
    ['moved', (lines) => lines.with(1, lines[2] ?? '').with(2, lines[1] ?? ''), '第 2 行: 次序不对'],
  ])('names the line that was %s', (_, change, told) => {
    alter('ledger.ndjson', change);
    const result = campaign.run('verify');
    expect(result.code).toBe(4);
    expect(result.stdout).toContain(told);
  });

  it('asks for a campaign, and for one with a ledger', () => {
    expect(runCli(['verify'], { cwd: temporaryFolder() }).code).toBe(2);
    for (const name of ['ledger.ndjson', 'ledger.head']) rmSync(join(campaign.folder, name));
    const result = campaign.run('verify');
    expect([result.code, result.stderr]).toEqual([2, expect.stringContaining('还没有台账')]);
  });
});

describe('verify, of a run', () => {
  beforeEach(() => {
    campaign.check('-q');
  });

  it('finds nothing wrong, from any folder', () => {
    const told = ': 输出 9 个文件、输入 4 个文件,都与 run.json 所记的一致\n';
    expect(campaign.run('verify', '疑点')).toEqual({ code: 0, stdout: `疑点${told}`, stderr: '' });
    const cwd = join(campaign.folder, '..');
    expect(runCli(['verify', '专项/疑点'], { cwd }).stdout).toBe(`专项/疑点${told}`);
  });

  it('finds one changed byte, and what is missing, of inputs and outputs', () => {
    const text = campaign.read('疑点', 'cases.csv');
    campaign.write(text.replace('王', '玉'), '疑点', 'cases.csv');
    rmSync(join(campaign.folder, '疑点', 'report.html'));
    rmSync(join(campaign.folder, 'data', 'death.csv'));
    campaign.writeCars([people.owner, '王建国', '浙F12346']);
    const result = campaign.run('verify', '疑点');
    expect(result.code).toBe(4);
    expect(result.stdout.split('\n').slice(0, 4)).toEqual([
      '输出 cases.csv: 内容被改过',
      '输出 report.html: 缺失',
      '输入 data/death.csv: 缺失',
      '输入 data/vehicle.csv: 内容被改过',
    ]);
    const { fine, files } = JSON.parse(campaign.run('verify', '疑点', '--format', 'json').stdout) as {
      fine: boolean;
      files: { file: string; state: string }[];
    };
    expect(fine).toBe(false);
    expect(files).toContainEqual({ kind: 'output', file: 'cases.csv', state: 'changed' });
  });

  it('finds a run that is not the one the ledger took', () => {
    campaign.writeCars();
    runCli(['check', '-c', '专项/dibao.yaml', '-o', '别处', '-q'], { cwd: join(campaign.folder, '..') });
    rmSync(join(campaign.folder, '疑点'), { recursive: true });
    const given = ['--roster', 'data/roster.csv', '--rural-standard', '1100', '--area', '330482'];
    campaign.run('check', ...given, '--as-of', '2026-11-01', '-o', '疑点', '-q');
    const result = campaign.run('verify', '疑点');
    expect(result.code).toBe(4);
    expect(result.stdout).toContain('疑点: 台账第 2 行记的不是这次结果');
  });

  it('is refused for a folder that holds none', () => {
    expect(campaign.run('verify', 'data')).toMatchObject({ code: 3, stdout: '' });
    expect(campaign.run('verify', '疑点', '--format', 'csv').code).toBe(2);
  });
});

describe('a run that was made without a ledger', () => {
  const taken = async (): Promise<Happening[]> => {
    const { state } = await readLedger(campaign.folder);
    const happenings: Happening[] = [];
    for await (const one of adoptRun(campaign.folder, join(campaign.folder, '疑点'), state))
      happenings.push(one);
    return happenings;
  };

  it('means the same to a ledger as the check itself would have said', async () => {
    for (const name of ['ledger.ndjson', 'ledger.head']) rmSync(join(campaign.folder, name));
    campaign.check('-q');
    await campaign.found();
    const adopted = await taken();
    campaign.check('-q');
    expect(adopted).toEqual(
      campaign
        .events()
        .slice(1)
        .map(({ event }) => event),
    );
    expect(await taken()).toEqual([]);
  });

  it('is refused where it is not whole', async () => {
    campaign.check('-q');
    campaign.writeCars();
    const file = join(campaign.folder, '疑点', 'cases.ndjson');
    for (const name of ['ledger.ndjson', 'ledger.head']) rmSync(join(campaign.folder, name));
    await campaign.found();
    campaign.write('{"case_id":', '疑点', 'cases.ndjson');
    await expect(taken()).rejects.toMatchObject({ code: 'run-damaged', values: { name: 'cases.ndjson' } });
    rmSync(file);
    await expect(taken()).rejects.toMatchObject({ code: 'run-damaged', values: { name: 'cases.ndjson' } });
    rmSync(join(campaign.folder, '疑点', 'run.json'));
    await expect(taken()).rejects.toMatchObject({ code: 'run-unfinished' });
  });
});

describe('the log of who looked at persons’ data', () => {
  const log = '使用记录.ndjson';
  const uses = () => campaign.events(log).map(({ event }) => event);

  beforeEach(() => {
    campaign.check('-q', '--keep-db');
  });

  it('has explain by case or household, masked or not, and never an ID number', () => {
    const found = campaign.events().find(({ event }) => event.what === 'found')?.event;
    const id = found?.what === 'found' ? found.slip.case_id : '';
    expect(campaign.run('explain', id, '-o', '疑点').code).toBe(0);
    expect(campaign.run('explain', '20260002', '-o', '疑点', '--unmask').code).toBe(0);
    // From another folder, the run named alone.
    const other = runCli(['explain', '-', '-o', join(campaign.folder, '疑点')], {
      cwd: temporaryFolder(),
      input: people.widow,
    });
    expect([other.code, other.stderr]).toEqual([0, '']);
    expect(uses()).toEqual([
      {
        what: 'used',
        command: 'explain',
        target: expect.stringContaining(`${id} 2026000`) as string,
        unmasked: false,
      },
      { what: 'used', command: 'explain', target: '20260002', unmasked: true },
      { what: 'used', command: 'explain', target: '20260002', unmasked: false },
    ]);
    expect(campaign.read(log)).not.toContain(people.widow);
    expect(campaign.run('verify').stdout).toContain(`${log}: 3 条事件,完好\n`);
  });

  it('has check with --unmask alone, and what shows nobody not at all', () => {
    campaign.run('explain', '不是户号', '-o', '疑点');
    campaign.check('-q');
    expect(() => campaign.read(log)).toThrow();
    campaign.check('-q', '--unmask');
    expect(uses()).toEqual([{ what: 'used', command: 'check', target: '疑点', unmasked: true }]);
  });

  it('keeps nobody waiting for a check that holds the ledger', () => {
    campaign.write('{"pid":1}', 'ledger.lock');
    expect(campaign.run('explain', '20260002', '-o', '疑点').code).toBe(0);
  });

  it('is looked over too, and nothing is shown that could not be logged', () => {
    for (let time = 0; time < 3; time++) campaign.run('explain', '20260002', '-o', '疑点');
    alter(log, (lines) => lines.toSpliced(1, 1));
    const verify = campaign.run('verify');
    expect(verify.code).toBe(4);
    expect(verify.stdout).toContain(`${log} 第 2 行之前: 少了 1 条事件`);
    const explain = campaign.run('explain', '20260002', '-o', '疑点');
    expect(explain).toMatchObject({ code: 3, stdout: '' });
    expect(explain.stderr).toContain('使用记录');
  });

  it('is not kept where there is no ledger', () => {
    for (const name of ['ledger.ndjson', 'ledger.head']) rmSync(join(campaign.folder, name));
    expect(campaign.run('explain', '20260002', '-o', '疑点').code).toBe(0);
    expect(() => campaign.read(log)).toThrow();
  });
});
