import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadCampaign } from '../src/campaign-file/load.js';
import { temporaryFolder } from './helpers/cli.js';
import { townships } from './helpers/folder-people.js';
import { styles } from './helpers/folder-styles.js';
import { expectedLines, lineOf, rewriting, someEdits } from './helpers/rewrite.js';
import { randomOf } from './variants/random.js';

// Twenty townships, each with a roster in its own fashion: what is written again reads as the edits say.

async function county() {
  const folder = temporaryFolder();
  const roster = join(folder, '名册');
  for (const [index, one] of townships.entries()) await styles[index]?.(roster, one);
  copyFileSync(join(roster, '平乐镇/永乐村.xlsx'), join(roster, '平乐镇/永乐村(最终版).xlsx'));
  const config = join(folder, 'dibao.yaml');
  const standards = {
    urban: [{ from: '2024-07-01', monthly: 1200 }],
    rural: [{ from: '2024-07-01', monthly: 1000 }],
  };
  const about = { as_of: '2026-06-30', area: { code: '339921', name: '云栖县' } };
  writeFileSync(config, stringify({ ...about, standards, sources: { roster: ['名册'] } }));
  return { roster, campaign: await loadCampaign(config) };
}

describe('a folder of twenty townships', () => {
  it.each([1, 2, 3, 4])('reads as the edits say (%i)', async (seed) => {
    const { campaign } = await county();
    const out = join(temporaryFolder(), '名册');
    let edits: ReturnType<typeof someEdits> = [];
    const { before, after, files } = await rewriting(
      campaign,
      out,
      (households) => {
        edits = someEdits(households, randomOf(`folder ${seed}`), { share: 0.5 });
        return edits;
      },
      ['.'],
    );
    expect(edits.length).toBeGreaterThan(40);
    expect(after.map((one) => lineOf(one, {}, false)).sort()).toEqual(
      expectedLines(before, edits, false, false),
    );
    for (const { file } of files) expect(statSync(join(out, file)).mode & 0o777).toBe(0o600);
  });

  it('without edits: every file under its own path, byte for byte; the twin is named', async () => {
    const { campaign, roster } = await county();
    const out = temporaryFolder();
    const { files } = await rewriting(campaign, out, () => [], ['.']);
    for (const { file } of files)
      expect(readFileSync(join(out, file)).equals(readFileSync(join(roster, file)))).toBe(true);
    const pair = ['平乐镇/永乐村.xlsx', '平乐镇/永乐村(最终版).xlsx'];
    const written = pair.filter((file) => existsSync(join(out, file)));
    expect(written.length).toBe(1);
    expect(files.flatMap(({ notes }) => notes).join()).toContain(
      pair.find((file) => !written.includes(file)),
    );
  });
});
