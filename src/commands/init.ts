import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCampaign } from '../campaign-file/load.js';
import { DibaoError } from '../errors.js';
import { ensurePrivateDir, writeAtomic } from '../files/atomic.js';
import { foundLedger } from '../ledger/ledger.js';
import { initTexts } from '../messages/commands.js';
import { language, say } from '../messages/language.js';
import { quoted } from '../messages/quoted.js';
import type { InitOptions } from './options.js';
import { findSet } from './template.js';
import { writing } from './write-error.js';

/** The registers that nearly every campaign gets, and what the sample campaign file calls their files. */
const usual = {
  roster: { zh: '低保花名册', en: 'roster' },
  death: { zh: '死亡登记', en: 'death' },
  pension: { zh: '养老金发放', en: 'pension' },
  vehicle: { zh: '机动车登记', en: 'vehicle' },
  property: { zh: '不动产登记', en: 'property' },
  payroll: { zh: '财政供养与国企人员', en: 'payroll' },
  business: { zh: '市场主体登记', en: 'business' },
  employment: { zh: '务工与工资', en: 'employment' },
} as const;

const demoFolder = fileURLToPath(new URL('../../fixtures/demo/', import.meta.url));

/**
 * `init`: makes a campaign folder with a commented campaign file and empty sheets, or a copy of the demo county,
 * and founds its ledger.
 * Throws DibaoError folder-not-empty, cannot-write.
 */
export async function init({ context, folder, demo }: InitOptions): Promise<number> {
  const target = resolve(context.cwd, folder);
  if (existsSync(target)) refuseIfUsed(target, folder);
  await writing(folder, async () => {
    await ensurePrivateDir(target);
    if (demo) cpSync(demoFolder, target, { recursive: true });
    else await writeCampaign(target);
    const { name } = await loadCampaign(join(target, 'dibao.yaml'));
    await foundLedger(target, name, {
      who: context.user,
      command: 'init',
      at: new Date().toISOString(),
    });
  });
  if (!context.quiet) {
    const command = `dibao check -c ${quoted(join(folder, 'dibao.yaml'))} -o ${quoted(join(folder, '疑点'))}`;
    context.stderr.write(`${say(initTexts.made, { folder })}\n`);
    context.stderr.write(`${say(demo ? initTexts.nextDemo : initTexts.next, { command })}\n`);
  }
  return 0;
}

function refuseIfUsed(target: string, folder: string): void {
  let entries: string[];
  try {
    entries = readdirSync(target);
  } catch (error) {
    throw new DibaoError(
      'cannot-write',
      { why: String((error as NodeJS.ErrnoException).code) },
      { file: folder },
    );
  }
  if (entries.length > 0) throw new DibaoError('folder-not-empty', {}, { file: folder });
}

async function writeCampaign(target: string): Promise<void> {
  const { templateWorkbook } = await import('./template-workbook.js');
  await ensurePrivateDir(join(target, 'data'));
  for (const [key, name] of Object.entries(usual)) {
    await writeAtomic(join(target, 'data', `${name[language()]}.xlsx`), await templateWorkbook(findSet(key)));
  }
  const sample = new URL(`./sample.${language()}.yaml`, import.meta.url);
  await writeAtomic(join(target, 'dibao.yaml'), readFileSync(sample));
}
