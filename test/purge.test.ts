import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from './helpers/cli.js';
import { Campaign } from './helpers/small-campaign.js';

let campaign: Campaign;

beforeEach(async () => {
  campaign = Campaign.make(temporaryFolder());
  await campaign.found();
  campaign.check('-q', '--keep-db');
});

const purge = (...args: string[]) => campaign.run('purge', '--date', '2026-12-01', '--by', '王科长', ...args);
const there = (...names: string[]): boolean => existsSync(join(campaign.folder, ...names));
const lines = (text: string): string[] => text.split('\n');

describe('purge', () => {
  it('only lists, without --yes', () => {
    const before = readdirSync(join(campaign.folder, '疑点'));
    const result = purge();
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(lines(result.stdout)[0]).toBe('将删除:');
    expect(result.stdout).toMatch(
      / {2}装入的数据 疑点\/loaded\.duckdb\(1个文件,.*\)\n {2}核查结果 疑点\(10个文件,/,
    );
    expect(result.stdout).toContain('  市公安局: data/death.csv、data/vehicle.csv\n');
    expect(result.stdout).toContain('加 --yes');
    expect(readdirSync(join(campaign.folder, '疑点'))).toEqual(before);
    expect(campaign.events().map(({ event }) => event.what)).not.toContain('purged');
  });

  it('deletes what was loaded and worked out, and nothing else', () => {
    campaign.write('', '疑点', '审计笔记.txt');
    campaign.write('', '总结.docx');
    campaign.write('', '.疑点清单.xlsx.tmp-999999999-0123abcd');
    mkdirSync(join(campaign.folder, '清理', '.dibao-999999999-x'), { recursive: true });
    campaign.write('', '清理', '停发名单.xlsx');
    mkdirSync(join(campaign.folder, `.dibao-${process.pid}-y`));
    const result = purge('--yes');
    expect(result.code).toBe(0);
    expect(lines(result.stdout)[0]).toBe('已删除:');
    expect(readdirSync(join(campaign.folder, '疑点'))).toEqual(['审计笔记.txt']);
    expect(readdirSync(join(campaign.folder, '清理'))).toEqual(['停发名单.xlsx']);
    // Half-written by a process that died: swept when the ledger was taken.
    expect(there('.疑点清单.xlsx.tmp-999999999-0123abcd')).toBe(false);
    // A process that runs is writing there.
    expect(there(`.dibao-${process.pid}-y`)).toBe(true);
    for (const name of ['总结.docx', 'ledger.ndjson', 'dibao.yaml', 'data']) expect(there(name)).toBe(true);
    const [event] = campaign.events().slice(-1);
    expect(event).toMatchObject({
      who: '王科长',
      command: 'purge',
      event: { what: 'purged', why: '专项结束' },
    });
    expect(event?.event).toMatchObject({
      deleted: ['疑点/loaded.duckdb', '疑点', '清理/.dibao-999999999-x'],
    });
    expect(campaign.run('verify').code).toBe(0);
    expect(result.stdout).toContain('销毁记录: 销毁记录-2026-12-01.docx\n');
    expect(readFileSync(join(campaign.folder, '销毁记录-2026-12-01.docx')).subarray(0, 2).toString()).toBe(
      'PK',
    );
    expect(purge('--yes').stdout).toContain('没有要删除的。');
  });

  it('takes the empty folder of a run along, and run folders that are named', () => {
    campaign.run(
      'check',
      '--roster',
      'data/roster.csv',
      '--rural-standard',
      '1100',
      '--area',
      '330482',
      '-o',
      '试查',
      '-q',
    );
    expect(purge('--yes').code).toBe(0);
    expect([there('疑点'), there('试查')]).toEqual([false, true]);
    expect(purge('--yes', '--run', '试查').code).toBe(0);
    expect(there('试查')).toBe(false);
    // The record of the first stays beside that of the second.
    expect([there('销毁记录-2026-12-01.docx'), there('销毁记录-2026-12-01-2.docx')]).toEqual([true, true]);
  });

  it('never takes a folder that is no run', () => {
    const result = purge('--yes', '--run', 'data');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('data: 这不是核查结果的文件夹,没有删除任何文件');
    expect([there('data', 'roster.csv'), there('疑点', 'run.json')]).toEqual([true, true]);
  });

  it('before retain_until asks for a reason, which goes into the ledger and the record', () => {
    campaign.writeFile('retain_until: 2027-06-30');
    const refused = purge('--yes');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('保存期到 2027-06-30 为止');
    expect(there('疑点', 'cases.ndjson')).toBe(true);
    expect(purge().stdout).toContain('须用 --why');
    expect(purge('--yes', '--why', '上级要求').code).toBe(0);
    expect(campaign.events().at(-1)?.event).toMatchObject({ what: 'purged', why: '上级要求' });
  });

  it('after retain_until needs none', () => {
    campaign.writeFile('retain_until: 2026-12-01');
    expect(purge('--yes').code).toBe(0);
    expect(campaign.events().at(-1)?.event).toMatchObject({ why: '保存期满(2026-12-01)' });
  });

  it('asks for a ledger', () => {
    expect(Campaign.make(temporaryFolder()).run('purge', '--yes')).toMatchObject({ code: 2, stdout: '' });
  });
});
