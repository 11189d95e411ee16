import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerNames } from '../src/ledger/chain-file.js';
import { readLedger } from '../src/ledger/ledger.js';
import { verifyLog } from '../src/ledger/verify.js';
import { temporaryFolder } from './helpers/cli.js';
import {
  hashes,
  type Killed,
  leftovers,
  type Moment,
  readWhole,
  runAndKill,
  seeded,
} from './helpers/kill.js';
import { killedCommands } from './helpers/killed-commands.js';

const SEED = 20261101;

/** Where a command is most easily torn: once it holds the lock, and while it writes the ledger or its outputs. */
function momentOf(random: () => number, lasts: number): Moment {
  const dice = random();
  if (dice < 0.15) return { after: 'lock', wait: random() * 5 };
  if (dice < 0.35) return { after: 'ledger', wait: random() * 4 };
  // What is written in place is torn for a moment only.
  if (dice < 0.7) return { after: 'output', wait: random() * 6 };
  return { after: 'start', wait: lasts * (0.2 + random()) };
}

/** Every output is whole: as one of the two states has it, or as a program can read that did not write it. */
async function expectWhole(
  { outputs, ownBytes, ownFiles }: Killed,
  folder: string,
  known: readonly Map<string, Set<string>>[],
): Promise<void> {
  for (const [index, output] of outputs.entries()) {
    for (const [name, hash] of await hashes(join(folder, output), ownBytes))
      expect([name, known[index]?.get(name)?.has(hash)]).toEqual([name, true]);
    for (const name of ownBytes) {
      const file = join(folder, output, name);
      if (existsSync(file)) await readWhole(file);
    }
  }
  for (const name of ownFiles) if (existsSync(join(folder, name))) await readWhole(join(folder, name));
}

/** Runs the command in turns, and keeps what each file of its outputs may say; how long the last run took, ms. */
async function rehearse(command: Killed, folder: string, known: readonly Map<string, Set<string>>[]) {
  let lasts = 0;
  for (const state of command.rehearsal) {
    command.turn(folder, state);
    const { code, stderr, milliseconds } = await runAndKill(folder, command.args, null);
    expect([code, stderr]).toEqual([expect.toBeOneOf([...command.codes]), '']);
    lasts = milliseconds;
    for (const [index, output] of command.outputs.entries())
      for (const [name, hash] of await hashes(join(folder, output), command.ownBytes))
        known[index]?.set(name, (known[index].get(name) ?? new Set()).add(hash));
  }
  // What is written must tell the states apart, or a run that writes nothing would pass.
  for (const output of known) expect([...output.values()].some(({ size }) => size > 1)).toBe(true);
  return lasts;
}

/** The next one takes the lock of the dead, and ends as if nothing had been. */
async function runPlainly(command: Killed, folder: string): Promise<void> {
  const { code, stderr } = await runAndKill(folder, command.args, null);
  const told = stderr.replace(/^提醒:ledger.*\n/, '');
  expect([code, told]).toEqual([expect.toBeOneOf([...command.codes]), '']);
  expect(leftovers(folder)).toEqual([]);
}

async function killOften(command: Killed, lane: number, kills: number): Promise<number> {
  const random = seeded(SEED + lane);
  const folder = await command.ready(join(temporaryFolder(), `${command.name}-${lane}`));
  const known = command.outputs.map(() => new Map<string, Set<string>>());
  const lasts = await rehearse(command, folder, known);
  let killed = 0;
  for (let runs = 0; killed < kills; runs++) {
    command.turn(folder, runs % 2 === 0 ? 0 : 1);
    const before = await readLedger(folder);
    const { code } = await runAndKill(folder, command.args, momentOf(random, lasts), command.outputs);
    if (code === null) killed++;
    const report = await verifyLog(folder, ledgerNames);
    expect(report?.broken).toBeNull();
    const after = await readLedger(folder);
    // Nothing that was confirmed is lost, and of the run that was killed there is all or nothing.
    expect(after.events.slice(0, before.events.length)).toEqual(before.events);
    const fresh = after.events.slice(before.events.length).map(({ end }) => end === true);
    expect(fresh).toEqual(fresh.map((_, index) => index === fresh.length - 1));
    await expectWhole(command, folder, known);
    if (runs % command.plainEvery !== 0 && killed < kills) continue;
    command.turn(folder, runs % 2 === 0 ? 1 : 0);
    await runPlainly(command, folder);
    await expectWhole(command, folder, known);
  }
  expect((await verifyLog(folder, ledgerNames))?.dropped).toBe(0);
  return killed;
}

describe('kill -9 at any moment leaves the ledger whole and every output old or new', () => {
  it.each(killedCommands)('of $name', { timeout: 300_000 }, async (command) => {
    // Two at a time, each in a campaign of its own.
    const half = Math.ceil(command.kills / 2);
    const killed = await Promise.all([
      killOften(command, 0, half),
      killOften(command, 1, command.kills - half),
    ]);
    expect(killed.reduce((sum, one) => sum + one, 0)).toBe(command.kills);
  });
});
