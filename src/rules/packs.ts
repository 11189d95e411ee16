import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { DibaoError } from '../errors.js';
import type { Rule } from './catalogue.js';

const ruleTitle = z.strictObject({ rule: z.string(), number: z.int().optional(), title: z.string() });

const packSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  document: z.string(),
  rules: z.array(ruleTitle),
  checks: z.array(z.string()).min(1),
  integrity: z.strictObject({ rules: z.array(ruleTitle), checks: z.array(z.string()) }),
});

/** A list of checks and what the plan that it serves calls them. */
export type Pack = z.infer<typeof packSchema>;

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), 'packs');

/**
 * A pack of the program by name, or a YAML file by path.
 * @throws DibaoError pack-unknown, pack-invalid
 */
export async function loadPack(name: string, root: string): Promise<Pack> {
  const own = path.join(here, `${name}.yaml`);
  const file = /\.ya?ml$/.test(name) ? path.resolve(root, name) : own;
  try {
    await access(file);
  } catch {
    throw new DibaoError('pack-unknown', { name });
  }
  const checked = packSchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!checked.success) {
    const detail = checked.error.issues
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join('; ');
    throw new DibaoError('pack-invalid', { detail }, { file });
  }
  return checked.data;
}

/**
 * The checks of a pack in its order, then its integrity checks, then the user's own rules.
 * @param only ids of `--check`, or [] for all
 * @throws DibaoError check-unknown
 */
export function checksOf(
  pack: Pack,
  catalogue: readonly Rule[],
  own: readonly Rule[],
  only: readonly string[],
): Rule[] {
  const byId = new Map(catalogue.map((rule) => [rule.id, rule]));
  const ids =
    only.length > 0 ? only : [...pack.checks, ...pack.integrity.checks, ...own.map((rule) => rule.id)];
  return ids.map((id) => {
    const rule = byId.get(id);
    if (!rule) throw new DibaoError('check-unknown', { id, known: [...byId.keys()].join(' ') });
    return rule;
  });
}
