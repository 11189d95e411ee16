import { spawnSync } from 'node:child_process';
import path from 'node:path';

// The rows of one register about people of the roster, by Miller: numbers as they are written, no 15-digit ones upgraded.
// Prints the time, and how many rows were kept.

const data = path.join(process.argv[2], 'data');
const join = ['join', '-j', 'id', '-l', '身份证号码', '-r', '权利人证件号'];
const since = performance.now();
const { status, stdout } = spawnSync(
  'mlr',
  [
    '--icsv',
    '--ojson',
    ...join,
    '-f',
    path.join(data, '低保花名册.csv'),
    'then',
    'count',
    path.join(data, '不动产登记.csv'),
  ],
  { encoding: 'utf8' },
);
if (status !== 0) throw new Error(`mlr ended with ${status}`);
console.log(JSON.stringify({ ms: performance.now() - since, kept: JSON.parse(stdout)[0].count }));
