import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { DibaoError } from '../errors.js';
import { headerFault, yamlFault } from './header-fault.js';

const frontMatter = z.strictObject({
  id: z.string().regex(/^[A-Z]\w*(\.[a-z-]+)?$/),
  rule: z.string(),
  title: z.string().min(1),
  grade: z.enum(['exit', 'remove', 'verify']),
  /** Registers without which the check does not run. */
  needs: z.array(z.string()),
  /** Of each inner list one register will do. */
  any_of: z.array(z.array(z.string()).min(1)).default([]),
  /** Registers read if they are there. */
  uses: z.array(z.string()).default([]),
  /** Registers that could excuse; absent: grade verify, and the doubt is printed. */
  excused_by: z.array(z.string()).default([]),
  /** Of those it needs or uses, which must be loaded whole: also rows about nobody of the roster. */
  whole: z.array(z.string()).default([]),
  /**
   * Persons on no roster whom it is after, told by rows of these record sets in which each field of one of the conditions
   * has one of its values (codes, or the name of a parameter). Every register that it reads is loaded for them too.
   */
  leads: z
    .record(
      z.string(),
      z.array(z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))).min(1),
    )
    .default({}),
  /** True where its rows may be about households or persons that are on no roster. */
  off_roster: z.boolean().default(false),
  /**
   * What more hits than an alarm allows mean, beside that the data is to be doubted: two sums are reckoned otherwise, or
   * the leads are a list of their own. They are listed where the check is asked for by its id.
   */
  if_many: z.enum(['otherwise', 'apart']).optional(),
  /** True where the check compares with the standard: without one in force it does not run. */
  standard: z.boolean().default(false),
  basis: z
    .array(
      z.strictObject({ document: z.string(), article: z.string().optional(), item: z.string().optional() }),
    )
    .min(1),
  lawful_reasons: z.array(z.string()).min(1),
});

type FrontMatter = z.infer<typeof frontMatter>;

/** One check: its front matter, and its SELECT as it runs. */
export type Rule = FrontMatter & {
  sql: string;
  file: string;
  /** True where the pack lowers the grade to verify, whatever a row says. */
  lowered?: boolean;
  /** Names of its columns, where the build has asked for them. */
  columns?: readonly string[];
};

/** What the build (scripts/build.mjs) has found out about a rule, told by its file's text. */
interface BuiltRule {
  readonly header: FrontMatter;
  readonly columns: readonly string[];
}

const here = path.dirname(fileURLToPath(import.meta.url));

/** To read the front matters as YAML and to plan each SELECT twice would take a fifth of a second of every check. */
let built: ReadonlyMap<string, BuiltRule> | null = null;

function builtRules(): ReadonlyMap<string, BuiltRule> {
  const file = path.join(here, 'built.json');
  built ??= new Map(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
  return built;
}

function readHeader(head: string, file: string): FrontMatter {
  let data: unknown;
  try {
    data = parse(head);
  } catch (error) {
    const { message, row } = yamlFault(error);
    throw new DibaoError('rule-header', { detail: message }, { file, ...row });
  }
  const checked = frontMatter.safeParse(data);
  if (checked.success) return checked.data;
  const { detail, row } = headerFault(checked.error.issues, head, Object.keys(frontMatter.shape));
  throw new DibaoError('rule-header', { detail }, { file, ...row });
}

/**
 * Reads one rule file: a comment of YAML between `/*---` and `---*​/`, then one SELECT.
 * @throws DibaoError rule-header if the front matter is missing or not as it should be.
 */
export function parseRule(text: string, file: string): Rule {
  const parts = /^\s*\/\*---\n([\s\S]*?)\n---\*\/\s*([\s\S]*)$/.exec(text);
  if (!parts) throw new DibaoError('rule-header', { detail: '/*--- … ---*/' }, { file });
  const [, head = '', body = ''] = parts;
  const sql = body.trim().replace(/;$/, '');
  const known = builtRules().get(text);
  if (known) return { ...known.header, columns: known.columns, sql, file };
  return { ...readHeader(head, file), sql, file };
}

/** All `.sql` rules of a folder, by id. */
async function readFolder(folder: string): Promise<Rule[]> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  } catch {
    throw new DibaoError('rules-folder-missing', {}, { file: folder });
  }
  return Promise.all(
    names.map(async (name) =>
      parseRule(await readFile(path.join(folder, name), 'utf8'), path.join(folder, name)),
    ),
  );
}

/**
 * The program's checks and, behind them, the user's own.
 * @param extra the campaign's rules/ folder, or null
 * @throws DibaoError rule-twice if two files carry one id.
 */
export async function loadCatalogue(extra: string | null = null): Promise<Rule[]> {
  const rules = await readFolder(here);
  if (extra) rules.push(...(await readFolder(extra)));
  const seen = new Map<string, Rule>();
  for (const rule of rules) {
    const twin = seen.get(rule.id);
    if (twin) throw new DibaoError('rule-twice', { id: rule.id, other: twin.file }, { file: rule.file });
    seen.set(rule.id, rule);
  }
  return rules;
}
