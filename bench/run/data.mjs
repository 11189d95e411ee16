import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const dataFolder = path.join(bench, 'data');

/**
 * Makes test data if it is missing or was made with other options; in a process of its own, so that the bench stays small.
 * @param {string} name of the folder below bench/data
 * @param {string} script in bench/
 * @param {readonly string[]} options
 * @returns {string} the folder
 */
function made(name, script, options) {
  const folder = path.join(dataFolder, name);
  const note = path.join(folder, 'made-with.txt');
  const told = [script, ...options].join(' ');
  if (!existsSync(note) || readFileSync(note, 'utf8') !== told) {
    process.stderr.write(`making ${name} …\n`);
    execFileSync(process.execPath, [path.join(bench, script), ...options, '--out', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    writeFileSync(note, told);
  }
  return folder;
}

/** @param {string} name @param {number} households @param {number} rows @param {'utf-8' | 'gb18030'} [encoding] */
export function county(name, households, rows, encoding = 'utf-8') {
  return made(name, 'make-county.mjs', [
    '--households',
    String(households),
    '--rows',
    String(rows),
    '--encoding',
    encoding,
  ]);
}

/** @param {string} name @param {'csv' | 'xlsx'} format @param {number} rows */
export function oneRegister(name, format, rows) {
  return made(name, 'make-register.mjs', ['--format', format, '--rows', String(rows)]);
}

/** @param {string} name @param {number} households each with a case */
export function campaign(name, households) {
  return made(name, 'make-campaign.mjs', ['--households', String(households)]);
}
