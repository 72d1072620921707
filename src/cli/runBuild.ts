import { availableParallelism } from 'node:os';
import {
  buildSite,
  type BuildOptions,
  type BuildResult,
  type BuildWorld,
} from '../build/buildSite.ts';
import { explainDiskTrouble } from '../build/diskTroubles.ts';
import { getBuildSettings } from '../build/settings.ts';
import { disk } from '../collections/readContent.ts';
import { isRefusal } from '../problems/refusal.ts';
import { renderReport } from '../problems/report.ts';

/**
 * Maximum default number of threads. Each holds the whole archive and only the first writes, so more threads
 * would need more memory and save little time.
 */
const MOST_THREADS = 4;

/** How long a build runs before it shows progress (milliseconds). */
const PATIENCE = 2000;

/**
 * Returns the reporter of a build for a clock (milliseconds) and an output. On a terminal it shows a progress
 * line, and it measures how long each step takes.
 */
export function watchBuild(
  clock: () => number,
  out: { readonly isTTY?: boolean; write(text: string): unknown },
): Required<Pick<BuildWorld, 'onStep' | 'onPage'>> & { getSteps(): Map<string, number> } {
  const steps = new Map<string, number>();
  const began = clock();
  let current: { name: string; since: number } | undefined;
  let shown = began;
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
      if (out.isTTY !== true || now - began < PATIENCE) return;
      if (done === of) out.write('\r\x1B[K');
      if (done === of || now - shown < 200) return;
      shown = now;
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
  const watch = watchBuild(() => performance.now(), process.stderr);
  try {
    const result = await buildSite(
      settings,
      {
        disk,
        threads: threads ?? Math.min(availableParallelism(), MOST_THREADS),
        // An explicit number of threads is not limited by memory.
        memory: threads === undefined ? process.availableMemory() : Infinity,
        ...watch,
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
    const taken = result.taken > 0 ? ` ${result.taken} pages were taken from shards.` : '';
    console.log(
      `Built ${what}: ${written} files written, ${kept} unchanged, ${removed} removed.${taken}`,
    );
    if (timings) printSteps(watch.getSteps(), result);
    return result;
  } catch (error) {
    const said = isRefusal(error) ? error.message : explainDiskTrouble(error, settings.out);
    if (said === undefined) throw error;
    console.error(said);
    return null;
  }
}

/** Prints how long each step of a build took, and how many pages were rendered. */
function printSteps(
  steps: ReadonlyMap<string, number>,
  { rendered, helped, pages }: Readonly<Record<'rendered' | 'helped' | 'pages', number>>,
): void {
  for (const [name, time] of steps) console.log(`${name.padEnd(8)} ${Math.round(time)} ms`);
  console.log(`rendered ${rendered} of ${pages} pages, ${helped} in other threads`);
  console.log(`memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}
