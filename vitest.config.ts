/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const pure = ['tests/unit/**/*.test.ts', 'tests/golden/*.test.ts'];

// What the thresholds of coverage are held to. Coverage doubles the time of a test, so the others go without it, and
// so do the largest texts, which parse longest and cover nothing more.
const covered = [
  'tests/golden/golden.test.ts',
  'tests/unit/{model,views}/**/*.test.ts',
  'tests/unit/parse/!(limits).test.ts',
];

// For two more time zones: nothing may depend on the machine's. Lint keeps our own code from asking for it, so only
// the packages that reckon with dates could; these tests call each of them, and all our own code that does. The golden
// cases set six zones themselves.
const dated = [
  'tests/golden/drafts.test.ts',
  'tests/unit/{model,views}/dates/**/*.test.ts',
  'tests/unit/model/reconcileDates.test.ts',
  'tests/unit/draft/**/*.test.ts',
  'tests/unit/outputs/{calendar,citations,feeds}.test.ts',
  'tests/unit/views/home/{keyView,timeline}.test.ts',
  'tests/unit/views/sharing/*.test.ts',
  'tests/unit/cli/{new,outside}.test.ts',
  'tests/unit/links/requestLinks.test.ts',
];

/** Returns a project of pure tests, which share the modules of one process: each zone has processes of its own. */
function inZone(
  name: string,
  TZ: string,
  include: readonly string[],
  exclude: readonly string[] = [],
) {
  return {
    test: {
      name,
      include: [...include],
      exclude: [...exclude],
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

// Longest first: one of them alone at the end would leave a core idle. Vitest knows how long each takes only where it
// has run before, which it has not in a fresh clone.
const longest = [
  'browser/pages',
  'sites/astro',
  'sites/threads',
  'sites/injection',
  'fuzz/differences',
  'sites/heavy',
  'sites/faults',
].map((name) => `/tests/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((path) => moduleId.endsWith(path));
      return index === -1 ? longest.length : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Vitest leaves one core to itself, which is half of two.
    maxWorkers: '100%',
    projects: [
      inZone('unit', 'UTC', pure),
      // The same tests as those of `unit`, in two parts.
      inZone('unit-covered', 'UTC', covered),
      inZone('unit-others', 'UTC', pure, covered),
      inZone('unit-baghdad', 'Asia/Baghdad', dated),
      inZone('unit-los-angeles', 'America/Los_Angeles', dated),
      // Components need Astro's own compiler.
      getViteConfig({ test: { name: 'components', include: ['tests/components/**/*.test.ts'] } }),
      { test: { name: 'rooms', include: ['tests/rooms/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'packages', include: ['tests/packages/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'sites',
          include: ['tests/sites/*.test.ts'],
          ...commands,
          isolate: false,
        },
      },
      { test: { name: 'server', include: ['tests/server/*.test.ts'], ...commands } },
      { test: { name: 'programs', include: ['tests/programs/*.test.ts'], ...commands } },
      {
        test: {
          name: 'fuzz',
          include: ['tests/fuzz/*.test.ts'],
          ...commands,
          isolate: false,
          testTimeout: 3_600_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/*.test.ts'],
          ...commands,
          globalSetup: [...commands.globalSetup, 'tests/browser/unpackOnce.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/{model,parse,views}/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: {
        'src/model/**': { lines: 95 },
        'src/parse/**': { lines: 95 },
        'src/views/**': { lines: 85 },
      },
    },
  },
});
