import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Happening } from '../src/ledger/events.js';
import { readLedger } from '../src/ledger/ledger.js';
import { runCli, temporaryFolder } from './helpers/cli.js';
import { households, people } from './helpers/county.js';
import { finding, origin } from './helpers/ledger-finding.js';
import { Campaign } from './helpers/small-campaign.js';

let campaign: Campaign;

beforeEach(() => {
  campaign = Campaign.make(temporaryFolder());
});

const kinds = (): string[] => campaign.events().map(({ event }) => event.what);

/** Id of the one case of a check. */
function caseOf(check: string): string {
  const found = campaign.events().find(({ event }) => event.what === 'found' && event.slip.check === check);
  return found?.event.what === 'found' ? found.event.slip.case_id : '';
}

const verified = (case_id: string, differs: Parameters<typeof finding>[0]): Happening => ({
  what: 'verified',
  case_id,
  batch: '一',
  finding: finding(differs),
  origin,
});

async function states(): Promise<Map<string, string>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(campaign.folder, '疑点', '疑点清单.xlsx'));
  const sheet = book.getWorksheet('疑点明细');
  const rows: string[][] = [];
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).map((value) => String(value ?? ''))));
  const header = rows.find((row) => row.includes('核实状态')) ?? [];
  const [id, state] = [header.indexOf('疑点编号'), header.indexOf('核实状态')];
  return new Map(
    rows.filter((row) => /^R/.test(row[id] ?? '')).map((row) => [row[id] ?? '', row[state] ?? '']),
  );
}

describe('init', () => {
  it.each(['--quiet', '--demo'])('founds the ledger of a campaign (%s)', (option) => {
    const cwd = temporaryFolder();
    expect(runCli(['init', '专项', '-q', option], { cwd }).code).toBe(0);
    const [line, ...others] = readFileSync(join(cwd, '专项', 'ledger.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(others).toEqual([]);
    expect(JSON.parse(line ?? '')).toMatchObject({ seq: 1, command: 'init', event: { what: 'founded' } });
    expect(runCli(['verify', '-c', '专项/dibao.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  it('gives the demo county none of its own', () => {
    expect(readdirSync(join(import.meta.dirname, '../fixtures/demo')).join(' ')).not.toMatch(
      /ledger|使用记录/,
    );
  });
});

describe('a campaign without a ledger', () => {
  it('gets none by a check, and the screen says nothing of it', () => {
    const result = campaign.check();
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(result.stdout).not.toContain('台账');
    expect(readdirSync(campaign.folder).sort()).toEqual(['data', 'dibao.yaml', '疑点']);
  });
});

describe('check', () => {
  beforeEach(async () => {
    await campaign.found();
  });

  it('writes one transaction: the run, then what is new', () => {
    const result = campaign.check();
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('台账:新增 2、变化 0、消失 0(重开 0)\n');
    expect(result.stdout).not.toContain('已核实不属实');
    expect(kinds()).toEqual(['founded', 'run', 'found', 'found']);
    expect(campaign.events().map(({ end }) => end)).toEqual([true, undefined, undefined, true]);
    expect(campaign.events()[1]?.event).toMatchObject({ folder: '疑点', as_of: '2026-11-01', cases: 2 });
    expect(campaign.check().stdout).toContain('台账:新增 0、变化 0、消失 0(重开 0)\n');
    expect(kinds()).toEqual(['founded', 'run', 'found', 'found', 'run']);
    expect(campaign.run('verify').code).toBe(0);
  });

  it('knows its run by the folder as seen from the campaign', () => {
    const cwd = join(campaign.folder, '..');
    runCli(['check', '-c', '专项/dibao.yaml', '-o', '别处/结果', '-q'], { cwd });
    expect(campaign.events()[1]?.event).toMatchObject({ folder: '../别处/结果' });
  });

  it('leaves results alone on standard output where a program reads it', () => {
    const { stdout, stderr } = campaign.check('--format', 'json');
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toBe('台账:新增 2、变化 0、消失 0(重开 0)\n');
    expect(campaign.check('--format', 'json', '-q').stderr).toBe('');
  });

  it('does not touch the ledger in a dry run', () => {
    campaign.write('{"pid":1}', 'ledger.lock');
    expect(campaign.run('check', '--dry-run').code).toBe(0);
    expect(kinds()).toEqual(['founded']);
  });

  it('finds out what changed and what is gone', () => {
    campaign.check();
    campaign.writeCars([people.owner, '王建国', '浙F99999']);
    expect(campaign.check().stdout).toContain('台账:新增 1、变化 0、消失 1(重开 0)\n');
    // Another name makes a case of D09 beside it.
    campaign.writeCars([people.owner, '王建', '浙F99999']);
    expect(campaign.check().stdout).toContain('台账:新增 1、变化 1、消失 0(重开 0)\n');
    campaign.writeCars();
    expect(campaign.check().stdout).toContain('台账:新增 0、变化 0、消失 2(重开 0)\n');
    expect(campaign.check().stdout).toContain('台账:新增 0、变化 0、消失 0(重开 0)\n');
    campaign.writeCars([people.owner, '王建', '浙F99999']);
    expect(campaign.check().stdout).toContain('台账:新增 2、变化 0、消失 0(重开 0)\n');
  });

  it('takes a case for gone only where its check ran', async () => {
    campaign.check();
    campaign.writeCars();
    const line = '台账:新增 0、变化 0、消失 0(重开 0)\n';
    // The car's check is no part of the run.
    expect(campaign.check('--check', 'R02.death').stdout).toContain(line);
    // It cannot run: a register with a header alone was not looked at.
    campaign.write(
      '身份证号,姓名,号牌号码,车辆类型,使用性质,机动车状态,初次登记日期\n',
      'data',
      'vehicle.csv',
    );
    const without = campaign.check();
    expect(without.stdout).toMatch(/未运行 +R04\.car/);
    expect(without.stdout).toContain(line);
    const { state } = await readLedger(campaign.folder);
    expect([...state.cases.values()].map(({ present }) => present)).toEqual([true, true]);
  });

  it('never takes for gone what was reported on a visit', async () => {
    campaign.check();
    const slip = {
      ...{ case_id: '补报-1', check: 'R04.car', title: '家有小汽车', grade: 'verify' as const },
      ...{
        household_id: households.clear,
        township: '钟埭街道',
        village: '沈家弄村',
        category: 'rural' as const,
      },
      ...{ head: null, person: null, reason: '入户时看到', overpaid: null },
    };
    await campaign.happen({ what: 'reported', slip, origin });
    expect(campaign.check().stdout).toContain('消失 0');
  });

  it('keeps a dismissed case dismissed while its evidence is the same, and opens it when that changes', async () => {
    campaign.check();
    const [car, death] = [caseOf('R04.car'), caseOf('R02.death')];
    await campaign.happen(
      verified(car, { verdict: 'dismissed', ground: '已出售未过户' }),
      verified(death, { verdict: 'confirmed' }),
    );
    const same = campaign.check();
    expect(same.stdout).toContain('台账:新增 0、变化 0、消失 0(重开 0)\n');
    expect(same.stdout).toContain('其中已核实不属实 1 条\n');
    expect(await states()).toEqual(
      new Map([
        [car, '已核实·不属实'],
        [death, '已核实·属实'],
      ]),
    );
    campaign.writeCars([people.owner, '王建', '浙F12345']);
    const changed = campaign.check();
    // The other name is a case of D09 too.
    expect(changed.stdout).toContain('台账:新增 1、变化 1、消失 0(重开 1)\n');
    expect(changed.stdout).not.toContain('已核实不属实');
    expect((await states()).get(car)).toBe('待核实(证据有变化)');
    const { state } = await readLedger(campaign.folder);
    expect(state.cases.get(car)).toMatchObject({
      stage: 'open',
      finding: null,
      earlier: [{ verdict: 'dismissed' }],
    });
    campaign.check();
    expect((await states()).get(car)).toBe('待核实(证据有变化)');
  });

  it('opens a dismissed case that comes back with other evidence', async () => {
    campaign.check();
    const car = caseOf('R04.car');
    await campaign.happen(verified(car, { verdict: 'dismissed' }));
    campaign.writeCars();
    campaign.check();
    campaign.writeCars([people.owner, '王建', '浙F12345']);
    expect(campaign.check().stdout).toContain('台账:新增 2、变化 0、消失 0(重开 1)\n');
  });

  it('is refused at once while somebody holds the ledger, and leaves the earlier run as it is', () => {
    campaign.check();
    const before = campaign.read('疑点', 'run.json');
    const holder = { id: 'x', pid: process.pid, birth: null, host: hostname() };
    const told = { who: '王科长', command: 'clean', since: '2026-11-01T08:00:00.000Z' };
    writeFileSync(join(campaign.folder, 'ledger.lock'), JSON.stringify({ ...holder, ...told }));
    const started = Date.now();
    const result = campaign.check();
    expect(Date.now() - started).toBeLessThan(5000);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('台账正被占用:王科长 在 ');
    expect(result.stderr).toContain('运行 dibao clean');
    expect(campaign.read('疑点', 'run.json')).toBe(before);
    expect(existsSync(join(campaign.folder, 'ledger.lock'))).toBe(true);
  });

  it('takes over the lock of a process that has died, whole or torn', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    const told = { who: '甲', command: 'check', since: '2026-11-01T08:00:00.000Z' };
    const dead = JSON.stringify({ id: 'x', pid: child.pid, birth: null, host: hostname(), ...told });
    for (const left of [dead, dead.slice(0, 20)]) {
      campaign.write(left, 'ledger.lock');
      expect(campaign.check('-q')).toMatchObject({ code: 1, stderr: '' });
      expect(readdirSync(campaign.folder).filter((name) => name.includes('lock'))).toEqual([]);
    }
  });

  it('drops what was cut off at the end, says so, and writes behind the last whole transaction', () => {
    campaign.check();
    const whole = campaign.read('ledger.ndjson');
    const [first = ''] = whole.split('\n');
    campaign.write(`${whole}${first.slice(0, 40)}`, 'ledger.ndjson');
    const verify = campaign.run('verify');
    expect(verify).toMatchObject({ code: 0, stderr: '' });
    expect(verify.stdout).toContain('末尾有 1 行没有写完');
    const result = campaign.check();
    expect(result.stderr).toBe('提醒:ledger.ndjson 末尾有 1 行上次没有写完,已略去,其余完好\n');
    expect(campaign.read('ledger.ndjson').startsWith(whole)).toBe(true);
    expect(kinds()).toEqual(['founded', 'run', 'found', 'found', 'run']);
    expect(campaign.check().stderr).toBe('');
  });

  it.each([
    ['changed', (lines: string[]) => lines.with(2, (lines[2] ?? '').replace('"reason":"', '"reason":"不'))],
    ['without its end', (lines: string[]) => lines.slice(0, -1)],
    ['without anything', () => []],
  ])('does not begin over a ledger that was %s', (_, alter) => {
    campaign.check();
    const lines = campaign.read('ledger.ndjson').trimEnd().split('\n');
    const altered = alter(lines).map((line) => `${line}\n`);
    campaign.write(altered.join(''), 'ledger.ndjson');
    const result = campaign.check();
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('dibao verify');
    expect(campaign.read('ledger.ndjson')).toBe(altered.join(''));
    expect(existsSync(join(campaign.folder, 'ledger.lock'))).toBe(false);
  });
});
