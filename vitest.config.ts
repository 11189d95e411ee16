import { defineConfig } from 'vitest/config';

// Where the counts of the run are wanted by another program (.ci/run).
const counts = process.env.DIBAO_TEST_COUNTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    reporters: counts ? ['default', ['json', { outputFile: counts }]] : ['default'],
  },
});
