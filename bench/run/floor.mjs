import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import { detectCsv } from '../../dist/read/csv-format.js';
import { scanCsv } from '../../dist/read/csv-scan.js';

// What reading cannot take less than, in processor time of one thread, for whoever sets targets:
//   node bench/run/floor.mjs bench/data/county-5m/data
// Each line does all that the one above does, and more; nothing is kept of any row.

const folder = process.argv[2];
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => path.join(folder, name));

/** @param {string} file @param {boolean} hashed */
function read(file, hashed) {
  const buffer = Buffer.allocUnsafeSlow(512 << 10);
  const hash = hashed ? createHash('sha256') : null;
  const fd = openSync(file, 'r');
  for (let got = readSync(fd, buffer); got > 0; got = readSync(fd, buffer))
    hash?.update(buffer.subarray(0, got));
  closeSync(fd);
}

/** @param {string} file */
function scan(file) {
  scanCsv(
    file,
    detectCsv(file),
    () => undefined,
    () => undefined,
  );
}

/** @param {string} what @param {(file: string) => void} work */
function timed(what, work) {
  const start = process.cpuUsage();
  for (const file of files) work(file);
  const { user, system } = process.cpuUsage(start);
  console.log(`${((user + system) / 1e6).toFixed(2)} s  ${what}`);
}

timed('copied out of the page cache', (file) => read(file, false));
timed('and hashed (SHA-256)', (file) => read(file, true));
timed('and told by its content, and taken apart into records and fields', scan);
