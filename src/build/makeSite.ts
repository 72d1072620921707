import type { BuildEffects, BuildInput, BuildOptions, BuildResult, BuildTools } from './build.ts';
import {
  getIdleGeneration,
  getServedGeneration,
  readGeneration,
  readManifest,
  seedGeneration,
  serveGeneration,
  type Manifest,
} from './generations.ts';
import {
  deleteKeys,
  readFingerprints,
  writeKeys,
  type GenerationFingerprints,
  type SearchNotes,
} from './generationKeys.ts';
import { readCompiledFiles } from './compilation.ts';
import { collectGarbage } from './collectGarbage.ts';
import { compressFiles } from './compressFiles.ts';
import { lockState } from './lockState.ts';
import { updateCachedAssets } from './updateCachedAssets.ts';
import { createSiteWorkers, createWorkerPool } from './workerPool.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { createKnownFingerprints, type KnownFingerprints } from './knownFingerprints.ts';
import { linkContent } from './linkContent.ts';
import { needsAstro, loadPages } from './loadPages.ts';
import { renderHeadersFile } from './responseHeaders.ts';
import type { BuildSettings } from './settings.ts';
import { getShardGeneration, isOfShard, readShards } from './shards.ts';
import { updateFiles } from './updateFiles.ts';
import { updatePages } from './updatePages.ts';
import { updateLists } from './updateLists.ts';
import { updateSearch } from './updateSearch.ts';
import { countDifference, writeGeneration, type GenerationWriter } from './writeGeneration.ts';
import { provideArchive } from '../collections/provideArchive.ts';
import { listOthers } from '../outputs/listFiles.ts';
import type { OutputFile } from '../outputs/outputFile.ts';
import { hasErrors } from '../problems/problem.ts';
import type { ViewContext } from '../views/page/context.ts';
import { createContext } from '../views/page/createContext.ts';
import { listOutsideHosts, viewTheme } from '../views/page/lookView.ts';
import { listRedirects, renderRedirects } from '../views/data/permalinks.ts';
import { hashParts } from '../model/hash.ts';

/** Minimum number of rendered pages that makes a build collect garbage between its stages. */
const LARGE = 10_000;

/** Builds the site or a shard from an input that differs from the served site's, as `buildSite` documents. */
export async function makeSite(
  input: BuildInput,
  settings: BuildSettings,
  effects: BuildEffects,
  options: BuildOptions,
  tools: BuildTools,
): Promise<BuildResult> {
  const { codeKey } = input;
  const step = effects.onStep ?? (() => undefined);
  step('link');
  const { threads = 1, memory = Infinity, minTasks } = effects;
  const pool = createWorkerPool(threads, memory, tools.workerModule, input.count, minTasks);
  let unlock: (() => void) | undefined;
  try {
    const { checked, saveDrafts, keys } = await linkContent(input, settings, options, pool);
    const { archive, problems, fresh, moves, filesRead } = checked;
    if (!archive || hasErrors(problems)) return { type: 'refused', problems, filesRead };

    const { shard } = options;
    unlock = lockState(settings.state);
    saveDrafts();
    step('compile');
    const compiled = await tools.compile();
    if (!shard) seedGeneration(settings);
    const generation = shard ? getShardGeneration(settings) : getIdleGeneration(settings);
    const known = readFingerprints(generation);
    const writer = writeGeneration(generation, known?.altered);
    deleteKeys(generation);
    const shards = readShards(settings);
    const isInShard = (path: string) => !shard || isOfShard(path, shard);

    step('lists');
    provideArchive(archive);
    const context = createContext(archive, settings.base, settings.site, settings.limits);
    const common = hashParts([codeKey, settings.site, settings.base, describeSite(context)]);
    const fingerprints = createKnownFingerprints(archive, common, known);
    const task = { settings, compiled, files: keys };
    const getWorkers = createSiteWorkers(task, pool, !shards.isEmpty);
    // Everything has to be made: workers link the archive while the lists are made.
    if (known?.common !== common) getWorkers(archive.events.length);
    const records = shard ? {} : updateLists(context, writer, fingerprints);
    step('render');
    // Listed only where it is needed: the list takes half as much memory as the archive.
    const listPages = async () =>
      (await loadPages(compiled, settings)).filter(({ file }) => isInShard(file));
    const update = { writer, fingerprints, shards, getWorkers };
    const updated = await updatePages(update, listPages, effects.onPage);
    const freeMemory = () => {
      if (updated.rendered >= LARGE) collectGarbage();
    };
    freeMemory();
    step('write');
    const listOutputs = () =>
      listOthers(context).filter(
        // Files that depend on the whole archive are not made in shards.
        ({ path, dependencies }) => isInShard(path) && (!shard || dependencies !== undefined),
      );
    const generationInputs = {
      settings,
      generation,
      isNew: !known,
      writer,
      fingerprints,
      compiled,
    };
    await makeFiles(update, listOutputs, settings, options.pictures);
    await pool.close();
    freeMemory();
    step('astro');
    const isOurs = shard !== null || !(await needsAstro(compiled, settings));
    const altered = isOurs ? [] : await renderOthers(generationInputs, tools);
    const { search, isIndexed } = shard
      ? { search: {}, isIndexed: false }
      : await makeRest(context, generationInputs, known?.search, options, step);

    step('swap');
    // Reports what changes for readers, not how far the idle generation was behind.
    const before = input.served ?? (shard ? writer.before : readServed(settings));
    const difference = countDifference(before, writer.finish());
    writeKeys(
      generation,
      {
        input: input.key,
        isIndexed,
        isDrawn: options.pictures === 'drawn',
        isOurs,
        problems,
        filesRead,
        fresh,
        moves,
        publishedBase: archive.publishedBase?.value ?? null,
      },
      {
        common,
        search,
        pages: updated.keys,
        dependencies: fingerprints.dependencies,
        records,
        altered,
      },
    );
    if (!shard) serveGeneration(settings, generation);
    const { rendered, fromShards, renderedByWorkers, pages } = updated;
    const counts = { rendered, fromShards, renderedByWorkers, pages };
    return { type: 'built', problems, filesRead, difference, ...counts, fresh, moves };
  } finally {
    await pool.close();
    unlock?.();
  }
}

/**
 * Returns what the served site contains, from its manifest or else from its files; undefined if there is
 * none.
 */
function readServed(settings: BuildSettings): Manifest | undefined {
  const served = getServedGeneration(settings);
  if (served === undefined) return undefined;
  return readManifest(`${served}.json`) ?? readGeneration(served).sound;
}

/**
 * Makes the other files that are not pages. Their list is created here because it takes half as much memory
 * as the archive.
 */
async function makeFiles(
  update: GenerationUpdate,
  list: () => readonly OutputFile[],
  settings: BuildSettings,
  pictures: BuildOptions['pictures'],
): Promise<void> {
  const files = list();
  await updateFiles(update, files);
  await updateCachedAssets(update, files, settings, pictures);
}

/**
 * Writes what Astro itself renders in every build, and returns the paths of archive files that an integration
 * changed.
 */
async function renderOthers(
  { settings, generation, writer }: Making,
  { renderWithAstro }: BuildTools,
): Promise<string[]> {
  const made = writer.list().map(({ path }) => path);
  const rendered = await renderWithAstro(settings, generation, made);
  for (const { path, content } of rendered) writer.write(path, content);
  return rendered.filter(({ isAltered }) => isAltered).map(({ path }) => path);
}

/**
 * Makes what a site has once and no shard can make: the files beside the pages, the search index and the
 * compressed forms. Returns the keys of the search index; `found` has the previous ones.
 */
async function makeRest(
  context: ViewContext,
  { settings, generation, isNew, writer, fingerprints, compiled }: Making,
  found: SearchNotes | undefined,
  options: BuildOptions,
  step: (name: string) => void,
): Promise<Pick<GenerationFingerprints, 'search'> & { readonly isIndexed: boolean }> {
  for (const [path, bytes] of readCompiledFiles(compiled)) writer.write(path, bytes);
  for (const [name, base64] of Object.entries(context.archive.look.icons))
    writer.write(name, Buffer.from(base64, 'base64'));
  // Hosts that read this file redirect by status; elsewhere the pages at those addresses do.
  const redirects = renderRedirects(listRedirects(context.archive, context.at));
  if (redirects !== '') writer.write('_redirects', redirects);
  step('search');
  const search = await updateSearch(writer, context, fingerprints.common, found, options.search);
  const written = writer.list().map(({ path }) => path);
  writer.write(
    '_headers',
    renderHeadersFile(written, context.at, listOutsideHosts(context.archive.site.analytics)),
  );
  if (settings.compress) {
    step('compress');
    await compressFiles(writer, generation, !isNew);
  }
  return { search: search.parts, isIndexed: search.isIndexed };
}

/** A generation that is being made, and its inputs. */
interface Making {
  readonly settings: BuildSettings;
  readonly generation: string;
  /** True if no record of its previous state exists. */
  readonly isNew: boolean;
  readonly writer: GenerationWriter;
  readonly fingerprints: KnownFingerprints;
  readonly compiled: string;
}

/** Returns what every page and file prints of the site itself. */
function describeSite(context: ViewContext): string {
  const { archive, authority, limits } = context;
  const { site, look, pages } = archive;
  const { title, tagline, language, zone, style, head, analytics, licence } = site;
  const navigation = pages.map(({ id, nav }) => nav !== null && [id, nav]);
  const own = [viewTheme(context)?.css, look.logo?.ratio, navigation, head, analytics, licence];
  return JSON.stringify([title, tagline, language, zone, style, authority, limits, ...own]);
}
