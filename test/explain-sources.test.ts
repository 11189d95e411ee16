import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../src/explain/types.js';
import { idNumber } from './helpers/check-folder.js';
import { runCli } from './helpers/cli.js';
import { households, idOf, people, writeTable } from './helpers/county.js';
import { ExplainCounty, masked } from './helpers/explain-county.js';

const county = new ExplainCounty();

describe('privacy', () => {
  it('masks every ID number, and shows them whole with --unmask', () => {
    for (const id of Object.values(households)) expect(county.explain(id)).not.toMatch(idNumber);
    expect(county.explain(households.car, '--unmask')).toContain(people.owner);
  });

  it('takes an ID number by standard input alone, and answers with the households of the person', () => {
    const result = county.ask(`${people.wife}\n`);
    expect(result.stdout).toMatch(/^户 20260001 /);
    expect(result.stdout).not.toMatch(idNumber);
    // 15 digits name the same person.
    const old = people.wife.slice(0, 6) + people.wife.slice(8, 17);
    expect(county.ask(old).stdout).toBe(result.stdout);
    const spelled = people.wife.replace(/^(.{6})(.{8})/, '$1 $2 ');
    expect(county.ask(spelled).stdout).toBe(result.stdout);
  });

  it.each([
    ['an ID number', people.owner],
    ['one of 15 digits', people.owner.slice(0, 6) + people.owner.slice(8, 17)],
    ['one with a digit wrong', people.owner.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ])('refuses %s as an argument, without echoing it', (_, id) => {
    const { code, stdout, stderr } = county.run('explain', id, '-o', 'kept');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^身份证号不能写在命令行上\n {2}→ .*dibao explain -/);
    expect(stderr).not.toContain(id.slice(0, 8));
  });

  it('does not echo an ID number that is nobody’s', () => {
    const stranger = idOf('1990-01-01', 77);
    const { code, stderr } = county.ask(stranger);
    expect(code).toBe(2);
    expect(stderr).toBe(`名册中没有证号 ${masked(stranger)} 的人\n  → 请核对号码;已停保的不算在册\n`);
  });
});

describe('household numbers of as many digits as an ID number has', () => {
  const long = '330482100000000017';

  it('are taken as an argument and shown whole where they are nobody’s ID number', () => {
    const rows = [[long, '王建国', people.owner, '农村']];
    const roster = writeTable(county.path, 'long.csv', '户编号,姓名,身份证号,低保类别', rows);
    const { stdout, code } = county.run('explain', long, '--roster', roster, '--rural-standard', '1100');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^户 ${long} {2}户主 王建国\\(330482\\*{8}`));
    expect(stdout).not.toContain(people.owner);
  });

  it('are masked where they are the head’s ID number, and come by standard input', () => {
    const rows = [[people.owner, '王建国', people.owner, '农村']];
    const roster = writeTable(county.path, 'own.csv', '户编号,姓名,身份证号,低保类别', rows);
    const args = ['--roster', roster, '--rural-standard', '1100'];
    const { stdout, code } = runCli(['explain', '-', ...args], { cwd: county.path, input: people.owner });
    expect(code).toBe(0);
    expect(stdout).toContain(`户 ${masked(people.owner)}  户主 王建国`);
    expect(stdout).not.toMatch(idNumber);
  });
});

describe('other sources', () => {
  it('reads the files again where there is no database, with the same answer', () => {
    const { stdout, code } = county.run('explain', households.car, ...county.given);
    expect(code).toBe(0);
    expect(stdout.replace('依据:重新读取的数据', '依据:核查结果及其留下的库')).toBe(
      county.explain(households.car),
    );
    expect(readdirSync(county.path).filter((name) => name.startsWith('.dibao-'))).toEqual([]);
  });

  it('says with a run’s reports alone what is missing, and how to get it', () => {
    const { stdout, code } = county.run('explain', households.death, '-o', 'bare');
    expect(code).toBe(0);
    expect(stdout).toContain('依据:只有核查结果。');
    expect(stdout).toMatch(/请加 -c 专项.*--keep-db/s);
    expect(stdout).toMatch(/R02\.death-[0-9a-f]{16} {2}已死亡仍在保/);
    expect(stdout).toMatch(/X 未运行 +R04\.shop +家有门市、商铺:没有不动产登记数据/);
    expect(stdout).not.toMatch(/收入核算\n/);
    expect(stdout).not.toMatch(idNumber);
  });

  it('takes the day of the run that is asked about when it reads the files again', () => {
    const without = county.given.filter(
      (_, index) => index !== county.given.indexOf('--as-of') && county.given[index - 1] !== '--as-of',
    );
    expect(county.run('explain', households.car, ...without, '-o', 'bare').stdout).toContain(
      '基准日 2026-11-01;依据:重新读取',
    );
  });

  it('marks the checks of the pack that a run left out as not run', () => {
    const { stdout } = county.run('explain', households.car, ...county.given, '--check', 'R04.car');
    expect(stdout).toMatch(/! 命中 +R04\.car /);
    expect(stdout).toMatch(/X 未运行 +R02\.death +已死亡仍在保:这次核查没有选这一项/);
  });

  it('prints one JSON object, numbers whole, for other programs', () => {
    const answer = JSON.parse(county.explain(households.car, '--format', 'json')) as Explanation;
    expect(answer).toMatchObject({
      target: 'household',
      case_id: null,
      as_of: '2026-11-01',
      source: 'database',
    });
    const [one] = answer.households;
    expect(one?.facts?.members.map((member) => member.id_number)).toEqual([
      people.owner,
      people.wife,
      people.son,
    ]);
    expect(one?.checks.find((check) => check.check === 'R04.shop')?.outcome).toBe('not_run');
    expect(one?.facts?.income.rounds).toHaveLength(1);
  });

  it('speaks English', () => {
    const { stdout } = county.run('explain', households.car, '-o', 'kept', '--lang', 'en');
    expect(stdout).toMatch(/^household 20260001 {2}head 王建国/);
    expect(stdout).toContain('12 × 3557.00 = 42684.00 > 13200.00 × 3 = 39600.00: above the standard');
    expect(stdout).toMatch(/X not run +R04\.shop/);
  });
});

describe('what cannot be explained', () => {
  it.each([
    [
      'a household that is not there',
      ['20260009', '-o', 'kept'],
      2,
      /^名册中没有户编号“20260009”,最接近的是 2026000\d\n/,
    ],
    ['a case that is not there', ['R04.car-0000', '-o', 'kept'], 2, /^没有编号为“R04\.car-0000”的疑点/],
    [
      'a household without a case, by the reports alone',
      ['20269999', '-o', 'bare'],
      2,
      /^这次核查的疑点中没有户“20269999”/,
    ],
    ['no data', ['20260001'], 2, /^没有说明数据从哪里来\n/],
    [
      'a folder without a run',
      ['20260001', '-o', '没有'],
      3,
      /^没有: 这里没有完整的核查结果\(没有 run\.json\)\n/,
    ],
    [
      'a form that it does not have',
      ['20260001', '-o', 'kept', '--format', 'csv'],
      2,
      /^选项“--format”的值“csv”不对\n/,
    ],
  ])('%s', (_, args, code, message) => {
    const result = county.run('explain', ...args);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).toMatch(/\n {2}→ \S/);
    expect([result.code, result.stdout]).toEqual([code, '']);
  });

  it('nothing on standard input', () => {
    const result = county.run('explain', '-', '-o', 'kept');
    expect(result.stderr).toMatch(/^标准输入是空的\n/);
    expect(result.code).toBe(2);
  });

  it('a run whose files were altered, or whose database is another program’s', () => {
    const copy = county.copyRun('altered');
    writeFileSync(join(copy, 'cases.ndjson'), '{"case_id":"R04.car-1"}\n');
    const altered = county.run('explain', households.car, '-o', 'altered');
    expect([altered.code, altered.stderr.split('\n')[0]]).toEqual([
      3,
      expect.stringMatching(/^altered: 核查结果中的 cases\.ndjson 缺失、被改动过或版本不同/),
    ]);
    writeFileSync(join(copy, 'cases.ndjson'), '');
    writeFileSync(join(copy, 'loaded.duckdb'), 'no database at all');
    const foreign = county.run('explain', households.car, '-o', 'altered');
    expect(foreign.stderr).toMatch(/^altered\/loaded\.duckdb: 不是本版本 dibao 留下的库\n/);
    expect(foreign.code).toBe(3);
  });
});
