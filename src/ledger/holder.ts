import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';
import { z } from 'zod';

const holderSchema = z.object({
  /** Of this taking alone: a process may take the lock again and again. */
  id: z.string(),
  pid: z.int(),
  /** Which process of that number it is, where the system tells; null where it does not. */
  birth: z.string().nullable(),
  host: z.string(),
  who: z.string(),
  command: z.string(),
  since: z.string(),
});

/** Who holds a lock. */
export type Holder = z.infer<typeof holderSchema>;

/**
 * When a process was started, counted from the start of this machine, and which start that was. Numbers of processes
 * are given again, soonest after a restart: a lock left by a power failure would name somebody else's process.
 */
function birthOf(process: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
    // proc(5): starttime is field 22; the name in parentheses may hold blanks.
    const started = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
    return started === undefined ? null : `${boot}/${started}`;
  } catch {
    return null;
  }
}

/** This process as a holder. */
export function ownHolder(by: {
  readonly who: string;
  readonly command: string;
  readonly at: string;
}): Holder {
  const id = randomBytes(8).toString('hex');
  return { id, pid, birth: birthOf(pid), host: hostname(), who: by.who, command: by.command, since: by.at };
}

/** The holder that a lock file names; null where its text is empty or torn. */
export function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether there is a process of that number on this machine. */
export function isRunning(process: number): boolean {
  try {
    return kill(process, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the holder may still be at work; of one on another machine nobody here can tell that it is not. */
export function mayLive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (!isRunning(holder.pid)) return false;
  const birth = birthOf(holder.pid);
  return birth === null || holder.birth === null || birth === holder.birth;
}
