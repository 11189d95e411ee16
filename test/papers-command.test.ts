import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './helpers/cli.js';
import { type DemoRun, demo, runDemo, temporary } from './helpers/demo-run.js';
import { textOf } from './helpers/papers.js';

/** `paper` and `explain --format docx` on a run of the demo county that no ledger knows. */
const place = temporary();
let run: DemoRun;
const campaign = ['-c', join(demo, 'dibao.yaml')];
const day = ['--date', '2026-11-20'];
const folderOf = (name: string): string => join(place.path, name);

const paper = (kind: string, folder: string, ...more: readonly string[]) =>
  runCli(['paper', kind, ...campaign, ...day, '--run', run.folder, '-o', folder, ...more]);

beforeAll(() => {
  run = runDemo(folderOf('run'));
}, 120_000);
afterAll(place.remove);

describe('paper evidence', () => {
  it('writes one paper a check of a rule, its numbers those of the cases', () => {
    const folder = folderOf('R04');
    const { code, stdout, stderr } = paper('取证单', folder, '--rule', 'R04');
    expect(code, stderr).toBe(0);
    const checks = new Set(run.cases.filter(({ rule }) => rule === 'R04').map(({ check }) => check));
    expect(readdirSync(folder).sort()).toEqual([...checks].map((one) => `审计取证单-${one}.docx`).sort());
    expect(stdout.trim().split('\n')).toHaveLength(checks.size);
    const own = run.cases.filter(({ check }) => check === 'R04.car');
    const text = textOf(join(folder, '审计取证单-R04.car.docx'));
    const households = new Set(own.map(({ household_id }) => household_id)).size;
    expect(text).toContain(`疑点共${own.length}条，涉及${households}户`);
    for (const one of own) expect(text).toContain(one.case_id);
    expect(text).toContain('社会救助暂行办法（国务院令第649号）第九条');
    const file = own[0]?.evidence[0]?.file ?? '';
    const { inputs } = JSON.parse(readFileSync(join(run.folder, 'run.json'), 'utf8')) as {
      inputs: { file: string; sha256: string }[];
    };
    expect(text).toContain(file);
    expect(text).toContain(inputs.find((one) => one.file === file)?.sha256 ?? 'no hash');
    for (const words of ['审计人员', '复核人员', '证据提供单位', '（盖章）']) expect(text).toContain(words);
  });

  it('takes a case by the number that stands on the forms', () => {
    const one = run.cases.find(({ check }) => check === 'R02.prison');
    const number = (one?.case_id ?? '').replace('R02.prison-', 'R02-');
    expect(paper('evidence', folderOf('number'), '--case', number).code).toBe(0);
    const text = textOf(join(folderOf('number'), `审计取证单-户${one?.household_id}.docx`));
    expect(text).toContain(one?.title);
    const explain = (target: string) => runCli(['explain', target, '--run', run.folder]);
    const whole = explain(one?.case_id ?? '');
    expect(whole.code, whole.stderr).toBe(0);
    for (const spelling of [number, number.slice(0, -6)]) expect(explain(spelling)).toEqual(whole);
  });

  it('writes one paper a household, and masks ID numbers unless told not to', () => {
    const [first] = run.households;
    const id = first?.household_id ?? '';
    const head = first?.head?.id_number ?? '';
    const own = run.cases.filter(({ household_id }) => household_id === id);
    const people = own.flatMap(({ person }) => (person ? [person.id_number] : []));
    expect(paper('evidence', folderOf('one'), '--household', id).code).toBe(0);
    expect(paper('evidence', folderOf('whole'), '--household', id, '--unmask').code).toBe(0);
    const name = `审计取证单-户${id}.docx`;
    const text = textOf(join(folderOf('one'), name));
    for (const one of own) expect(text).toContain(one.title);
    if (first?.overpaid) expect(text).toContain(`${first.overpaid.amount.toFixed(2)}元`);
    for (const number of [head, ...people]) expect(text).not.toContain(number);
    expect(statSync(join(folderOf('one'), name)).mode & 0o777).toBe(0o600);
  });

  it('gives the same bytes for the same run and day', () => {
    paper('evidence', folderOf('a'), '--rule', 'R03');
    paper('evidence', folderOf('b'), '--rule', 'R03');
    const [a, b] = ['a', 'b'].map((name) => readFileSync(join(folderOf(name), '审计取证单-R03.docx')));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
  });
});

describe('paper handover', () => {
  it('has a page a source file, with its rows and its hash', () => {
    expect(paper('交接单', folderOf('handover'), '--lang', 'en').code).toBe(0);
    const text = textOf(join(folderOf('handover'), '数据交接单.docx'));
    const { inputs } = JSON.parse(readFileSync(join(run.folder, 'run.json'), 'utf8')) as {
      inputs: { file: string; sha256: string; rows: number; bytes: number }[];
    };
    expect(text.match(/移交单位（盖章）/g)).toHaveLength(inputs.length);
    for (const { file, sha256, rows, bytes } of inputs)
      expect(text).toMatch(
        new RegExp(`${file}[\\s\\S]*?行数\n${rows}\n[\\s\\S]*?${bytes}\n[\\s\\S]*?${sha256}`),
      );
    expect(text).toContain('县公安局');
  });
});

describe('paper return', () => {
  it('writes a letter a supplier, with counts and rows and without values', () => {
    expect(paper('return', folderOf('return')).code).toBe(0);
    const problems = run.summary.problems.filter(({ kind }) => kind !== 'note-row');
    const suppliers = [...new Set(problems.map(({ supplier }) => supplier ?? ''))];
    expect(readdirSync(folderOf('return')).sort()).toEqual(
      suppliers.map((name) => `数据退回函-${name}.docx`).sort(),
    );
    const own = problems.filter(({ supplier }) => supplier === '县公安局');
    const sum = (rejected: boolean): number =>
      own.filter((one) => one.rejected === rejected).reduce((total, { count }) => total + count, 0);
    const text = textOf(join(folderOf('return'), '数据退回函-县公安局.docx'));
    expect(text).toContain(`有${sum(true)}行不能采用、${sum(false)}处内容须核对`);
    expect(text).not.toMatch(/\d{6}\*+|E\+17|\d{17}[\dX]/);
    // Rows of people who are on no roster are counted, not listed, unless they were lost.
    const lost = own.filter(({ rejected }) => rejected);
    for (const { examples } of lost) for (const { row } of examples) expect(text).toContain(`\n${row}\n`);
  });
});

describe('what is refused', () => {
  it.each([
    ['取证表', [], 'evidence(取证单)、handover(交接单)、return(退回函)'],
    ['evidence', ['--rule', 'R99'], 'dibao rules 列出全部'],
    ['evidence', ['--case', 'R04.car-feedfacefeedface'], '没有编号为“R04.car-feedfacefeedface”的疑点'],
    ['evidence', ['--household', 'nobody'], 'nobody'],
  ])('%s %j', (kind, more, said) => {
    const { code, stderr } = paper(kind, folderOf('none'), ...more);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it('an ID number as a household, and a campaign without ledger or run', () => {
    const id = run.cases[0]?.head?.id_number ?? '';
    const { code, stderr } = paper('evidence', folderOf('none'), '--household', id);
    expect([code, stderr.includes('身份证号不能写在命令行上'), stderr.includes(id)]).toEqual([
      2,
      true,
      false,
    ]);
    const without = runCli(['paper', '交接单', ...campaign]);
    expect([without.code, without.stderr.includes('--run')]).toEqual([2, true]);
  });
});

describe('explain --format docx', () => {
  it('writes one household in Chinese, masked, with what the screen says of it', () => {
    const id = run.households[0]?.household_id ?? '';
    const file = join(place.path, 'one.docx');
    const args = ['explain', id, '--run', run.folder, '--format', 'docx', '--output', file, '--lang', 'en'];
    const { code, stderr } = runCli(args);
    expect(code, stderr).toBe(0);
    const text = textOf(file);
    for (const one of run.cases.filter(({ household_id }) => household_id === id))
      expect(text).toContain(one.case_id);
    for (const words of [`户 ${id}`, '各项检查', '须先排除', '命中']) expect(text).toContain(words);
    expect(text).not.toMatch(/\d{17}[\dX]/);
  });

  it('names its file after the case', () => {
    const id = run.cases[0]?.case_id ?? '';
    const { stdout } = runCli(['explain', id, '--run', run.folder, '--format', 'docx'], { cwd: place.path });
    expect(stdout).toContain(`核查情况-${id}.docx`);
    expect(existsSync(join(place.path, `核查情况-${id}.docx`))).toBe(true);
  });
});
