import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gather } from '../src/explain/gather.js';
import { withKeptDatabase } from '../src/explain/kept-database.js';
import { overpaidText } from '../src/explain/page/cases.js';
import { renderExplanation } from '../src/explain/page/index.js';
import { fieldsText } from '../src/explain/page/words.js';
import { readRunFolder } from '../src/explain/run-folder.js';
import { caseIdOf, personKeyOf } from '../src/explain/target.js';
import type { Explanation } from '../src/explain/types.js';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { idNumber } from './helpers/check-folder.js';
import { runCli } from './helpers/cli.js';
import { households, people } from './helpers/county.js';
import { ExplainCounty, masked, section, supporter } from './helpers/explain-county.js';
import { sampleReport } from './reports-fixture.js';

const county = new ExplainCounty();

describe('the words of a source row', () => {
  it('say what its code means, not one text of many that the row may not have', () => {
    expect(fieldsText('pension', { kind: 'not_pension', status: 'ended' })).toBe(
      '待遇类型 抚恤、优抚、高龄补贴等(不是养老金);发放状态 已终止',
    );
    expect(fieldsText('vehicle', { status: 'active', plate: '浙F12345' })).toBe(
      '机动车状态 未注销;号牌号码 浙F12345',
    );
  });
});

describe('a household, from the database that the run kept', () => {
  it('shows size, standard, members and what is proposed', () => {
    const page = county.explain(households.death);
    expect(page).toMatch(
      new RegExp(`^户 20260003 {2}户主 钱福生\\(${masked(people.dead).replaceAll('*', '\\*')}\\)\n`),
    );
    expect(section(page, '家庭')).toContain('名册列2人,家庭人口栏为2人,死亡或服刑不计1人;按 1 人计算');
    expect(section(page, '家庭')).toContain('农村低保 13,200元/年(每月1,100元),未写起始日;文件:未写明');
    expect(section(page, '成员')).toContain('钱福生: 2026-05-20 死亡(不计入人口)');
    expect(section(page, '成员')).toMatch(/钱美华 +330482\*{8}\d{3}[\dX] +子女 +是 +44/);
  });

  it('spells out the income and the test that the rule makes', () => {
    const income = section(county.explain(households.car), '收入核算');
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
    const registers = section(county.explain(households.car), '各部门数据');
    expect(registers).toMatch(/机动车登记\n {4}vehicle\.csv 第2行、王建国\(证号一致\)\n.*浙F12345/);
    expect(registers).toMatch(/查过,没有本户记录:死亡登记;户籍迁出;亲属关系/);
    expect(registers).toMatch(/没有数据,未查:不动产登记;/);
  });

  it('names relatives elsewhere and what speaks for their means', () => {
    const relations = section(county.explain(households.clear), '亲属关系');
    expect(relations).toContain(
      `赵桂花 的子女 赵大山(${masked(supporter)});k.csv 第2行、证号一致\n      名下有小汽车 浙F77777(证号一致)`,
    );
  });

  it('gives every check of the pack an outcome; what did not run never looks like clear', () => {
    const checks = section(county.explain(households.car), '各项检查');
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
    const cases = section(county.explain(households.death), '疑点');
    expect(cases).toMatch(/R02\.death-[0-9a-f]{16} {2}已死亡仍在保\n {4}减员重算\(硬\),证号一致;户主 钱福生/);
    expect(cases).toMatch(/多领 +起因 2026-05-20;2026-06 至 2026-11 共6个月 × 800元 ÷ 2人 = 2,400元\(估算\)/);
    expect(cases).toMatch(/须先排除 +同名同号登记错误、注销原因不是死亡/);
    expect(cases).toMatch(/依据 +低保专项治理/);
    expect(cases).toMatch(
      /证据 +death\.csv 第2行;身份证号 330482\*{8}\d{3}[\dX];姓名 钱福生;死亡日期 2026-05-20/,
    );
    // Without a register of students a move out is never established.
    expect(cases).toMatch(/R02\.migration-[0-9a-f]{16}.*\n {4}核实\(软\).*\n.*未取得在校学生数据,未能排除/);
  });

  it('puts the case asked for first; the beginning of its id will do', () => {
    const id = /R04\.car-[0-9a-f]{16}/.exec(county.explain(households.car))?.[0] ?? '';
    const page = county.explain(id.slice(0, 14));
    expect(page.indexOf('所问疑点')).toBeLessThan(page.indexOf('家庭'));
    expect(section(page, '所问疑点')).toContain(`${id}  家有小汽车`);
    expect(section(page, '疑点')).not.toContain(id);
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
    const out = join(county.path, 'golden');
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
      const explained = await gather(ids, { decisions, rules, pack: [] }, db, null);
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
