import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { comparisons } from './run/comparisons.mjs';
import { machine, table, writeResults } from './run/results.mjs';

const bench = path.dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    only: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const names = values.only?.split(',') ?? Object.keys(comparisons);
const unknown = names.filter((name) => !(name in comparisons));
const runs = Number(values.runs ?? (values.quick ? 1 : 3));
if (unknown.length > 0 || !(runs >= 1)) {
  console.error(`run [--quick] [--runs N] [--strict] [--only ${Object.keys(comparisons).join(',')}]`);
  process.exit(2);
}
const options = { scale: values.quick ? 0.1 : 1, runs };
const on = machine();
const lines = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  lines.push(...(await comparisons[name](options)));
}
console.log(table(lines));
// Part of the comparisons is no result to keep.
if (!values.only) writeResults(path.join(bench, 'RESULTS.md'), lines, { quick: values.quick, runs, on });
process.exitCode = values.strict && lines.some(({ ratio, limit }) => ratio > limit) ? 1 : 0;
