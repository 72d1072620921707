import { readFileSync } from 'node:fs';
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

const text = readFileSync('.github/workflows/pages.yml', 'utf8');
const workflow = parse(text) as Workflow;

test('the workflow pins every action to a commit, and says its version', () => {
  const uses = Object.values(workflow.jobs).flatMap(({ steps }) =>
    steps.flatMap((step) => step.uses ?? []),
  );
  expect(uses.length).toBeGreaterThan(5);
  for (const one of uses) {
    expect(one).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    expect(text).toMatch(new RegExp(`${one} # v\\d+\\.\\d+\\.\\d+`));
  }
});

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
