import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCampaign } from '../src/campaign-file/load.js';
import type { Case } from '../src/cases/types.js';
import type { Finding, Happening } from '../src/ledger/events.js';
import { readLedger } from '../src/ledger/ledger.js';
import { type RosterHousehold, readRoster } from '../src/roster/read-roster.js';
import { slipOf } from './helpers/campaign-ledger.js';
import { type CliResult, runCli } from './helpers/cli.js';
import { type DemoRun, runDemo, temporary } from './helpers/demo-run.js';
import { origin } from './helpers/ledger-finding.js';
import { finding, ledgerOf, uncheckedDemo } from './helpers/notice-campaign.js';
import { partsOf, rowsOf, sheetNamesOf, wordsOf } from './helpers/office-text.js';

const campaign = uncheckedDemo();
const place = temporary();
let run: DemoRun;
let roster: readonly RosterHousehold[];

const notice = (...args: string[]): CliResult => runCli(['notice', ...args], { cwd: campaign.folder });

/** Yuan a month with which each person of a household is 100 yuan below the standard: 100 yuan are owed to each covered. */
function incomeFor({ household_id }: Case): number {
  const own = roster.find((one) => one.household_id === household_id);
  return own === undefined ? 0 : own.n * ((own.standard_year ?? 0) / 12 - 100);
}

/** What the visits found, by check: leaves, is lowered, loses a member, goes to the edge, stays, not visited yet. */
function findingOf(one: Case): Finding | null {
  if (one.check === 'R10.spending') return null;
  if (one.check === 'R03') return finding({ measure: 'edge', verdict: 'confirmed' });
  if (one.check === 'R06') return finding({ measure: 'lower', income: incomeFor(one), verdict: 'partly' });
  if (one.grade === 'exit') return finding({ measure: 'stop' });
  if (one.grade === 'remove') return finding({ measure: 'remove' });
  return finding({ verdict: 'dismissed' });
}

beforeAll(async () => {
  run = runDemo(join(place.path, '疑点'));
  const file = await loadCampaign('dibao.yaml', campaign.folder);
  const progress = { file: () => undefined, bytes: () => undefined };
  roster = await readRoster(file, { password: null, progress, onCleanup: () => () => undefined });
  const happenings = run.cases.flatMap((one): Happening[] => {
    const found = findingOf(one);
    const slip = slipOf(one);
    const verified = { what: 'verified' as const, case_id: one.case_id, batch: 'b', origin };
    return [
      { what: 'found', digest: 'x', slip },
      ...(found === null ? [] : [{ ...verified, finding: found }]),
    ];
  });
  const { cases, households, folder } = run;
  const counts = { cases: cases.length, households: households.length, sha256: '0'.repeat(64) };
  const checked: Happening = { what: 'run', folder, as_of: '2026-11-01', ...counts };
  await ledgerOf(campaign.folder, [checked, ...happenings]);
});
afterAll(() => {
  campaign.remove();
  place.remove();
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The rows below the header of every sheet of every township. */
function publishedRows(folder: string, title: string): (string | number | null)[][] {
  return filesIn(folder)
    .filter((file) => file.includes(`${title}_`) && file.endsWith('.xlsx'))
    .flatMap((file) =>
      sheetNamesOf(file).flatMap((_, index) => {
        const rows = rowsOf(file, index);
        return rows.slice(rows.findIndex(([first]) => first === '序号') + 1);
      }),
    );
}

describe('round 1 of the demo county', () => {
  const folder = join(place.path, '初核');
  let result: CliResult;
  beforeAll(() => {
    result = notice('--round', '1', '--date', '2026-11-10', '--per-village', '-o', folder);
  });

  test('ends with 0 and says where it stands', () => {
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('2026-11-10 至 2026-11-16 共 7 天,2026-11-17 撤下');
    expect(result.stdout).toContain('下一步:');
  });

  test('names every household but those that were not visited', () => {
    const open = new Set(run.cases.flatMap((one) => (findingOf(one) === null ? one.household_id : [])));
    expect(open.size).toBeGreaterThan(0);
    const rows = publishedRows(folder, '初核公示');
    const left = Number(/没有列入公示的 (\d+) 户/.exec(result.stdout)?.[1]);
    expect(rows.length + left).toBe(roster.length);
    expect(result.stdout).toContain(`疑点还没有核实完:${open.size} 户`);
    const byOutcome = (word: string) => rows.filter((row) => row[3] === word).length;
    const withCases = new Set(run.cases.map((one) => one.household_id));
    const measures = (id: string) =>
      run.cases.filter((one) => one.household_id === id).map((one) => findingOf(one)?.measure);
    const exits = [...withCases].filter(
      (id) => !open.has(id) && measures(id).some((one) => one === 'stop' || one === 'edge'),
    );
    expect(byOutcome('拟退出')).toBeGreaterThanOrEqual(exits.length);
    expect(byOutcome('拟保留') + byOutcome('拟调整') + byOutcome('拟退出')).toBe(rows.length);
    for (const id of exits) {
      const head = roster.find((one) => one.household_id === id)?.members[0]?.name;
      expect(rows.some((row) => row[1] === head && row[3] === '拟退出')).toBe(true);
    }
  });

  test('gives the amount as clean works it out, and of an exit only a coarse reason', () => {
    const rows = publishedRows(folder, '初核公示');
    const lowered = rows.filter((row) => row[3] === '拟调整' && row[7] === 100 * Number(row[6]));
    expect(lowered.length).toBeGreaterThan(0);
    for (const row of rows.filter((one) => one[3] === '拟调整'))
      expect(Number(row[7])).toBeLessThan(Number(row[5]));
    const reasons = new Set(rows.flatMap((row) => (row[3] === '拟退出' ? [String(row[8])] : [])));
    const coarse = ['家庭收入超标准', '家庭财产超标准', '家庭成员变化', '重复享受', '不再符合保障条件'];
    for (const reason of reasons) for (const part of reason.split('、')) expect(coarse).toContain(part);
    expect(reasons.size).toBeGreaterThan(2);
    for (const row of rows) if (row[3] !== '拟退出') expect(row[8]).toBeNull();
  });

  test('prints what the sheets say, with the period, the phone and the office', () => {
    const words = wordsOf(join(folder, '初核公示_白鹭乡.docx'));
    expect(words).toContain('2026年11月10日至2026年11月16日（共7天），2026年11月17日撤下');
    expect(words).toContain('监督电话：0999-8765432');
    expect(words).toContain('云栖县民政局');
    expect(words).toContain('云政办〔2026〕18号');
    expect(words).not.toContain('内部资料');
    const file = join(folder, '初核公示_白鹭乡.xlsx');
    for (const [index, village] of sheetNamesOf(file).entries()) {
      const own = wordsOf(join(folder, '白鹭乡', `初核公示_${village}.docx`));
      expect(words).toContain(`白鹭乡 ${village}`);
      for (const row of rowsOf(file, index).slice(4)) expect(own).toContain(`${row[1]}\n`);
    }
  });

  test('holds nothing of what is never published', () => {
    const secret = new Set<string>();
    for (const { members, bank_account, phone, address, village } of roster) {
      for (const { id_number, birth_date } of members) {
        secret.add(id_number);
        if (birth_date === null) continue;
        const [year, month, day] = birth_date.split('-').map(Number);
        for (const form of [birth_date, birth_date.replaceAll('-', ''), birth_date.replaceAll('-', '/')])
          secret.add(form);
        secret.add(`${year}年${month}月${day}日`);
      }
      for (const text of [bank_account, phone, address]) if (text !== village) secret.add(text);
    }
    secret.delete('');
    expect(secret.size).toBeGreaterThan(1000);
    const words =
      /身份证|银行|账号|帐号|住址|出生|年龄|周岁|残疾|重残|疾病|患病|重病|服刑|监狱|刑满|戒毒|吸毒|康复|财政供养|国企|村干部|公务员|拒绝/;
    const all = filesIn(folder);
    expect(all.length).toBeGreaterThan(30);
    for (const file of all) {
      // Household numbers stand on the sheets for objections: they are no secret unless they are somebody's ID.
      const text = roster.reduce(
        (whole, { household_id }) => whole.replaceAll(household_id, ''),
        [...partsOf(file).values()].join('\n'),
      );
      const found = [...secret].filter((one) => text.includes(one));
      expect(found, file).toEqual([]);
      expect(text.match(words)?.[0], file).toBeUndefined();
      expect(text, file).not.toMatch(/(?<![0-9.])\d{6}(19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?!\d)/);
    }
    expect(result.stdout).not.toMatch(/\d{17}[\dXx]/);
  });

  test('is its owner’s alone, and the same bytes for the same data', () => {
    const again = join(place.path, '初核-再');
    notice('--round', '1', '--date', '2026-11-10', '--per-village', '-o', again, '--quiet');
    const hashes = (of: string) =>
      filesIn(of)
        // The sheets for objections carry the hash of the ledger, in which the first notice now stands.
        .filter((file) => !file.includes('异议'))
        .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'));
    expect(hashes(again)).toEqual(hashes(folder));
    if (process.platform === 'win32') return;
    for (const file of filesIn(folder)) expect(statSync(file).mode & 0o777, file).toBe(0o600);
  });

  test('lists each household once for objections, with cells to fill in', () => {
    const rows = filesIn(folder)
      .filter((file) => file.includes('公示异议登记表'))
      .flatMap((file) => {
        const own = rowsOf(file, '公示异议登记表');
        const mark = new Map(rowsOf(file, '_dibao').map(([key, value]) => [key, value]));
        expect(mark.get('kind')).toBe('objection');
        expect(mark.get('batch')).toBe('初核公示-2026-11-10');
        const at = own.findIndex(([first]) => first === '序号');
        expect(own[at]?.slice(5)).toEqual(['提出日期', '提出人', '异议内容', '受理人', '备注']);
        return own.slice(at + 1).map((row) => String(row[1]));
      });
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBe(publishedRows(folder, '初核公示').length);
  });

  test('is in the ledger once', async () => {
    const { notices } = (await readLedger(campaign.folder)).state;
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ round: '1', from: '2026-11-10', to: '2026-11-16', villages: 20 });
    expect(notices[0]?.townships).toContain('白鹭乡');
  });
});

describe('what is asked for', () => {
  const out = join(place.path, '其他');

  test('one township, one village, a period of one’s own', () => {
    const { code, stdout, stderr } = notice(
      ...['--round', 'standing', '--township', '白鹭乡', '--village', '圩头村'],
      ...['--date', '2026-11-10', '--from', '2026-11-12', '--to', '2026-11-20', '-o', out],
    );
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(
      ['公示异议登记表_白鹭乡.xlsx', '长期公示_白鹭乡.docx', '长期公示_白鹭乡.xlsx'].sort(),
    );
    expect(stdout).toContain('2026-11-12 至 2026-11-20 共 9 天');
    expect(stderr).toContain('应公示到 2027-11-11');
    expect(wordsOf(join(out, '长期公示_白鹭乡.docx'))).not.toContain('稻香村');
  });

  test.each([
    [[], 2, '没有写明做哪一次公示'],
    [['--round', '3'], 2, '1 2 quarterly standing'],
    [['--round', '1', '--from', '2026-11-10', '--to', '2026-11-09'], 2, '早于第一天'],
    [['--round', '1', '--township', '白路乡'], 2, '白鹭乡'],
    [['--round', '1', '--village', '没有村'], 2, '没有“没有村”'],
  ])('%j is refused', (args, code, text) => {
    const result = notice(...args, '-o', join(place.path, '没有'));
    expect(result.stderr).toContain(text);
    expect(result.code).toBe(code);
  });
});

describe('after the households are settled', () => {
  const settled = (one: RosterHousehold, measure: 'stop' | 'lower', month: string): Happening => {
    const before = { persons: one.covered, amount: one.monthly_amount ?? 0 };
    const after = measure === 'stop' ? { persons: 0, amount: 0 } : { ...before, amount: 77.25 };
    return {
      what: 'settled',
      household_id: one.household_id,
      cases: run.cases.flatMap((other) => (other.household_id === one.household_id ? other.case_id : [])),
      ...{ measure, from_month: month, before, after, removed: [], recover: 0, reason: '' },
    };
  };

  test('round 2 says what was decided; lists have it from its month on; warnings name the first round', async () => {
    const copy = uncheckedDemo();
    try {
      const [stopped, lowered, later] = roster.filter(({ township }) => township === '白鹭乡');
      if (!stopped || !lowered || !later) throw new Error('the demo has too few households');
      await ledgerOf(copy.folder, [
        settled(stopped, 'stop', '2026-12'),
        settled(lowered, 'lower', '2026-12'),
        settled(later, 'stop', '2027-01'),
      ]);
      const make = (round: string, date: string, ...more: string[]) => {
        const folder = join(place.path, `${round}-${date}`);
        const args = [
          'notice',
          '--round',
          round,
          '--date',
          date,
          '-o',
          folder,
          '--township',
          '白鹭乡',
          ...more,
        ];
        return { folder, ...runCli(args, { cwd: copy.folder }) };
      };
      const second = make('2', '2026-12-01');
      expect(second.stderr).toContain('白鹭乡 还没有做过初核公示');
      const rows = publishedRows(second.folder, '结果公示');
      expect(rows.filter((row) => row[3] === '退出')).toHaveLength(2);
      expect(rows.filter((row) => row[3] === '调整').map((row) => row[7])).toEqual([77.25]);
      const list = make('quarterly', '2026-12-01');
      expect(list.stdout).toContain('2026-12-01 至 2027-02-28');
      expect(publishedRows(list.folder, '季度公示')).toHaveLength(rows.length - 1);
      const before = make('standing', '2026-11-01');
      expect(publishedRows(before.folder, '长期公示')).toHaveLength(rows.length);
      expect(publishedRows(before.folder, '长期公示').some((row) => row[4] === 77.25)).toBe(false);
      make('1', '2026-12-02');
      expect(make('2', '2026-12-05').stderr).toContain('要到 2026-12-08 才期满');
      expect(make('2', '2026-12-09').stderr).toBe('');
    } finally {
      copy.remove();
    }
  });
});
