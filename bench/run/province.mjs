import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from './data.mjs';
import { measure, summed } from './measure.mjs';
import { differences } from './truth.mjs';

const dibao = path.join(dataFolder, '..', '..', 'bin', 'dibao.js');

/** Register rows of each county; a household has 2.75 members: one on the roster for 50 register rows. */
const SIZES = [1_000_000, 10_000_000, 100_000_000];
const HOUSEHOLDS_PER_MILLION = 7_230;
/** Bytes that a check may take, and how much more than ten times ten times as many rows may take. */
const MOST_MEMORY = 4e9;
const LINEAR = 1.15;

/**
 * @typedef {object} Size
 * @property {number} rows
 * @property {number} members rows of the roster
 * @property {number} cases that were planted
 * @property {number} making seconds that `dibao simulate` took, when it was made
 * @property {import('./measure.mjs').Taken} taken by a check
 * @property {string[]} wrong cases missing or unexpected
 */

/**
 * A simulated county, made where it is missing: 100 million rows take 8 GB and some minutes, once.
 * @param {number} rows
 */
function made(rows) {
  const folder = path.join(dataFolder, `province-${rows / 1e6}m`);
  const note = path.join(folder, 'made.json');
  const households = Math.round((rows / 1e6) * HOUSEHOLDS_PER_MILLION);
  const options = ['--households', String(households), '--register-rows', String(rows), '--dirt', 'some'];
  const told = options.join(' ');
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : null;
  if (known?.options === told) return { folder, making: known.seconds };
  process.stderr.write(`making ${path.basename(folder)} …\n`);
  rmSync(folder, { recursive: true, force: true });
  const since = performance.now();
  execFileSync(process.execPath, [dibao, 'simulate', folder, '-q', ...options], { stdio: 'inherit' });
  const seconds = (performance.now() - since) / 1000;
  writeFileSync(note, JSON.stringify({ options: told, seconds }));
  return { folder, making: seconds };
}

/**
 * Checks counties of 1, 10 and 100 million rows, and holds what was found to what was planted.
 * @param {number} scale less than 1 for a quick look @param {number} runs of each
 * @returns {Promise<Size[]>}
 */
export async function measureProvince(scale, runs) {
  const all = [];
  for (const size of SIZES) {
    const { folder, making } = made(size * scale);
    const out = path.join(dataFolder, 'province-out');
    const taken = [];
    for (let run = 0; run < runs; run += 1) {
      const before = () => rmSync(out, { recursive: true, force: true });
      const args = [dibao, 'check', '-q', '-c', path.join(folder, 'dibao.yaml'), '-o', out];
      taken.push(await measure(args, { exits: [1, 4], before }));
    }
    const { inputs } = JSON.parse(readFileSync(path.join(out, 'run.json'), 'utf8'));
    const roster = inputs.find(({ register }) => register === 'roster');
    const { rows } = JSON.parse(
      `${readFileSync(path.join(folder, 'planted.json'), 'utf8').split(',\n"planted"', 1)[0]}}`,
    );
    const { missing, unexpected, expected } = await differences(folder, out);
    rmSync(out, { recursive: true, force: true });
    const wrong = [...missing, ...unexpected];
    all.push({ rows, members: roster.rows, cases: expected, making, taken: summed(taken), wrong });
  }
  return all;
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const figure = (value) => Math.round(value).toLocaleString('en');

/** @param {readonly Size[]} sizes @returns {import('./comparisons.mjs').Line[]} */
export function provinceLines(sizes) {
  const growth = sizes.slice(1).map((large, index) => {
    const small = sizes[index];
    const times = large.rows / small.rows;
    const cpu = large.taken.processor / small.taken.processor / times;
    return {
      title: `${figure(large.rows / 1e6)} M rows against ${times.toFixed(0)} times ${figure(small.rows / 1e6)} M: time`,
      ratio: large.taken.wall / small.taken.wall / times,
      limit: LINEAR,
      ours: seconds(large.taken.wall),
      theirs: seconds(small.taken.wall * times),
      note: `processor time ${seconds(large.taken.processor)}: ${cpu.toFixed(2)} ×`,
    };
  });
  const memory = sizes.map(({ rows, members, cases, making, taken, wrong }) => ({
    title: `${figure(rows / 1e6)} M register rows, ${figure(members)} roster members: peak memory, of 4 GB`,
    ratio: taken.memory / MOST_MEMORY,
    limit: 1,
    ours: `${Math.round(taken.memory / 1e6)} MB`,
    theirs: '4000 MB',
    note: `${seconds(taken.wall)}, ${figure(rows / (taken.wall / 1000))} rows/s; ${figure(cases)} cases planted, ${wrong.length} wrong; made in ${seconds(making * 1000)}, ${figure(rows / making)} rows/s`,
  }));
  return [...memory, ...growth];
}
