import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './helpers/cli.js';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dibao-sql-'));
  const made = runCli(
    ['simulate', 'county', '--households', '200', '--register-rows', '3000', '--dirt', 'none'],
    { cwd: root },
  );
  expect(made.code).toBe(0);
  const checked = runCli(['check', '-q', '-c', 'county/dibao.yaml', '-o', 'run', '--keep-db'], { cwd: root });
  expect(checked.code).toBe(1);
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

const sql = (...args: string[]) => runCli(['sql', ...args], { cwd: root });
const kept = (query: string, ...args: string[]) => sql(query, '--run', 'run', ...args);

describe('dibao sql', () => {
  it('lists the tables and columns with their Chinese titles, without any data', () => {
    const { code, stdout } = sql('--format', 'ndjson');
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(rows[0]?.table).toBe('roster');
    expect(rows).toContainEqual({
      ...{ table: 'pension', title: '养老金发放', column: 'monthly_amount' },
      ...{ type: 'DECIMAL(18,2)', column_title: '月养老金' },
    });
    expect(rows.filter(({ table, title }) => !table || !title)).toEqual([]);
    expect(sql('--format', 'table').stdout).toMatch(/^表 +中文名 +列 +类型 +列的中文名\nroster +低保花名册 /);
  });

  it('answers from a database that was kept, and the same from the files', () => {
    const query = 'SELECT category, count(*) AS households FROM household GROUP BY ALL ORDER BY ALL';
    const { code, stdout, stderr } = kept(query);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^category,households\r\nrural,\d+\r\nurban,\d+\r\n$/);
    const files = sql(query, '-c', 'county/dibao.yaml');
    expect(files.stdout).toBe(stdout);
    expect(files.stderr).toBe('只装入了与名册有关的登记行;要查全部请加 --keep-all\n');
  });

  it('has only rows that concern the roster, and with --keep-all all of them', () => {
    const count = (...args: string[]) =>
      Number(
        sql('SELECT count(*) AS n FROM death', '-c', 'county/dibao.yaml', ...args).stdout.split('\r\n')[1],
      );
    const all =
      readFileSync(join(root, 'county', 'data', '死亡登记.csv'), 'utf8')
        .trimEnd()
        .split('\n').length - 1;
    expect(count('--keep-all')).toBe(all);
    expect(count()).toBeLessThan(all / 2);
  });

  it('writes values of every type, whole', () => {
    const query = `SELECT NULL AS nothing, true AS yes, -5 AS minus, 12345678901234567890 AS huge, 1.10::DECIMAL(9, 2) AS amount,
      DATE '2026-06-30' AS day, [1, 2] AS list, {'a': 'x'} AS parts, '=1+1' AS formula, '一,二' AS text`;
    expect(kept(query).stdout).toBe(
      'nothing,yes,minus,huge,amount,day,list,parts,formula,text\r\n' +
        `,true,-5,'12345678901234567890,1.1,2026-06-30,"[1,2]","{""a"":""x""}",'=1+1,"一,二"\r\n`,
    );
    const row = {
      ...{
        nothing: null,
        yes: true,
        minus: -5,
        huge: '12345678901234567890',
        amount: 1.1,
        day: '2026-06-30',
      },
      ...{ list: [1, 2], parts: { a: 'x' }, formula: '=1+1', text: '一,二' },
    };
    expect(JSON.parse(kept(query, '--format', 'ndjson').stdout)).toEqual(row);
    expect(JSON.parse(kept(query, '--format', 'json').stdout)).toEqual([row]);
    expect(JSON.parse(kept('SELECT 1 WHERE false', '--format', 'json').stdout)).toEqual([]);
  });

  it('masks ID numbers in a table, and gives them whole in pipes and files', () => {
    const query = 'SELECT id_number, name FROM roster ORDER BY source LIMIT 1';
    expect(kept(query, '--format', 'table').stdout).toMatch(/\n3399\d\d\*{8}\d{3}[\dX] /);
    expect(kept(query, '--format', 'table', '--unmask').stdout).toMatch(/\n3399\d{13}[\dX] /);
    expect(kept(query).stdout).toMatch(/\n'3399\d{13}[\dX],/);
    const { code, stderr, stdout } = kept(query, '--output', 'result.csv');
    expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: 'result.csv: 1 行\n', stdout: '' });
    expect(statSync(join(root, 'result.csv')).mode & 0o077).toBe(0);
    expect(readFileSync(join(root, 'result.csv'), 'utf8')).toMatch(
      /^\uFEFFid_number,name\r\n'3399\d{13}[\dX],/,
    );
  });

  it('reads the query from a file and from standard input, an ID number only so', () => {
    writeFileSync(join(root, 'query.sql'), '\uFEFF-- 多少户\nSELECT count(*) AS n FROM household;\n');
    expect(sql('--file', 'query.sql', '--run', 'run').stdout).toBe('n\r\n200\r\n');
    const [id = ''] = /\d{17}[\dX]/.exec(kept('SELECT id_number FROM roster LIMIT 1').stdout) ?? [];
    const query = `SELECT count(*) AS n FROM roster WHERE id_number = '${id}'`;
    expect(runCli(['sql', '-', '--run', 'run'], { cwd: root, input: query }).stdout).toBe('n\r\n1\r\n');
    const { code, stdout, stderr } = kept(query);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('身份证号不能写在命令行上');
    expect(stderr).not.toContain(id);
  });

  it.each([
    ['INSERT INTO death SELECT * FROM death', '只能查询,不能 INSERT'],
    ["COPY death TO 'death.csv'", '只能查询,不能 COPY'],
    ["ATTACH 'other.duckdb'", '只能查询,不能 ATTACH'],
    ['SET threads = 4', '只能查询,不能 SET'],
    ["PRAGMA table_info('death')", '只能查询,不能 PRAGMA'],
    ['DROP TABLE death', '只能查询,不能 DROP'],
    ["SELECT * FROM read_csv('/etc/passwd')", '查询不能读写文件,也不能改设置'],
    ["FROM '/etc/passwd.csv'", '查询不能读写文件,也不能改设置'],
    ['SELECT 1; SELECT 2', '一次只能查一条语句,这里有 2 条'],
    [' ; ', '没有查询语句'],
    ['SELECT * FORM death', 'LINE 1: SELECT * FORM death\n                      ^'],
    ['SELECT * FROM daeth', '相近的表:death'],
    ['SELECT nmae FROM death', 'Candidate bindings: "name"'],
    ["SELECT CAST('x' AS INTEGER) FROM death", 'Conversion Error'],
  ])('refuses %s', (query, message) => {
    const { code, stdout, stderr } = kept(query, '--format', 'csv');
    expect({ code, stdout: stdout.replace(/^.*\r\n/, '') }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('says where there is no data, no database, no file', () => {
    expect(sql('SELECT 1').stderr).toContain('没有说明数据从哪里来');
    expect(sql('SELECT 1', '--run', 'county').stderr).toContain('结果文件夹里没有留下数据库');
    expect(sql('--file', 'none.sql').stderr).toContain('找不到这个文件');
    expect(sql('SELECT 1', '--file', 'query.sql').stderr).toContain('查询写了两处');
  });

  it('logs the query in the campaign that it is of, without ID numbers', () => {
    runCli(['init', 'campaign', '--demo'], { cwd: root });
    const input = "SELECT 1 AS n WHERE '330482196305151234' = ''";
    const { code } = runCli(['sql', '-', '-c', 'campaign/dibao.yaml'], { cwd: root, input });
    expect(code).toBe(0);
    const log = readFileSync(join(root, 'campaign', '使用记录.ndjson'), 'utf8');
    expect(log).toContain('"command":"sql"');
    expect(log).toContain("SELECT 1 AS n WHERE '330482********1234' = ''");
    expect(log).toContain('"unmasked":true');
  });

  it('gives a result of a million rows as it comes', () => {
    const { code, stdout } = kept('SELECT i FROM range(1000000) t(i)');
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(1_000_001);
  });
});
