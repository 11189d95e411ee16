import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../src/campaign-file/load.js';
import { temporaryFolder } from './helpers/cli.js';
import { expectedLines, lineOf, rewriting, someEdits } from './helpers/rewrite.js';
import { randomOf } from './variants/random.js';

const demo = fileURLToPath(new URL('../fixtures/demo', import.meta.url));

describe('the demo county’s roster', () => {
  it('without edits is the same file', async () => {
    const out = temporaryFolder();
    const campaign = await loadCampaign(join(demo, 'dibao.yaml'));
    const { files } = await rewriting(campaign, out, () => []);
    expect(files.length).toBeGreaterThan(0);
    for (const { file, source, rowsRemoved, cellsChanged } of files) {
      expect([rowsRemoved, cellsChanged]).toEqual([0, 0]);
      expect(readFileSync(join(out, file)).equals(readFileSync(join(demo, source)))).toBe(true);
    }
  });

  it.each([1, 2, 3])('with edits reads as the edits say (%i)', async (seed) => {
    const campaign = await loadCampaign(join(demo, 'dibao.yaml'));
    let edits: ReturnType<typeof someEdits> = [];
    const { before, after } = await rewriting(campaign, temporaryFolder(), (households) => {
      edits = someEdits(households, randomOf(`demo ${seed}`));
      return edits;
    });
    expect(after.map((one) => lineOf(one)).sort()).toEqual(expectedLines(before, edits, true));
  });
});
