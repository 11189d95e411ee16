import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { campaign } from './data.mjs';
import { measure, summed } from './measure.mjs';

const dibao = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'dibao.js');

/** What a campaign is measured at, and the options of each command; the ledger before it is kept beside. */
const stages = {
  dispatch: () => ['--date', '2026-08-01'],
  collect: (folder) => {
    const returned = path.join(folder, '交回');
    return [...readdirSync(returned).map((name) => path.join(returned, name)), '--date', '2026-08-25'];
  },
  clean: () => ['--date', '2026-08-31'],
};

/** The ledger as it stood before a command, and nothing that it writes. @param {string} folder @param {string} stage */
function before(folder, stage) {
  for (const name of ['下发', '清理', '收回', '下发回收登记.xlsx'])
    rmSync(path.join(folder, name), { recursive: true, force: true });
  for (const name of ['ledger.ndjson', 'ledger.head'])
    copyFileSync(path.join(folder, `ledger-${stage}`, name), path.join(folder, name));
}

/**
 * The memory and time of `dispatch`, `collect` and `clean` over a campaign of so many cases.
 * @param {number} cases one in every household @param {number} runs
 * @returns {Promise<{ stage: string, taken: import('./measure.mjs').Taken }[]>}
 */
export async function measureCampaign(cases, runs) {
  const folder = campaign(`campaign-${cases}`, cases);
  const all = [];
  for (const [stage, options] of Object.entries(stages)) {
    const args = [dibao, stage, '-q', '-c', path.join(folder, 'dibao.yaml'), ...options(folder)];
    const taken = [];
    for (let run = 0; run < runs; run += 1)
      taken.push(await measure(args, { exits: [0, 4], before: () => before(folder, stage) }));
    all.push({ stage, taken: summed(taken) });
  }
  return all;
}
