import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Where the counts of the run are wanted by another program (.ci/run).
const counts = process.env.DIBAO_TEST_COUNTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // A command of ours waits for its files a third of its time: on two processors one worker leaves half a processor idle.
    maxWorkers: Math.max(2, availableParallelism()),
    reporters: counts ? ['default', ['json', { outputFile: counts }]] : ['default'],
  },
});
