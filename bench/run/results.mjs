import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os';

const HEAD = ['ratio', 'limit', 'met', 'what', 'dibao', 'the other', ''];
/** Columns of numbers stand to the right. */
const RIGHT = [true, true, false, false, true, true, false];

/** @param {import('./comparisons.mjs').Line} line @returns {string[]} */
function cells({ title, ratio, limit, ours, theirs, note }) {
  const verdict = ratio <= limit ? 'yes' : '**no**';
  return [ratio.toFixed(2), String(limit), verdict, title, ours, theirs, note ?? ''];
}

/**
 * A Markdown table, its columns aligned as the formatter would.
 * @param {readonly import('./comparisons.mjs').Line[]} lines
 */
export function table(lines) {
  const rows = [HEAD, ...lines.map(cells)];
  const widths = HEAD.map((_, at) => Math.max(3, ...rows.map((row) => row[at].length)));
  const padded = (row) =>
    row.map((text, at) => (RIGHT[at] ? text.padStart(widths[at]) : text.padEnd(widths[at])));
  const rule = widths.map((width, at) => (RIGHT[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  const [head, ...rest] = rows.map(padded);
  return [head, rule, ...rest].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The machine, and how busy it is with other work, in one line. To be asked before the first run. */
export function machine() {
  const busy = loadavg()[0];
  const other = busy > 0.5 ? `, busy with other work (load ${busy.toFixed(1)})` : '';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}${other}`;
}

/** What stands in TRIED.md, one level lower: the table and what was tried belong together. */
function tried() {
  const text = readFileSync(new URL('../TRIED.md', import.meta.url), 'utf8');
  return text.replaceAll(/^#/gm, '##').trimEnd();
}

const PROVINCE = '## A province';

/** The part on a province, as it stands in the results. @param {string} file */
function province(file) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const from = text.indexOf(PROVINCE);
  return from < 0 ? '' : `\n${text.slice(from)}`;
}

/**
 * Puts the part on a province at the end of bench/RESULTS.md, in the place of the one before.
 * @param {string} file
 * @param {readonly import('./comparisons.mjs').Line[]} lines
 * @param {{ runs: number, on: string }} options
 */
export function writeProvince(file, lines, { runs, on }) {
  const before = readFileSync(file, 'utf8');
  const rest = before.slice(0, before.length - Math.max(0, province(file).length - 1)).trimEnd();
  const part = `${PROVINCE}

\`npm run bench -- --only province\` makes three counties by \`dibao simulate\` (seed 1, some dirt; kept in bench/data), whose
roster grows with the registers: a roster member for 50 register rows, 1.5 households of a hundred with something planted.
Each is checked ${runs === 1 ? 'once' : `${runs} times`}, with all reports, and what was found is held to what was planted; times are medians, memory the
highest peak of the process. Linear within 15 %: ten times the rows take at most 1.15 times ten times as long.

${on}

${table(lines)}`;
  writeFileSync(file, `${rest}\n\n${part}\n`);
}

/**
 * Writes bench/RESULTS.md, the part on a province kept as it is.
 * @param {string} file
 * @param {readonly import('./comparisons.mjs').Line[]} lines
 * @param {{ quick: boolean, runs: number, on: string }} options `on`: the machine
 */
export function writeResults(file, lines, { quick, runs, on }) {
  writeFileSync(
    file,
    `# What a check takes

\`npm run bench\` makes a county of 60,000 households (170,000 people) and 5 million register rows, and measures, beside
\`dibao check\` with all its reports, the script that one who knows DuckDB would write by hand (\`bench/rival.mjs\`: views over
\`read_csv\` with the columns given, canonical IDs, of each register only the rows about the roster's people and their
relatives, one query for each rule, two connections at once; no evidence, names, near matches or reports). Both run in turn,
${runs} times each; times are medians, ratios the median of the pairs' ratios, memory the highest peak of the process (iconv's own processor time and memory are not counted). What counts is
the ratio: another machine has other times.${quick ? '\n\n**A quick look** (`--quick`): a tenth of the sizes, one run; its ratios are no measure.' : ''}

${on}

${table(lines)}

${tried()}
${province(file)}`,
  );
}
