import { isMainThread } from 'node:worker_threads';
import { DuckDBConnection } from '@duckdb/node-api';

// Where a check's time goes, for whoever makes it faster; no part of the measurements:
//   node --import ./bench/run/profile.mjs bin/dibao.js check -c bench/data/county-5m/dibao.yaml -o out
// On stderr: every statement of BENCH_SLOW (20) ms or more, when it ended, and the memory of the process then.

const slow = Number(process.env.BENCH_SLOW ?? 20);

/** @param {string} what */
function say(what) {
  const memory = Math.round(process.memoryUsage.rss() / 1e6);
  const time = (performance.now() / 1000).toFixed(2).padStart(7);
  process.stderr.write(`${time} s ${String(memory).padStart(5)} MB  ${what}\n`);
}

/** @param {unknown} sql */
function shortened(sql) {
  return String(sql)
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

if (isMainThread) {
  let busy = 0;
  // All others go through these two.
  for (const name of /** @type {const} */ (['run', 'stream'])) {
    const plain = DuckDBConnection.prototype[name];
    DuckDBConnection.prototype[name] = async function timed(...args) {
      const start = performance.now();
      try {
        return await plain.apply(this, args);
      } finally {
        const ms = performance.now() - start;
        busy += ms;
        if (ms >= slow) say(`${ms.toFixed(0).padStart(6)} ms  ${shortened(args[0])}`);
      }
    };
  }
  process.on('exit', () =>
    say(`end; statements took ${(busy / 1000).toFixed(2)} s, counted for each connection`),
  );
}
