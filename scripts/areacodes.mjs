// Makes src/normalise/areas-data.ts from result.csv of https://github.com/yescallop/areacodes (CC0-1.0).
// Usage: node scripts/areacodes.mjs <result.csv>
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.argv[2];
if (source === undefined) {
  console.error('usage: node scripts/areacodes.mjs <result.csv>');
  process.exit(2);
}

/** Per code its periods [from, to]; a change of name alone (变更) does not end a code. */
const periods = new Map();
for (const line of readFileSync(source, 'utf8').trim().split(/\r?\n/).slice(1)) {
  const [code, , , , , , from, to] = line.split(',');
  if (!/^\d{6}$/.test(code) || !/^\d{4}$/.test(from)) throw new Error(`unexpected line: ${line}`);
  periods.set(code, [...(periods.get(code) ?? []), [from, to]]);
}

const provinces = {};
for (const code of [...periods.keys()].sort()) {
  const merged = [];
  for (const [from, to] of periods.get(code).sort()) {
    const last = merged.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else merged.push([from, to]);
  }
  provinces[code.slice(0, 2)] ??= new Map();
  const province = provinces[code.slice(0, 2)];
  for (const years of merged.map((pair) => pair.join('-'))) {
    province.set(years, [...(province.get(years) ?? []), code.slice(2)]);
  }
}

const lines = Object.entries(provinces).map(([province, groups]) => {
  const text = [...groups].sort().map(([years, codes]) => `${years} ${codes.join(' ')}`);
  return `  '${province}': '${text.join(';')}',`;
});
const target = new URL('../src/normalise/areas-data.ts', import.meta.url);
writeFileSync(
  target,
  `// Made by scripts/areacodes.mjs; do not edit. Source: https://github.com/yescallop/areacodes (CC0-1.0), the
// administrative division codes of the Ministry of Civil Affairs, 1981–2024.

/** By province: the years of a period, then the last four digits of every code that was in force in them. */
export const areaPeriods: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`,
);
console.log(`${periods.size} codes`);
