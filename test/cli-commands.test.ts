import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { maskIdsIn } from '../src/messages/mask.js';
import { recordSets } from '../src/records/index.js';
import { loadStandards } from '../src/standards/load.js';
import { runCli, temporaryFolder } from './helpers/cli.js';

const demo = fileURLToPath(new URL('../fixtures/demo/', import.meta.url));
const posix = process.platform !== 'win32';

describe('init', () => {
  test('makes a folder that check and rules can read, with empty sheets', () => {
    const cwd = temporaryFolder();
    const made = runCli(['init', '专项'], { cwd });
    expect(made).toMatchObject({ code: 0, stdout: '' });
    expect(made.stderr).toBe(
      '已建好 专项\n下一步: 把数据放进 data/,核对 dibao.yaml,然后运行\n' +
        `  dibao check -c ${join('专项', 'dibao.yaml')} -o ${join('专项', '疑点')}\n`,
    );
    expect(readdirSync(join(cwd, '专项', 'data')).sort()).toHaveLength(8);
    expect(runCli(['rules', '--parameters', '-c', '专项/dibao.yaml'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  test('every line of the sample that is commented out may be put into force', () => {
    const cwd = temporaryFolder();
    for (const lang of ['zh', 'en']) {
      runCli(['init', lang, '--lang', lang, '--quiet'], { cwd });
      const file = join(cwd, lang, 'dibao.yaml');
      mkdirSync(join(cwd, lang, 'rules'));
      for (const name of ['豁免.csv', 'exemptions.csv']) writeFileSync(join(cwd, lang, name), '');
      const all = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^# [^a-z]|^# .*[.。:]$|^#.*--/.test(line))
        .map((line) => line.replace(/^( *)# (?=[a-z_]+:| {2})/, '$1'))
        // The two ways to name a roster and a vehicle file exclude each other.
        .filter(
          (line, index, lines) => !/^ {2}(roster|vehicle): \[/.test(line) || !lines.includes(line, index + 1),
        );
      const once = all
        .join('\n')
        .replace(/^ {2}(roster|vehicle): \[.*\n/gm, '')
        .replace(/^ {4}# - .*\n/m, '');
      writeFileSync(file, once);
      const { code, stderr } = runCli(['rules', '--parameters', '-c', file]);
      expect(`${lang}: ${stderr}`).toBe(`${lang}: `);
      expect(code).toBe(0);
    }
  });

  test.skipIf(!posix)('keeps it to its owner', () => {
    const cwd = temporaryFolder();
    runCli(['init', 'a'], { cwd });
    expect(statSync(join(cwd, 'a', 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(join(cwd, 'a', 'dibao.yaml')).mode & 0o777).toBe(0o600);
  });

  test('writes over nothing', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.txt'), '');
    expect(runCli(['init'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: '.: 文件夹不是空的\n  → 请换一个不存在的或空的文件夹\n',
    });
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  test.skipIf(!existsSync(join(demo, 'dibao.yaml')))('--demo copies the demo county', () => {
    const cwd = temporaryFolder();
    expect(runCli(['init', '演示', '--demo'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, '演示', 'dibao.yaml'))).toEqual(readFileSync(join(demo, 'dibao.yaml')));
    expect(readdirSync(join(cwd, '演示', 'data')).sort()).toEqual(readdirSync(join(demo, 'data')).sort());
  });
});

describe('template', () => {
  test('alone lists every record set', () => {
    const { stdout } = runCli(['template']);
    for (const set of recordSets.values()) expect(stdout).toMatch(new RegExp(`^${set.key} +`, 'm'));
  });

  test('--list lists the fields', () => {
    const { stdout } = runCli(['template', 'death', '--list']);
    expect(stdout).toMatch(/^death_date +死亡日期 +必填 +日期/m);
  });

  // An earlier roster has the columns of the roster: which it is only the campaign file tells.
  test.each([...recordSets.keys()].filter((key) => key !== 'snapshot'))(
    'of %s is read back as what it is',
    (key) => {
      const cwd = temporaryFolder();
      expect(runCli(['template', key, '-o', 'a.xlsx'], { cwd })).toEqual({
        code: 0,
        stdout: '',
        stderr: '已生成 a.xlsx\n',
      });
      const { stdout } = runCli(['inspect', 'a.xlsx', '--format', 'ndjson', '--as', key], { cwd });
      const [form] = stdout
        .split('\n')
        .map((line) => JSON.parse(line || 'null') as { columns: { field: string }[] });
      const fields = recordSets.get(key)?.fields.map((field) => field.name) ?? [];
      expect(form?.columns.map((column) => column.field)).toEqual(fields);
    },
  );

  test('is the same, byte for byte, each time', () => {
    const cwd = temporaryFolder();
    runCli(['template', 'roster', '-o', 'a.xlsx'], { cwd });
    runCli(['template', 'roster', '-o', 'b.xlsx'], { cwd });
    expect(readFileSync(join(cwd, 'a.xlsx')).equals(readFileSync(join(cwd, 'b.xlsx')))).toBe(true);
  });

  test('writes over no file: it may have been filled in', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.xlsx'), 'mine');
    expect(runCli(['template', 'death', '-o', 'a.xlsx'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'a.xlsx: 文件已经存在\n  → 请用 -o 换一个文件名,或先移走它\n',
    });
    expect(readFileSync(join(cwd, 'a.xlsx'), 'utf8')).toBe('mine');
  });

  test('a folder that is not there', () => {
    const { code, stderr } = runCli(['template', 'death', '-o', 'x/a.xlsx'], { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^x\/a\.xlsx: 写不了这个文件或文件夹\(ENOENT\)\n/);
  });
});

describe('rules', () => {
  test('lists the checks, in each format', () => {
    expect(runCli(['rules']).stdout).toMatch(/^R04\.car +整户退出 +家有小汽车 +vehicle$/m);
    const rows = JSON.parse(runCli(['rules', '--format', 'json']).stdout) as { id: string; grade: string }[];
    expect(rows.find((row) => row.id === 'R04.car')?.grade).toBe('exit');
    expect(runCli(['rules', '--format', 'csv']).stdout).toMatch(/^R04\.car,exit,家有小汽车,vehicle\r$/m);
  });

  test('shows one with its basis and its SQL', () => {
    const { stdout } = runCli(['rules', 'r04.car']);
    expect(stdout).toMatch(/^R04\.car {2}家有小汽车\n/);
    expect(stdout).toContain('社会救助暂行办法(国务院令第649号) 第九条');
    expect(stdout).toMatch(/^SELECT /m);
  });

  test('--parameters lists every parameter', () => {
    const { stdout } = runCli(['rules', '--parameters', '--format', 'ndjson']);
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { name: string }).name);
    expect(names).toEqual(loadStandards().map((parameter) => parameter.name));
  });

  describe('--check refuses a rule of the user that', () => {
    const head = (needs: string) =>
      `/*---\nid: U01.own\nrule: U01\ntitle: 自编\ngrade: verify\nneeds: [${needs}]\nbasis: [{ document: 文件 }]\nlawful_reasons: [无]\n---*/\n`;
    const columns = `'hit' AS outcome, '' AS household_id, NULL AS person, 'exact' AS match, '' AS reason, [source] AS sources`;
    const check = (sql: string, needs = 'death') => {
      const cwd = temporaryFolder();
      mkdirSync(join(cwd, 'r'));
      writeFileSync(join(cwd, 'r', 'U01.own.sql'), head(needs) + sql);
      return runCli(['rules', '--check', '--rules', 'r'], { cwd });
    };
    test.each([
      ['does not run', `SELECT ${columns}, nothing FROM death`, /SQL 不能运行/],
      ['is no SELECT', 'DELETE FROM death', /应为 SELECT 语句/],
      ['is two statements', `SELECT ${columns} FROM death; SELECT 1`, /应为一条语句,实有 2 条/],
      [
        'lacks a column',
        `SELECT 'hit' AS outcome FROM death`,
        /缺少列 household_id person match reason sources/,
      ],
      [
        'reads what it does not name',
        `SELECT ${columns} FROM death JOIN prison USING (source)`,
        /读了 prison/,
      ],
    ])('%s', (_, sql, said) => {
      const { code, stderr } = check(sql);
      expect(stderr).toMatch(said);
      expect(stderr).toMatch(/U01\.own\.sql(?: 第\d+行)?: 规则 U01\.own 有误/);
      expect(code).toBe(2);
    });

    test('names what it does not read', () => {
      expect(check(`SELECT ${columns} FROM death`, 'death, prison').stderr).toMatch(
        /说明头写了 prison,SQL 并没有读/,
      );
    });
  });
});

describe('inspect', () => {
  const ids = ['110101199001010007', '110101199001010015', '3.30482E+17'];
  const csv = `死亡登记表\n姓名,身份证号,死亡日期,备注\n${ids.map((id, i) => `张${i},${id},2024-0${i + 1}-05,`).join('\n')}\n王五,${ids[0]},待查,\n`;

  function inspected(...args: string[]) {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, '死亡.csv'), csv);
    return runCli(['inspect', '死亡.csv', ...args], { cwd });
  }

  test('says what the file is, its columns, its rows and its problems', () => {
    const { code, stdout } = inspected();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^文件 死亡\.csv\(csv,/);
    expect(stdout).toContain('  编码 utf-8,分隔符 ,\n  像是 死亡登记 death(得分');
    expect(stdout).toContain('  表头在第2行\n');
    expect(stdout).toContain('死亡日期 → death_date');
    expect(stdout).toContain('没有对上的列(1,原样保留): 备注');
    expect(stdout).toMatch(/^ {2}6 行: 可用 2,退回 2,跳过 2\(/m);
    expect(stdout).toMatch(/1 处,整行退回 {2}第5行 3\.30482E\+17/);
  });

  test('masks ID numbers, unless told not to', () => {
    const { stdout } = inspected();
    expect(stdout).toContain('110101********0007');
    for (const id of ids.slice(0, 2)) expect(stdout).not.toContain(id);
    expect(inspected('--unmask').stdout).toContain(ids[0]);
  });

  test('as NDJSON for programs', () => {
    const report = JSON.parse(inspected('--format', 'ndjson').stdout) as Record<string, unknown>;
    expect(report).toMatchObject({
      register: 'death',
      rows: 6,
      loaded: 2,
      rejected: 2,
      skipped: 2,
      header_row: 2,
    });
  });

  test('a file that is no table: said, exit 3, and the others are still looked at', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.csv'), '%PDF-1.7\n');
    writeFileSync(join(cwd, 'b.csv'), csv);
    const { code, stdout, stderr } = runCli(['inspect', 'a.csv', 'b.csv'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^a\.csv: .*PDF/);
    expect(stdout).toContain('文件 b.csv');
  });
});

describe('the process', () => {
  test('a reader that closes the pipe ends it quietly', async () => {
    const program = fileURLToPath(new URL('../bin/dibao.js', import.meta.url));
    const child = spawn(process.execPath, [program, 'rules', '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('what may be an ID number in a stack is masked', () => {
    expect(maskIdsIn('at 330482196305151234, 33048219630515123X; 330482630515123')).toBe(
      'at 330482********1234, 330482********123X; 330482*****5123',
    );
    expect(maskIdsIn('2026-11-01 12345678901234')).toBe('2026-11-01 12345678901234');
  });
});
