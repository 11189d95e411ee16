import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DibaoError } from '../errors.js';
import { say } from '../messages/language.js';
import { standardTexts } from '../messages/standards.js';
import { loadStandards } from '../standards/load.js';
import { readAmountRules } from './amount-rules.js';
import { type LocatedDocument, parseLocated } from './document.js';
import { firstIssue } from './issues.js';
import { mergeParameters } from './parameters.js';
import { readReviewRules } from './review-rules.js';
import { campaignSchema } from './schema.js';
import { readSources } from './sources.js';
import { readStandards } from './standards.js';
import { today } from './today.js';
import type { Campaign, Office } from './types.js';

/**
 * Reads a campaign file (DESIGN.md, 'The campaign file'). Paths in it start from its folder; `as_of` defaults to
 * today. Throws DibaoError campaign-*, with file and line.
 * @param path the file, as the user wrote it: messages show it so
 * @param cwd folder that `path` starts from; the working folder when left out
 */
export async function loadCampaign(path: string, cwd = ''): Promise<Campaign> {
  const file = resolve(cwd, path);
  const document = parseLocated(readText(file, path), path);
  const parsed = campaignSchema.safeParse(document.content ?? {});
  if (!parsed.success) throw firstIssue(parsed.error.issues, document);
  const input = parsed.data;
  const root = dirname(file);
  return {
    name: input.name ?? say(standardTexts.defaultName),
    area: input.area === undefined ? null : { code: input.area.code, name: input.area.name ?? '' },
    as_of: input.as_of ?? today(),
    pack: packPath(input.pack, root, document),
    standards: readStandards(input.standards, document),
    parameters: mergeParameters(loadStandards(), input, document),
    amount: readAmountRules(input, document),
    exit_deadlines: Object.entries(input.voluntary_deadlines ?? {}).map(([kind, until]) => ({ kind, until })),
    review: readReviewRules(input, document),
    sources: readSources(input.sources, root, document),
    rules: existing(input.rules, 'rules', root, document),
    required: input.required ?? [],
    exemptions: exemptionFile(input.exemptions, root, document),
    name_matching: input.name_matching ?? false,
    purpose: input.purpose ?? null,
    authority: input.authority ?? null,
    footer: input.footer ?? say(standardTexts.defaultFooter),
    office: { ...noOffice, ...input.office },
    retain_until: input.retain_until ?? null,
    root,
    file,
  };
}

export const defaultPack = 'ten-categories';
export const noOffice: Office = { name: '', phone: '', address: '', reconsideration: '', court: '' };

/** UTF-8 as it should be, else GB18030: what Notepad saves on a Chinese Windows. */
function readText(file: string, written: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new DibaoError('campaign-missing', {}, { file: written });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A pack is named by its id or by a YAML file of the user's own. */
function packPath(pack: string | undefined, root: string, document: LocatedDocument): string {
  if (pack === undefined) return defaultPack;
  if (!/\.ya?ml$/i.test(pack)) return pack;
  return existing(pack, 'pack', root, document) ?? defaultPack;
}

function exemptionFile(
  written: string | undefined,
  root: string,
  document: LocatedDocument,
): Campaign['exemptions'] {
  const path = existing(written, 'exemptions', root, document);
  return path === null || written === undefined ? null : { path, written };
}

function existing(
  path: string | undefined,
  key: string,
  root: string,
  document: LocatedDocument,
): string | null {
  if (path === undefined) return null;
  const full = resolve(root, path);
  if (existsSync(full)) return full;
  throw new DibaoError('campaign-path-missing', { key, value: path }, document.valueAt([key]));
}
