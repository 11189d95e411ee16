import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { type CliResult, runCli } from './cli.js';
import { idOf, people, told, writeDeaths, writeRoster, writeTable, writeVehicles } from './county.js';

export const masked = (id: string): string => `${id.slice(0, 6)}********${id.slice(14)}`;

/** A son of the woman of household 2, on no roster, who owns a car. */
export const supporter = idOf('1970-03-04', 8);

/** Writes the registers of the county to explain; the arguments that name them. */
function writeCounty(folder: string): string[] {
  const vehicles = writeVehicles(folder);
  const pension = '身份证号,姓名,待遇类型,月养老金,起领时间';
  const wages = '身份证号,姓名,单位名称,月工资,开始时间';
  const kin = '身份证号,姓名,亲属身份证号,亲属姓名,与本人关系,月赡养费';
  const moved = '身份证号,姓名,迁出日期,迁往地,迁往地区划代码';
  writeFileSync(
    join(folder, vehicles),
    `${readFileSync(join(folder, vehicles), 'utf8')}${supporter},赵大山,浙F77777,小型轿车,非营运,正常,2021-01-01\n`,
  );
  return [
    ...['--roster', writeRoster(folder), '--vehicle', vehicles, '--death', writeDeaths(folder)],
    ...[
      '--pension',
      writeTable(folder, 'p.csv', pension, [[people.owner, '王建国', '城乡居民', 1200, '2024-06-01']]),
    ],
    ...[
      '--employment',
      writeTable(folder, 'e.csv', wages, [[people.wife, '李秀英', '服装厂', 2500, '2025-02-01']]),
    ],
    ...[
      '--kinship',
      writeTable(folder, 'k.csv', kin, [[people.widow, '赵桂花', supporter, '赵大山', '儿子', '']]),
    ],
    ...[
      '--migration',
      writeTable(folder, 'm.csv', moved, [[people.daughter, '钱美华', '2026-03-05', '上海市', '310115']]),
    ],
    ...told,
  ];
}

/** One section of the page, its broken lines joined. */
export function section(page: string, title: string): string {
  const parts = page.split(/^(?=\S)/m);
  const found = parts.find((part) => part.startsWith(`${title}\n`)) ?? '';
  return found.replace(/\n {14,}(?=\S)/g, '');
}

/** A county that has been checked once for all tests of a file: `kept` with its database, `bare` without. */
export class ExplainCounty {
  path = '';
  /** The arguments that name its files. */
  given: readonly string[] = [];
  readonly #answers = new Map<string, string>();

  constructor() {
    beforeAll(() => {
      this.path = mkdtempSync(join(tmpdir(), 'dibao-test-'));
      this.given = writeCounty(this.path);
      const kept = this.run('check', ...this.given, '-o', 'kept', '--keep-db', '-q');
      expect([kept.code, kept.stderr]).toEqual([1, '']);
      this.copyRun('bare');
    });
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  run(...args: string[]): CliResult {
    return runCli(args, { cwd: this.path });
  }

  /** The answer from the run that kept its database, asked for once. */
  explain(target: string, ...args: string[]): string {
    const key = [target, ...args].join(' ');
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const result = this.run('explain', target, '-o', 'kept', ...args);
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    this.#answers.set(key, result.stdout);
    return result.stdout;
  }

  /** What `explain -` answers to a line of standard input. */
  ask(line: string): CliResult {
    return runCli(['explain', '-', '-o', 'kept'], { cwd: this.path, input: line });
  }

  /** Copies the run without its database; the folder. */
  copyRun(name: string): string {
    const copy = join(this.path, name);
    mkdirSync(copy);
    for (const file of readdirSync(join(this.path, 'kept')))
      if (file !== 'loaded.duckdb')
        writeFileSync(join(copy, file), readFileSync(join(this.path, 'kept', file)));
    return copy;
  }
}
