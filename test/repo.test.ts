import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue, type ErrorEntry } from '../src/errors.js';
import { isValidId18 } from '../src/normalise/index.js';

const root = join(import.meta.dirname, '..');

/** Files below a folder of the repository, as paths with `/` from its root. */
function filesBelow(folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
}

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const sources = filesBelow('src').filter((name) => /\.(ts|sql|yaml)$/.test(name));
const lines = (name: string): number => read(name).trimEnd().split('\n').length;

describe('small rooms', () => {
  it('holds no source file of more than 300 lines', () => {
    expect(sources.filter((name) => lines(name) > 300)).toEqual([]);
  });

  it('has half of its source files below 120 lines', () => {
    const sizes = sources.map(lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(120);
  });
});

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** The folder of src/ that a file lies in; a file right below src/ is a room of its own. */
const room = (name: string): string => (name.split('/')[1] ?? '').replace(/\.[jt]s$/, '');

function importsOf(name: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gm;
  return [...read(name).matchAll(pattern)].map(([, type, standing, dynamic]) => ({
    from: name,
    to: posix.join(posix.dirname(name), standing ?? dynamic ?? ''),
    typeOnly: type !== undefined,
  }));
}

describe('the way of the data is one way', () => {
  const imports = sources.filter((name) => name.endsWith('.ts')).flatMap(importsOf);
  const between = imports.filter(({ from, to }) => room(from) !== room(to));
  const told = (list: readonly Import[]): string[] => list.map(({ from, to }) => `${from} → ${to}`);

  it('is read from the import lines', () => {
    expect(told(between)).toContain('src/run.ts → src/rules/execute.js');
    expect(between.length).toBeGreaterThan(100);
  });

  it('nobody imports cli, and cli alone imports commands', () => {
    const wrong = between.filter(
      ({ from, to }) => room(from) !== 'cli' && (room(to) === 'cli' || room(to) === 'commands'),
    );
    expect(told(wrong)).toEqual([]);
  });

  // What each of these knows is fixed by DESIGN.md; the whole table stands in docs/ARCHITECTURE.md.
  it.each([
    ['errors', []],
    ['records', []],
    ['standards', []],
    ['rules', []],
    ['normalise', ['records']],
    ['match', ['normalise', 'records']],
    ['read', ['normalise', 'records']],
    ['reports', ['cases', 'files']],
  ] as const)('%s imports nothing of ours but %j, errors and messages', (from, allowed) => {
    const may = new Set<string>([...allowed, 'errors', 'messages']);
    expect(told(between.filter((one) => room(one.from) === from && !may.has(room(one.to))))).toEqual([]);
  });

  it('goes round in no circle of folders', () => {
    const next = new Map<string, Set<string>>();
    for (const { from, to, typeOnly } of between) {
      if (typeOnly) continue;
      next.set(room(from), (next.get(room(from)) ?? new Set()).add(room(to)));
    }
    const reaches = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of next.get(from) ?? []) if (!seen.has(to)) reaches(to, seen.add(to));
      return seen;
    };
    expect([...next.keys()].filter((name) => reaches(name).has(name))).toEqual([]);
  });

  it('has no SQL in reports', () => {
    const wrong = filesBelow('src/reports').filter((name) => /\bSELECT\b|duckdb/.test(read(name)));
    expect(wrong).toEqual([]);
  });

  it('touches the process in cli alone', () => {
    const wrong = sources.filter(
      (name) =>
        name.endsWith('.ts') &&
        room(name) !== 'cli' &&
        /\bprocess\.(argv|exit|std|env|on)\b/.test(read(name)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the error catalogue', () => {
  const marks = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

  it.each(Object.entries(catalogue) as [string, ErrorEntry][])(
    '%s says what and what next, twice',
    (_, entry) => {
      for (const text of [entry.what, entry.remedy]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(text.en).toMatch(/[a-z]/);
        expect(text.en).not.toMatch(/[\u4e00-\u9fff]{8}/);
        expect(marks(text.en)).toEqual(marks(text.zh));
      }
    },
  );
});

/** The files that git tracks; null outside a repository (in the package as it is published). */
function tracked(): string[] | null {
  if (!existsSync(join(root, '.git'))) return null;
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(root, name)));
}

const files = tracked();
const texts = (files ?? []).filter((name) => !/\.(xlsx?|png|jpe?g|tgz|zip|txt|csv)$/.test(name));

describe.skipIf(files === null)('what is tracked', () => {
  it('names no path of anybody’s machine', () => {
    const path = /(?<![\w.~\\/-])\/(?:home|root|Users|work|mnt|srv)\/[\w.-]+|\b[A-Z]:\\Users\\/;
    expect(texts.filter((name) => path.test(read(name)))).toEqual([]);
  });

  it('names no registry', () => {
    const address = /https?:\/\/[\w.:-]*(?:registry|npmmirror|artifactory|nexus|verdaccio)/;
    expect(texts.filter((name) => address.test(read(name)))).toEqual([]);
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('has nothing that is built or installed', () => {
    expect((files ?? []).filter((name) => /^(node_modules|dist|coverage)\//.test(name))).toEqual([]);
  });
});

describe('nobody’s number', () => {
  const pages = [
    ...filesBelow('src'),
    ...filesBelow('docs'),
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
  ];

  it('stands in source or documentation', () => {
    const found = pages
      .filter((name) => existsSync(join(root, name)))
      .flatMap((name) => {
        const text = read(name);
        // The serial number 000 is given to nobody: a number with it may be an example.
        const whole = [...text.matchAll(/(?<!\d)\d{14}(?!000)\d{3}[\dXx](?!\d)/g)].filter(([id]) =>
          isValidId18(id.toUpperCase()),
        );
        const old = [
          ...text.matchAll(/(?<!\d)[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g),
        ];
        return [...whole, ...old].map(([id]) => `${name}: ${id.slice(0, 6)}…`);
      });
    expect(found).toEqual([]);
  });
});
