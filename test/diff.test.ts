import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case, Summary } from '../src/cases/types.js';
import { idNumber } from './helpers/check-folder.js';
import { runCli } from './helpers/cli.js';
import { type DemoRun, demo, runCheckCommand, runDemo, temporary } from './helpers/demo-run.js';

const folder = temporary();
afterAll(folder.remove);
const base: DemoRun = runDemo(join(folder.path, 'base'));

interface Line extends Omit<Case, 'change'> {
  readonly change: string;
  readonly differences: readonly {
    readonly what: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly why: { readonly why: string; readonly what?: string } | null;
}

/** Another run as `change` makes it of the demo's: its cases, its summary, and lines of undecidable.csv. */
function runOf(
  name: string,
  change: (cases: Case[]) => Case[] = (cases) => cases,
  alter: (summary: Summary) => Summary = (summary) => summary,
  undecidable = '',
): string {
  const made = join(folder.path, name);
  cpSync(base.folder, made, { recursive: true });
  const cases = change(structuredClone([...base.cases]));
  writeFileSync(join(made, 'cases.ndjson'), cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  writeFileSync(join(made, 'summary.json'), JSON.stringify(alter(structuredClone(base.summary))));
  if (undecidable !== '') {
    const file = join(made, 'undecidable.csv');
    writeFileSync(file, `${readFileSync(file, 'utf8')}${undecidable}\r\n`);
  }
  return made;
}

function diffLines(older: string, newer: string, ...args: string[]): { code: number | null; lines: Line[] } {
  const { code, stdout } = runCli(['diff', older, newer, '--format', 'ndjson', ...args]);
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  return { code, lines };
}

const idsOf = (lines: readonly Line[], change: string): string[] =>
  lines.filter((one) => one.change === change).map((one) => one.case_id);
const caseOf = (check: string): Case => {
  const found = base.cases.find((one) => one.check === check);
  if (found === undefined) throw new Error(`no case of ${check}`);
  return found;
};
const ids = base.cases.map((one) => one.case_id);

describe('diff', () => {
  it('of a run with itself finds everything again, and ends with 0', () => {
    const { code, lines } = diffLines(base.folder, base.folder);
    expect(code).toBe(0);
    expect(idsOf(lines, 'recurring')).toEqual(ids);
  });

  it('finds new and resolved cases; new ones end it with 1', () => {
    const [first, ...others] = ids;
    const fewer = runOf('fewer', (cases) => cases.slice(1));
    const resolved = diffLines(base.folder, fewer);
    expect(resolved.code).toBe(0);
    expect(idsOf(resolved.lines, 'resolved')).toEqual([first]);
    expect(idsOf(resolved.lines, 'recurring')).toEqual(others);
    const added = diffLines(fewer, base.folder);
    expect(added.code).toBe(1);
    expect(idsOf(added.lines, 'new')).toEqual([first]);
    expect(diffLines(fewer, base.folder, '--only', 'changed')).toEqual({ code: 1, lines: [] });
  });

  it('says of a changed case what changed, field by field of the evidence', () => {
    const hard = base.cases.find((one) => one.check === 'R04.car' && one.grade === 'exit');
    const case_id = hard?.case_id;
    const altered = runOf('altered', (cases) =>
      cases.map((one) =>
        one.case_id === case_id
          ? {
              ...one,
              grade: 'verify',
              since: '2019-01-31',
              reason: `${one.reason}。`,
              evidence: one.evidence.map((row) => ({
                ...row,
                row: 7,
                fields: { ...row.fields, status: 'ended' },
              })),
            }
          : {
              ...one,
              evidence: one.evidence.map((row) => ({ ...row, file: 'data/另一夜.csv', row: row.row + 1 })),
            },
      ),
    );
    const { code, lines } = diffLines(base.folder, altered);
    expect(code).toBe(0);
    expect(idsOf(lines, 'changed')).toEqual([case_id]);
    expect(idsOf(lines, 'recurring')).toHaveLength(ids.length - 1);
    const { differences } = lines.find((one) => one.change === 'changed') as Line;
    expect(differences.map(({ what }) => what)).toEqual(['grade', 'since', 'reason', 'evidence']);
    expect(differences[0]).toEqual({ what: 'grade', before: 'exit', after: 'verify' });
    expect(differences.at(-1)?.after).toEqual({ register: 'vehicle', fields: { status: 'ended' } });
    const screen = runCli(['diff', base.folder, altered]).stdout;
    expect(screen).toContain('等级:整户退出 → 核实');
    expect(screen.replaceAll(/\n */g, '')).toMatch(/机动车登记:.*→ \S*状态 已注销或报废/);
  });

  describe('does not take a case for resolved that could not have been found', () => {
    const car = caseOf('R04.car');
    const without = (one: Case) => (cases: Case[]) => cases.filter(({ case_id }) => case_id !== one.case_id);
    const outcome = (check: string, value: 'not_run' | 'broken' | 'clear') => (summary: Summary) => ({
      ...summary,
      checks: summary.checks.map((one) => (one.check === check ? { ...one, outcome: value } : one)),
    });
    const expectUnknown = (newer: string, one: Case, why: Line['why']): void => {
      const { code, lines } = diffLines(base.folder, newer, '--only', 'unknown', 'resolved');
      expect(code).toBe(0);
      expect(lines.map(({ case_id, change }) => [case_id, change])).toEqual([[one.case_id, 'unknown']]);
      expect(lines[0]?.why).toEqual(why);
    };

    it.each(['not_run', 'broken'] as const)('its check: %s', (value) => {
      expectUnknown(runOf(value, without(car), outcome('R04.car', value)), car, { why: 'not_run' });
    });

    it('its check could not decide on the household', () => {
      const line = `${car.check},'${car.household_id},${car.township},${car.village},,,没有标准`;
      expectUnknown(runOf('undecided', without(car), undefined, line), car, { why: 'undecidable' });
    });

    it('the register of its evidence was absent, though the check ran by another', () => {
      const related = base.cases.find(
        ({ check, evidence }) =>
          check === 'R01.relative' && evidence.some(({ register }) => register === 'kinship'),
      ) as Case;
      const newer = runOf('kinship', without(related), (summary) => ({
        ...summary,
        sources: summary.sources.filter(({ register }) => register !== 'kinship'),
      }));
      expectUnknown(newer, related, { why: 'register', what: 'kinship' });
      expect(runCli(['diff', base.folder, newer]).stderr).toContain('新的一次缺少:亲属关系');
    });

    it('its register matched nobody, or had a file fewer than before', () => {
      const alarmed = runOf('alarmed', without(car), (summary) => ({
        ...summary,
        sources: summary.sources.map((one) => (one.register === 'vehicle' ? { ...one, alarm: true } : one)),
      }));
      expectUnknown(alarmed, car, { why: 'register', what: 'vehicle' });
      const wage = base.cases.find(({ evidence }) =>
        evidence.some(({ file }) => file === 'data/养老金_城乡居民分月.txt'),
      ) as Case;
      const fewer = runOf('fewer-files', without(wage), (summary) => ({
        ...summary,
        sources: summary.sources.filter(({ file }) => file !== 'data/养老金_城乡居民分月.txt'),
      }));
      expectUnknown(fewer, wage, { why: 'register_part', what: 'pension' });
    });

    it('the roster of its township, or of its category, was missing', () => {
      const township = runOf('township', without(car), (summary) => ({
        ...summary,
        townships: summary.townships.filter((one) => one.township !== car.township),
      }));
      expectUnknown(township, car, { why: 'township', what: car.township });
      const { category } = car;
      if (category === null) throw new Error('a case of the demo has a category');
      const roster = runOf('category', without(car), (summary) => ({
        ...summary,
        roster: { ...summary.roster, [category]: { households: 0, covered: 0, monthly_amount: 0 } },
      }));
      expectUnknown(roster, car, { why: 'category', what: category });
    });

    it('and takes it for resolved where the check ran and is clear', () => {
      const { lines } = diffLines(base.folder, runOf('clear', without(car), outcome('R04.car', 'clear')));
      expect(idsOf(lines, 'resolved')).toEqual([car.case_id]);
    });
  });

  it('of a real run without a register leaves its cases unknown, by check and township', () => {
    const campaign = join(folder.path, 'campaign');
    cpSync(demo, campaign, { recursive: true });
    const file = join(campaign, 'dibao.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ {2}vehicle:\n.*\n/, ''));
    rmSync(join(campaign, 'data', '机动车登记.xlsx'));
    const run = runCheckCommand(join(folder.path, 'no-vehicle'), ['-c', file]);
    const { code, stdout } = runCli(['diff', base.folder, run.folder, '--format', 'json']);
    expect(code).toBe(0);
    const made = JSON.parse(stdout) as {
      readonly total: Record<string, number>;
      readonly checks: readonly { readonly check: string; readonly unknown: number }[];
      readonly townships: readonly { readonly unknown: number }[];
      readonly cases: readonly Line[];
      readonly notes: readonly unknown[];
    };
    const gone = base.cases.filter(({ case_id }) => run.cases.every((one) => one.case_id !== case_id));
    expect(gone.length).toBeGreaterThan(20);
    expect(made.total).toMatchObject({ new: 0, resolved: 0, unknown: gone.length });
    const sum = (rows: readonly { readonly unknown: number }[]) =>
      rows.reduce((all, one) => all + one.unknown, 0);
    expect(sum(made.checks)).toBe(gone.length);
    expect(sum(made.townships)).toBe(gone.length);
    expect(made.cases).toHaveLength(base.cases.length);
    expect(made.notes).toEqual([{ what: 'registers_gone', older: 'vehicle', newer: '' }]);
  });

  it('says in what the runs are not alike', () => {
    const other = runOf('other', undefined, (summary) => ({
      ...summary,
      name: '另一个专项',
      as_of: '2026-10-01',
      pack: { id: 'own.yaml', title: '自编' },
      parameters: summary.parameters.map((one, index) => (index === 0 ? { ...one, value: '99' } : one)),
    }));
    const { stderr } = runCli(['diff', base.folder, other]);
    expect(stderr).toContain('不是同一个专项');
    expect(stderr).toContain('规则包不同:旧 ten-categories,新 own.yaml');
    expect(stderr).toContain('先写的基准日(2026-11-01)晚于后写的(2026-10-01)');
    expect(stderr).toContain('参数不同');
    expect(runCli(['diff', base.folder, other, '--quiet']).stderr).toBe('');
  });

  it('shows no whole ID number on the screen, and all of it in the forms for programs', () => {
    const empty = runOf('empty', () => []);
    const screen = runCli(['diff', empty, base.folder]);
    expect(screen.code).toBe(1);
    expect(screen.stdout).toContain(`新增 ${ids.length}条`);
    expect(screen.stdout).toContain(`…另有${ids.length - 20}条`);
    expect(screen.stdout).not.toMatch(idNumber);
    const { stdout } = runCli(['diff', empty, base.folder, '--format', 'csv']);
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(ids.length + 1);
    expect(stdout).toMatch(/'\d{17}[\dX]/);
  });

  it('refuses what is no finished run, or is damaged', () => {
    const refusal = (older: string, newer: string) => runCli(['diff', older, newer]);
    expect(refusal(base.folder, folder.path)).toMatchObject({ code: 3, stdout: '' });
    expect(refusal(base.folder, folder.path).stderr).toContain('没有完整的核查结果');
    const broken = runOf('broken-lines');
    writeFileSync(join(broken, 'cases.ndjson'), '{"case_id":"R04.car-1"}\n');
    expect(refusal(base.folder, broken)).toMatchObject({ code: 3, stdout: '' });
    expect(refusal(broken, base.folder).code).toBe(3);
    expect(runCli(['diff', base.folder])).toMatchObject({ code: 2 });
    expect(runCli(['diff', base.folder, broken, broken]).stderr).toContain('这里写两个,先旧后新');
    expect(runCli(['diff', base.folder, base.folder, '--only', 'gone']).code).toBe(2);
  });
});
