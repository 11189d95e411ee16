import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expandSources, naturalOrder } from '../src/campaign-file/paths.js';
import { temporaryFolder } from './helpers/cli.js';

/** A folder with empty files of these names; gives what a path in it expands to, relative to it. */
function folderOf(...names: string[]) {
  const root = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), '');
  }
  const expand = (written: string): string[] =>
    expandSources({ path: join(root, written), written }).map((path) =>
      relative(root, path).replaceAll('\\', '/'),
    );
  return { root, expand };
}

describe('a file', () => {
  test('stands for itself, whatever its ending', () => {
    expect(folderOf('名册.dat').expand('名册.dat')).toEqual(['名册.dat']);
  });

  test('that is missing is an error that names it as written', () => {
    const { expand } = folderOf('a.csv');
    expect(() => expand('b.csv')).toThrow(
      expect.objectContaining({ code: 'file-missing', place: { file: 'b.csv' } }),
    );
  });
});

describe('a folder', () => {
  test('stands for every table file below it, in natural order', () => {
    const { expand } = folderOf(
      '名册/10月.csv',
      '名册/2月.csv',
      '名册/城/a.XLSX',
      '名册/城/b.et',
      '名册/说明.docx',
    );
    expect(expand('名册')).toEqual(['名册/2月.csv', '名册/10月.csv', '名册/城/a.XLSX', '名册/城/b.et']);
  });

  test('without locks of open files and hidden ones', () => {
    const { expand } = folderOf('d/~$a.xlsx', 'd/.b.csv', 'd/.c/d.csv', 'd/e.csv');
    expect(expand('d')).toEqual(['d/e.csv']);
  });

  test('without a table is an error', () => {
    const { expand } = folderOf('d/a.docx');
    expect(() => expand('d')).toThrow(expect.objectContaining({ code: 'file-missing' }));
  });
});

describe('a pattern', () => {
  test('* stands for part of a name, not for folders', () => {
    const { expand } = folderOf(
      'd/车辆1.csv',
      'd/车辆2.xlsx',
      'd/房产.csv',
      'd/x/车辆3.csv',
      'd/~$车辆4.csv',
    );
    expect(expand('d/车辆*')).toEqual(['d/车辆1.csv', 'd/车辆2.xlsx']);
    expect(expand('d/*.csv')).toEqual(['d/房产.csv', 'd/车辆1.csv']);
    expect(expand('*/车辆1.csv')).toEqual(['d/车辆1.csv']);
  });

  test('** stands for any folders, also none', () => {
    const { expand } = folderOf('d/a.csv', 'd/x/a.csv', 'd/x/y/a.csv', 'd/x/b.csv');
    expect(expand('d/**/a.csv')).toEqual(['d/a.csv', 'd/x/a.csv', 'd/x/y/a.csv']);
    expect(expand('d/x/**')).toEqual(['d/x/a.csv', 'd/x/b.csv', 'd/x/y/a.csv']);
  });

  test('a hidden folder above the pattern is no obstacle', () => {
    expect(folderOf('.work/a1.csv').expand('.work/a*.csv')).toEqual(['.work/a1.csv']);
  });

  test('other signs mean themselves', () => {
    const { expand } = folderOf('a(1).csv', 'a[2].csv', 'a+.csv');
    expect(expand('a(*).csv')).toEqual(['a(1).csv']);
    expect(expand('a[*].csv')).toEqual(['a[2].csv']);
  });

  test('that matches nothing is an error', () => {
    const { expand } = folderOf('a.csv');
    expect(() => expand('车辆*.csv')).toThrow(expect.objectContaining({ code: 'file-missing' }));
  });
});

test.skipIf(process.platform === 'win32')('a link to a folder above is not walked for ever', () => {
  const { root, expand } = folderOf('d/a.csv');
  symlinkSync(root, join(root, 'd', 'ring'));
  expect(expand('d')).toEqual(['d/a.csv']);
});

test('natural order goes by numbers, and is the same everywhere', () => {
  expect(['b', 'a10', 'a9', 'a010', 'B', '乙', '甲2', '甲10'].sort(naturalOrder)).toEqual([
    'B',
    'a9',
    'a010',
    'a10',
    'b',
    '乙',
    '甲2',
    '甲10',
  ]);
});
