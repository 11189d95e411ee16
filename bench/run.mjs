import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { comparisons } from './run/comparisons.mjs';
import { machine, table, writeProvince, writeResults } from './run/results.mjs';

const bench = path.dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    only: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
/** A province takes 8 GB of disk and as long as all others: asked for by name, it has a part of the results of its own. */
const APART = 'province';
const names = values.only?.split(',') ?? Object.keys(comparisons).filter((name) => name !== APART);
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
const results = path.join(bench, 'RESULTS.md');
if (!values.only) writeResults(results, lines, { quick: values.quick, runs, on });
if (values.only === APART && !values.quick) writeProvince(results, lines, { runs, on });
process.exitCode = values.strict && lines.some(({ ratio, limit }) => ratio > limit) ? 1 : 0;
