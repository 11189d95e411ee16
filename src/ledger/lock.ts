import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';
import { z } from 'zod';
import { DibaoError } from '../errors.js';

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  who: z.string(),
  command: z.string(),
  since: z.string(),
});

type Holder = z.infer<typeof holderSchema>;

function isRunning(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function holderOf(file: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Creates the lock whole or not at all: written beside, then linked to its name, which only one process can. */
async function create(file: string, holder: Holder): Promise<boolean> {
  const own = `${file}.${holder.pid}`;
  const handle = await open(own, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(holder));
  } finally {
    await handle.close();
  }
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Takes the lock of a campaign, for one process alone. A lock whose process has died on this machine is taken over.
 * @param file the lock's path
 * @returns gives it back
 * @throws DibaoError ledger-in-use
 */
export async function takeLock(
  file: string,
  by: { readonly who: string; readonly command: string; readonly at: string },
  shown: string,
): Promise<() => Promise<void>> {
  const own: Holder = { pid, host: hostname(), who: by.who, command: by.command, since: by.at };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(file, own)) return () => rm(file, { force: true });
    const holder = await holderOf(file);
    if (holder === null) continue;
    if (holder.host !== own.host || isRunning(holder.pid)) throw inUse(holder, shown);
    // Moved away first: of two that find it dead, one moves it.
    const dead = `${file}.dead-${pid}`;
    await rename(file, dead).catch(() => undefined);
    await rm(dead, { force: true });
  }
  const holder = await holderOf(file);
  throw inUse(holder ?? own, shown);
}

function inUse({ who, host, command, since, pid: process }: Holder, shown: string): DibaoError {
  return new DibaoError('ledger-in-use', { who, host, command, since, pid: process }, { file: shown });
}
