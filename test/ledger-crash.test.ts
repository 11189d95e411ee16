import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerNames } from '../src/ledger/chain-file.js';
import { readLedger } from '../src/ledger/ledger.js';
import { verifyLog } from '../src/ledger/verify.js';
import { temporaryFolder } from './helpers/cli.js';
import { people } from './helpers/county.js';
import { hashes, type Killed, type Moment, runAndKill, seeded } from './helpers/kill.js';
import { Campaign } from './helpers/small-campaign.js';

const SEED = 20261101;

/** Each command with how often it is killed; a further one is a further entry. */
const commands: readonly Killed[] = [
  {
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
  },
];

/** Where a command is most easily torn: once it holds the lock, and while it writes the ledger. */
function momentOf(random: () => number, lasts: number): Moment {
  const dice = random();
  if (dice < 0.15) return { after: 'lock', wait: random() * 5 };
  if (dice < 0.35) return { after: 'ledger', wait: random() * 4 };
  return { after: 'start', wait: lasts * (0.2 + random()) };
}

/** Every output is whole: as one of the two states has it, or JSON from its beginning to its end. */
function expectWhole(command: Killed, folder: string, known: readonly Map<string, Set<string>>[]): void {
  for (const [index, output] of command.outputs.entries()) {
    for (const [name, hash] of hashes(join(folder, output))) {
      if (command.ownBytes.includes(name))
        expect(() => JSON.parse(readFileSync(join(folder, output, name), 'utf8')) as unknown).not.toThrow();
      else expect([name, known[index]?.get(name)?.has(hash)]).toEqual([name, true]);
    }
  }
}

async function killOften(command: Killed, lane: number, kills: number): Promise<number> {
  const random = seeded(SEED + lane);
  const folder = await command.ready(join(temporaryFolder(), `${command.name}-${lane}`));
  const known = command.outputs.map(() => new Map<string, Set<string>>());
  let lasts = 0;
  for (const state of [0, 1] as const) {
    command.turn(folder, state);
    const { code, stderr, milliseconds } = await runAndKill(folder, command.args, null);
    expect([code, stderr]).toEqual([expect.toBeOneOf([...command.codes]), '']);
    lasts = milliseconds;
    for (const [index, output] of command.outputs.entries())
      for (const [name, hash] of hashes(join(folder, output)))
        known[index]?.set(name, (known[index].get(name) ?? new Set()).add(hash));
  }
  let killed = 0;
  let runs = 0;
  while (killed < kills) {
    command.turn(folder, runs++ % 2 === 0 ? 0 : 1);
    const before = await readLedger(folder);
    const { code } = await runAndKill(folder, command.args, momentOf(random, lasts));
    if (code === null) killed++;
    const report = await verifyLog(folder, ledgerNames);
    expect(report?.broken).toBeNull();
    const after = await readLedger(folder);
    // Nothing that was confirmed is lost, and of the run that was killed there is all or nothing.
    expect(after.events.slice(0, before.events.length)).toEqual(before.events);
    const fresh = after.events.slice(before.events.length).map(({ end }) => end === true);
    expect(fresh).toEqual(fresh.map((_, index) => index === fresh.length - 1));
    expectWhole(command, folder, known);
    // The next one takes the lock of the dead and ends as if nothing had been.
    command.turn(folder, runs++ % 2 === 0 ? 0 : 1);
    const next = await runAndKill(folder, [...command.args], null);
    expect([next.code, next.stderr.replace(/^提醒:ledger.*\n/, '')]).toEqual([
      expect.toBeOneOf([...command.codes]),
      '',
    ]);
    expectWhole(command, folder, known);
    expect(existsSync(join(folder, ledgerNames.lock))).toBe(false);
  }
  const left = readdirSync(folder).filter((name) => name.startsWith(`${ledgerNames.lock}.`));
  expect(left).toEqual([]);
  expect((await verifyLog(folder, ledgerNames))?.dropped).toBe(0);
  return killed;
}

describe('kill -9 at any moment leaves the ledger whole and every output old or new', () => {
  it.each(commands)('of $name', { timeout: 300_000 }, async (command) => {
    // Two at a time, each in a campaign of its own.
    const half = Math.ceil(command.kills / 2);
    const killed = await Promise.all([
      killOften(command, 0, half),
      killOften(command, 1, command.kills - half),
    ]);
    expect(killed.reduce((sum, one) => sum + one, 0)).toBe(command.kills);
  });
});
