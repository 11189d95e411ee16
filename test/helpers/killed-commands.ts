import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { verificationForm } from '../../src/forms/verification.js';
import type { Slip } from '../../src/ledger/events.js';
import { type FormCells, writeForms } from './answer-books.js';
import { people } from './county.js';
import type { Killed } from './kill.js';
import { finding, origin } from './ledger-finding.js';
import { Campaign } from './small-campaign.js';

const purpose = 'purpose: 低保专项治理核查\nauthority: 平民〔2026〕12号';

/** A checked campaign with purpose and authority, and its cases. */
async function checked(parent: string): Promise<{ campaign: Campaign; slips: readonly Slip[] }> {
  const campaign = Campaign.make(parent);
  campaign.writeFile(purpose);
  await campaign.found();
  const { code, stderr } = campaign.check('--quiet');
  if (code !== 1) throw new Error(stderr);
  const slips = campaign.events().flatMap(({ event }) => (event.what === 'found' ? [event.slip] : []));
  if (slips.length < 2) throw new Error('the small campaign has two cases');
  return { campaign, slips };
}

const none: Pick<Killed, 'ownBytes' | 'ownFiles' | 'plainEvery' | 'rehearsal'> = {
  ownBytes: [],
  ownFiles: [],
  plainEvery: 5,
  rehearsal: [0, 1],
};

const check: Killed = {
  ...none,
  name: 'check',
  kills: 34,
  async ready(parent) {
    const campaign = Campaign.make(parent);
    await campaign.found();
    return campaign.folder;
  },
  turn(folder, state) {
    const cars = [people.owner, '王建国', state === 0 ? '浙F11111' : '浙F22222'] as const;
    new Campaign(folder).writeCars(cars);
  },
  args: ['check', '-o', '疑点', '--quiet'],
  codes: [1],
  outputs: ['疑点'],
  ownBytes: ['run.json'],
};

const answers: readonly FormCells[] = [
  { verdict: '属实', ground: '情况属实,无合理情形', measure: '停发' },
  { verdict: '不属实', ground: '数据有误或已过时', measure: '保留' },
];
const visit: FormCells = { visited: '2026-11-06', seen: '是', investigator1: '王甲', investigator2: '李乙' };
const answerFile = (folder: string, at: number, state: number): string =>
  join(folder, '备', `答复${at}-${state}.xlsx`);

/** Two forms of one batch; the states answer otherwise, and each takes the place of what was answered before. */
const collect: Killed = {
  ...none,
  name: 'collect',
  kills: 33,
  async ready(parent) {
    const { campaign, slips } = await checked(parent);
    const { folder } = campaign;
    const [{ township = '' } = {}] = slips;
    const batch = { batch: '2026-001', township };
    await campaign.happen({
      ...{ what: 'dispatched', ...batch, recipient: township, file: '表.xlsx', sha256: '' },
      ...{ on: '2026-11-05', deadline: '2026-11-20', households: [] },
      cases: slips.map(({ case_id }) => case_id),
    });
    mkdirSync(join(folder, '备'));
    mkdirSync(join(folder, '收'));
    for (const [at, { case_id }] of slips.entries())
      for (const [state, answer] of answers.entries()) {
        const rows = [{ case_id, ...visit, ...answer }];
        const mark = { kind: 'verification', campaign: '测试专项', ...batch };
        await writeForms(answerFile(folder, at, state), [{ form: verificationForm, rows }], mark);
      }
    return folder;
  },
  turn(folder, state) {
    for (const at of [0, 1])
      copyFileSync(answerFile(folder, at, state), join(folder, '收', `答复${at}.xlsx`));
  },
  args: ['collect', '收', '--replace', '--date', '2026-11-12', '--quiet'],
  codes: [0],
  outputs: ['收回'],
  ownFiles: ['下发回收登记.xlsx'],
  // New, corrected, and known before.
  rehearsal: [0, 1, 0, 0, 1, 1],
};

/** Verdicts whose letters are served and whose period is over; the states reckon with another standard. */
const clean: Killed = {
  ...none,
  name: 'clean',
  kills: 33,
  async ready(parent) {
    const { campaign, slips } = await checked(parent);
    const usual = { from_month: '2026-12', visited: '2026-11-06', reviewed: '2026-11-06', reviewer: '周五' };
    for (const { case_id, household_id, check: found } of slips) {
      const differs = found.startsWith('R02')
        ? { measure: 'stop' as const }
        : { measure: 'lower' as const, income: 2700 };
      await campaign.happen(
        { what: 'verified', case_id, batch: '2026-001', finding: finding({ ...usual, ...differs }), origin },
        { what: 'served', household_id, on: '2026-11-07', manner: '直接送达', by: '孙三', origin },
      );
    }
    return campaign.folder;
  },
  turn(folder, state) {
    new Campaign(folder).writeFile(purpose, state === 0 ? 1100 : 1090);
  },
  args: ['clean', '--date', '2026-11-28', '--quiet'],
  codes: [0],
  outputs: [join('清理', '2026-11-28')],
  // It is of the ledger's state, with the hash of its last line in every file's own.
  ownBytes: ['清理结果.json'],
  rehearsal: [0, 1, 0, 0, 1, 1],
};

/** The commands that write, each with how often it is killed; a further one is a further entry. */
export const killedCommands: readonly Killed[] = [check, collect, clean];
