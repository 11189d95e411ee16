import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { DibaoError } from '../errors.js';
import { reportFiles } from '../files/run-files.js';
import { folderFrom } from '../ledger/adopt.js';
import { readLedger } from '../ledger/ledger.js';
import { campaignAbove } from '../ledger/usage.js';

const entrySchema = z.object({ file: z.string(), sha256: z.string() });
const manifestSchema = z.object({
  campaign: entrySchema.nullable(),
  exemptions: entrySchema.nullish(),
  inputs: z.array(entrySchema),
  outputs: z.array(entrySchema),
});

/** One file of a run against what run.json says of it. */
export interface FileReport {
  readonly kind: 'output' | 'input' | 'campaign';
  readonly file: string;
  readonly state: 'same' | 'changed' | 'missing';
}

export interface RunVerification {
  readonly files: readonly FileReport[];
  /** Line of the ledger that names this folder with other cases; null where there is none. */
  readonly otherRun: number | null;
}

async function compare(
  kind: FileReport['kind'],
  folder: string,
  { file, sha256 }: z.infer<typeof entrySchema>,
): Promise<FileReport> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path.resolve(folder, file)), hash);
  } catch {
    return { kind, file, state: 'missing' };
  }
  return { kind, file, state: hash.digest('hex') === sha256 ? 'same' : 'changed' };
}

/** The folder of the campaign file that a run was made with: where it lies, from the run's folder up. */
function campaignFolder(dir: string, file: string, cwd: string): string {
  for (let at = dir; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, file))) return at;
    if (path.dirname(at) === at) return cwd;
  }
}

async function otherRunOf(dir: string, cases: string | undefined): Promise<number | null> {
  const folder = campaignAbove(dir);
  if (folder === null || cases === undefined) return null;
  // A ledger that does not hold is another matter: verify without a run looks it over.
  const { events } = await readLedger(folder).catch(() => ({ events: [] }));
  const own = folderFrom(folder, dir);
  const index = events.findLastIndex(({ event }) => event.what === 'run' && event.folder === own);
  const last = events[index]?.event;
  return last?.what === 'run' && last.sha256 !== cases ? index + 1 : null;
}

/**
 * Hashes the inputs and outputs of a finished run again.
 * @param dir the run's folder, absolute; `shown` as the user wrote it
 * @param config the campaign file where the user names it, absolute
 * @throws DibaoError run-unfinished, run-damaged for run.json itself
 */
export async function verifyRun(
  dir: string,
  shown: string,
  { config, cwd }: { readonly config: string | null; readonly cwd: string },
): Promise<RunVerification> {
  let text: string;
  try {
    text = await readFile(path.join(dir, 'run.json'), 'utf8');
  } catch {
    throw new DibaoError('run-unfinished', {}, { file: shown });
  }
  let manifest: z.infer<typeof manifestSchema>;
  try {
    manifest = manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new DibaoError('run-damaged', { name: 'run.json', why: '' }, { file: shown });
  }
  const { campaign, exemptions, inputs, outputs } = manifest;
  const named = config === null ? null : path.dirname(config);
  const root = named ?? (campaign === null ? cwd : campaignFolder(dir, campaign.file, cwd));
  const files: FileReport[] = [];
  for (const one of outputs) files.push(await compare('output', dir, one));
  if (campaign) {
    const file = config === null ? campaign.file : path.basename(config);
    files.push(await compare('campaign', root, { ...campaign, file }));
  }
  for (const one of exemptions ? [...inputs, exemptions] : inputs)
    files.push(await compare('input', root, one));
  const cases = outputs.find(({ file }) => file === reportFiles.cases)?.sha256;
  return { files, otherRun: await otherRunOf(dir, cases) };
}
