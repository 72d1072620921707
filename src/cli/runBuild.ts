import { availableParallelism } from 'node:os';
import type { BuildEffects, BuildOptions, BuildResult } from '../builder/build.ts';
import { buildSite } from '../builder/buildSite.ts';
import { explainDiskTrouble } from '../builder/diskTroubles.ts';
import { getBuildSettings } from '../builder/settings.ts';
import { disk } from '../collections/readContent.ts';
import { isRefusal } from '../problems/refusal.ts';
import { renderReport } from '../problems/report.ts';

/**
 * Maximum default number of threads. Each holds the whole archive and only the first writes, so more threads
 * would need more memory and save little time.
 */
const maxThreads = 4;

/** How long a build runs before it shows progress (milliseconds). */
const progressDelay = 2000;

/**
 * Returns the reporter of a build for a clock (milliseconds) and an output. On a terminal it shows a progress
 * line, and it measures how long each step takes.
 */
export function createProgressReporter(
  clock: () => number,
  out: { readonly isTTY?: boolean; write(text: string): unknown },
): Required<Pick<BuildEffects, 'onStep' | 'onPage'>> & { getSteps(): Map<string, number> } {
  const steps = new Map<string, number>();
  const began = clock();
  let current: { name: string; since: number } | undefined;
  let lastShown = began;
  const end = () => {
    if (current) steps.set(current.name, clock() - current.since);
  };
  return {
    onStep: (name) => {
      end();
      current = { name, since: clock() };
    },
    onPage: (done, of) => {
      const now = clock();
      if (out.isTTY !== true || now - began < progressDelay) return;
      if (done === of) out.write('\r\x1B[K');
      if (done === of || now - lastShown < 200) return;
      lastShown = now;
      const since = current?.since ?? began;
      const left = Math.ceil((((now - since) / done) * (of - done)) / 1000);
      out.write(`\r\x1B[KPage ${done} of ${of}, about ${left} s left`);
    },
    getSteps: () => {
      end();
      return steps;
    },
  };
}

/**
 * Builds the site and prints its problems. Returns the result, or null if a Refusal or a disk error stopped
 * it. If the content has an error, the old site stays. With `timings`, also prints how long each step took.
 */
export async function runBuild({
  freshAddresses = 'allowed',
  movedBase = 'allowed',
  search = 'indexed',
  pictures = 'drawn',
  force = false,
  shard = null,
  threads,
  timings = false,
}: Partial<BuildOptions> & {
  readonly threads?: number | undefined;
  readonly timings?: boolean;
} = {}): Promise<BuildResult | null> {
  const settings = getBuildSettings(process.env, process.cwd());
  const progress = createProgressReporter(() => performance.now(), process.stderr);
  try {
    const result = await buildSite(
      settings,
      {
        disk,
        threads: threads ?? Math.min(availableParallelism(), maxThreads),
        // An explicit number of threads is not limited by memory.
        memory: threads === undefined ? process.availableMemory() : Infinity,
        ...progress,
      },
      { freshAddresses, movedBase, search, pictures, force, shard },
    );
    const report = renderReport(result.problems, result.filesRead);
    if (result.type === 'refused') {
      console.error(report);
      return result;
    }
    console.log(report);
    if (search === 'kept' && !shard)
      console.log('The search index was not rebuilt: `npm run index` does that.');
    if (pictures === 'kept')
      console.log('No pictures were drawn: `npm run build` adds missing ones.');
    if (result.type === 'unchanged') {
      console.log(`Nothing has changed: ${settings.out} is up to date.`);
      return result;
    }
    const { written, kept, removed } = result.difference;
    const what = shard ? `shard ${shard.number} of ${shard.of} of ${settings.out}` : settings.out;
    const fromShards =
      result.fromShards > 0 ? ` ${result.fromShards} pages were taken from shards.` : '';
    console.log(
      `Built ${what}: ${written} files written, ${kept} unchanged, ${removed} removed.${fromShards}`,
    );
    if (timings) printSteps(progress.getSteps(), result);
    return result;
  } catch (error) {
    const message = isRefusal(error) ? error.message : explainDiskTrouble(error, settings.out);
    if (message === undefined) throw error;
    console.error(message);
    return null;
  }
}

/** Prints how long each step of a build took, and how many pages were rendered. */
function printSteps(
  steps: ReadonlyMap<string, number>,
  {
    rendered,
    renderedByWorkers,
    pages,
  }: Readonly<Record<'rendered' | 'renderedByWorkers' | 'pages', number>>,
): void {
  for (const [name, time] of steps) console.log(`${name.padEnd(8)} ${Math.round(time)} ms`);
  console.log(`rendered ${rendered} of ${pages} pages, ${renderedByWorkers} in other threads`);
  console.log(`memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
