import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atMost, interval } from '../scripts/patterns/interval.mjs';

const root = join(import.meta.dirname, '..');

interface Seen {
  readonly kind: string;
  readonly homes?: number;
  readonly part?: number;
  readonly days?: number;
  readonly groups?: number;
  readonly villages?: number;
  readonly listed?: number;
  readonly planted?: number;
  readonly found?: number;
}
type Measured = Record<string, { innocence: Seen[]; power: Seen[] }>;

const stated = JSON.parse(readFileSync(join(root, 'scripts/handbook/patterns.json'), 'utf8')) as Measured;

/** Another seed than the page's, so that it is another draw. */
function measured(): Measured {
  const run = spawnSync(process.execPath, ['scripts/patterns.mjs', '--counties', '1', '--seed', '70001'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout) as Measured;
}

/** Whether k of n is to be expected of a share that was seen as `seen` of `of`. */
function agrees(k: number, n: number, seen: number, of: number): boolean {
  const { low, high } = interval(seen, of, 0.999);
  return atMost(k, n, low) > 0.0005 && 1 - atMost(k - 1, n, high) > 0.0005;
}

describe('the statistics of D07 and D08', () => {
  const small = measured();

  it.each(['D07.equal-split', 'D08.rotation'])('%s: the page holds on other counties', (check) => {
    const [page, now] = [stated[check], small[check]];
    const wrong: string[] = [];
    for (const [at, one] of (now?.innocence ?? []).entries()) {
      const { listed = 0, villages = 0, kind } = page?.innocence[at] ?? { kind: '' };
      if (kind !== one.kind || !agrees(one.listed ?? 0, one.villages ?? 0, listed, villages))
        wrong.push(one.kind);
    }
    for (const [at, one] of (now?.power ?? []).entries()) {
      const { found = 0, planted = 0, kind } = page?.power[at] ?? { kind: '' };
      if (kind !== one.kind || !agrees(one.found ?? 0, one.planted ?? 0, found, planted))
        wrong.push(JSON.stringify(one));
    }
    expect(wrong).toEqual([]);
    expect(now?.power.length).toBe(page?.power.length);
  });

  it('was measured on ten thousand innocent villages and more, and lists hardly any', () => {
    for (const { innocence } of [stated['D07.equal-split'], stated['D08.rotation']].flatMap(
      (one) => one ?? [],
    )) {
      const villages = innocence.reduce((sum, one) => sum + (one.villages ?? 0), 0);
      const listed = innocence.reduce((sum, one) => sum + (one.listed ?? 0), 0);
      expect(villages).toBeGreaterThanOrEqual(10_000);
      expect(listed * 10_000).toBeLessThanOrEqual(villages);
    }
  });
});

describe('the interval of a share', () => {
  it('is that of the tables', () => {
    expect(interval(0, 100).high).toBeCloseTo(0.0362, 4);
    expect(interval(5, 100).low).toBeCloseTo(0.0164, 4);
    expect(interval(5, 100).high).toBeCloseTo(0.1128, 4);
  });
});
