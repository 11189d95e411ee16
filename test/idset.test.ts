import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdSet, idSetBytes } from '../src/match/id-set.js';
import { TextSet } from '../src/match/text-set.js';

const MAX_LOW = 99_999_999 * 11 + 10;
const pair = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: MAX_LOW }));

describe('IdSet', () => {
  it('holds what was added and nothing else', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 300 }), fc.array(pair, { maxLength: 100 }), (added, asked) => {
        const set = new IdSet();
        const model = new Set<string>();
        for (const [high, low] of added) {
          expect(set.add(high, low)).toBe(!model.has(`${high}/${low}`));
          model.add(`${high}/${low}`);
        }
        expect(set.size).toBe(model.size);
        for (const [high, low] of [...added, ...asked]) {
          expect(set.has(high, low)).toBe(model.has(`${high}/${low}`));
        }
      }),
      { numRuns: 200, seed: 20261104 },
    );
  });

  it('grows, and numbers that differ in one place stay apart', () => {
    const set = new IdSet();
    // Neighbours as a county has them: one area and year of birth, serial numbers in a row.
    for (let low = 0; low < 200_000; low++) set.add(330_482_199, low * 2);
    expect(set.size).toBe(200_000);
    for (let low = 0; low < 200_000; low++) {
      if (!set.has(330_482_199, low * 2) || set.has(330_482_199, low * 2 + 1)) throw new Error(`at ${low}`);
    }
    expect(set.has(330_482_198, 0)).toBe(false);
    expect(set.has(0, 0)).toBe(false);
    set.add(0, 0);
    set.add(999_999_999, MAX_LOW);
    expect(set.has(0, 0) && set.has(999_999_999, MAX_LOW)).toBe(true);
  });

  it('ten million persons take less than 300 MB, also while the set grows', () => {
    const final = idSetBytes(10_000_000);
    expect(final + final / 2).toBeLessThan(300e6);
    const set = new IdSet(10_000);
    expect(set.shared.byteLength).toBe(idSetBytes(10_000));
    for (let low = 0; low < 10_000; low++) set.add(1, low);
    expect(set.shared.byteLength).toBe(idSetBytes(10_000));
  });

  it('is read by another thread through its memory', async () => {
    const set = new IdSet();
    for (let low = 0; low < 5000; low++) set.add(7, low);
    const again = IdSet.from(set.shared);
    expect(again.size).toBe(5000);
    expect(again.has(7, 4999) && !again.has(7, 5000)).toBe(true);
    // A thread writes into the memory that it was posted: no copy was made on the way.
    const script = `const { parentPort, workerData } = require('node:worker_threads');
      new Int32Array(workerData)[1] += 1; parentPort.postMessage('done');`;
    const worker = new Worker(script, { eval: true, workerData: set.shared });
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    await worker.terminate();
    expect(set.size).toBe(5001);
  });
});

describe('TextSet', () => {
  it('finds every text added, through shared memory too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 200 }), (texts) => {
        const set = new TextSet();
        for (const text of texts) set.add(text);
        const again = TextSet.from(set.shared);
        for (const text of texts) expect(set.has(text) && again.has(text)).toBe(true);
        expect(set.size).toBe(new Set(texts).size);
      }),
      { numRuns: 300, seed: 20261105 },
    );
  });

  it('tells alike texts apart: names, household numbers, the empty text', () => {
    const set = new TextSet(1000);
    const texts: string[] = [''];
    const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
    for (const a of surnames)
      for (const b of surnames) for (const c of surnames) texts.push(a + b, a + b + c);
    for (let i = 0; i < 200_000; i++) texts.push(`330482${String(i).padStart(6, '0')}`);
    const different = new Set(texts);
    for (const text of different) {
      if (set.has(text)) throw new Error(`${text} was found before it was added`);
      set.add(text);
    }
    expect(set.size).toBe(different.size);
  });
});
