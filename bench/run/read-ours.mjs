import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { loadCampaign } from '../../dist/campaign-file/load.js';
import { readAll } from '../../dist/load/read-all.js';
import { planTasks } from '../../dist/load/tasks.js';
import { nothingWanted } from '../../dist/load/wanted.js';

// Reads a campaign's roster, then its one register, by the product's own reading stage: nothing is loaded or judged.
// Prints the time from the register's start to its last row, every row accounted for.

const campaign = await loadCampaign(path.join(process.argv[2], 'dibao.yaml'));
const spoolDir = mkdtempSync(path.join(tmpdir(), 'bench-read-'));
try {
  const { tasks } = planTasks(campaign, { spoolDir, keepAll: false, password: null, wanted: nothingWanted });
  let since = 0;
  let ms = 0;
  const files = await readAll(tasks, {
    threads: availableParallelism(),
    progress: {
      file: (shown) => {
        if (shown.includes('不动产')) since = performance.now();
      },
      bytes: () => {},
    },
    recordRead: (record) => {
      if (record === 'property') ms = performance.now() - since;
    },
  });
  const parts = files.flatMap((file) => (file.task.record === 'property' ? file.parts : []));
  const kept = parts.reduce((sum, part) => sum + part.loaded, 0);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  console.log(
    JSON.stringify({ rows, kept, reading: Math.round(ms), ...(process.argv[3] === 'reading' && { ms }) }),
  );
} finally {
  rmSync(spoolDir, { recursive: true, force: true });
}
