import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { resolveCampaign } from '../campaign-file/from-options.js';
import { DibaoError } from '../errors.js';
import { find } from '../explain/find.js';
import { gather } from '../explain/gather.js';
import { withKeptDatabase } from '../explain/kept-database.js';
import { renderExplanation } from '../explain/page/index.js';
import { type RunFolder, readRunFolder } from '../explain/run-folder.js';
import { readTarget, type Target } from '../explain/target.js';
import type { Decisions, Explanation } from '../explain/types.js';
import { explainTexts } from '../messages/explain.js';
import { say } from '../messages/language.js';
import { standardTexts } from '../messages/standards.js';
import { loadPack } from '../packs/load.js';
import { loadCatalogue, type Rule } from '../rules/catalogue.js';
import { runCheck } from '../run.js';
import { writeExplained } from './explain-paper.js';
import { rememberedGrants } from './grants.js';
import { logExplained } from './log-use.js';
import type { ExplainOptions } from './options.js';
import { readPassword } from './password.js';
import { Progress } from './progress.js';

interface Answer {
  readonly explanation: Explanation;
  readonly rules: ReadonlyMap<string, Rule>;
}

interface PackOf {
  readonly pack: string;
  readonly root: string;
  /** Folder of the user's own rules. */
  readonly own: string | null;
}

/** Looks the target up and gathers all there is on it. `db` is null where only a run's reports are at hand. */
async function answer(
  target: Target,
  decisions: Decisions,
  { pack, root, own }: PackOf,
  db: DuckDBConnection | null,
  source: Explanation['source'],
): Promise<Answer> {
  const found = await find(target, decisions, db);
  const rules = new Map((await loadCatalogue(own)).map((rule) => [rule.id, rule]));
  // A run made with a pack of the user's own does not say where its file is: then what it ran must do.
  const checks = await loadPack(pack, root).then(
    (known) => [...known.checks, ...known.integrity.checks],
    () => [],
  );
  const households = await gather(found.households, { decisions, rules, pack: checks }, db, found.caseId);
  const { kind, caseId } = found;
  return {
    explanation: { target: kind, case_id: caseId, as_of: decisions.asOf, source, households },
    rules,
  };
}

/** From the folder of a run: with the database it kept, or from its reports alone. */
async function fromRun(target: Target, run: RunFolder, options: ExplainOptions): Promise<Answer> {
  const { decisions, database } = run;
  const of: PackOf = { pack: decisions.summary.pack.id, root: options.context.cwd, own: null };
  if (database === null) return answer(target, decisions, of, null, 'reports');
  const shown = path.join(options.run ?? '', path.basename(database));
  return withKeptDatabase(database, shown, (db) => answer(target, decisions, of, db, 'database'));
}

/** Reads the sources again and checks anew, as of the day of the run that is asked about where there is one. */
async function fromFiles(target: Target, run: RunFolder | null, options: ExplainOptions): Promise<Answer> {
  const { context, passwordFile } = options;
  const campaign = await resolveCampaign({ ...options, asOf: options.asOf ?? run?.decisions.asOf });
  const password =
    passwordFile === undefined ? null : await readPassword(path.resolve(context.cwd, passwordFile));
  const progress = new Progress(context);
  const settings = {
    version: context.version,
    workParent: tmpdir(),
    only: options.checks,
    keepAll: false,
    password,
    threads: null,
    dryRun: false,
    grants: await rememberedGrants(
      campaign,
      options.run === undefined ? null : { dir: path.resolve(context.cwd, options.run), shown: options.run },
    ),
    keepDatabase: null,
    progress,
    onCleanup: (hook: () => Promise<void>) => context.onCleanup(hook),
  };
  const { pack, root, rules: own } = campaign;
  let found: Answer | undefined;
  try {
    await runCheck(campaign, settings, async ({ connections }, { report }) => {
      const decisions: Decisions = { ...report, asOf: campaign.as_of };
      found = await answer(target, decisions, { pack, root, own }, connections[0], 'files');
    });
  } finally {
    progress.end();
  }
  if (!found) throw new Error('the run was not looked at');
  return found;
}

function hasData({ config, sources, rosterUrban, rosterRural }: ExplainOptions): boolean {
  const given = Object.keys(sources).length + rosterUrban.length + rosterRural.length;
  return config !== undefined || given > 0;
}

async function answerFor(target: Target, options: ExplainOptions): Promise<Answer> {
  const { run: dir, context } = options;
  const run = dir === undefined ? null : await readRunFolder(path.resolve(context.cwd, dir), dir);
  if (run && (run.database !== null || !hasData(options))) return fromRun(target, run, options);
  if (!hasData(options)) throw new DibaoError('explain-without-data');
  return fromFiles(target, run, options);
}

/**
 * Everything known and decided about one case or household, or about the households of one person.
 * @returns 0
 * @throws DibaoError for an unknown target, wrong usage, and input that cannot be read
 */
export async function explain(options: ExplainOptions): Promise<number> {
  const { context, format } = options;
  if (format === 'csv') {
    const expected = say(standardTexts.oneOf, { values: 'table json ndjson docx' });
    throw new DibaoError('option-value', { name: '--format', value: format, expected, hint: '' });
  }
  const target = await readTarget(options.target, () => {
    const { stdin } = context;
    if (context.terminal && 'isTTY' in stdin && stdin.isTTY) context.stderr.write(say(explainTexts.prompt));
    return stdin;
  });
  const { explanation, rules } = await answerFor(target, options);
  await logExplained(options, explanation);
  if (format === 'docx') await writeExplained(options, explanation, rules);
  else if (format === 'json') context.stdout.write(`${JSON.stringify(explanation, null, 2)}\n`);
  else if (format === 'ndjson')
    for (const one of explanation.households) context.stdout.write(`${JSON.stringify(one)}\n`);
  else {
    const { columns, unmask } = context;
    context.stdout.write(renderExplanation(explanation, { columns, unmask, rules }));
  }
  return 0;
}
