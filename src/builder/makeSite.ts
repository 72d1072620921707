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
  type RecordsNote,
} from './generationKeys.ts';
import { readCompiledFiles } from './compilation.ts';
import { collectGarbage } from './collectGarbage.ts';
import { compressFiles } from './compressFiles.ts';
import { lockState } from './lockState.ts';
import { updateCachedAssets } from './updateCachedAssets.ts';
import { createSiteWorkers, createWorkerPool } from './workerPool.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { linkContent } from './linkContent.ts';
import { needsAstro, loadPages } from './loadPages.ts';
import { renderHeadersFile } from '../hosting/responseHeaders.ts';
import type { BuildSettings } from './settings.ts';
import { getShardGeneration, isOfShard, readShards, type Shard } from './shards.ts';
import { Traces } from './traces.ts';
import { updateFiles } from './updateFiles.ts';
import { updatePages, type UpdatedPages } from './updatePages.ts';
import { updateLists } from './updateLists.ts';
import { updateSearch } from './updateSearch.ts';
import { countDifference, writeGeneration } from './writeGeneration.ts';
// Their queries are asked by pages, and have to be known where pages are compiled apart.
import '../views/place/placeView.ts';
import '../views/source/sourceView.ts';
import { provideArchive } from '../collections/provideArchive.ts';
import { listOthers } from '../outputs/listFiles.ts';
import type { OutputFile } from '../outputs/outputFile.ts';
import { hasErrors } from '../problems/problem.ts';
import type { ViewContext } from '../views/page/context.ts';
import { createContext } from '../views/page/createContext.ts';
import { listOutsideHosts, viewTheme } from '../views/page/lookView.ts';
import { listRedirects, renderRedirects } from '../views/data/permalinks.ts';
import { createFingerprints } from '../model/fingerprints.ts';
import { hashParts } from '../model/hash.ts';

/** Minimum number of rendered pages that makes a build collect garbage between its stages. */
const minPagesToCollect = 10_000;

/** Builds the site or a shard from an input that differs from the served site's, as `buildSite` documents. */
export async function makeSite(
  input: BuildInput,
  settings: BuildSettings,
  effects: BuildEffects,
  options: BuildOptions,
  tools: BuildTools,
): Promise<BuildResult> {
  const step = effects.onStep ?? (() => undefined);
  step('link');
  const { threads = 1, memory = Infinity, minTasks } = effects;
  const pool = createWorkerPool(threads, memory, tools.workerModule, input.count, minTasks);
  let unlock: (() => void) | undefined;
  try {
    const { checked, saveDrafts, keys } = await linkContent(input, settings, options, pool);
    const { archive, problems, fresh, moves, filesRead } = checked;
    if (!archive || hasErrors(problems)) return { type: 'refused', problems, filesRead };

    unlock = lockState(settings.state);
    saveDrafts();
    step('compile');
    const compiled = await tools.compile();
    const context = createContext(archive, settings.base, settings.site, settings.limits);
    const common = hashParts([input.codeKey, settings.site, settings.base, describeSite(context)]);
    const fingerprints = createFingerprints(archive);
    const opened = openGeneration(settings, options.shard, { common, fingerprints });

    step('lists');
    provideArchive(archive);
    const task = { settings, compiled, files: keys };
    const getWorkers = createSiteWorkers(task, pool, !opened.shards.isEmpty);
    // Everything has to be made: workers link the archive while the lists are made.
    if (opened.isNew) getWorkers(archive.events.length);
    const made = { archive, common, fingerprints, compiled, getWorkers };
    const update = { ...opened, ...made, settings, options, context };
    const { records, updated } = await updateParts(update, effects, step);
    await pool.close();
    freeMemory(updated);
    step('astro');
    const whole = await updateUnsharded(update, tools, step);

    step('swap');
    const { writer, generation } = opened;
    // Reports what changes for readers, not how far the idle generation was behind.
    const before = input.served ?? (options.shard ? writer.before : readServed(settings));
    const difference = countDifference(before, writer.finish());
    const { search, altered, isIndexed, isOurs } = whole;
    const isDrawn = options.pictures === 'drawn';
    const publishedBase = archive.publishedBase?.value ?? null;
    const found = { problems, filesRead, fresh, moves, publishedBase };
    const { keys: pageKeys, ...counts } = updated;
    const traces = opened.traces.toRecord();
    writeKeys(
      generation,
      { input: input.key, isIndexed, isDrawn, isOurs, ...found },
      { common, search, pages: pageKeys, traces, records, altered },
    );
    if (!options.shard) serveGeneration(settings, generation);
    return { type: 'built', problems, filesRead, difference, ...counts, fresh, moves };
  } finally {
    await pool.close();
    unlock?.();
  }
}

/** The generation that a build updates, as the builds before left it. */
interface OpenedGeneration extends Pick<
  GenerationUpdate,
  'writer' | 'known' | 'traces' | 'shards'
> {
  readonly generation: string;
  /** Whether the last build left a record of it, and whether that tells what its pages and files are made from. */
  readonly isRecorded: boolean;
  readonly isNew: boolean;
  readonly search: GenerationFingerprints['search'];
}

/** Opens the generation that is not served, or that of a shard; it has no keys until it is complete. */
function openGeneration(
  settings: BuildSettings,
  shard: Shard | null,
  { common, fingerprints }: Pick<GenerationUpdate, 'common' | 'fingerprints'>,
): OpenedGeneration {
  if (!shard) seedGeneration(settings);
  const generation = shard ? getShardGeneration(settings) : getIdleGeneration(settings);
  const recorded = readFingerprints(generation);
  const writer = writeGeneration(generation, recorded?.altered);
  deleteKeys(generation);
  const isNew = recorded?.common !== common;
  return {
    generation,
    isRecorded: recorded !== undefined,
    isNew,
    writer,
    known: { pages: recorded?.pages ?? {}, records: recorded?.records ?? {} },
    traces: new Traces(fingerprints, isNew ? undefined : recorded.traces),
    search: recorded?.search ?? {},
    shards: readShards(settings, common, fingerprints),
  };
}

/** A generation that is being made, and what it is made from. */
interface SiteUpdate extends OpenedGeneration, GenerationUpdate {
  readonly settings: BuildSettings;
  readonly options: BuildOptions;
  readonly context: ViewContext;
  readonly compiled: string;
}

/** Makes the lists, pages and other files of the archive, of which a shard has a share. */
async function updateParts(
  update: SiteUpdate,
  { onPage }: BuildEffects,
  step: (name: string) => void,
): Promise<{ records: GenerationFingerprints['records']; updated: UpdatedPages }> {
  const { context, compiled, settings } = update;
  const { shard, pictures } = update.options;
  const isInShard = (path: string) => !shard || isOfShard(path, shard);
  const records = shard ? {} : updateLists(context, update);
  step('render');
  // Listed only where it is needed: the list takes half as much memory as the archive.
  const listPages = async () =>
    (await loadPages(compiled, settings)).filter(({ file }) => isInShard(file));
  const updated = await updatePages(update, listPages, onPage);
  freeMemory(updated);
  step('write');
  const listOutputs = () =>
    listOthers(context).filter(
      // Files that contain entries of lists are not made in shards, as the lists aren't.
      ({ path, entries }) => isInShard(path) && (!shard || entries === undefined),
    );
  const notes = await makeFiles(update, listOutputs, settings, pictures);
  return { records: { ...records, ...notes }, updated };
}

function freeMemory({ rendered }: UpdatedPages): void {
  if (rendered >= minPagesToCollect) collectGarbage();
}

/**
 * Returns what the served site contains, from its manifest or else from its files; undefined if there is
 * none.
 */
function readServed(settings: BuildSettings): Manifest | undefined {
  const served = getServedGeneration(settings);
  if (served === undefined) return undefined;
  return readManifest(`${served}.json`) ?? readGeneration(served).intact;
}

/**
 * Makes the other files that are not pages, and returns the layouts of those with entries of lists. Their list is created here because it takes half as much memory
 * as the archive.
 */
async function makeFiles(
  update: GenerationUpdate,
  list: () => readonly OutputFile[],
  settings: BuildSettings,
  pictures: BuildOptions['pictures'],
): Promise<Record<string, RecordsNote>> {
  const files = list();
  const notes = await updateFiles(update, files);
  await updateCachedAssets(update, files, settings, pictures);
  return notes;
}

/** What a build records of the parts that no shard can make. */
interface UnshardedParts extends Pick<GenerationFingerprints, 'search' | 'altered'> {
  readonly isIndexed: boolean;
  readonly isOurs: boolean;
}

/**
 * Makes what a site has once and no shard can make: what Astro itself renders in every build, the files beside
 * the pages, the search index and the compressed forms.
 */
async function updateUnsharded(
  update: SiteUpdate,
  tools: BuildTools,
  step: (name: string) => void,
): Promise<UnshardedParts> {
  if (update.options.shard) return { search: {}, altered: [], isIndexed: false, isOurs: true };
  const { settings, compiled, generation, writer, context, isRecorded } = update;
  const isOurs = !(await needsAstro(compiled, settings));
  const altered = isOurs ? [] : await renderOthers(update, tools);
  writeSingles(update);
  step('search');
  const { common, options } = update;
  const search = await updateSearch(writer, context, common, update.search, options.search);
  const written = writer.list().map(({ path }) => path);
  writer.write(
    '_headers',
    renderHeadersFile(written, context.at, listOutsideHosts(context.archive.site.analytics)),
  );
  if (settings.compress) {
    step('compress');
    await compressFiles(writer, generation, isRecorded);
  }
  return { search: search.parts, altered, isIndexed: search.isIndexed, isOurs };
}

/**
 * Writes what Astro itself renders in every build, and returns the paths of archive files that an integration
 * changed.
 */
async function renderOthers(
  { settings, generation, writer }: SiteUpdate,
  { renderWithAstro }: BuildTools,
): Promise<string[]> {
  const made = writer.list().map(({ path }) => path);
  const rendered = await renderWithAstro(settings, generation, made);
  for (const { path, content } of rendered) writer.write(path, content);
  return rendered.filter(({ isAltered }) => isAltered).map(({ path }) => path);
}

/** Writes the files that are compiled with the pages, the icons, and the redirects. */
function writeSingles({ compiled, context, writer }: SiteUpdate): void {
  for (const [path, bytes] of readCompiledFiles(compiled)) writer.write(path, bytes);
  for (const [name, base64] of Object.entries(context.archive.look.icons))
    writer.write(name, Buffer.from(base64, 'base64'));
  // Hosts that read this file redirect by status; elsewhere the pages at those addresses do.
  const redirects = renderRedirects(listRedirects(context.archive, context.at));
  if (redirects !== '') writer.write('_redirects', redirects);
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
