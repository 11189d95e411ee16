import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const probe = pathToFileURL(path.join(path.dirname(fileURLToPath(import.meta.url)), 'probe.mjs')).href;
const report = path.join(tmpdir(), `bench-probe-${process.pid}.json`);

/**
 * What one run of a process took.
 * @typedef {object} Taken
 * @property {number} wall ms from start to end; where the process printed `{"ms": …}`, that
 * @property {number} memory its peak, in bytes
 * @property {number} processor ms of processor time, of all its threads (not of processes that it started)
 * @property {any} told the last line of its output, if that is JSON
 */

/**
 * Runs `node` on a script and measures it.
 * @param {readonly string[]} args of node
 * @param {{ exits?: readonly number[], before?: () => void, env?: Record<string, string>, bare?: boolean }} [options]
 *   `exits`: exit codes that are no failure; `bare`: without the probe, so that the wall time is the process's own
 * @returns {Promise<Taken>}
 */
export async function measure(args, { exits = [0], before, env = {}, bare = false } = {}) {
  before?.();
  const since = performance.now();
  const { code, text, wall } = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, bare ? args : ['--import', probe, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env, BENCH_PROBE: report },
    });
    /** @type {Buffer[]} */
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, text: Buffer.concat(parts).toString(), wall: performance.now() - since }),
    );
  });
  if (!exits.includes(code)) throw new Error(`${args.join(' ')} ended with ${code}\n${text.slice(-2000)}`);
  const told = lastJson(text);
  if (bare) return { wall, memory: 0, processor: 0, told };
  const probed = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  return { wall: told?.ms ?? wall, ...probed, told };
}

/** @param {string} text */
function lastJson(text) {
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  try {
    return line.startsWith('{') ? JSON.parse(line) : null;
  } catch {
    return null;
  }
}

/** @param {readonly number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** @param {readonly Taken[]} runs @returns {Taken} medians of wall and processor time, and the highest memory */
export function summed(runs) {
  return {
    wall: median(runs.map((one) => one.wall)),
    processor: median(runs.map((one) => one.processor)),
    memory: Math.max(...runs.map((one) => one.memory)),
    told: runs.at(-1)?.told,
  };
}

/**
 * Runs two things in turn, A B A B, so that what else the machine does falls on both.
 * @param {number} times
 * @param {() => Promise<Taken>} ours
 * @param {() => Promise<Taken>} theirs
 * @returns {Promise<{ ours: Taken, theirs: Taken, ratio: { wall: number, processor: number, memory: number } }>} the ratio
 *   of wall times is the median of the pairs' ratios
 */
export async function inTurn(times, ours, theirs) {
  /** @type {{ a: Taken, b: Taken }[]} */
  const pairs = [];
  for (let run = 0; run < times; run += 1) pairs.push({ a: await ours(), b: await theirs() });
  const sum = { ours: summed(pairs.map(({ a }) => a)), theirs: summed(pairs.map(({ b }) => b)) };
  return {
    ...sum,
    ratio: {
      wall: median(pairs.map(({ a, b }) => a.wall / b.wall)),
      processor: median(pairs.map(({ a, b }) => a.processor / Math.max(b.processor, 1))),
      memory: sum.ours.memory / Math.max(sum.theirs.memory, 1),
    },
  };
}
