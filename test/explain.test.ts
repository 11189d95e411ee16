import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../src/explain/gather.js';
import { withKeptDatabase } from '../src/explain/kept-database.js';
import { overpaidText } from '../src/explain/page/cases.js';
import { renderExplanation } from '../src/explain/page/index.js';
import { readRunFolder } from '../src/explain/run-folder.js';
import { caseIdOf, personKeyOf } from '../src/explain/target.js';
import type { Explanation } from '../src/explain/types.js';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { type CliResult, runCli } from './helpers/cli.js';
import {
  households,
  idOf,
  people,
  told,
  writeDeaths,
  writeRoster,
  writeTable,
  writeVehicles,
} from './helpers/county.js';
import { sampleReport } from './reports-fixture.js';

const idNumber = /(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/;
const masked = (id: string): string => `${id.slice(0, 6)}********${id.slice(14)}`;

let folder = '';
let given: string[] = [];
/** A son of the woman of household 2, on no roster, who owns a car. */
const supporter = idOf('1970-03-04', 8);

function run(...args: string[]): CliResult {
  return runCli(args, { cwd: folder });
}

const answers = new Map<string, string>();

/** Explains from the run that kept its database; the answer on standard output, asked for once. */
function explain(target: string, ...args: string[]): string {
  const key = [target, ...args].join(' ');
  const known = answers.get(key);
  if (known !== undefined) return known;
  const result = run('explain', target, '-o', 'kept', ...args);
  expect(result.stderr).toBe('');
  expect(result.code).toBe(0);
  answers.set(key, result.stdout);
  return result.stdout;
}

/** One section of the page, its broken lines joined. */
function section(page: string, title: string): string {
  const parts = page.split(/^(?=\S)/m);
  const found = parts.find((part) => part.startsWith(`${title}\n`)) ?? '';
  return found.replace(/\n {14,}(?=\S)/g, '');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-test-'));
  const vehicles = writeVehicles(folder);
  const pension = '身份证号,姓名,待遇类型,月养老金,起领时间';
  const wages = '身份证号,姓名,单位名称,月工资,开始时间';
  const kin = '身份证号,姓名,亲属身份证号,亲属姓名,与本人关系,月赡养费';
  const moved = '身份证号,姓名,迁出日期,迁往地,迁往地区划代码';
  writeFileSync(
    join(folder, vehicles),
    `${readFileSync(join(folder, vehicles), 'utf8')}${supporter},赵大山,浙F77777,小型轿车,非营运,正常,2021-01-01\n`,
  );
  given = [
    ...['--roster', writeRoster(folder), '--vehicle', vehicles, '--death', writeDeaths(folder)],
    ...[
      '--pension',
      writeTable(folder, 'p.csv', pension, [[people.owner, '王建国', '城乡居民', 1200, '2024-06-01']]),
    ],
    ...[
      '--employment',
      writeTable(folder, 'e.csv', wages, [[people.wife, '李秀英', '服装厂', 2500, '2025-02-01']]),
    ],
    ...[
      '--kinship',
      writeTable(folder, 'k.csv', kin, [[people.widow, '赵桂花', supporter, '赵大山', '儿子', '']]),
    ],
    ...[
      '--migration',
      writeTable(folder, 'm.csv', moved, [[people.daughter, '钱美华', '2026-03-05', '上海市', '310115']]),
    ],
    ...told,
  ];
  const kept = run('check', ...given, '-o', 'kept', '--keep-db', '-q');
  expect([kept.code, kept.stderr]).toEqual([1, '']);
  mkdirSync(join(folder, 'bare'));
  for (const name of readdirSync(join(folder, 'kept')))
    if (name !== 'loaded.duckdb')
      writeFileSync(join(folder, 'bare', name), readFileSync(join(folder, 'kept', name)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a household, from the database that the run kept', () => {
  it('shows size, standard, members and what is proposed', () => {
    const page = explain(households.death);
    expect(page).toMatch(
      new RegExp(`^户 20260003 {2}户主 钱福生\\(${masked(people.dead).replaceAll('*', '\\*')}\\)\n`),
    );
    expect(section(page, '家庭')).toContain('名册列2人,家庭人口栏为2人,死亡或服刑不计1人;按 1 人计算');
    expect(section(page, '家庭')).toContain('农村低保 13,200元/年(每月1,100元),未写起始日;文件:未写明');
    expect(section(page, '成员')).toContain('钱福生: 2026-05-20 死亡(不计入人口)');
    expect(section(page, '成员')).toMatch(/钱美华 +330482\*{8}\d{3}[\dX] +子女 +是 +44/);
  });

  it('spells out the income and the test that the rule makes', () => {
    const income = section(explain(households.car), '收入核算');
    expect(income).toContain(
      '王建国 养老金 计入1,057元/月(登记1,200元,扣除基础养老金143元);城乡居民;2024-06-01起;p.csv 第2行,',
    );
    expect(income).toContain('李秀英 工资 计入2,500元/月;服装厂;2025-02-01起;e.csv 第2行,证号一致');
    expect(income).toContain('养老金合计 1,057,工资合计 2,500,核实合计 3,557(元/月)');
    expect(income).toContain('申报合计 900(名册人均月收入 × 3人)');
    expect(income).toContain('取较大者 3557.00;人均 3557.00 ÷ 3 ≈ 1185.67,标准 1100.00');
    expect(income).toContain('12 × 3557.00 = 42684.00 > 13200.00 × 3 = 39600.00:超过标准');
  });

  it('lists what the registers say, and keeps apart what was not found and what was not looked up', () => {
    const registers = section(explain(households.car), '各部门数据');
    expect(registers).toMatch(/机动车登记\n {4}vehicle\.csv 第2行、王建国\(证号一致\)\n.*浙F12345/);
    expect(registers).toMatch(/查过,没有本户记录:死亡登记;户籍迁出;亲属关系/);
    expect(registers).toMatch(/没有数据,未查:不动产登记;/);
  });

  it('names relatives elsewhere and what speaks for their means', () => {
    const relations = section(explain(households.clear), '亲属关系');
    expect(relations).toContain(
      `赵桂花 的子女 赵大山(${masked(supporter)});k.csv 第2行、证号一致\n      名下有小汽车 浙F77777(证号一致)`,
    );
  });

  it('gives every check of the pack an outcome; what did not run never looks like clear', () => {
    const checks = section(explain(households.car), '各项检查');
    expect(checks).toMatch(/! 命中 +R04\.car +家有小汽车:R04\.car-[0-9a-f]{16}\n/);
    expect(checks).toMatch(/! 命中 +R03 /);
    expect(checks).toMatch(/- 未命中 +R02\.death +已死亡仍在保:死亡登记中没有本户\n/);
    expect(checks).toMatch(
      /- 未命中 +R04\.commercial +家有经营性机动车辆:机动车登记1行,不构成疑点;另缺服刑人员数据,未查全\n/,
    );
    expect(checks).toMatch(/X 未运行 +R04\.shop +家有门市、商铺:没有不动产登记数据\n/);
    expect(checks).toContain('“未运行”是没有查,不等于“未命中”');
    // 婚姻登记 would do for R07 as 亲属关系 does: it is not there, and not "nothing found".
    expect(checks).toMatch(/R07 .*:亲属关系\(赡养、抚养、扶养\)中没有本户;另缺.*婚姻登记数据,未查全/);
    const lines = checks.split('\n').filter((line) => /^ {2}[!X?#-] /.test(line));
    expect(lines.length).toBeGreaterThanOrEqual(25);
    for (const line of lines.filter((one) => one.includes('没有不动产登记数据')))
      expect(line).toMatch(/^ {2}X 未运行/);
  });

  it('shows the cases with reason, overpayment, what to rule out, basis and evidence', () => {
    const cases = section(explain(households.death), '疑点');
    expect(cases).toMatch(/R02\.death-[0-9a-f]{16} {2}已死亡仍在保\n {4}减员重算\(硬\),证号一致;户主 钱福生/);
    expect(cases).toMatch(/多领 +起因 2026-05-20;2026-06 至 2026-11 共6个月 × 640元 ÷ 2人 = 1,920元\(估算\)/);
    expect(cases).toMatch(/须先排除 +同名同号登记错误、注销原因不是死亡/);
    expect(cases).toMatch(/依据 +低保专项治理/);
    expect(cases).toMatch(
      /证据 +death\.csv 第2行;身份证号 330482\*{8}\d{3}[\dX];姓名 钱福生;死亡日期 2026-05-20/,
    );
    // Without a register of students a move out is never established.
    expect(cases).toMatch(/R02\.migration-[0-9a-f]{16}.*\n {4}核实\(软\).*\n.*未取得在校学生数据,未能排除/);
  });

  it('puts the case asked for first; the beginning of its id will do', () => {
    const id = /R04\.car-[0-9a-f]{16}/.exec(explain(households.car))?.[0] ?? '';
    const page = explain(id.slice(0, 14));
    expect(page.indexOf('所问疑点')).toBeLessThan(page.indexOf('家庭'));
    expect(section(page, '所问疑点')).toContain(`${id}  家有小汽车`);
    expect(section(page, '疑点')).not.toContain(id);
  });
});

describe('privacy', () => {
  it('masks every ID number, and shows them whole with --unmask', () => {
    for (const id of Object.values(households)) expect(explain(id)).not.toMatch(idNumber);
    expect(explain(households.car, '--unmask')).toContain(people.owner);
  });

  it('takes an ID number by standard input alone, and answers with the households of the person', () => {
    const result = runCli(['explain', '-', '-o', 'kept'], { cwd: folder, input: `${people.wife}\n` });
    expect(result.stdout).toMatch(/^户 20260001 /);
    expect(result.stdout).not.toMatch(idNumber);
    // 15 digits name the same person.
    const old = people.wife.slice(0, 6) + people.wife.slice(8, 17);
    expect(runCli(['explain', '-', '-o', 'kept'], { cwd: folder, input: old }).stdout).toBe(result.stdout);
    const spelled = people.wife.replace(/^(.{6})(.{8})/, '$1 $2 ');
    expect(runCli(['explain', '-', '-o', 'kept'], { cwd: folder, input: spelled }).stdout).toBe(
      result.stdout,
    );
  });

  it.each([
    ['an ID number', people.owner],
    ['one of 15 digits', people.owner.slice(0, 6) + people.owner.slice(8, 17)],
    ['one with a digit wrong', people.owner.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ])('refuses %s as an argument, without echoing it', (_, id) => {
    const { code, stdout, stderr } = run('explain', id, '-o', 'kept');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^身份证号不能写在命令行上\n {2}→ .*dibao explain -/);
    expect(stderr).not.toContain(id.slice(0, 8));
  });

  it('does not echo an ID number that is nobody’s', () => {
    const stranger = idOf('1990-01-01', 77);
    const { code, stderr } = runCli(['explain', '-', '-o', 'kept'], { cwd: folder, input: stranger });
    expect(code).toBe(2);
    expect(stderr).toBe(`名册中没有证号 ${masked(stranger)} 的人\n  → 请核对号码;已停保的不算在册\n`);
  });
});

describe('other sources', () => {
  it('reads the files again where there is no database, with the same answer', () => {
    const { stdout, code } = run('explain', households.car, ...given);
    expect(code).toBe(0);
    expect(stdout.replace('依据:重新读取的数据', '依据:核查结果及其留下的库')).toBe(explain(households.car));
    expect(readdirSync(folder).filter((name) => name.startsWith('.dibao-'))).toEqual([]);
  });

  it('says with a run’s reports alone what is missing, and how to get it', () => {
    const { stdout, code } = run('explain', households.death, '-o', 'bare');
    expect(code).toBe(0);
    expect(stdout).toContain('依据:只有核查结果。');
    expect(stdout).toMatch(/请加 -c 专项.*--keep-db/s);
    expect(stdout).toMatch(/R02\.death-[0-9a-f]{16} {2}已死亡仍在保/);
    expect(stdout).toMatch(/X 未运行 +R04\.shop +家有门市、商铺:没有不动产登记数据/);
    expect(stdout).not.toMatch(/收入核算\n/);
    expect(stdout).not.toMatch(idNumber);
  });

  it('takes the day of the run that is asked about when it reads the files again', () => {
    const without = given.filter(
      (_, index) => index !== given.indexOf('--as-of') && given[index - 1] !== '--as-of',
    );
    expect(run('explain', households.car, ...without, '-o', 'bare').stdout).toContain(
      '基准日 2026-11-01;依据:重新读取',
    );
  });

  it('marks the checks of the pack that a run left out as not run', () => {
    const { stdout } = run('explain', households.car, ...given, '--check', 'R04.car');
    expect(stdout).toMatch(/! 命中 +R04\.car /);
    expect(stdout).toMatch(/X 未运行 +R02\.death +已死亡仍在保:这次核查没有选这一项/);
  });

  it('prints one JSON object, numbers whole, for other programs', () => {
    const answer = JSON.parse(explain(households.car, '--format', 'json')) as Explanation;
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
    const { stdout } = run('explain', households.car, '-o', 'kept', '--lang', 'en');
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
    const result = run('explain', ...args);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).toMatch(/\n {2}→ \S/);
    expect([result.code, result.stdout]).toEqual([code, '']);
  });

  it('nothing on standard input', () => {
    const result = run('explain', '-', '-o', 'kept');
    expect(result.stderr).toMatch(/^标准输入是空的\n/);
    expect(result.code).toBe(2);
  });

  it('a run whose files were altered, or whose database is another program’s', () => {
    const copy = join(folder, 'altered');
    mkdirSync(copy);
    for (const name of readdirSync(join(folder, 'bare')))
      writeFileSync(join(copy, name), readFileSync(join(folder, 'bare', name)));
    writeFileSync(join(copy, 'cases.ndjson'), '{"case_id":"R04.car-1"}\n');
    const altered = run('explain', households.car, '-o', 'altered');
    expect([altered.code, altered.stderr.split('\n')[0]]).toEqual([
      3,
      expect.stringMatching(/^altered: 核查结果中的 cases\.ndjson 缺失、被改动过或版本不同/),
    ]);
    writeFileSync(join(copy, 'cases.ndjson'), '');
    writeFileSync(join(copy, 'loaded.duckdb'), 'no database at all');
    const foreign = run('explain', households.car, '-o', 'altered');
    expect(foreign.stderr).toMatch(/^altered\/loaded\.duckdb: 不是本版本 dibao 留下的库\n/);
    expect(foreign.code).toBe(3);
  });
});

describe('the pieces', () => {
  it('knows case ids and ID numbers by their form', () => {
    expect(caseIdOf('R04.car-7f3a9c1e5b20d846')).toBe('R04.car-7f3a9c1e5b20d846');
    expect(caseIdOf('R03-7F3A')).toBe('R03-7f3a');
    expect(caseIdOf('33048210-1234')).toBeNull();
    expect(personKeyOf(` ${people.owner.toLowerCase()} `)).toBe(people.owner);
    expect(personKeyOf('20260001')).toBeNull();
    expect(personKeyOf('330482196305151000')).toBeNull();
  });

  it('says why an overpayment is not worked out', () => {
    const [one] = sampleReport(1).cases;
    if (!one) throw new Error('the sample has no case');
    expect(overpaidText({ ...one, since: null }, '2026-11-01')).toBe('起因日期不明,不估算');
    expect(overpaidText({ ...one, since: '2026-01-01', overpaid: null }, '2026-11-01')).toBe(
      '月保障金不详,不估算',
    );
    const late = {
      ...one,
      since: '2020-01-01',
      start_date: '2026-08-05',
      grade: 'exit',
      monthly_amount: 100,
    } as const;
    expect(
      overpaidText({ ...late, overpaid: { months: 3, amount: 300, basis: 'estimate' } }, '2026-11-01'),
    ).toBe(
      '起因 2020-01-01,早于享受起始 2026-08-05,从后者算起;2026-09 至 2026-11 共3个月 × 100元 = 300元(估算)',
    );
  });
});

const golden = join(import.meta.dirname, '../../shared/golden/real');

describe.skipIf(!existsSync(golden))('the golden county', () => {
  it('agrees with the run in every household, and shows no number whole', async () => {
    const out = join(folder, 'golden');
    const checked = runCli(['check', '-c', join(golden, 'dibao.yaml'), '-o', out, '--keep-db', '-q']);
    expect(checked.code).toBe(1);
    const { decisions, database } = await readRunFolder(out, out);
    const rules = new Map((await loadCatalogue(null)).map((rule) => [rule.id, rule]));
    await withKeptDatabase(database ?? '', out, async (db) => {
      const reader = await db.runAndReadAll('SELECT household_id FROM household ORDER BY ALL');
      const flagged = new Set(decisions.cases.map((one) => one.household_id));
      const ids = reader
        .getRows()
        .map(([id]) => String(id))
        .filter((id, index) => flagged.has(id) || index % 20 === 0);
      const explained = await gather(ids, { decisions, rules, pack: [] }, db);
      for (const one of explained) {
        const hits = one.checks.filter((check) => check.outcome === 'hit').map((check) => check.check);
        expect(new Set(hits)).toEqual(new Set(one.cases.map((found) => found.check)));
        const above = one.facts?.income.rounds.some(
          (round) => Number(round.pension_total) > 0 && round.above === true,
        );
        expect([one.household_id, hits.includes('R03')]).toEqual([one.household_id, above]);
        const explanation: Explanation = {
          ...{
            target: 'household',
            case_id: null,
            as_of: decisions.asOf,
            source: 'database',
            households: [one],
          },
        };
        expect(renderExplanation(explanation, { columns: 100, unmask: false, rules })).not.toMatch(idNumber);
      }
      expect(explained.length).toBeGreaterThan(40);
    });
  });
});
