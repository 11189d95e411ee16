import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCampaign } from './campaign.mjs';
import { county, dataFolder, oneRegister } from './data.mjs';
import { inTurn, measure, median } from './measure.mjs';
import { measureProvince, provinceLines } from './province.mjs';

const bench = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dibao = path.join(bench, '..', 'bin', 'dibao.js');
const script = (name) => path.join(bench, name);

/**
 * One line of the results.
 * @typedef {object} Line
 * @property {string} title what is compared
 * @property {number} ratio
 * @property {number} limit the ratio must not be above it
 * @property {string} ours
 * @property {string} theirs
 * @property {string} [note]
 */

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
/** @param {number} bytes */
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** A whole check, reports included. @param {string} folder a bench county */
export function check(folder) {
  const out = path.join(dataFolder, 'out');
  const fresh = () => rmSync(out, { recursive: true, force: true });
  return measure([dibao, 'check', '-q', '-c', path.join(folder, 'dibao.yaml'), '-o', out], {
    exits: [0, 1, 4],
    before: fresh,
  });
}

/** @param {string} folder @param {boolean} [gb18030] */
export function rival(folder, gb18030 = false) {
  const how = gb18030 ? ['--gb18030'] : [];
  return measure([script('rival.mjs'), path.join(folder, 'data'), ...how], {
    env: { BENCH_TEMP: dataFolder },
  });
}

/** Lines on time and memory of one comparison. @returns {Line[]} */
function lines(title, { ours, theirs, ratio }, limits) {
  const note = `processor time ${seconds(ours.processor)}, ${seconds(theirs.processor)}: ${ratio.processor.toFixed(2)} ×`;
  const time = {
    title: `${title}: time`,
    ratio: ratio.wall,
    limit: limits.time,
    ours: seconds(ours.wall),
    theirs: seconds(theirs.wall),
    note,
  };
  if (!limits.memory) return [time];
  const memory = {
    title: `${title}: memory`,
    ratio: ratio.memory,
    limit: limits.memory,
    ours: megabytes(ours.memory),
    theirs: megabytes(theirs.memory),
  };
  return [time, memory];
}

/** Text of a size: 5000000 as 5 M, 675000 as 675 k. @param {number} rows */
const told = (rows) => (rows >= 1e6 ? `${rows / 1e6} M` : `${Math.round(rows / 1000)} k`);

/** The folder's name of test data of a size. @param {string} kind @param {number} rows */
const fileName = (kind, rows) => `${kind}-${told(rows).replace(' ', '').toLowerCase()}`;

/** The bench county of so many rows and households. @param {number} rows @param {number} households */
function countyOf(rows, households, encoding = 'utf-8') {
  const name = `${fileName('county', rows)}${encoding === 'utf-8' ? '' : `-${encoding}`}`;
  return county(name, households, rows, /** @type {'utf-8' | 'gb18030'} */ (encoding));
}

/**
 * The comparisons by name. `scale` is 1, or less for a quick look; `runs` is how often each side runs.
 * @type {Record<string, (options: { scale: number, runs: number }) => Promise<Line[]>>}
 */
export const comparisons = {
  county: async ({ scale, runs }) => {
    const rows = 5_000_000 * scale;
    const folder = countyOf(rows, 60_000 * scale);
    const result = await inTurn(
      runs,
      () => check(folder),
      () => rival(folder),
    );
    const all = lines(`county of ${told(rows)} rows, UTF-8, against the script`, result, {
      time: 0.5,
      memory: 0.8,
    });
    const phases = Object.entries(result.theirs.told.phases)
      .filter(([, ms]) => ms > 0)
      .map(([name, ms]) => `${name} ${seconds(ms)}`);
    all[0].note += `; the script: ${phases.join(', ')}`;
    return [
      ...all,
      {
        title: 'its peak memory, of 1 GB',
        ratio: result.ours.memory / 1e9,
        limit: 1,
        ours: megabytes(result.ours.memory),
        theirs: '1000 MB',
      },
    ];
  },
  gb18030: async ({ scale, runs }) => {
    const rows = 5_000_000 * scale;
    const folder = countyOf(rows, 60_000 * scale, 'gb18030');
    const result = await inTurn(
      runs,
      () => check(folder),
      () => rival(folder, true),
    );
    return lines(`county of ${told(rows)} rows, GB18030, against iconv and the script`, result, {
      time: 0.45,
    });
  },
  small: async ({ scale, runs }) => {
    const rows = 675_000 * scale;
    const folder = countyOf(rows, 8_100 * scale);
    const result = await inTurn(
      runs,
      () => check(folder),
      () => rival(folder),
    );
    return lines(`county of ${told(rows)} rows, UTF-8, against the script`, result, { time: 1 });
  },
  double: async ({ scale, runs }) => {
    const rows = 5_000_000 * scale;
    const once = countyOf(rows, 60_000 * scale);
    const twice = countyOf(rows * 2, 60_000 * scale);
    const result = await inTurn(
      runs,
      () => check(twice),
      () => check(once),
    );
    return lines('twice the register rows, against once', result, { time: 2.1, memory: 1.2 });
  },
  scan: async ({ scale, runs }) => {
    const rows = 2_000_000 * scale;
    const folder = oneRegister(fileName('register-csv', rows), 'csv', rows);
    const ours = () => measure([script('run/read-ours.mjs'), folder, 'reading']);
    const theirs = () => measure([script('run/read-duckdb.mjs'), folder]);
    const result = await inTurn(Math.max(runs, 3), ours, theirs);
    const share = ((100 * result.ours.told.kept) / rows).toFixed(1);
    return lines(`scan of one register of ${told(rows)} rows, ${share} % kept, against read_csv`, result, {
      time: 0.4,
    });
  },
  miller: async ({ scale, runs }) => {
    if (spawnSync('mlr', ['--version']).status !== 0) {
      process.stderr.write('Miller (mlr) is not installed: left out\n');
      return [];
    }
    const rows = 2_000_000 * scale;
    const folder = oneRegister(fileName('register-csv', rows), 'csv', rows);
    const ours = () => measure([script('run/read-ours.mjs'), folder, 'reading']);
    const result = await inTurn(runs, ours, () => measure([script('run/read-miller.mjs'), folder]));
    const [line] = lines("scan of the same, against Miller's join", result, { time: 1 });
    return [{ ...line, note: undefined }];
  },
  xlsx: async ({ scale, runs }) => {
    const folder = oneRegister(fileName('register-xlsx', 200_000 * scale), 'xlsx', 200_000 * scale);
    const ours = () => measure([script('run/read-ours.mjs'), folder]);
    const result = await inTurn(runs, ours, () => measure([script('run/read-sheetjs.mjs'), folder]));
    return lines(`workbook of ${told(200_000 * scale)} rows, against SheetJS`, result, {
      time: 0.5,
      memory: 0.3,
    });
  },
  help: async ({ runs }) => {
    const ours = () => measure([dibao, '--help'], { bare: true });
    const result = await inTurn(runs * 5, ours, () => measure(['-e', '0'], { bare: true }));
    const [line] = lines('dibao --help, against node -e 0', result, { time: 1.6 });
    return [{ ...line, note: undefined }];
  },
  campaign: async ({ scale, runs }) => {
    const cases = 100_000 * scale;
    const all = await measureCampaign(cases, Math.min(runs, 2));
    return all.map(({ stage, taken }) => ({
      title: `dibao ${stage} of ${told(cases)} cases: its peak memory, of 1 GB`,
      ratio: taken.memory / 1e9,
      limit: 1,
      ours: megabytes(taken.memory),
      theirs: '1000 MB',
      note: `${seconds(taken.wall)}, processor time ${seconds(taken.processor)}`,
    }));
  },
  province: async ({ scale, runs }) => provinceLines(await measureProvince(scale, runs)),
  page: async ({ scale, runs }) => {
    const cases = 20_000 * scale;
    const taken = [];
    for (let run = 0; run < runs; run += 1)
      taken.push((await measure([script('run/page.mjs'), String(cases)], { bare: true })).told);
    if (taken.some((one) => one === null)) {
      process.stderr.write('no Chromium is installed: left out\n');
      return [];
    }
    /** @returns {Line} */
    const line = (what, key, most) => {
      const ms = median(taken.map((one) => one[key]));
      const title = `report.html of ${told(cases)} cases in Chromium: ${what}`;
      return { title, ratio: ms / most, limit: 1, ours: seconds(ms), theirs: seconds(most) };
    };
    const lines = [
      line('first paint, of 2 s', 'paint', 2000),
      line('its list there, of 2 s', 'ready', 2000),
      line('a filter, of 0.2 s', 'filter', 200),
      line('the first search, of 0.2 s', 'search', 200),
      line('a sort, of 0.2 s', 'sort', 200),
    ];
    lines[0].note = megabytes(taken[0].bytes);
    return lines;
  },
};
