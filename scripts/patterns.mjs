// Measures the statistics of D07 and D08 on simulated counties, with the SQL that the program runs.
// Usage: node scripts/patterns.mjs   writes scripts/handbook/patterns.json, of which `npm run handbook` makes the page
//        node scripts/patterns.mjs --counties N --seed N   prints the figures of another run
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './patterns/measure.mjs';

const COUNTIES = 20;
const SEED = 1;

const { values } = parseArgs({ options: { counties: { type: 'string' }, seed: { type: 'string' } } });
const counties = Number(values.counties ?? COUNTIES);
const seed = Number(values.seed ?? SEED);
const text = `${JSON.stringify({ counties, seed, ...(await measure(counties, seed)) }, null, 2)}\n`;
if (values.counties === undefined && values.seed === undefined)
  writeFileSync(fileURLToPath(new URL('./handbook/patterns.json', import.meta.url)), text);
else process.stdout.write(text);
