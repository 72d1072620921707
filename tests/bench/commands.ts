import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSite } from '../browser/startSite.ts';
import type { Sample } from './reach.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A run of a command of ours, timed as a whole process. */
export interface Run extends Sample {
  /** Milliseconds of each step. */
  readonly steps: ReadonlyMap<string, number>;
}

/** Where a command reads and writes. */
export interface Site {
  readonly content: string;
  readonly out: string;
}

/**
 * Runs `npm run build` as from `node` on; a bare build leaves out the search index and the pictures. Throws with what
 * it printed if it fails.
 */
export function runBuild(site: Site, isBare: boolean): Run {
  const { seconds, stdout } = runScript('build', site, [
    ...(isBare ? ['--no-index', '--no-pictures'] : []),
    '--timings',
  ]);
  const steps = [...stdout.matchAll(/^(\w+) +(\d+) ms$/gm)];
  const [, rendered, pages] = /^rendered (\d+) of (\d+) pages/m.exec(stdout) ?? [];
  const [, memory] = /^memory (\d+) MB$/m.exec(stdout) ?? [];
  return {
    seconds,
    steps: new Map(steps.map(([, name = '', ms]) => [name, Number(ms)])),
    rendered: Number(rendered ?? 0),
    pages: Number(pages ?? 0),
    memory: Number(memory ?? 0),
  };
}

/** Runs `npm run check` as from `node` on. Throws with what it printed if it fails. */
export function runCheck(site: Site): Run {
  const { seconds } = runScript('check', site, []);
  return { seconds, steps: new Map(), rendered: 0, pages: 0, memory: 0 };
}

function runScript(
  name: string,
  { content, out }: Site,
  args: readonly string[],
): { readonly seconds: number; readonly stdout: string } {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'src/cli', `${name}.ts`), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, CI: '', CONTENT: content, OUT: out },
    },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return { seconds, stdout };
}

/**
 * Measures `npm run dev`: the time from a save until the server answers with a page that shows it. Each of the saves
 * returns the text that the page has afterwards; the first is not counted, as it compiles the page.
 */
export async function measureSaves(
  { content, out }: Site,
  path: string,
  saves: readonly (() => string)[],
): Promise<Run[]> {
  const site = await startSite('dev', { CONTENT: content, OUT: out });
  try {
    const runs: Run[] = [];
    for (const save of saves) {
      const began = performance.now();
      const expected = save();
      await waitForText(new URL(path, site.address), expected);
      const seconds = (performance.now() - began) / 1000;
      runs.push({ seconds, steps: new Map(), rendered: 1, pages: 1, memory: 0 });
    }
    return runs.slice(1);
  } finally {
    await site.stop();
  }
}

/** Asks for a page until it has the text. Throws after ten minutes. */
async function waitForText(address: URL, text: string): Promise<void> {
  const end = performance.now() + 600_000;
  while (performance.now() < end) {
    const answer = await fetch(address);
    if ((await answer.text()).includes(text)) return;
    await setTimeout(20);
  }
  throw new Error(`${address.href} never showed “${text}”.`);
}
