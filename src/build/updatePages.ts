import type { BuildWorld } from './buildSite.ts';
import { AT_ONCE, type Crew, type PageTask } from './hands.ts';
import { shareOut } from './shareOut.ts';
import type { KnownFingerprints } from './knownFingerprints.ts';
import { makePage, type MadePage } from './makePage.ts';
import type { Page } from './openPages.ts';
import type { Shards } from './shards.ts';
import type { GenerationWriter } from './writeGeneration.ts';

/** The keys of all pages by file, and how many pages were rendered, were taken from shards, and exist. */
interface UpdatedPages {
  readonly keys: Readonly<Record<string, string>>;
  readonly rendered: number;
  readonly taken: number;
  /** How many of the rendered pages workers rendered. */
  readonly helped: number;
  readonly pages: number;
}

/**
 * Renders the pages that neither the generation nor a shard has in their current form, keeps the others, and
 * returns the keys of all. Skips a page entirely if its dependencies are unchanged.
 */
export async function updatePages(
  writer: GenerationWriter,
  list: () => Promise<readonly Page[]>,
  fingerprints: KnownFingerprints,
  shards: Shards,
  crew: Crew,
  onPage: BuildWorld['onPage'],
): Promise<UpdatedPages> {
  const { common } = fingerprints;
  const pages = await list();
  const keys: Record<string, string> = {};
  const jobs: PageJob[] = [];
  let rendered = 0;
  let taken = 0;
  let helped = 0;

  const take = ({ file, key, content, isFound }: MadePage) => {
    keys[file] = key;
    if (content) writer.write(file, content);
    else writer.keep(file);
    if (isFound) taken += 1;
    else if (content) rendered += 1;
  };

  const files = new Set<string>();
  for (const page of pages) {
    const { file, dependencies } = page;
    if (files.has(file)) throw new Error(`Two pages are to be ${file}.`);
    files.add(file);
    const before = writer.has(file) ? fingerprints.pages[file] : undefined;
    const isSame = dependencies !== undefined && fingerprints.isSame(file, dependencies());
    const found =
      dependencies && !isSame
        ? shards.find(file, { dependencies: fingerprints.dependencies[file] })
        : undefined;
    if (isSame && before !== undefined) take({ file, key: before });
    else if (found && found.key === before) take({ file, key: before });
    else if (found) take({ file, ...found, isFound: true });
    else jobs.push({ file, route: page.route, before, page });
  }

  const find = (file: string, key: string) => shards.find(file, { key })?.content;
  const make = (batch: readonly PageJob[]) =>
    Promise.all(batch.map(({ page, before }) => makePage(page, before, common, find)));
  const helpers = crew(jobs.length).map(({ ask, isReady }) => ({
    isReady,
    make: async (batch: readonly PageJob[]) => {
      const asked = batch.map(({ file, route, before }) => ({ file, route, before }));
      const made = await ask('pages', { common, pages: asked });
      helped += made.filter(({ content }) => content).length;
      return made;
    },
  }));
  let done = 0;
  await shareOut(jobs, AT_ONCE, make, helpers, (made) => {
    made.forEach(take);
    done += made.length;
    onPage?.(done, jobs.length);
  });
  return { keys, rendered, taken, helped, pages: pages.length };
}

interface PageJob extends PageTask {
  readonly page: Page;
}
