import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Campaign } from '../campaign-file/types.js';
import type { Manifest } from '../reports/manifest.js';
import type { RunResult } from '../run.js';
import type { Context } from './options.js';

function exemptionEntry({ exemptions }: RunResult): Manifest['exemptions'] {
  if (exemptions === null) return null;
  const { file, bytes, sha256 } = exemptions;
  return { file, bytes, sha256 };
}

/** What run.json says of a run, but for its outputs. */
export async function manifestOf(
  campaign: Campaign,
  context: Context,
  run: RunResult,
  started: Date,
): Promise<Manifest> {
  const campaignFile = campaign.file;
  return {
    tool: { name: 'dibao', version: context.version },
    arguments: context.arguments,
    campaign:
      campaignFile === null
        ? null
        : {
            file: path.basename(campaignFile),
            sha256: createHash('sha256')
              .update(await readFile(campaignFile))
              .digest('hex'),
          },
    exemptions: exemptionEntry(run),
    as_of: campaign.as_of,
    inputs: run.files.map(({ task, bytes, sha256, parts }) => ({
      register: task.record,
      file: task.shown,
      bytes,
      sha256,
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
    })),
    checks: run.results.map(({ rule, outcome, milliseconds }) => ({ check: rule.id, outcome, milliseconds })),
    started: started.toISOString(),
    ended: new Date().toISOString(),
  };
}
