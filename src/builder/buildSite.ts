import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderWithAstro } from './astroRoutes.ts';
import type { BuildEffects, BuildOptions, BuildResult } from './build.ts';
import { isWhole, refuseLost } from './compilation.ts';
import { compilePages, lockCompilations, loadMaker } from './compilePages.ts';
import { checkOut, getServedGeneration, readGeneration, type Manifest } from './generations.ts';
import { readKeys } from './generationKeys.ts';
import type { BuildSettings } from './settings.ts';
import { getShardSettings } from './shards.ts';
import { lockState } from './lockState.ts';
import { getCodeKey, getContentKey } from './siteKey.ts';
import { readContent } from '../collections/readContent.ts';
import { hashParts } from '../model/hash.ts';

/**
 * Parses and links the content, renders what differs from the idle generation, updates that generation and
 * publishes it. Writes nothing if the content has an error, or if a published address would no longer work.
 * Throws a Refusal if OUT is in use for something else or another build is running, and whatever the disk or
 * Astro throw.
 */
export async function buildSite(
  settings: BuildSettings,
  effects: BuildEffects,
  options: BuildOptions,
): Promise<BuildResult> {
  if (!options.shard) checkOut(settings);
  const ownSettings = options.shard ? getShardSettings(settings, options.shard) : settings;
  if (options.force) forgetState(ownSettings);
  effects.onStep?.('read');
  let files = readContent(settings.content, effects.disk);
  const { content, compress, site, base, root, out, state, limits } = settings;
  const codeKey = getCodeKey(root, [resolve(content), out, state]);
  const key = hashParts([
    codeKey,
    getContentKey(files),
    content,
    String(compress),
    site,
    base,
    JSON.stringify(limits ?? null),
  ]);
  const served = options.shard || options.force ? undefined : findServed(settings, key, options);
  if (served?.isComplete) return served.result;
  const takeFiles = () => {
    const released = files;
    files = [];
    return released;
  };
  let compiled: string | undefined;
  const compile = async () => (compiled = await compilePages(settings, codeKey));
  const input = { takeFiles, count: files.length, codeKey, key, served: served?.intact };
  const release = lockCompilations(settings);
  try {
    // Loaded here, because loading takes longer than a build in which nothing changed.
    const { makeSite, workerModule } = await loadMaker(settings, codeKey);
    return await makeSite(input, ownSettings, effects, options, {
      workerModule,
      compile,
      renderWithAstro,
    });
  } catch (error) {
    throw compiled !== undefined && !isWhole(compiled) ? refuseLost(compiled) : error;
  } finally {
    release();
  }
}

/**
 * Deletes everything recorded by earlier builds, so that the next one makes everything again and compares
 * every byte. Keeps the generations, because readers are served from one of them. Throws a Refusal while
 * another build is running.
 */
function forgetState({ state }: BuildSettings): void {
  const unlock = lockState(state);
  try {
    for (const name of readdirSync(state))
      if (/\.json$|^archive\.sqlite|^shards$/.test(name))
        rmSync(join(state, name), { recursive: true, force: true });
  } finally {
    unlock();
  }
}

/**
 * The served site if it was built from the same input: whether it is complete, and the result to report if
 * so.
 */
interface ServedSite {
  readonly isComplete: boolean;
  readonly intact: Manifest;
  readonly result: BuildResult;
}

/** Returns the served site if it was built from exactly this input with the same options. */
function findServed(
  settings: BuildSettings,
  input: string,
  { freshAddresses, movedBase, search, pictures }: BuildOptions,
): ServedSite | undefined {
  const served = getServedGeneration(settings);
  const keys = served === undefined ? undefined : readKeys(served);
  if (served === undefined || keys?.input !== input || !keys.isOurs) return undefined;
  if (search === 'indexed' && !keys.isIndexed) return undefined;
  if (pictures === 'drawn' && !keys.isDrawn) return undefined;
  if (freshAddresses === 'refused' && keys.fresh.length > 0) return undefined;
  if (movedBase === 'refused' && (keys.publishedBase ?? settings.base) !== settings.base)
    return undefined;
  const { hasManifest, intact, missing, foreign } = readGeneration(served);
  const { problems, filesRead, fresh, moves } = keys;
  return {
    isComplete: hasManifest && missing.length === 0 && foreign.length === 0,
    intact,
    result: { type: 'unchanged', problems, filesRead, fresh, moves },
  };
}
