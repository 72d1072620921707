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
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { deleteKeys, readKeys, readFingerprints, writeKeys } from './generationKeys.ts';
import { readChecksummed, writeChecksummed } from './checksummedCache.ts';
import type { BuildSettings } from './settings.ts';
import {
  listFolders,
  readFolderTime,
  surveyFiles,
  type FileStamp,
  type KnownFolders,
} from './surveyFiles.ts';
import { Refusal } from '../problems/refusal.ts';
import { hashContent } from '../model/hash.ts';

// The site has two generations side by side, and the link `dist` points to one of them. A build updates the
// other and then swaps the link, so that readers see the old site or the new one, never a mixture.

/**
 * What a build records about a file it wrote: the SHA-256 (hex) of its bytes, and the stamp that reveals
 * changes.
 */
export interface FileNote extends FileStamp {
  readonly hash: string;
}

/** The notes of a generation's files, by path. */
export type Manifest = ReadonlyMap<string, FileNote>;

/** The state of a generation on disk, compared with its manifest. */
export interface FoundGeneration {
  /** False if no manifest could be read; then `intact` lists whatever is there. */
  readonly hasManifest: boolean;
  /** The files that contain what the build wrote. */
  readonly intact: Manifest;
  /** Paths of recorded files that are missing. */
  readonly missing: readonly string[];
  /** Paths whose content no build wrote. */
  readonly foreign: readonly string[];
}

/** Returns the folder of the served generation, or undefined if there is none. */
export function getServedGeneration({ out, state }: BuildSettings): string | undefined {
  if (!isLink(out)) return undefined;
  const served = resolve(dirname(out), readlinkSync(out));
  return [join(state, 'a'), join(state, 'b')].find(
    (generation) => generation === served && existsSync(generation),
  );
}

/** Returns the folder of the generation that is not served. */
export function getIdleGeneration(settings: BuildSettings): string {
  const a = join(settings.state, 'a');
  return getServedGeneration(settings) === a ? join(settings.state, 'b') : a;
}

/**
 * Returns the state of a generation. Trusts a file with the recorded stamp without reading it, and hashes any
 * other, because copying a folder changes stamps but no bytes.
 */
export function readGeneration(generation: string): FoundGeneration {
  const columns = readColumns(`${generation}.json`);
  const recorded = columns && toManifest(columns);
  const found = surveyFiles(generation, columns && toFolders(columns));
  const intact = new Map<string, FileNote>();
  const foreign: string[] = [];
  const check = (path: string, stamp: FileStamp, note: FileNote | undefined): void => {
    if (note?.size === stamp.size && note.time === stamp.time) {
      intact.set(path, note);
      return;
    }
    const hash = stamp.isPlain ? hashFile(join(generation, path)) : undefined;
    if (hash !== undefined && (!recorded || hash === note?.hash))
      intact.set(path, { ...stamp, hash });
    else foreign.push(path);
  };
  for (const [path, stamp] of found) check(path, stamp, recorded?.get(path));
  const missing = [...(recorded?.keys() ?? [])].filter((path) => !found.has(path));
  return { hasManifest: recorded !== undefined, intact, missing, foreign };
}

/**
 * Fills an incomplete idle generation (after a first build, or one that was killed) with hard links to the
 * served one, which is safe because no build changes a file in place. Leaves it alone if the disk has no hard
 * links.
 */
export function seedGeneration(settings: BuildSettings): void {
  const served = getServedGeneration(settings);
  const idle = getIdleGeneration(settings);
  // A damaged manifest is detected when it is read, and the files themselves are compared.
  if (served === undefined || existsSync(`${idle}.json`)) return;
  // No manifest of a copied site holds, but a build that draws no pictures keeps those that are there.
  const recorded = readManifest(`${served}.json`);
  const manifest = recorded ?? readGeneration(served).intact;
  rmSync(idle, { recursive: true, force: true });
  const folders = new Set<string>();
  try {
    for (const path of manifest.keys()) {
      const folder = dirname(path);
      if (!folders.has(folder)) mkdirSync(join(idle, folder), { recursive: true });
      folders.add(folder);
      linkSync(join(served, path), join(idle, path));
    }
    const [keys, fingerprints] = [readKeys(served), readFingerprints(served)];
    if (recorded && keys && fingerprints) writeKeys(idle, keys, fingerprints);
    writeManifest(idle, manifest);
  } catch {
    // Everything is made again in that case.
    deleteKeys(idle);
    rmSync(idle, { recursive: true, force: true });
  }
}

/** Throws a Refusal if OUT contains something that no build made; an empty folder is allowed. */
export function checkOut(settings: BuildSettings): void {
  const { out, state } = settings;
  const repair = 'Move it away, or set OUT to another path, such as OUT=dist.';
  const above = findAbove(dirname(out));
  if (!statSync(above).isDirectory())
    throw new Refusal(`${above} is no folder, so ${out} cannot be in it. ${repair}`);
  const there = lstatSync(out, { throwIfNoEntry: false });
  if (there?.isSymbolicLink()) {
    const target = resolve(dirname(out), readlinkSync(out));
    // A dangling link is nobody's site.
    if (existsSync(target) && ![join(state, 'a'), join(state, 'b')].includes(target))
      throw new Refusal(`${out} leads to ${target}, which no build has made. ${repair}`);
    return;
  }
  if (!there) return;
  if (there.isDirectory() && readdirSync(out).length === 0) return;
  throw new Refusal(`${out} is in the way: it is not the link that a build makes. ${repair}`);
}

/** Returns the folder itself if it exists, or else its nearest existing ancestor. */
function findAbove(folder: string): string {
  return existsSync(folder) ? folder : findAbove(dirname(folder));
}

/**
 * Publishes a generation by atomically swapping the link that readers are served from. Throws a Refusal as
 * `checkOut` does.
 */
export function serveGeneration(settings: BuildSettings, generation: string): void {
  checkOut(settings);
  const { out, state } = settings;
  if (existsSync(out) && !isLink(out)) rmdirSync(out);
  const link = join(state, 'link');
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(out), generation), link);
  renameSync(link, out);
}

/**
 * Returns the paths of all files below a folder (separated by `/`, sorted by code units); none if the folder
 * does not exist.
 */
export function listFilesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Returns the SHA-256 (hex) of every file below a folder, by path; none if the folder does not exist. */
export function hashFiles(folder: string): ReadonlyMap<string, string> {
  return new Map(listFilesBelow(folder).map((path) => [path, hashFile(join(folder, path))]));
}

function hashFile(file: string): string {
  return hashContent(readFileSync(file));
}

/** Returns the manifest that a build wrote, or undefined if it is missing or damaged. */
export function readManifest(file: string): Manifest | undefined {
  const columns = readColumns(file);
  return columns && toManifest(columns);
}

/** The columns of a recorded manifest: of its files, then of their folders. */
type Columns = readonly (readonly string[])[];

function readColumns(file: string): Columns | undefined {
  const kept = readChecksummed(file);
  if (!Array.isArray(kept)) return undefined;
  const columns = kept.map((lines) => String(lines).split('\n'));
  return columns[3]?.length === columns[0]?.length ? columns : undefined;
}

function toFolders([paths = [], , , , folders = [], times = []]: Columns): KnownFolders {
  const known = new Map(folders.map((folder, index) => [folder, Number(times[index])]));
  return listFolders(paths, (folder) => known.get(folder) ?? NaN);
}

function toManifest([paths = [], hashes = [], sizes = [], times = []]: Columns): Manifest {
  return new Map(
    paths.map((path, index) => [
      path,
      {
        hash: hashes[index] ?? '',
        size: Number(sizes[index]),
        time: Number(times[index]),
        isPlain: true,
      },
    ]),
  );
}

/** Writes the manifest of a generation, in the given order, and the times of its folders. */
export function writeManifest(generation: string, manifest: Manifest): void {
  const notes = [...manifest.values()];
  const folders = listFolders(manifest.keys(), (path) => readFolderTime(`${generation}/${path}`));
  // A few long strings parse many times faster than an object with one key per file; no path contains a line
  // break.
  writeChecksummed(`${generation}.json`, [
    [...manifest.keys()].join('\n'),
    notes.map(({ hash }) => hash).join('\n'),
    notes.map(({ size }) => size).join('\n'),
    notes.map(({ time }) => time).join('\n'),
    [...folders.keys()].join('\n'),
    [...folders.values()].map(({ time }) => time).join('\n'),
  ]);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
