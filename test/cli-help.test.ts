import { describe, expect, test } from 'vitest';
import { recordKeys } from '../src/campaign-file/record-keys.js';
import { commandHelp } from '../src/messages/help.js';
import { runCli } from './helpers/cli.js';

const commands = Object.keys(commandHelp) as (keyof typeof commandHelp)[];
const languages = ['zh', 'en'] as const;

describe.each(languages)('help in %s', (lang) => {
  const help = runCli(['--help', '--lang', lang]);

  test('goes to standard output and ends well', () => {
    expect(help).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(commands)('lists %s', (name) => {
    expect(help.stdout).toMatch(
      new RegExp(`^  ${name} .*${literally(commandHelp[name].summary[lang])}$`, 'm'),
    );
  });

  test.each(commands)('of %s says what it does and shows an example', (name) => {
    const own = runCli([name, '--help', '--lang', lang]);
    expect(own).toMatchObject({ code: 0, stderr: '' });
    expect(own.stdout).toContain(commandHelp[name].summary[lang]);
    expect(own.stdout).toContain(`  ${commandHelp[name].example[lang].split('\n')[0]}\n`);
    expect(runCli(['help', name, '--lang', lang]).stdout).toBe(own.stdout);
  });

  test('no line is wider than the page', () => {
    for (const line of help.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
  });
});

test('nothing in the English help is Chinese but the name of the thing', () => {
  const pages = [[], ...commands.map((name) => [name])].map(
    (args) => runCli([...args, '--help', '--lang', 'en']).stdout,
  );
  expect(pages.join('').replaceAll(/低保|疑点|模拟县/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('check has an option for every record set', () => {
  const { stdout } = runCli(['check', '--help']);
  for (const key of recordKeys) expect(stdout).toMatch(new RegExp(`^  --${key.replaceAll('_', '-')} <`, 'm'));
});

describe('the language', () => {
  const firstWord = (env: Record<string, string>, ...args: string[]) =>
    runCli(['--help', ...args], { env }).stdout.slice(0, 3);

  test.each([
    [{}, '用法:'],
    [{ LANG: 'zh_CN.UTF-8' }, '用法:'],
    [{ LANG: 'C.UTF-8' }, '用法:'],
    [{ LANG: 'POSIX' }, '用法:'],
    [{ LANG: 'en_US.UTF-8' }, 'Usage:'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, '用法:'],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'Usage:'],
  ])('with %j is that of %s', (env, word) => {
    expect(firstWord(env)).toBe(word.slice(0, 3));
  });

  test('asked for wins over the locale, before the command or behind it', () => {
    expect(firstWord({ LANG: 'en_US.UTF-8' }, '--lang', 'zh')).toBe('用法:');
    expect(runCli(['--lang=en', 'rules', '--help']).stdout).toMatch(/^Usage: dibao rules/);
  });
});

test('--version prints the version alone', () => {
  expect(runCli(['--version'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});

function literally(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

test.each(['zh', 'en'])(
  'the list of commands that the build wrote is the one that the program makes (%s)',
  (lang) => {
    const ready = runCli(['--help', '--lang', lang]);
    expect(ready).toEqual({ ...runCli(['help', '--lang', lang]), stderr: '' });
    expect(runCli(['--lang', lang, '-h']).stdout).toBe(ready.stdout);
    // With a further option it is made anew.
    expect(runCli(['--help', '--quiet', '--lang', lang]).stdout).toBe(ready.stdout);
  },
);
