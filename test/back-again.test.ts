import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Case, Summary } from '../src/cases/types.js';
import { readLedger } from '../src/ledger/ledger.js';
import { temporaryFolder } from './helpers/cli.js';
import { idOf, people, strangers, writeTable } from './helpers/county.js';
import { Campaign } from './helpers/small-campaign.js';

let campaign: Campaign;

/** A civil servant who is on no roster: the widow is his mother, by the register of kinship alone. */
const servant = strangers(3)[2] ?? '';
const PAYROLL = '  payroll: [ { file: data/payroll.csv, supplier: 市财政局 } ]';
const KINSHIP = '  kinship: [ { file: data/kinship.csv, supplier: 市公安局 } ]';

beforeEach(() => {
  campaign = Campaign.make(temporaryFolder());
  const { folder } = campaign;
  writeTable(folder, 'data/payroll.csv', '身份证号,姓名,单位,人员类别,在职状态', [
    [servant, '赵公', '市财政局', '公务员', '在职'],
  ]);
  writeTable(folder, 'data/kinship.csv', '身份证号,姓名,亲属身份证号,亲属姓名,与本人关系', [
    [people.widow, '赵桂花', servant, '赵公', '儿子'],
  ]);
});

/** A night with these registers beside the roster, deaths and cars. */
function night(day: string, registers: readonly string[], ...args: readonly string[]) {
  campaign.writeFile(registers.join('\n'));
  const out = `结果-${day}`;
  const run = campaign.run('check', '-q', '-o', out, '--fail-on', 'new', ...args);
  const read = (file: string): string => readFileSync(join(campaign.folder, out, file), 'utf8');
  const cases = read('cases.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
  const summary = JSON.parse(read('summary.json')) as Summary;
  const relative = cases.find(({ check }) => check === 'R01.relative');
  return { code: run.code, stderr: run.stderr, cases, notes: summary.warnings.join('\n'), relative };
}

const both = [PAYROLL, KINSHIP];
const baseline = ['--baseline', 'last'];

describe('a case whose register was not there for a night', () => {
  it('is not gone in the ledger, though its check ran', async () => {
    await campaign.found();
    const found = night('2026-11-01', both).relative?.case_id ?? '';
    expect(found).not.toBe('');
    expect(night('2026-11-02', [PAYROLL], ...baseline).relative).toBeUndefined();
    expect(campaign.events().map(({ event }) => event.what)).not.toContain('gone');
    const { state } = await readLedger(campaign.folder);
    expect(state.cases.get(found)).toMatchObject({ present: true });
    // With its register there and the son no servant any more it is.
    writeTable(campaign.folder, 'data/payroll.csv', '身份证号,姓名,单位,人员类别,在职状态', [
      [servant, '赵公', '市财政局', '公务员', '离职'],
    ]);
    night('2026-11-03', both, ...baseline);
    expect(campaign.events().map(({ event }) => event)).toContainEqual({ what: 'gone', case_id: found });
  });

  it('is recurring when it is back, where a kept run of an earlier day had it', () => {
    night('2026-11-01', both);
    night('2026-11-02', [PAYROLL], ...baseline);
    night('2026-11-03', [], ...baseline);
    const back = night('2026-11-04', both, ...baseline);
    expect({ code: back.code, change: back.relative?.change }).toEqual({ code: 0, change: 'recurring' });
  });

  it('is changed when it is back with other evidence', () => {
    night('2026-11-01', both);
    night('2026-11-02', [PAYROLL], ...baseline);
    writeTable(campaign.folder, 'data/payroll.csv', '身份证号,姓名,单位,人员类别,在职状态', [
      [servant, '赵公', '市水利局', '公务员', '在职'],
    ]);
    expect(night('2026-11-03', both, ...baseline).relative?.change).toBe('changed');
  });

  it('is recurring where no run is left but the ledger knows it', async () => {
    await campaign.found();
    const same = (registers: readonly string[]) => {
      campaign.writeFile(registers.join('\n'));
      return campaign.check('-q', '--fail-on', 'new', ...baseline).code;
    };
    campaign.writeFile(both.join('\n'));
    campaign.check('-q');
    expect(same([PAYROLL])).toBe(0);
    expect(same(both)).toBe(0);
  });

  it('is new where a night between could have found it and had not', () => {
    night('2026-11-01', both);
    const none: [string, string, string, string, string][] = [
      [servant, '赵公', '市财政局', '公务员', '离职'],
    ];
    writeTable(campaign.folder, 'data/payroll.csv', '身份证号,姓名,单位,人员类别,在职状态', none);
    night('2026-11-02', both, ...baseline);
    night('2026-11-03', [PAYROLL], ...baseline);
    writeTable(campaign.folder, 'data/payroll.csv', '身份证号,姓名,单位,人员类别,在职状态', [
      [servant, '赵公', '市财政局', '公务员', '在职'],
    ]);
    const back = night('2026-11-04', both, ...baseline);
    expect({ code: back.code, change: back.relative?.change }).toEqual({ code: 1, change: 'new' });
    expect(back.notes).not.toContain('无从查出');
  });

  it('is new, and said to be perhaps an old one, where nobody can tell', () => {
    night('2026-11-02', [PAYROLL]);
    const back = night('2026-11-03', both, ...baseline);
    expect({ code: back.code, change: back.relative?.change }).toEqual({ code: 1, change: 'new' });
    // His mother is owed support by him, too.
    expect(back.notes).toContain('新增疑点中有2条,上一次无从查出');
    const told = campaign.run('diff', '结果-2026-11-02', '结果-2026-11-03', '--format', 'ndjson');
    const entry = told.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { check: string; change: string; why: unknown })
      .find(({ check }) => check === 'R01.relative');
    expect(entry).toMatchObject({ change: 'new', why: { why: 'register', what: 'kinship' } });
    const screen = campaign.run('diff', '结果-2026-11-02', '结果-2026-11-03').stdout;
    expect(screen).toContain('旧的一次没有亲属关系(赡养、抚养、扶养)数据,可能不是新出现的');
  });
});

describe('a lead about somebody on no roster', () => {
  it('is resolved when it is gone: no township of his is missing', async () => {
    await campaign.found();
    const severe = idOf('1966-06-06', 71);
    const header = '身份证号,姓名,残疾类别,残疾等级';
    const source = '  disability: [ { file: data/disability.csv, supplier: 市残联 } ]';
    writeTable(campaign.folder, 'data/disability.csv', header, [[severe, '孙七', '肢体', '一级']]);
    const lead = night('2026-11-01', [source]).cases.find(({ check }) => check === 'D10.missed');
    expect(lead?.head).toBeNull();
    writeTable(campaign.folder, 'data/disability.csv', header, [[severe, '孙七', '肢体', '四级']]);
    night('2026-11-02', [source], ...baseline);
    const told = campaign.run('diff', '结果-2026-11-01', '结果-2026-11-02', '--format', 'ndjson').stdout;
    expect(told).toContain('"change":"resolved"');
    expect(told).not.toContain('"change":"unknown"');
    expect(campaign.events().map(({ event }) => event.what)).toContain('gone');
  });
});
