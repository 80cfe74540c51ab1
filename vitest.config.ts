/** Which tests run how: the quick ones side by side, those with real hosts, browsers and apps one after the other. */

import { defineConfig } from 'vitest/config'

// Real browsers and networks stumble now and then over a busy machine; what is broken fails twice.
const slow = { fileParallelism: false, maxWorkers: 1, testTimeout: 120_000, hookTimeout: 120_000, retry: 1 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: ['test/{lan,e2e,desktop,package}/**'],
          // Nothing here waits for real time; a machine that is busy may need long all the same.
          testTimeout: 120_000,
        },
      },
      { test: { name: 'lan', include: ['test/lan/**/*.test.ts'], ...slow } },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], ...slow } },
      { test: { name: 'desktop', include: ['test/desktop/**/*.test.ts'], ...slow } },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: 'test/support/packaging/global-setup.ts',
          ...slow,
        },
      },
    ],
  },
})
