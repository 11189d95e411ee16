import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './helpers/cli.js';
import { demo, temporary } from './helpers/demo-run.js';

const folder = temporary();
afterAll(folder.remove);
const campaign = join(demo, 'dibao.yaml');

/** What a run wrote, by name; run.json holds its times. */
function outputs(dir: string): Map<string, Buffer> {
  const names = readdirSync(dir).filter((name) => name !== 'run.json');
  return new Map(names.map((name) => [name, readFileSync(join(dir, name))]));
}

function expectSame(dir: string, other: string, skipped: readonly string[] = []): void {
  const [one, two] = [outputs(dir), outputs(other)];
  expect([...two.keys()]).toEqual([...one.keys()]);
  for (const [name, bytes] of one)
    if (!skipped.includes(name)) expect([name, two.get(name)?.equals(bytes)]).toEqual([name, true]);
}

function check(name: string, args: readonly string[], env: Readonly<Record<string, string>>): string {
  const made = join(folder.path, name);
  const { code, stderr } = runCli(['check', ...args, '-o', made, '-q'], { env });
  if (code !== 1) throw new Error(`check ended with ${code}: ${stderr}`);
  return made;
}

const zh = { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' };
const base = check('base', ['-c', campaign], zh);
/** A day apart from Shanghai at most hours, a locale with another İ, and one thread. */
const far = check('far', ['-c', campaign, '--lang', 'zh', '--threads', '1'], {
  LC_ALL: 'tr_TR.UTF-8',
  TZ: 'Pacific/Kiritimati',
});

/** The demo with the sources of each register, and the registers themselves, named backwards. */
function turnedCampaign(): string {
  const made = join(folder.path, 'turned');
  cpSync(demo, made, { recursive: true });
  const text = readFileSync(campaign, 'utf8');
  const [head = '', sources = ''] = text.split(/^sources:\n/m);
  const registers = sources.split(/^(?= {2}\w+:)/m).map((block) => {
    const [title = '', ...files] = block.trimEnd().split('\n');
    return [title, ...files.reverse()].join('\n');
  });
  const file = join(made, 'dibao.yaml');
  writeFileSync(file, `${head}sources:\n${registers.reverse().join('\n')}\n`);
  return file;
}

describe('check of the demo county', () => {
  it('gives the same bytes in another locale, time zone and number of threads', () => {
    expectSame(base, far);
  });

  it('gives the same bytes whatever the order of registers and files in the campaign file', () => {
    expectSame(base, check('turned-run', ['-c', turnedCampaign()], { TZ: 'America/Los_Angeles' }));
  });

  it('finds the same cases in English: they are data, and compared from night to night', () => {
    const english = check('english', ['-c', campaign], { LANG: 'en_US.UTF-8' });
    for (const name of ['cases.ndjson', 'households.ndjson', 'undecidable.csv'])
      expect([name, readFileSync(join(english, name)).equals(readFileSync(join(base, name)))]).toEqual([
        name,
        true,
      ]);
    const { code, stdout } = runCli([
      'diff',
      base,
      english,
      '--format',
      'ndjson',
      '--only',
      'new',
      'changed',
      'resolved',
      'unknown',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  });

  it('gives the same bytes whatever the order of the files on the command line', () => {
    const data = (name: string): string => join(demo, 'data', name);
    const rosters = ['低保花名册_城市.xlsx', '低保花名册_农村.csv'].map(data);
    const pensions = ['养老金_城乡居民分月.txt', '养老金_职工和机关事业.xlsx'].map(data);
    const told = ['--as-of', '2026-11-01', '--urban-standard', '1208', '--rural-standard', '1100'];
    const vehicle = ['--vehicle', data('机动车登记.xlsx')];
    const one = ['--roster', ...rosters, '--pension', ...pensions, ...vehicle, ...told];
    const two = [
      ...told,
      ...vehicle,
      '--pension',
      ...[...pensions].reverse(),
      '--roster',
      ...[...rosters].reverse(),
    ];
    expectSame(check('line', one, zh), check('line-turned', two, { ...zh, TZ: 'UTC' }));
  });

  it('finds the same cases under other names of the files, which change the order in which they are read', () => {
    const made = join(folder.path, 'renamed');
    cpSync(demo, made, { recursive: true });
    const file = join(made, 'dibao.yaml');
    let text = readFileSync(file, 'utf8');
    const names = readdirSync(join(made, 'data'));
    for (const [index, name] of names.entries()) {
      const other = `${String(names.length - index).padStart(2, '0')}${name}`;
      renameSync(join(made, 'data', name), join(made, 'data', other));
      text = text.replaceAll(`data/${name},`, `data/${other},`);
    }
    writeFileSync(file, text);
    const { code, stdout } = runCli([
      'diff',
      base,
      check('renamed-run', ['-c', file], zh),
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const { total } = JSON.parse(stdout) as { total: Record<string, number> };
    expect(total).toMatchObject({ new: 0, changed: 0, resolved: 0, unknown: 0 });
    expect(total.recurring).toBeGreaterThan(100);
  });
});

describe('diff and changes', () => {
  const rosters = join(demo, 'data', '低保花名册*');
  const urban = join(demo, 'data', '低保花名册_城市.xlsx');
  const environments = [zh, { LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }];

  it.each(['table', 'csv', 'ndjson', 'json'])(
    'print the same bytes as %s in another locale and time zone',
    (format) => {
      const made = environments.map(
        (env) => runCli(['diff', base, far, '--format', format, '--lang', 'zh'], { env }).stdout,
      );
      expect(made[0]).not.toBe('');
      expect(made[1]).toBe(made[0]);
    },
  );

  it('write the same workbook', () => {
    const books = environments.map((env, index) => {
      const file = join(folder.path, `变动${index}.xlsx`);
      const { code, stdout } = runCli(
        ['changes', rosters, urban, '-c', campaign, '-o', file, '--lang', 'zh'],
        { env },
      );
      expect(code).toBe(0);
      expect(existsSync(file)).toBe(true);
      return [stdout, readFileSync(file)] as const;
    });
    expect(books[1]?.[0]).toBe(books[0]?.[0]);
    expect(books[1]?.[1].equals(books[0]?.[1] ?? Buffer.alloc(0))).toBe(true);
  });
});
