import { defineConfig } from 'vitest/config';

// One config for everything; `test/global-setup.ts` starts what tests share (the Firestore emulator) and stops it.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores are the smallest machine this runs on; more workers only make browsers and the JVM starve each other.
    maxWorkers: 2,
  },
});
