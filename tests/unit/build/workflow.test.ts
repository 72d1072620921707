import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
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
  '%s pins every action to a commit, and says its version',
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

test('the shards of the workflow are made where the build that takes them in looks for them', () => {
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

test('the workflow may write nothing but the pages, and that where it runs no command', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  for (const [name, { permissions = {}, steps }] of Object.entries(workflow.jobs)) {
    const mayWrite = Object.values(permissions).includes('write');
    expect(mayWrite, name).toBe(name === 'deploy');
    if (mayWrite) expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
  }
});

test('an audit may read the code alone, and installs nothing', () => {
  const { workflow } = read('audit.yml');
  expect(workflow.permissions).toEqual({ contents: 'read' });
  const jobs = Object.values(workflow.jobs);
  expect(jobs.map(({ permissions }) => permissions)).toEqual([undefined]);
  expect(jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))).toEqual([
    'npm audit --package-lock-only',
  ]);
});
