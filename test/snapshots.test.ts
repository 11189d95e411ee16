import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checksum } from '../src/normalise/index.js';
import { runCli, temporaryFolder } from './helpers/cli.js';

const HEADER = '户编号,姓名,身份证号,低保类别,乡镇,村\n';
const VILLAGES = 8;
const HOMES = 12;

function line(village: number, home: number, household: string): string {
  const digits = `33999919${60 + village}0101${String(100 + home).slice(-3)}`;
  return `${household},某${village}甲${home},${digits}${checksum(digits)},农村,东镇,村${village}\n`;
}

/** A roster of villages in which nothing happens but in village 0, whose households take turns in two halves. */
function roster(turn: number): string {
  let text = HEADER;
  for (let village = 0; village < VILLAGES; village++)
    for (let home = 0; home < HOMES; home++) {
      if (village === 0 && home % 2 === turn) continue;
      // Numbered anew every time: households are compared by persons.
      text += line(village, home, `T${turn}-${village}-${home}`);
    }
  return text;
}

function folderOf(): string {
  const folder = temporaryFolder();
  for (const [name, turn] of [
    ['现在', 1],
    ['花名册2025年5月', 0],
    ['花名册2025年11月', 1],
    ['旧', 0],
  ] as const)
    writeFileSync(join(folder, `${name}.csv`), roster(turn));
  return folder;
}

const common = [
  '--roster',
  '现在.csv',
  '--rural-standard',
  '1000',
  '--as-of',
  '2026-11-01',
  '--check',
  'D08.rotation',
  '-o',
  '疑点',
];

describe('earlier rosters', () => {
  it('show who takes turns; the day stands in the name or before the file', () => {
    const cwd = folderOf();
    const all = ['--snapshot', '花名册2025年5月.csv', '花名册2025年11月.csv', '2026-05-01=旧.csv'];
    const { code, stdout } = runCli(['check', ...common, ...all, '--format', 'ndjson'], { cwd });
    expect(code).toBe(1);
    const cases = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(cases.map(({ household_id }) => household_id).sort()).toEqual(
      [0, 2, 4, 6, 8, 10].map((home) => `T1-0-${home}`).sort(),
    );
    const files = cases[0].evidence.map(
      ({ register, file }: Record<string, string>) => `${register} ${file}`,
    );
    expect(files).toEqual(['roster 现在.csv', 'snapshot 花名册2025年11月.csv']);
  });

  it('that are too few are not read, and the check is not run', () => {
    const cwd = folderOf();
    const { code, stdout } = runCli(['check', ...common, '--snapshot', '花名册2025年5月.csv'], { cwd });
    expect(code).toBe(4);
    expect(stdout.replaceAll(/\s+/g, '')).toContain('连同本期花名册只有2期');
    expect(stdout).toContain('未运行');
  });

  it('without a day are refused', () => {
    const cwd = folderOf();
    const { code, stderr } = runCli(['check', ...common, '--snapshot', '旧.csv'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('旧.csv: 不知道这份历史花名册是哪一天的')]);
  });
});
