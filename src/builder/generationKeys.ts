import { rmSync } from 'node:fs';
import type { Problem } from '../problems/problem.ts';
import type { Move } from '../views/data/permalinks.ts';
import { readChecksummed, writeChecksummed } from './checksummedCache.ts';
import type { TraceRecord } from './traces.ts';

/** The input of a whole generation, kept beside it so that a build can tell whether anything has changed. */
export interface GenerationKeys {
  /** The key of the whole input: code, content and settings. */
  readonly input: string;
  /** Whether the search index is up to date; false after a build that kept the old one. */
  readonly isIndexed: boolean;
  /** Whether every picture is drawn; false after a build that kept the old ones. */
  readonly isDrawn: boolean;
  /** False if every build runs Astro for other pages or integrations, whose inputs are unknown. */
  readonly isOurs: boolean;
  /** The problems of that build, reported again when nothing has changed. */
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  /** The base path under which the site was published, according to `permalinks.txt`. */
  readonly publishedBase: string | null;
}

/** For each part of the search index, by name: the key of its input, and its size. */
export type SearchNotes = Readonly<
  Record<string, { readonly key: string; readonly pages: number; readonly words: number }>
>;

/**
 * The layout of a file that consists of entries: the fingerprint of the text around them, and the id and length in
 * bytes of each entry.
 */
export interface RecordsNote {
  readonly around: string;
  /** Bytes before the first entry, and between two entries. */
  readonly head: number;
  readonly separator: number;
  readonly entries: readonly (readonly [id: string, length: number])[];
}

/** The inputs of each part of a generation, so that the next build makes only what differs. */
export interface GenerationFingerprints {
  /** The fingerprint of what all pages share. */
  readonly common: string;
  readonly search: SearchNotes;
  /** The key of each page's props, by path (`events/ID/index.html`). */
  readonly pages: Readonly<Record<string, string>>;
  /** What each page, file and entry of a list was made from, by its path or id. */
  readonly traces: TraceRecord;
  /** The layout of each file that consists of entries, by path. */
  readonly records: Readonly<Record<string, RecordsNote>>;
  /** Paths of files that an integration changed after they were made, so the next build makes them again. */
  readonly altered: readonly string[];
}

/** Returns the keys of a generation, or undefined if they are missing or unreadable. */
export function readKeys(generation: string): GenerationKeys | undefined {
  return readChecksummed(getKeysFile(generation)) as GenerationKeys | undefined;
}

/**
 * Returns the fingerprints of a generation, or undefined if they are missing or unreadable, in which case
 * everything is made again.
 */
export function readFingerprints(generation: string): GenerationFingerprints | undefined {
  return readChecksummed(getFingerprintsFile(generation)) as GenerationFingerprints | undefined;
}

/** Deletes the keys and fingerprints of a generation, which no longer hold while it is being changed. */
export function deleteKeys(generation: string): void {
  rmSync(getKeysFile(generation), { force: true });
  rmSync(getFingerprintsFile(generation), { force: true });
}

/** Writes the keys and fingerprints of a complete generation. */
export function writeKeys(
  generation: string,
  keys: GenerationKeys,
  fingerprints: GenerationFingerprints,
): void {
  writeChecksummed(getFingerprintsFile(generation), fingerprints);
  writeChecksummed(getKeysFile(generation), keys);
}

function getKeysFile(generation: string): string {
  return `${generation}.keys.json`;
}

function getFingerprintsFile(generation: string): string {
  return `${generation}.fingerprints.json`;
}
