import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './helpers/cli.js';
import { people } from './helpers/county.js';
import { Campaign } from './helpers/small-campaign.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = ['docs/nightly.md', 'docs/nightly.zh.md'].map((name) => readFileSync(join(root, name), 'utf8'));
const blocks = (page = '', language = ''): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

/** A folder with a program `dibao` in it, as an installed one is found. */
function installed(parent: string): string {
  const folder = join(parent, 'bin');
  mkdirSync(folder);
  const file = join(folder, 'dibao');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin', 'dibao.js')}" "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}

describe('the pages on nightly runs', () => {
  it('have the same lines for machines', () => {
    for (const language of ['cron', 'ini'])
      expect(blocks(pages[1], language)).toEqual(blocks(pages[0], language));
    expect(blocks(pages[0], 'ini')).toHaveLength(2);
  });

  it.skipIf(process.platform === 'win32')('have a cron line that runs as it is written', () => {
    const parent = temporaryFolder();
    const campaign = Campaign.make(parent);
    campaign.writeFile('parameters: { slow_registers: [ roster, death ], settle_seconds: 0 }');
    // As the page says: the as-of date is left out.
    campaign.write(campaign.read('dibao.yaml').replace(/^as_of:.*\n/m, ''), 'dibao.yaml');
    expect(campaign.run('check', '-q', '--as-of', '2025-08-01', '--fail-on', 'never').code).toBe(0);
    const [line = ''] = blocks(pages[0], 'cron')[0]?.match(/^30 2 \* \* \* .*$/m) ?? [];
    // crontab(5): five fields, then the command, in which % would end it.
    const command = line.replace(/^(\S+ ){5}/, '');
    expect(command).not.toContain('%');
    const PATH = [installed(parent), process.env.PATH].join(delimiter);
    const night = () =>
      spawnSync('/bin/sh', ['-c', command], {
        env: { PATH, DIBAO: campaign.folder, HOME: parent },
        encoding: 'utf8',
      });
    campaign.writeCars([people.owner, '王建国', '浙F12345'], [people.wife, '李秀英', '浙F54321']);
    expect(night()).toMatchObject({ stdout: 'dibao check: exit code 1\n', stderr: '' });
    expect(readdirSync(campaign.folder).filter((name) => name.startsWith('疑点'))).toHaveLength(2);
    const again = night();
    expect(again.stdout).toBe('dibao check: exit code 3\n');
    expect(again.stderr).toMatch(/完全相同的文件:data\/vehicle\.csv/);
    campaign.writeCars([people.owner, '王建国', '浙F12345']);
    expect(night()).toMatchObject({ stdout: '', stderr: '' });
  });

  const verifier = spawnSync('systemd-analyze', ['--version']);
  it.skipIf(verifier.error !== undefined)('have units that systemd-analyze verify takes', () => {
    const folder = temporaryFolder();
    const [service = '', timer = ''] = blocks(pages[0], 'ini');
    expect(service).toContain('ExecStart=/usr/local/bin/dibao check ');
    // Where the program lies is the one thing that is another on each machine.
    const here = service.replace('/usr/local/bin/dibao', join(installed(folder), 'dibao'));
    writeFileSync(join(folder, 'dibao-nightly.service'), here);
    writeFileSync(join(folder, 'dibao-nightly.timer'), timer);
    const units = ['dibao-nightly.service', 'dibao-nightly.timer'].map((name) => join(folder, name));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
      encoding: 'utf8',
    });
    expect(stderr.split('\n').filter((line) => line.includes('dibao-nightly'))).toEqual([]);
    expect(status).toBe(0);
  });
});
