import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LocatedDocument, parseLocated } from '../campaign-file/document.js';
import { didYouMean, firstIssue } from '../campaign-file/issues.js';
import { DibaoError } from '../errors.js';
import { maskIdsIn } from '../messages/mask.js';
import { type PackInput, packSchema } from './schema.js';

/** A category of the plan, as reports head their tables with it. */
interface Category {
  readonly rule: string;
  readonly number?: number;
  readonly title: string;
  readonly checks?: readonly string[];
}

interface Part {
  readonly rules: readonly Category[];
  readonly checks: readonly string[];
}

/** A list of checks and what the plan that it serves calls them. */
export interface Pack extends Part {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly integrity: Part;
  /** What the pack says of single checks and of parameters, as it stands in its file. */
  readonly input: PackInput;
  readonly located: LocatedDocument;
}

const folder = fileURLToPath(new URL('../rules/packs/', import.meta.url));

/** The pack whose integrity checks run with every pack that names none (RULES.md, 'Integrity checks beside the ten'). */
const FIRST = 'ten-categories';

/** The packs that the program brings, by name. */
export function packNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1));
}

/** Its own checks in their order, then those that its categories name and the list does not. */
function checksIn(rules: readonly Category[], listed: readonly string[] = []): string[] {
  return [...new Set([...listed, ...rules.flatMap((one) => one.checks ?? [])])];
}

function read(file: string, shown: string): Pack {
  const located = parseLocated(readFileSync(file, 'utf8'), shown);
  const parsed = packSchema.safeParse(located.content ?? {});
  if (!parsed.success) throw firstIssue(parsed.error.issues, located);
  const { id, title, document, rules, checks, integrity } = parsed.data;
  const own = checksIn(rules, checks);
  if (own.length === 0) throw new DibaoError('pack-empty', {}, located.keyAt(['rules']));
  const beside =
    integrity === undefined
      ? read(path.join(folder, `${FIRST}.yaml`), FIRST).integrity
      : { rules: integrity.rules, checks: checksIn(integrity.rules, integrity.checks) };
  return { id, title, document, rules, checks: own, integrity: beside, input: parsed.data, located };
}

/**
 * A pack of the program by name, or a YAML file by path.
 * @param root folder that paths start from
 * @throws DibaoError pack-unknown, pack-empty, and campaign-* with the line where the file is not as it should be
 */
export async function loadPack(name: string, root: string): Promise<Pack> {
  if (/\.ya?ml$/i.test(name)) {
    const file = path.resolve(root, name);
    const shown = path.relative(root, file);
    if (existsSync(file)) return read(file, shown.startsWith('..') ? name : shown);
    throw new DibaoError('pack-file-missing', {}, { file: name });
  }
  const names = packNames();
  if (names.includes(name)) return read(path.join(folder, `${name}.yaml`), `${name}.yaml`);
  const hint = didYouMean(name, names);
  throw new DibaoError('pack-unknown', { name: maskIdsIn(name), hint, known: names.join(' ') });
}
