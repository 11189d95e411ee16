import { defineConfig } from 'vitest/config';

// Tests that run src in this process: what a test does through the command line of dist, no mutant of src changes, and no
// coverage of src sees. `npm run mutation` and `npm run coverage` use them.
export default defineConfig({
  test: {
    include: ['test/normalise-*.test.ts', 'test/cases-*.test.ts'],
    // The one finds by luck and takes its time, and the other reads a corpus beside the repository, which is not everywhere.
    exclude: ['test/normalise-properties.test.ts', 'test/normalise-idnumbers.test.ts'],
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      reporter: ['text'],
      // ID, date, money and overpayment. The retirement age is SQL: test/parameters-retirement.test.ts has every birth month.
      include: [
        'src/normalise/{areas,id,id-bytes,id-checks,id-neighbours,id-verdict}.ts',
        'src/normalise/{calendar,chinese-numbers,date,month,time-of-day}.ts',
        'src/normalise/money.ts',
        'src/cases/{months,overpaid}.ts',
      ],
      thresholds: { branches: 100 },
    },
  },
});
