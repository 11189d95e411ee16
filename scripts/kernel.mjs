// Compiles src/read/csv/plain-rows.wat to WebAssembly and writes it as base64 beside it: the program needs no compiler to run.
// Usage: node scripts/kernel.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const at = (name) => fileURLToPath(new URL(`../src/read/csv/${name}`, import.meta.url));
const WIDTH = 100;

const { parseWat } = await wabt();
const module = parseWat('plain-rows.wat', readFileSync(at('plain-rows.wat'), 'utf8'));
module.validate();
const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
const lines = base64.match(new RegExp(`.{1,${WIDTH}}`, 'g')).map((line) => `  '${line}'`);
const text = `// Made of plain-rows.wat by \`npm run kernel\`: base64 of a WebAssembly module.
export const plainRowsWasm =
${lines.join(' +\n')};
`;
if (process.argv[2] === '--print') process.stdout.write(text);
else writeFileSync(at('plain-rows-wasm.ts'), text);
