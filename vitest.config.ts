/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

const pure = ['tests/unit/**/*.test.ts', 'tests/golden/*.test.ts'];

// The same pure code in three time zones: nothing may depend on the machine's.
const zones = {
  unit: 'UTC',
  'unit-baghdad': 'Asia/Baghdad',
  'unit-los-angeles': 'America/Los_Angeles',
};

export default defineConfig({
  test: {
    projects: [
      ...Object.entries(zones).map(([name, TZ]) => ({
        test: { name, include: pure, setupFiles: ['tests/unit/seed.ts'], env: { TZ } },
      })),
      // Components need Astro's own compiler.
      getViteConfig({ test: { name: 'components', include: ['tests/components/**/*.test.ts'] } }),
      { test: { name: 'rooms', include: ['tests/rooms/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'packages', include: ['tests/packages/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'sites',
          include: ['tests/sites/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/*.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: {
        'src/model/**': { lines: 95 },
        'src/parse/**': { lines: 95 },
        'src/views/**': { lines: 85 },
      },
    },
  },
});
