import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Happening } from '../src/ledger/events.js';
import type { CaseState } from '../src/ledger/state.js';
import type { CleanSummary } from '../src/lists/summary.js';
import { writeLedger as record } from './helpers/campaign-ledger.js';
import { casesOf, ledgerLines, served, verified } from './helpers/campaign-work.js';
import { checkedDemo } from './helpers/checked-demo.js';
import { runCli } from './helpers/cli.js';
import { sharedFolder } from './helpers/shared-folder.js';

const folder = sharedFolder();
let campaign = '';

const clean = (date: string, ...more: string[]) =>
  runCli(['clean', '-c', join(campaign, 'dibao.yaml'), '--date', date, ...more], { cwd: folder });

/** The numbers of a clean-up, as it prints them. */
function cleaned(date: string, ...more: string[]): CleanSummary {
  const { code, stdout, stderr } = clean(date, '--format', 'json', ...more);
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
  return JSON.parse(stdout) as CleanSummary;
}

const below = (date: string, ...names: string[]): string => join(campaign, '清理', date, ...names);
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function originals(): Record<string, string> {
  const data = join(campaign, 'data');
  return Object.fromEntries(readdirSync(data).map((name) => [name, hashOf(join(data, name))]));
}

/** What a visit might find: R02 and R08 remove, established cases stop, the rest is not so. */
function verdictOf({ slip }: CaseState): Happening {
  if (/^R02/.test(slip.check)) return verified(slip.case_id, { measure: 'remove' });
  if (slip.grade === 'exit') return verified(slip.case_id, { measure: 'stop' });
  if (slip.check === 'R09.income') return verified(slip.case_id, { measure: 'lower', income: 900 });
  return verified(slip.case_id, { verdict: 'dismissed', measure: 'keep' });
}

function sumsHold({ totals }: CleanSummary): void {
  for (const key of ['urban', 'rural', 'unknown', 'all'] as const) {
    const { before, after, unchanged, adjusted, stopped, edge, waiting } = totals[key];
    for (const figure of ['households', 'persons', 'amount'] as const) {
      const sum = (side: 'before' | 'after') =>
        [unchanged, adjusted, stopped, edge, waiting].reduce((all, one) => all + one[side][figure], 0);
      expect(sum('before')).toBe(before[figure]);
      expect(sum('after')).toBe(after[figure]);
    }
  }
}

let before: Record<string, string> = {};

beforeAll(async () => {
  campaign = join(folder, '演示');
  checkedDemo(campaign);
  before = originals();
}, 120_000);

describe('clean over the demo county', () => {
  test('without a verdict nothing changes, and every household with a case waits for one', () => {
    const one = cleaned('2026-11-08');
    sumsHold(one);
    expect(one.totals.all.after).toEqual(one.totals.all.before);
    expect(one.totals.all.before.households).toBe(342);
    expect(one.missing).toEqual({ verdict: one.pending });
    expect(one.settled_now).toEqual({});
    const roster = below('2026-11-08', '清理后花名册');
    const file = '低保花名册_农村.csv';
    expect(hashOf(join(roster, file))).toBe(before[file]);
    expect(ledgerLines(campaign).some(({ event }) => event.what === 'settled')).toBe(false);
  });

  test('--final says by its exit code that something waits', () => {
    expect(clean('2026-11-08', '--final', '--quiet').code).toBe(4);
  });

  test('with verdicts it keeps, writes the letters, and stops nobody before they are served', async () => {
    const cases = await casesOf(campaign);
    await record(campaign, cases.map(verdictOf));
    const one = cleaned('2026-11-10');
    sumsHold(one);
    expect(Object.keys(one.settled_now)).toEqual(['keep']);
    expect(one.letters).toBeGreaterThan(50);
    expect(one.missing).toEqual({ served: one.letters });
    expect(one.totals.all.after).toEqual(one.totals.all.before);
    expect(one.recovery).toEqual({ households: 0, amount: 0 });
    for (const name of ['停发审批表', '停发告知书', '调整审批表', '调整告知书']) {
      const papers = below('2026-11-10', name.endsWith('告知书') ? '告知书' : '审批表');
      expect(readdirSync(papers).some((file) => file.startsWith(`${name}-`))).toBe(true);
    }
    const { stdout } = clean('2026-11-10');
    expect(stdout).toContain(`${one.letters}户还缺:告知书送达 ${one.letters}`);
    expect(stdout).toContain('dibao collect');
  });

  test('a waiver by name and reason settles the household it is for, and stands in the ledger', async () => {
    const stop = (await casesOf(campaign)).find(
      ({ finding, stage }) => finding?.measure === 'stop' && stage === 'verified',
    );
    const household = stop?.slip.household_id ?? '';
    const waiver = ['--by-whom', '李局长', '--why', '本人书面申请退出', '--household', household];
    const one = cleaned('2026-11-10', '--waive', 'served', ...waiver);
    expect(one.waived).toBe(1);
    expect(one.totals.all.after.households).toBe(341);
    const settled = ledgerLines(campaign).filter(({ event }) => event.what === 'waived');
    expect(settled.map(({ event }) => event)).toEqual([
      {
        ...{ what: 'waived', requirement: 'served', household_id: household },
        ...{ by: '李局长', why: '本人书面申请退出' },
      },
    ]);
    const lines = ledgerLines(campaign).length;
    cleaned('2026-11-10', '--waive', 'served', ...waiver);
    expect(ledgerLines(campaign)).toHaveLength(lines);
  });

  test('it waits for the end of the period, to the day', async () => {
    const households = new Set((await casesOf(campaign)).map(({ slip }) => slip.household_id));
    await record(
      campaign,
      [...households].map((one) => served(one, '2026-11-12')),
    );
    const one = cleaned('2026-11-17');
    expect(one.missing).toEqual({ period: one.pending });
    expect(one.totals.all.after.households).toBe(341);
  });

  test('then it settles: roster, lists, totals and ledger agree to the fen', async () => {
    const one = cleaned('2026-11-18');
    sumsHold(one);
    expect(one.pending).toBe(0);
    const { all, rural } = one.totals;
    expect(all.after.households).toBe(
      all.before.households - all.stopped.before.households - all.edge.before.households,
    );
    expect(all.stopped.before.households).toBeGreaterThan(40);
    expect(rural.adjusted.before.households).toBeGreaterThan(10);
    expect(one.recovery.amount).toBeGreaterThan(0);
    const settled = ledgerLines(campaign).flatMap(({ event }) => (event.what === 'settled' ? [event] : []));
    const last = new Map(settled.map((event) => [event.household_id, event]));
    const less = [...last.values()].reduce(
      (sum, event) => sum + Math.round((event.before.amount - event.after.amount) * 100),
      0,
    );
    expect(less).toBe(Math.round((all.before.amount - all.after.amount) * 100));
    const stages = new Set(
      // Leads about those who are on no roster stay on their list.
      (await casesOf(campaign)).filter(({ slip }) => slip.head !== null).map(({ stage }) => stage),
    );
    expect([...stages]).toEqual(['settled']);
    expect(clean('2026-11-18', '--final', '--quiet').code).toBe(0);
  });

  test('a second time changes nothing: not the ledger, not the roster, not a number', () => {
    const manifest = readFileSync(below('2026-11-18', '清理结果.json'), 'utf8');
    const numbers = (text: string) => {
      const { settled_now, outputs, ...rest } = JSON.parse(text);
      const roster = (outputs as { file: string }[]).filter(({ file }) => file.startsWith('清理后花名册'));
      return { ...rest, roster };
    };
    const lines = ledgerLines(campaign).length;
    const one = cleaned('2026-11-18');
    expect(one.settled_now).toEqual({});
    expect(ledgerLines(campaign)).toHaveLength(lines);
    expect(numbers(readFileSync(below('2026-11-18', '清理结果.json'), 'utf8'))).toEqual(numbers(manifest));
  });

  test('the originals are as they were, outputs are private, and no name of a file holds an ID number', () => {
    expect(originals()).toEqual(before);
    const dir = below('2026-11-18');
    for (const name of readdirSync(dir, { recursive: true }).map(String)) {
      const stat = statSync(join(dir, name));
      expect(stat.mode & 0o077, name).toBe(0);
      expect(name).not.toMatch(/\d{15}/);
    }
    const { outputs } = JSON.parse(readFileSync(join(dir, '清理结果.json'), 'utf8')) as {
      outputs: { file: string; sha256: string }[];
    };
    for (const { file, sha256 } of outputs) expect(hashOf(join(dir, file)), file).toBe(sha256);
  });

  test('a contradiction is refused for its household, with exit 4, and the others are settled', async () => {
    const [first] = (await casesOf(campaign)).filter(({ finding }) => finding?.verdict === 'dismissed');
    await record(campaign, [verified(first?.slip.case_id ?? '', { verdict: 'dismissed', measure: 'stop' })]);
    const { code, stdout } = clean('2026-11-19');
    expect(code).toBe(4);
    expect(stdout).toContain('1户须复核');
    expect(existsSync(below('2026-11-19', '清理结果.json'))).toBe(true);
  });
});

describe('clean, wrongly asked for', () => {
  test.each([
    [['--waive', 'served'], '--by-whom --why'],
    [['--waive', 'verdict', '--by-whom', '李', '--why', '急'], '核实结论不能对所有户一并免除'],
    [['--waive', 'everything', '--by-whom', '李', '--why', '急'], '--waive'],
    [
      ['--waive', 'served', '--by-whom', '李', '--why', '急', '--household', '没有这户'],
      '花名册里没有户编号',
    ],
    [['--by-whom', '李'], '--waive'],
  ])('%j', (options, said) => {
    const { code, stderr } = clean('2026-11-20', ...options);
    expect({ code, said: stderr.includes(said) }).toEqual({ code: 2, said: true });
  });

  test('a folder with other files is left alone', () => {
    const { code, stderr } = clean('2026-11-20', '-o', join(campaign, 'data'));
    expect({ code, said: stderr.includes('别的文件') }).toEqual({ code: 2, said: true });
    expect(originals()).toEqual(before);
  });
});
