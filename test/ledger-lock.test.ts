import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeLock } from '../src/ledger/lock.js';
import { temporaryFolder } from './helpers/cli.js';

const by = { who: '甲', command: 'check', at: '2026-11-01T08:00:00.000Z' };
const built = fileURLToPath(new URL('../dist/ledger/lock.js', import.meta.url));

let file = '';

beforeEach(() => {
  file = join(temporaryFolder(), 'ledger.lock');
});

const names = (): string[] => readdirSync(join(file, '..')).sort();
const take = (wait = 0) => takeLock(file, by, 'ledger.ndjson', wait);
const holder = (differs: object): string =>
  JSON.stringify({
    id: 'x',
    pid: process.pid,
    birth: null,
    host: hostname(),
    who: '乙',
    command: 'clean',
    since: '昨天',
    ...differs,
  });

/** A process number that was given and is free again. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}

describe('a lock', () => {
  it('is held by one alone, and leaves nothing behind', async () => {
    const unlock = await take();
    expect(names()).toEqual(['ledger.lock']);
    await expect(take()).rejects.toMatchObject({
      code: 'ledger-in-use',
      values: { who: '甲', command: 'check' },
    });
    await unlock();
    expect(names()).toEqual([]);
    await (await take())();
  });

  it('is waited for where a wait is given', async () => {
    const unlock = await take();
    setTimeout(() => void unlock(), 150);
    await (await take(10_000))();
  });

  it('of another machine is never taken over', async () => {
    writeFileSync(file, holder({ pid: await deadProcess(), host: '别的机器' }));
    await expect(take()).rejects.toMatchObject({ code: 'ledger-in-use', values: { host: '别的机器' } });
  });

  it('is not given back by one whose lock was deleted by hand and taken by another', async () => {
    const unlock = await take();
    writeFileSync(file, holder({}));
    await unlock();
    expect(readFileSync(file, 'utf8')).toBe(holder({}));
  });

  it('of a dead process is taken over, with the claims of those who died doing so', async () => {
    const pid = await deadProcess();
    writeFileSync(file, holder({ pid, id: 'a' }));
    writeFileSync(`${file}.heir-a`, holder({ pid, id: 'b' }));
    writeFileSync(`${file}.heir-b`, holder({ pid, id: 'c' }));
    writeFileSync(`${file}.tmp-${pid}-0123abcd`, '');
    const unlock = await take();
    expect(names()).toEqual(['ledger.lock']);
    await unlock();
    expect(names()).toEqual([]);
  });

  it.skipIf(!existsSync('/proc/self/stat'))(
    'of a process whose number another has now is taken over',
    async () => {
      writeFileSync(file, holder({ birth: 'another start/1' }));
      await (await take())();
    },
  );

  it('that was cut off while being written is taken over after a moment', async () => {
    writeFileSync(file, '');
    await (await take())();
    expect(names()).toEqual([]);
  });
});

describe('on a disk without links', () => {
  afterEach(() => {
    vi.doUnmock('node:fs/promises');
    vi.resetModules();
  });

  it('is created in place, and by one alone', async () => {
    vi.resetModules();
    vi.doMock('node:fs/promises', async (real) => {
      const link = (): Promise<never> => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
      return { ...(await real<typeof import('node:fs/promises')>()), link };
    });
    const { takeLock: taking } = await import('../src/ledger/lock.js');
    const unlock = await taking(file, by, 'ledger.ndjson');
    expect(names()).toEqual(['ledger.lock']);
    await expect(taking(file, by, 'ledger.ndjson')).rejects.toMatchObject({ code: 'ledger-in-use' });
    await unlock();
    writeFileSync(file, holder({ pid: await deadProcess() }));
    await (await taking(file, by, 'ledger.ndjson'))();
    expect(names()).toEqual([]);
  });
});

// Each takes the lock so many times; two of three die with it in their hands, for the others to find.
const contender = `
  const { takeLock } = await import(process.argv[1]);
  const { writeFileSync, rmSync, appendFileSync } = await import('node:fs');
  const [, , file, number] = process.argv;
  const by = { who: number, command: 'check', at: new Date().toISOString() };
  for (let turn = 0; turn < 5; turn++) {
    const unlock = await takeLock(file, by, 'x', 60_000);
    writeFileSync(file + '-inside', number, { flag: 'wx' });
    await new Promise((resolve) => setTimeout(resolve, 2));
    appendFileSync(file + '-order', number + '\\n');
    rmSync(file + '-inside');
    if (turn === 4 && number % 3 !== 0) process.kill(process.pid, 'SIGKILL');
    await unlock();
  }`;

it('of many who find it dead again and again, never two hold it', { timeout: 60_000 }, async () => {
  const pid = await deadProcess();
  writeFileSync(file, holder({ pid }));
  const errors = await Promise.all(
    Array.from({ length: 9 }, (_, number) => {
      const args = ['--input-type=module', '-e', contender, built, file, String(number)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.on('data', (text) => {
        stderr += String(text);
      });
      return new Promise<string>((resolve) => child.once('close', () => resolve(stderr)));
    }),
  );
  expect(errors.join('')).toBe('');
  const order = readFileSync(`${file}-order`, 'utf8').trimEnd().split('\n');
  expect(order.toSorted()).toEqual(Array.from({ length: 45 }, (_, index) => String(Math.floor(index / 5))));
});
