import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { BuildSettings } from './settings.ts';

// Two generations of the site stand side by side; the link `dist` leads to one of them. A build brings the
// other up to date and then turns the link, so that a reader sees the old site or the new one, never a mixture.

/** What a generation holds: the SHA-256 (hex) of each file, by its path. */
export type Manifest = ReadonlyMap<string, string>;

/** How many files of a generation a build wrote, left alone and removed. */
export interface Difference {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

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
 * Takes freshly rendered files and a generation; moves those that differ into it, each by a rename, and
 * removes what is gone, but for the files that `isKept` says are still as they were. Killed half-way, it leaves no manifest, and the next build compares the files themselves.
 */
export function updateGeneration(
  generation: string,
  rendered: string,
  isKept: (path: string) => boolean = () => false,
): Difference {
  const manifestFile = `${generation}.json`;
  const old = readGeneration(generation);
  const fresh = hashFiles(rendered);
  const next = new Map([...[...old].filter(([path]) => isKept(path)), ...fresh].sort(byPath));
  rmSync(manifestFile, { force: true });
  const gone = [...old.keys()].filter((path) => !next.has(path));
  for (const path of gone) removeFile(generation, path);
  const changed = [...fresh].filter(([path, hash]) => old.get(path) !== hash);
  for (const [path] of changed) {
    mkdirSync(dirname(join(generation, path)), { recursive: true });
    renameSync(join(rendered, path), join(generation, path));
  }
  mkdirSync(generation, { recursive: true });
  writeManifest(manifestFile, next);
  return { written: changed.length, kept: next.size - changed.length, removed: gone.length };
}

/** A build that cannot begin, for a reason that a person can mend. */
export class BuildRefusal extends Error {}

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

/** Gives the SHA-256 of every file below a folder, by path (parted by `/`, sorted); of none when there is no such folder. */
export function hashFiles(folder: string): Manifest {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  return new Map(
    paths.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readManifest(file: string): Manifest | undefined {
  try {
    const entries: unknown = Object.entries(
      JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>,
    );
    return new Map(entries as [string, string][]);
  } catch {
    // Absent or damaged: the files are compared instead.
    return undefined;
  }
}

function writeManifest(file: string, manifest: Manifest): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries(manifest), null, 1)}\n`);
  renameSync(`${file}.new`, file);
}

function removeFile(generation: string, path: string): void {
  rmSync(join(generation, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(generation, folder));
    } catch {
      return;
    }
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
