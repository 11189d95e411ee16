import { writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

/** @param {import('./comparisons.mjs').Line} line */
function row({ title, ratio, limit, ours, theirs, note }) {
  const verdict = ratio <= limit ? 'yes' : '**no**';
  return `| ${ratio.toFixed(2)} | ${limit} | ${verdict} | ${title} | ${ours} | ${theirs} | ${note ?? ''} |`;
}

/** @param {readonly import('./comparisons.mjs').Line[]} lines */
export function table(lines) {
  return [
    '| ratio | limit | met | what | dibao | the other | |',
    '| ---: | ---: | --- | --- | ---: | ---: | --- |',
    ...lines.map(row),
  ].join('\n');
}

/** The machine in one line. */
function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}

/**
 * Writes bench/RESULTS.md.
 * @param {string} file
 * @param {readonly import('./comparisons.mjs').Line[]} lines
 * @param {{ quick: boolean, runs: number }} options
 */
export function writeResults(file, lines, { quick, runs }) {
  writeFileSync(
    file,
    `# What a check takes

\`npm run bench\` makes a county of 60,000 households (170,000 people) and 5 million register rows, and measures, beside
\`dibao check\` with all its reports, the script that one who knows DuckDB would write by hand (\`bench/rival.mjs\`: views over
\`read_csv\` with the columns given, canonical IDs, of each register only the rows about the roster's people and their
relatives, one query for each rule, two connections at once; no evidence, names, near matches or reports). Both run in turn,
${runs} times each; times are medians, ratios the median of the pairs' ratios, memory the highest peak of the process. What counts is
the ratio: another machine has other times.${quick ? '\n\n**A quick look** (`--quick`): a tenth of the sizes, one run; its ratios are no measure.' : ''}

${machine()}

${table(lines)}
`,
  );
}
