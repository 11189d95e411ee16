import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into a measured process (`node --import`): on exit it writes the peak of its memory and its processor time.
 * On Linux the peak is read from /proc, for the one of getrusage is inherited from the parent.
 * @returns {number} bytes
 */
function peakMemory() {
  try {
    const told = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (told) return Number(told[1]) * 1024;
  } catch {}
  return process.resourceUsage().maxRSS * 1024;
}

const file = process.env.BENCH_PROBE;
if (isMainThread && file) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(file, JSON.stringify({ memory: peakMemory(), processor: (user + system) / 1000 }));
  });
}
