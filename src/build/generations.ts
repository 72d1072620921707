import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { forgetKeys, readKeys, readPrints, writeKeys } from './generationKeys.ts';
import { readSealed, writeSealed } from './sealedFile.ts';
import type { BuildSettings } from './settings.ts';

// Two generations of the site stand side by side; the link `dist` leads to one of them. A build brings the
// other up to date and then turns the link, so that a reader sees the old site or the new one, never a mixture.

/** What a generation holds: the SHA-256 (hex) of each file, by its path. */
export type Manifest = ReadonlyMap<string, string>;

/** Gives the folder of the generation that is being served, undefined where none is. */
export function getServedGeneration({ out, state }: BuildSettings): string | undefined {
  if (!isLink(out)) return undefined;
  const served = resolve(dirname(out), readlinkSync(out));
  return [join(state, 'a'), join(state, 'b')].find(
    (generation) => generation === served && existsSync(generation),
  );
}

/** Gives the folder of the generation that is not being served. */
export function getIdleGeneration(settings: BuildSettings): string {
  const a = join(settings.state, 'a');
  return getServedGeneration(settings) === a ? join(settings.state, 'b') : a;
}

/** Gives what a generation holds by its manifest, or by its files where it has none. */
export function readGeneration(generation: string): Manifest {
  return readManifest(`${generation}.json`) ?? hashFiles(generation);
}

/**
 * Where the idle generation is not whole (after a first build, or one that was killed), makes it the same as
 * the served one: each file a second name for the same bytes, as no build ever changes a file in place.
 * Leaves it as it is where the served one is not whole either, or the disk has no such names.
 */
export function seedGeneration(settings: BuildSettings): void {
  const served = getServedGeneration(settings);
  const idle = getIdleGeneration(settings);
  // One that is there and damaged is found out when it is read, and the files themselves are compared.
  if (served === undefined || existsSync(`${idle}.json`)) return;
  const manifest = readManifest(`${served}.json`);
  if (!manifest) return;
  rmSync(idle, { recursive: true, force: true });
  const folders = new Set<string>();
  try {
    for (const path of manifest.keys()) {
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(join(idle, folder), { recursive: true });
      folders.add(folder);
      linkSync(join(served, path), join(idle, path));
    }
    const [keys, prints] = [readKeys(served), readPrints(served)];
    if (keys && prints) writeKeys(idle, keys, prints);
    writeManifest(idle, manifest);
  } catch {
    // All of it is made again then.
    forgetKeys(idle);
    rmSync(idle, { recursive: true, force: true });
  }
}

/** A build that cannot begin, for a reason that a person can mend. */
export class BuildRefusal extends Error {
  override readonly name = 'BuildRefusal';
}

/** Says whether that is what was thrown; told by its name, as compiled code has a class of its own. */
export function isRefusal(error: unknown): error is BuildRefusal {
  return error instanceof Error && error.name === 'BuildRefusal';
}

/** Throws a BuildRefusal when something that no build made stands where the link is to be; an empty folder may. */
export function checkOut({ out }: BuildSettings): void {
  if (!existsSync(out) || isLink(out)) return;
  if (lstatSync(out).isDirectory() && readdirSync(out).length === 0) return;
  throw new BuildRefusal(
    `${out} is in the way: it is not the link that a build makes. Move it away, or set OUT to another path.`,
  );
}

/** Turns the link that readers are served from to a generation, in one step. Throws a BuildRefusal as `checkOut` does. */
export function serveGeneration(settings: BuildSettings, generation: string): void {
  checkOut(settings);
  const { out, state } = settings;
  if (existsSync(out) && !isLink(out)) rmdirSync(out);
  const link = join(state, 'link');
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(out), generation), link);
  renameSync(link, out);
}

/** Gives the paths of every file below a folder (parted by `/`, sorted by code units); none when there is no such folder. */
export function listFilesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Gives the SHA-256 of every file below a folder, by path; of none when there is no such folder. */
export function hashFiles(folder: string): Manifest {
  return new Map(
    listFilesBelow(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

function readManifest(file: string): Manifest | undefined {
  // Where it is absent or damaged the files are compared instead.
  const kept = readSealed(file);
  if (!Array.isArray(kept)) return undefined;
  const [paths = [], hashes = []] = kept.map((lines) => String(lines).split('\n'));
  return new Map(paths.map((path, index) => [path, hashes[index] ?? '']));
}

/** Notes what a generation holds, in the order it is given. */
export function writeManifest(generation: string, manifest: Manifest): void {
  // Two long texts are read many times faster than an object of so many keys; no path has a line break in it.
  writeSealed(`${generation}.json`, [
    [...manifest.keys()].join('\n'),
    [...manifest.values()].join('\n'),
  ]);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
