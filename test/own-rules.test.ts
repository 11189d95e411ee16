import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './helpers/cli.js';

const page = readFileSync(join(import.meta.dirname, '../docs/handbook/自编规则.md'), 'utf8').replaceAll(
  '\r\n',
  '\n',
);
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
const EXAMPLE = block('sql');

/** A campaign of the demo county with this rule. */
function campaign(rule: string, name = 'U01.other-relief.sql'): string {
  const folder = temporaryFolder();
  runCli(['init', folder, '--demo', '--quiet']);
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules', name), rule);
  const file = join(folder, 'dibao.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}rules: rules/\n`);
  return folder;
}

describe('the example of the handbook', () => {
  it('runs as it stands there, by the commands that stand there', () => {
    const folder = campaign(EXAMPLE);
    const commands = block('sh')
      .trim()
      .split('\n')
      .map((line) => line.replace(/^dibao /, '').split(' '));
    expect(commands.map((args) => runCli(args, { cwd: folder }).code)).toEqual([0, 1]);
    const cases = readFileSync(join(folder, '试跑/cases.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(cases.length).toBeGreaterThan(0);
    for (const one of cases) {
      expect(one).toMatchObject({ check: 'U01.other-relief', grade: 'verify' });
      expect(one.evidence.map(({ register }: { register: string }) => register)).toContain('other_relief');
    }
    const summary = JSON.parse(readFileSync(join(folder, '试跑/summary.json'), 'utf8'));
    expect(summary.rules).toMatchObject([{ rule: 'U01', title: '低保家庭成员另领其他救助', outcome: 'hit' }]);
  });
});

describe('rules --check', () => {
  const said = (rule: string): string => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'U01.other-relief.sql'), rule);
    const { code, stderr } = runCli(['rules', '--check', '--rules', folder]);
    expect(code).toBe(2);
    return stderr;
  };

  it.each([
    [
      'needs that name too little',
      (t: string) => t.replace('needs: [other_relief]', 'needs: []'),
      /第6行: .*other_relief/,
    ],
    [
      'uses that name too much',
      (t: string) => t.replace('uses: [death, prison]', 'uses: [death, prison, student]'),
      /student/,
    ],
    [
      'a record set misspelt',
      (t: string) => t.replace('[other_relief]', '[other_releif]'),
      /第6行: .*other_releif.*other_relief/,
    ],
    ['a key misspelt', (t: string) => t.replace('grade: verify', 'grad: verify'), /第5行: .*grad.*grade/],
    ['a wrong grade', (t: string) => t.replace('grade: verify', 'grade: maybe'), /第5行: .*exit/],
    ['a key missing', (t: string) => t.replace(/basis:\n.*\n/, ''), /缺少“basis”/],
    ['no header', () => 'SELECT 1', /\/\*---/],
    ['two statements', (t: string) => `${t};\nSELECT 1`, /应为一条语句,实有 2 条/],
    ['no SELECT', (t: string) => t.replace(/SELECT[\s\S]*/, 'DELETE FROM roster'), /SELECT/],
    [
      'an unknown column',
      (t: string) => t.replace('r.programme AS fact', 'r.kind AS fact'),
      /第1[0-9]行: .*kind/,
    ],
    ['a column missing', (t: string) => t.replace("'hit' AS outcome", "'hit' AS result"), /缺少列 outcome/],
    [
      'sources that are no list',
      (t: string) => t.replace('list(r.source ORDER BY r.source)', 'min(r.source)'),
      /sources 应为行号的列表/,
    ],
    [
      'leads by a field that there is not',
      (t: string) => t.replace('\ngrade:', '\nleads: { other_relief: [{ programe: [x] }] }\ngrade:'),
      /第[0-9]+行: .*programe/,
    ],
    [
      'leads by a parameter that there is not',
      (t: string) => t.replace('\ngrade:', '\nleads: { other_relief: [{ programme: no_such }] }\ngrade:'),
      /no_such/,
    ],
    [
      'a file function',
      (t: string) =>
        t.replace('JOIN other_relief r USING (source)', "JOIN read_csv('x.csv') r USING (source)"),
      /第1[0-9]行: .*read_csv/,
    ],
    [
      'a file as a table',
      (t: string) => t.replace('JOIN other_relief r USING (source)', "JOIN 'x.csv' r USING (source)"),
      /读文件/,
    ],
    [
      'an id that the program has',
      (t: string) => t.replace('id: U01.other-relief', 'id: R03'),
      /R03 出现两次/,
    ],
  ])('finds %s', (_, spoil, expected) => {
    const spoilt = spoil(EXAMPLE);
    expect(spoilt).not.toBe(EXAMPLE);
    expect(said(spoilt)).toMatch(expected);
  });
});
