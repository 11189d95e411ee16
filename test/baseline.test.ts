import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Baseline, compareWith, readBaseline } from '../src/cases/baseline.js';
import { DibaoError } from '../src/errors.js';
import { runCli, temporaryFolder } from './helpers/cli.js';
import { sampleCase } from './reports-fixture-cases.js';

describe('the cases against an earlier run', () => {
  const [kept, altered, added] = [sampleCase(1), sampleCase(2), sampleCase(3)];
  const earlier = (): Promise<Baseline> => {
    const file = join(temporaryFolder(), 'cases.ndjson');
    writeFileSync(file, [kept, altered].map((one) => `${JSON.stringify(one)}\n`).join(''));
    return readBaseline(file, 'cases.ndjson');
  };

  it('marks a case recurring, changed or new', async () => {
    const changed = { ...altered, reason: `${altered.reason}。` };
    const marked = compareWith(await earlier(), [kept, changed, added]);
    expect(marked.map((one) => one.change)).toEqual(['recurring', 'changed', 'new']);
  });

  it('does not take another row number for a change', async () => {
    const moved = { ...kept, evidence: kept.evidence.map((one) => ({ ...one, row: one.row + 7 })) };
    const [one] = compareWith(await earlier(), [moved]);
    expect(one?.change).toBe('recurring');
  });

  it('says where there is none', async () => {
    await expect(readBaseline(join(temporaryFolder(), 'cases.ndjson'), 'x/cases.ndjson')).rejects.toThrow(
      DibaoError,
    );
  });
});

describe('check --baseline', () => {
  const args = (folder: string): string[] => [
    'check',
    '-c',
    'fixtures/demo/dibao.yaml',
    '-o',
    join(folder, 'run'),
  ];

  it('fails on new cases only where --fail-on new says so', () => {
    const run = args(temporaryFolder());
    expect(runCli([...run, '--fail-on', 'new', '--quiet']).code).toBe(1);
    expect(runCli([...run, '--fail-on', 'new', '--baseline', 'last', '--quiet']).code).toBe(0);
    expect(runCli([...run, '--baseline', 'last', '--quiet']).code).toBe(1);
  });

  it('wants an earlier run', () => {
    const { code, stderr } = runCli([
      ...args(temporaryFolder()),
      '--baseline',
      join(temporaryFolder(), 'none'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('没有上一次的结果');
  });
});
