import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli, temporaryFolder } from './helpers/cli.js';

/** What the program says of a campaign file, and how it ends. */
function refused(yaml: string, ...more: string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'dibao.yaml'), yaml);
  const { code, stdout, stderr } = runCli(['rules', '--parameters', '-c', 'dibao.yaml', ...more], { cwd });
  expect(stdout).toBe('');
  expect(code).toBe(2);
  return stderr;
}

describe('an unknown key', () => {
  test('at the top', () => {
    expect(refused('name: 核查\n\nsorces:\n  roster: a.csv\n')).toBe(
      'dibao.yaml 第3行: 不认识的项“sorces”,是不是“sources”?\n' +
        '  → 此处可用:name area as_of pack standards parameters amount_mode tiers supplement voluntary_deadlines review renewal sources ' +
        'rules exemptions required name_matching purpose authority footer office retain_until verified_by\n',
    );
  });

  test('in a standard', () => {
    expect(refused('standards:\n  urban:\n    - { from: 2025-07-01, montly: 1208 }\n')).toBe(
      'dibao.yaml 第3行: 不认识的项“montly”,是不是“monthly”?\n' +
        '  → 此处可用:from monthly yearly by_size per document\n',
    );
  });

  test('in a source, before the key that is missing because of it', () => {
    expect(refused('sources:\n  roster:\n    - a.csv\n    - { fiel: b.csv }\n')).toBe(
      'dibao.yaml 第4行: 不认识的项“fiel”,是不是“file”?\n' +
        '  → 此处可用:file data_date supplier columns encoding delimiter sheet set from township village village_group category\n',
    );
  });

  test('a record set', () => {
    expect(refused('sources:\n  roaster: a.csv\n')).toBe(
      'dibao.yaml 第2行: 没有“roaster”这种数据,是不是“roster”?\n  → 可用的种类用 dibao template 列出\n',
    );
  });

  test('a parameter', () => {
    expect(refused('parameters:\n  adult_age: 18\n  supporter_multipel: 3\n')).toBe(
      'dibao.yaml 第3行: 没有参数“supporter_multipel”,是不是“supporter_multiple”?\n' +
        '  → 可用的参数用 dibao rules --parameters 列出\n',
    );
  });

  test('a field', () => {
    expect(refused('sources:\n  vehicle:\n    file: a.csv\n    columns:\n      车主: nmae\n')).toBe(
      'dibao.yaml 第5行: “vehicle”没有字段“nmae”,是不是“name”?\n' +
        '  → 可用的字段用 dibao template vehicle --list 列出\n',
    );
  });

  test('with no near spelling: none is offered', () => {
    expect(refused('xyzzy: 1\n')).toMatch(/^dibao\.yaml 第1行: 不认识的项“xyzzy”\n/);
  });
});

describe('a wrong value', () => {
  const amount = '大于零的金额,只写数字,最多两位小数,如 1208 或 1208.50';
  test.each([
    ['as_of: 2026-02-30', 1, 'as_of', '2026-02-30', '日期,写成 2026-11-01 的样子'],
    ['standards:\n  urban:\n    - from: 2025-07-01\n      monthly: 1208元', 4, 'monthly', '1208元', amount],
    ['standards:\n  urban:\n    - from: 2025-07-01\n      monthly: -5', 4, 'monthly', '-5', amount],
    ['standards:\n  urban:\n    - from: 2025-07-01\n      yearly: 1.234', 4, 'yearly', '1.234', amount],
    ['area: { code: 平湖 }', 1, 'code', '平湖', '行政区划代码,2 至 12 位数字,如 "330482"'],
    ['name_matching: ja', 1, 'name_matching', 'ja', 'true 或 false'],
    ['sources:\n  roster:', 2, 'roster', 'null', '文件、文件夹或通配路径,或 { file: …, data_date: … }'],
    ['sources: [ a.csv ]', 1, 'sources', '["a.csv"]', '若干行“项: 值”'],
    ['parameters:\n  women_base: 56', 2, 'women_base', '56', '以下之一:50 55'],
    ['parameters:\n  adult_age: 十八', 2, 'adult_age', '十八', '数字'],
    ['parameters:\n  car_words: 轿车', 2, 'car_words', '轿车', '一组词,写成 [ 词1, 词2 ]'],
  ])('%j', (yaml, line, key, value, expected) => {
    expect(refused(yaml)).toBe(`dibao.yaml 第${line}行: “${key}”的值“${value}”不对\n  → 应为:${expected}\n`);
  });

  test('one of a few words: the nearest is offered', () => {
    expect(refused('sources:\n  roster: { file: a, township: { from: foldr } }')).toBe(
      'dibao.yaml 第2行: “from”的值“foldr”不对,是不是“folder”?\n' +
        '  → 应为:取自哪里:folder(文件夹名)、file(文件名)、sheet(工作表名)或 title(标题行)\n',
    );
  });

  test('two amounts in one standard', () => {
    expect(refused('standards:\n  urban: { from: 2025-07-01, monthly: 1, yearly: 12 }')).toContain(
      '→ 应为:每项恰好写 monthly(每月)、yearly(每年)、by_size(按人口)三者之一\n',
    );
  });

  test('two values from one day on', () => {
    expect(
      refused(
        'standards:\n  rural:\n    - { from: 2025-07-01, monthly: 1 }\n    - { from: 2025-07-01, monthly: 2 }',
      ),
    ).toBe('dibao.yaml 第4行: “rural”在 2025-07-01 起有两个值\n  → 同一天起只能有一个值,请删去一个\n');
  });

  test('an ID number in it is not repeated', () => {
    const said = refused('as_of: "330482196305151234"');
    expect(said).toContain('“330482********1234”');
    expect(said).not.toContain('330482196305151234');
  });
});

describe('a file that is no campaign file', () => {
  test('a tab in the indent', () => {
    expect(refused('area:\n\tcode: "33"\n')).toBe(
      'dibao.yaml 第2行: 不是正确的 YAML:缩进用了制表符,只能用空格\n' +
        '  → 请核对该行的缩进、引号和冒号(冒号后要有空格,缩进只用空格)\n',
    );
  });

  test('a key twice', () => {
    expect(refused('name: a\nname: b\n')).toContain('dibao.yaml 第2行: 不是正确的 YAML:同一项写了两次\n');
  });

  test('a list', () => {
    expect(refused('- a\n')).toContain('dibao.yaml 第1行: “专项文件”的值“["a"]”不对\n');
  });

  test('none at all', () => {
    const { code, stderr } = runCli(['rules', '--parameters', '-c', '没有.yaml'], { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toBe(
      '没有.yaml: 找不到专项文件\n' +
        '  → 用 -c 指明专项文件,或先用 dibao init 建一个;只查几个文件也可直接写 dibao check --roster 花名册.xlsx\n',
    );
  });
});

test('a folder of rules that is not there', () => {
  expect(refused('name: a\nrules: 规则/\n')).toBe(
    'dibao.yaml 第2行: “rules”所指的 规则/ 不存在\n  → 路径从专项文件所在的文件夹算起,请核对\n',
  );
});

test('in English', () => {
  expect(refused('standards:\n  urban:\n    - { from: 2025-07-01, monthly: abc }\n', '--lang', 'en')).toBe(
    'dibao.yaml row 3: wrong value "abc" for "monthly"\n' +
      '  → expected: an amount above zero, digits only, at most two decimals, such as 1208 or 1208.50\n',
  );
});
