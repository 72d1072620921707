/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

const pure = ['tests/unit/**/*.test.ts', 'tests/golden/*.test.ts'];

// What reckons with dates, for two more time zones: nothing may depend on the machine's. The golden cases set
// six zones themselves.
const dated = [
  'tests/golden/drafts.test.ts',
  'tests/unit/{model,views,outputs,draft,figures,collections,problems}/**/*.test.ts',
  'tests/unit/cli/{new,outside}.test.ts',
  'tests/unit/build/askLinks.test.ts',
];

/** Returns a project of pure tests, which share the modules of one process: each zone has processes of its own. */
function inZone(name: string, TZ: string, include: readonly string[]) {
  return {
    test: {
      name,
      include: [...include],
      setupFiles: ['tests/unit/seed.ts'],
      env: { TZ },
      pool: 'forks' as const,
      isolate: false,
      // A machine with other work is slow, and no test may fail by that.
      testTimeout: 60_000,
    },
  };
}

/** What runs commands of ours: files beside each other, each with folders of its own. */
const commands = {
  globalSetup: ['tests/sites/compileOnce.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which is half of two.
    maxWorkers: '100%',
    projects: [
      inZone('unit', 'UTC', pure),
      inZone('unit-baghdad', 'Asia/Baghdad', dated),
      inZone('unit-los-angeles', 'America/Los_Angeles', dated),
      // Components need Astro's own compiler.
      getViteConfig({ test: { name: 'components', include: ['tests/components/**/*.test.ts'] } }),
      { test: { name: 'rooms', include: ['tests/rooms/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'packages', include: ['tests/packages/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'sites', include: ['tests/sites/*.test.ts'], ...commands } },
      { test: { name: 'server', include: ['tests/server/*.test.ts'], ...commands } },
      { test: { name: 'programs', include: ['tests/programs/*.test.ts'], ...commands } },
      {
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/*.test.ts'],
          ...commands,
          testTimeout: 3_600_000,
        },
      },
      { test: { name: 'browser', include: ['tests/browser/*.test.ts'], ...commands } },
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
