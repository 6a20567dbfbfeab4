import { defineConfig } from 'vitest/config';
import quick from './vitest.config.js';

/** The tests that take minutes: many seeds, large files, real dumps. Those that run with every change are a part of each kind. */
export default defineConfig({
  test: { ...quick.test, include: ['test/**/*.deep.test.ts'], exclude: [], testTimeout: 300_000, hookTimeout: 300_000 },
});
