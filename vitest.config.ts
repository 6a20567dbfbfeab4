import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What is slow by nature: `npm run test:deep`.
    exclude: ['test/**/*.deep.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As many files at a time as there are cores: vitest leaves one idle, which of two is half the machine.
    maxWorkers: availableParallelism(),
    // The files of a worker share their modules: to load them anew for each file takes as long as the tests do.
    isolate: false,
  },
});
