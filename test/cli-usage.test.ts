import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, temporaryFolder } from './helpers/cli.js';

const see = (command: string) => `  → 用法见 ${command} --help\n`;
const sentenceOfDefect = '这是程序的缺陷';

const wrong: [string, string[], string][] = [
  ['an unknown command', ['chekc'], '没有命令“chekc”,是不是“check”?\n  → 全部命令用 dibao --help 列出\n'],
  ['a command like none', ['查'], '没有命令“查”\n  → 全部命令用 dibao --help 列出\n'],
  [
    'an unknown option',
    ['check', '--rostr', 'a.csv'],
    '没有选项“--rostr”,是不是“--roster”?\n  → 可用的选项见 dibao check --help\n',
  ],
  [
    'an unknown global option',
    ['rules', '--quite'],
    '没有选项“--quite”,是不是“--quiet”?\n  → 可用的选项见 dibao rules --help\n',
  ],
  ['a missing argument', ['inspect'], `缺少“文件”\n${see('dibao inspect')}`],
  ['a missing value', ['check', '--as-of'], `选项“--as-of <日期>”后面缺少值\n${see('dibao check')}`],
  [
    'a file without an option',
    ['check', '花名册.xlsx'],
    '多出的参数“花名册.xlsx”\n  → 文件要写在选项后面,如 --roster 花名册.xlsx;用法见 dibao check --help\n',
  ],
  [
    'one argument too many',
    ['rules', 'R01.self', 'R02.death'],
    '多出的参数“R02.death”\n  → 这里只能写一个;用法见 dibao rules --help\n',
  ],
  [
    'a day that is none',
    ['check', '--roster', 'a.csv', '--as-of', '2026-02-30'],
    '选项“--as-of”的值“2026-02-30”不对\n  → 应为:日期,写成 2026-11-01 的样子\n',
  ],
  [
    'a standard that is no amount',
    ['check', '--roster', 'a.csv', '--urban-standard', '很多'],
    '选项“--urban-standard”的值“很多”不对\n  → 应为:金额,每月写 1208,每年写 13200/年\n',
  ],
  [
    'a misspelt choice',
    ['check', '--roster', 'a.csv', '--fail-on', 'nevr'],
    '选项“--fail-on”的值“nevr”不对,是不是“never”?\n  → 应为:以下之一:any exit new never\n',
  ],
  [
    'no number',
    ['check', '--roster', 'a.csv', '--max-rejects', '-1'],
    '选项“--max-rejects”的值“-1”不对\n  → 应为:整数\n',
  ],
  [
    'no area code',
    ['check', '--roster', 'a.csv', '--area', '平湖'],
    '选项“--area”的值“平湖”不对\n  → 应为:行政区划代码,2 至 12 位数字,如 "330482"\n',
  ],
  [
    'a format there is not',
    ['rules', '--format', 'cvs'],
    '选项“--format”的值“cvs”不对,是不是“csv”?\n  → 应为:以下之一:table csv ndjson json\n',
  ],
  [
    'a language there is not',
    ['rules', '--lang', 'fr'],
    '选项“--lang”的值“fr”不对\n  → 应为:以下之一:zh en\n',
  ],
  [
    'no roster',
    ['check', '--pension', 'a.csv'],
    '没有低保花名册\n  → 在 sources 下写 roster: [ data/低保花名册.xlsx ],或用 --roster 指明文件\n',
  ],
  [
    'a record set there is not',
    ['template', 'vehicel'],
    '没有“vehicel”这种数据,是不是“vehicle”?\n  → 可用的种类用 dibao template 列出\n',
  ],
  [
    'a rule there is not',
    ['rules', 'R04.carr'],
    '没有规则“R04.carr”,是不是“R04.car”?\n  → 全部规则用 dibao rules 列出\n',
  ],
  [
    'an ID number as an argument',
    ['explain', '330482196305151234'],
    '身份证号不能写在命令行上\n  → 命令行会留在历史记录和进程列表里;请写 dibao explain - 再从标准输入给出号码\n',
  ],
];

describe('a wrong command line', () => {
  test.each(wrong)('%s', (_, args, said) => {
    const { code, stdout, stderr } = runCli(args, { cwd: temporaryFolder() });
    expect(stderr).toBe(said);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  test.each(wrong)('%s, in English', (_, args) => {
    const english = args.includes('--lang') ? args : [...args, '--lang', 'en'];
    const { code, stderr } = runCli(args[1] === '--as-of' ? ['--lang', 'en', ...args] : english, {
      cwd: temporaryFolder(),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/\n {2}→ .+\n$/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('none at all: the help, and exit 2', () => {
    const { code, stdout, stderr } = runCli([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^用法: dibao <命令> \[选项\]\n/);
  });

  test.each([['330482196305151234'], ['--330482196305151234'], ['check', '330482196305151234']])(
    'with an ID number in it repeats it masked: %s %s',
    (...args) => {
      const { code, stderr } = runCli(args.filter((arg) => arg !== undefined));
      expect(code).toBe(2);
      expect(stderr).toContain('330482********1234');
      expect(stderr).not.toContain('330482196305151234');
    },
  );

  test('is never called a defect', () => {
    for (const [, args] of wrong)
      expect(runCli(args, { cwd: temporaryFolder() }).stderr).not.toContain(sentenceOfDefect);
  });
});

describe('the working folder', () => {
  test('with a campaign file in it needs no -c', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'dibao.yaml'), 'sorces: {}\n');
    expect(runCli(['check'], { cwd }).stderr).toMatch(/^dibao\.yaml 第1行: 不认识的项“sorces”/);
  });

  test('without one it must be named', () => {
    expect(runCli(['check'], { cwd: temporaryFolder() }).stderr).toMatch(/^没有低保花名册\n/);
  });
});

test('a file that is not there: exit 3, named as written', () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'data'));
  const { code, stderr } = runCli(['inspect', 'data/车辆*.csv'], { cwd });
  expect(code).toBe(3);
  expect(stderr).toBe(
    'data/车辆*.csv: 找不到这个文件\n  → 请核对路径和文件名;文件名可用 * 通配,如 data/车辆*.csv\n',
  );
});
