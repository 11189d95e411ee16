import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandHelp } from '../src/messages/help.js';
import { recordSets } from '../src/records/index.js';
import { loadCatalogue } from '../src/rules/catalogue.js';
import { loadStandards } from '../src/standards/load.js';
import { runCli } from './helpers/cli.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');

const readme = { en: read('README.md'), zh: read('README.zh-CN.md') };
const commands = Object.keys(commandHelp);

/** The fenced blocks of a page with their language, and the page without them. */
function parts(page: string): { blocks: { language: string; text: string }[]; prose: string } {
  const blocks: { language: string; text: string }[] = [];
  const prose = page.replaceAll(/^```(\w*)\n([\s\S]*?)^```$/gm, (_, language: string, text: string) => {
    blocks.push({ language, text });
    return '';
  });
  return { blocks, prose };
}

describe('the handbook', () => {
  test('is what the built program would write', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/handbook.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.each(commands)('has a section for the command %s', (name) => {
    expect(read('docs/handbook/命令.md')).toContain(`\n## ${name}\n`);
  });

  test('has a section for every check, record set and parameter', async () => {
    const rules = read('docs/handbook/规则.md');
    for (const { id, title } of await loadCatalogue()) expect(rules).toContain(`\n### ${id} ${title}\n`);
    const records = read('docs/handbook/数据字典.md');
    for (const { key, title } of recordSets.values()) expect(records).toContain(`\n## ${key} ${title.zh}\n`);
    const parameters = read('docs/handbook/参数.md');
    for (const { name } of loadStandards()) expect(parameters).toContain(`\n| \`${name}\` |`);
  });
});

describe('README.md and README.zh-CN.md', () => {
  test.each(commands)('both name the command %s', (name) => {
    for (const page of [readme.en, readme.zh]) expect(page).toContain(`\`dibao ${name}\``);
  });

  test('have headings of the same levels in the same order', () => {
    const levels = (page: string) => [...parts(page).prose.matchAll(/^#+(?= )/gm)].map(([marks]) => marks);
    expect(levels(readme.zh)).toEqual(levels(readme.en));
  });

  test('have the same blocks of code', () => {
    expect(parts(readme.zh).blocks).toEqual(parts(readme.en).blocks);
  });

  test('have tables of the same size, with the same files, commands and exit codes', () => {
    const rows = (page: string) =>
      [...page.matchAll(/^\| (.*?) \|/gm)].map(([, cell = '']) => cell.match(/`[^`]+`|^\d+$|^-+$/g));
    expect(rows(readme.zh)).toEqual(rows(readme.en));
  });

  test('say the same of what is not there yet', () => {
    const last = (page: string) => page.split(/^## /m).at(-2) ?? '';
    const words = (page: string) => last(page).match(/`[^`]+`|\bD\d\d\b/g);
    expect(words(readme.zh)).toEqual(words(readme.en));
  });
});

describe('what the READMEs show', () => {
  const blocks = parts(readme.en).blocks;
  const lines = blocks
    .filter(({ language, text }) => language === 'sh' && text.startsWith('dibao '))
    .map(({ text }) => text.trim().split('\n'));
  const start = mkdtempSync(path.join(tmpdir(), 'dibao-docs-'));
  afterAll(() => rmSync(start, { recursive: true, force: true }));
  const outputs: string[] = [];
  const codes: [string, number | null][] = [];

  beforeAll(() => {
    runCli(['init', 'dibao-demo', '--demo', '--quiet'], { cwd: start });
    // The one-off check is run in the demo folder, the campaign where its own init makes one.
    for (const block of lines) {
      let cwd = block[0]?.startsWith('dibao init') ? start : path.join(start, 'dibao-demo');
      for (const line of block) {
        const [program, ...args] = line.split(' ');
        if (program === 'cd') cwd = path.join(cwd, args[0] ?? '');
        else {
          // What the townships send back: here as it went out.
          if (line.startsWith('dibao collect'))
            cpSync(path.join(cwd, '下发'), path.join(cwd, '收到'), { recursive: true });
          const { code, stdout } = runCli(args, { cwd });
          codes.push([line, code]);
          outputs.push(stdout);
        }
      }
    }
  });

  test('every command runs as written', () => {
    const checks = ([line]: [string, unknown]) => /^dibao check(?!.*--dry-run)/.test(line);
    expect(codes).toEqual(codes.map((one) => [one[0], checks(one) ? 1 : 0]));
    expect(codes.length).toBeGreaterThan(5);
  });

  test('every line of the screen is one that they print', () => {
    const shown = blocks.find(({ language }) => language === 'text')?.text.split('\n') ?? [];
    const printed = new Set(outputs.join('\n').split('\n'));
    expect(shown.filter((line) => !printed.has(line))).toEqual([]);
    expect(shown.join('\n')).not.toMatch(/\d{17}[\dXx]/);
  });
});

const pages = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

test.each(pages)('every link of %s leads to something', (page) => {
  const targets = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  const missing = targets.filter(
    (target) =>
      !/^https?:/.test(target) && !existsSync(path.join(root, path.dirname(page), decodeURI(target))),
  );
  expect(missing).toEqual([]);
});

test.each(readdirSync(path.join(root, 'docs/decisions')))(
  'decision %s has its number, its three parts, and no more than 40 lines',
  (name) => {
    const page = read(`docs/decisions/${name}`);
    expect(page.split('\n').length).toBeLessThanOrEqual(41);
    expect(page).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`));
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(['Context', 'Decision', 'Consequences']);
    expect(read('docs/ARCHITECTURE.md')).toContain(`(decisions/${name})`);
  },
);

/** The table 'Who may import whom' of docs/ARCHITECTURE.md: folder → folders; null where anything goes. */
function allowedImports(): Map<string, Set<string> | null> {
  const section = read('docs/ARCHITECTURE.md').split('## Who may import whom')[1]?.split('\n## ')[0] ?? '';
  return new Map(
    [...section.matchAll(/^\| ([a-z][a-z-]*) \|(.*)\|$/gm)]
      .filter(([, folder]) => folder !== 'folder')
      .map(([, folder = '', list = '']) => {
        const names = list.trim();
        return [folder, names.startsWith('anything') ? null : new Set(names.split(/, */).filter(Boolean))];
      }),
  );
}

/** The folder of src/ (or the file in it) that a path below src/ belongs to. */
const roomOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.[jt]s$/, '');

function imports(): { from: string; to: string; line: string }[] {
  const source = path.join(root, 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.ts') && statSync(path.join(source, name)).isFile())
    .flatMap((name) =>
      [...read(`src/${name}`).matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, target = '']) => {
        const to = path.posix.join(path.posix.dirname(name), target);
        return { from: roomOf(name), to: roomOf(to), line: `${name} → ${to}` };
      }),
    )
    .filter(({ from, to }) => from !== to);
}

describe('who may import whom', () => {
  const allowed = allowedImports();
  const everybodys = new Set(['errors', 'messages']);

  test('is told of every folder', () => {
    const rooms = readdirSync(path.join(root, 'src')).map(roomOf);
    const told = [...allowed.keys(), 'errors'];
    expect([...new Set(rooms)].filter((room) => !told.includes(room))).toEqual([]);
  });

  test('holds for every import line', () => {
    const wrong = imports().filter(({ from, to }) => {
      if (to === 'cli' || (to === 'commands' && from !== 'cli')) return from !== 'cli';
      const names = allowed.get(from);
      return from !== 'errors' && !everybodys.has(to) && names !== null && !names?.has(to);
    });
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });

  test('allows nothing that nobody does', () => {
    const done = new Set(imports().map(({ from, to }) => `${from} → ${to}`));
    const idle = [...allowed].flatMap(([from, names]) => [...(names ?? [])].map((to) => `${from} → ${to}`));
    expect(idle.filter((pair) => !done.has(pair))).toEqual([]);
  });
});
