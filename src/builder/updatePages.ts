import type { BuildEffects } from './build.ts';
import { BATCH_SIZE, type PageTask } from './workerPool.ts';
import { distributeJobs } from './distributeJobs.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { makePage, type PageResult } from './makePage.ts';
import type { Page } from './loadPages.ts';

/** The keys of all pages by file, and how many pages were rendered, were taken from shards, and exist. */
export interface UpdatedPages {
  readonly keys: Readonly<Record<string, string>>;
  readonly rendered: number;
  readonly fromShards: number;
  /** How many of the rendered pages workers rendered. */
  readonly renderedByWorkers: number;
  readonly pages: number;
}

/**
 * Renders the pages that neither the generation nor a shard has in their current form, keeps the others, and
 * returns the keys of all. Skips a page entirely if nothing that it was made from
 * has changed.
 */
export async function updatePages(
  { writer, archive, common, traces, known, shards, getWorkers }: GenerationUpdate,
  list: () => Promise<readonly Page[]>,
  onPage: BuildEffects['onPage'],
): Promise<UpdatedPages> {
  const pages = await list();
  const keys: Record<string, string> = {};
  const jobs: PageJob[] = [];
  let rendered = 0;
  let fromShards = 0;
  let renderedByWorkers = 0;

  const addPage = ({ file, key, reads, content, isFound }: PageResult) => {
    keys[file] = key;
    traces.add(file, reads);
    if (content) writer.write(file, content);
    else writer.keep(file);
    if (isFound) fromShards += 1;
    else if (content) rendered += 1;
  };

  const files = new Set<string>();
  for (const page of pages) {
    const { file } = page;
    if (files.has(file)) throw new Error(`Two pages are to be ${file}.`);
    files.add(file);
    const before = writer.has(file) ? known.pages[file] : undefined;
    if (before !== undefined && traces.isSame(file)) {
      keys[file] = before;
      traces.keep(file);
      writer.keep(file);
      continue;
    }
    const found = shards.find(file);
    if (found) addPage({ file, ...found, isFound: true });
    else jobs.push({ file, route: page.route, before, page });
  }

  const find = (file: string, key: string) => shards.find(file, { key })?.content;
  const runBatch = (batch: readonly PageJob[]) =>
    Promise.all(batch.map(({ page, before }) => makePage(page, before, { archive, common }, find)));
  const workers = getWorkers(jobs.length).map(({ run: runTask, isReady }) => ({
    isReady,
    run: async (batch: readonly PageJob[]) => {
      const tasks = batch.map(({ file, route, before }) => ({ file, route, before }));
      const results = await runTask('pages', { common, pages: tasks });
      renderedByWorkers += results.filter(({ content }) => content).length;
      return results;
    },
  }));
  let done = 0;
  await distributeJobs(jobs, BATCH_SIZE, runBatch, workers, (results) => {
    results.forEach(addPage);
    done += results.length;
    onPage?.(done, jobs.length);
  });
  return { keys, rendered, fromShards, renderedByWorkers, pages: pages.length };
}

interface PageJob extends PageTask {
  readonly page: Page;
}
