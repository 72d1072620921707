import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

function read(name: string): { text: string; workflow: Workflow } {
  const text = readFileSync(`.github/workflows/${name}`, 'utf8');
  return { text, workflow: parse(text) as Workflow };
}

const { workflow } = read('pages.yml');

test.each(readdirSync('.github/workflows'))(
  '%s pins every action to a commit, and names its version',
  (name) => {
    const { text, workflow } = read(name);
    const uses = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => step.uses ?? []),
    );
    expect(uses.length).toBeGreaterThan(1);
    for (const one of uses) {
      expect(one).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(new RegExp(`${one} # v\\d+\\.\\d+\\.\\d+`));
    }
  },
);

test('the workflow creates its shards where the build looks for them', () => {
  const { shard, build } = workflow.jobs;
  const commands = (job: typeof shard) => job?.steps.flatMap(({ run }) => run ?? []);
  expect(commands(shard)).toContain(
    'npm run build -- --shard ${{ matrix.number }}/${{ strategy.job-total }}',
  );
  expect(commands(build)).toContain('npm run build');
  const paths = [shard, build].map((job) =>
    job?.steps.flatMap((step) => (step.uses?.includes('load-artifact') ? step.with?.path : [])),
  );
  expect(paths).toEqual([['.dateline/shards/'], ['.dateline/shards/']]);
});

test('the workflow can write only the pages, in a job without commands', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  for (const [name, { permissions = {}, steps }] of Object.entries(workflow.jobs)) {
    const mayWrite = Object.values(permissions).includes('write');
    expect(mayWrite, name).toBe(name === 'deploy');
    if (mayWrite) expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
  }
});

test('the audit has read-only access to the code, and installs nothing', () => {
  const { workflow } = read('audit.yml');
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const jobs = Object.values(workflow.jobs);
  expect(jobs.map(({ permissions }) => permissions)).toEqual([undefined]);
  expect(jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual([
    'npm audit --package-lock-only',
  ]);
});

describe('test.yml', () => {
  const { workflow } = read('test.yml');
  const { test: each, 'newest-astro': newest, fuzz } = workflow.jobs;
  const commands = (job: typeof each) => job?.steps.flatMap(({ run }) => run ?? []) ?? [];

  test('runs every check on each push and pull request, as a fresh clone would', () => {
    expect(workflow.on).toMatchObject({ push: null, pull_request: null });
    expect(each?.if).toBe("github.event_name != 'schedule'");
    expect(commands(each)).toEqual(['npm test', 'npm run test:server']);
  });

  test('tries the newest minor of the pinned Astro and far more random content once a week', () => {
    expect(workflow.on.schedule).toEqual([
      { cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) as string },
    ]);
    for (const job of [newest, fuzz]) expect(job?.if).toContain("github.event_name == 'schedule'");
    const [install = '', ...checks] = commands(newest);
    expect(install).toContain('npm install --ignore-scripts');
    expect(install).toContain('"astro@^$(');
    expect(checks.join(' ')).toMatch(/npm run types .*--project sites/);
    expect(commands(fuzz)).toEqual([
      'npm run fuzz',
      'SEED=$GITHUB_RUN_ID RUNS=3000 npm run test:unit',
      'PAGES=all npm run test:browser',
    ]);
  });

  test('has read-only access to the code', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs)) expect(job.permissions).toBeUndefined();
  });

  test('runs only existing scripts and projects', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const config = readFileSync('vitest.config.ts', 'utf8');
    for (const command of Object.values(workflow.jobs).flatMap(commands)) {
      for (const [, name = ''] of command.matchAll(/npm (?:run )?(?!install|ci)([\w:]+)/g))
        expect(scripts).toHaveProperty([name]);
      for (const [, name = ''] of command.matchAll(/--project (\S+)/g))
        expect(config).toContain(`'${name}'`);
    }
  });
});
