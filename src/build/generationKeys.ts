import { rmSync } from 'node:fs';
import type { Problem } from '../problems/problem.ts';
import type { RecordsNote } from './updateRecords.ts';
import type { Move } from '../views/data/permalinks.ts';
import { readSealed, writeSealed } from './sealedFile.ts';

/** What a generation was made from as a whole, kept beside it: by it a build learns whether anything has changed. */
export interface GenerationKeys {
  /** The key of the whole input: code, content and settings. */
  readonly input: string;
  /** Whether search finds what there is to find; not after a build that kept its index. */
  readonly isIndexed: boolean;
  /** Whether every picture is there; not after a build that kept them. */
  readonly isDrawn: boolean;
  /** False where Astro renders other pages, or integrations run, in every build: what they read is not known. */
  readonly isOurs: boolean;
  /** What was said when it was built, to be said again when nothing has changed. */
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  /** The base path that `permalinks.txt` says the site was published under. */
  readonly publishedBase: string | null;
}

/** Of each part of the search index by its name: the key of what it finds, and how much that is. */
export type SearchNotes = Readonly<
  Record<string, { readonly key: string; readonly pages: number; readonly words: number }>
>;

/** What each part of a generation was made from, so that the next build makes only what differs. */
export interface GenerationPrints {
  /** What every page has in common. */
  readonly common: string;
  /** What is known of each part of the search index. */
  readonly search: SearchNotes;
  /** The key of what each page prints, by its path (`events/ID/index.html`). */
  readonly pages: Readonly<Record<string, string>>;
  /** The print of what each page or file was made from, by its path, where that is not all of the archive. */
  readonly reads: Readonly<Record<string, string>>;
  /** How each file that is made of entries lies, by its path. */
  readonly records: Readonly<Record<string, RecordsNote>>;
  /** Paths of files that an integration changed after they were made: they are made again in the next build. */
  readonly altered: readonly string[];
}

/** Returns the keys of a generation, undefined where there are none or they cannot be read. */
export function readKeys(generation: string): GenerationKeys | undefined {
  return readSealed(getKeysFile(generation)) as GenerationKeys | undefined;
}

/** Returns the prints of a generation, undefined where there are none or they cannot be read: then all of it is made again. */
export function readPrints(generation: string): GenerationPrints | undefined {
  return readSealed(getPrintsFile(generation)) as GenerationPrints | undefined;
}

/** Takes a generation's keys and prints away: while it is being changed it is made from nothing that is known. */
export function forgetKeys(generation: string): void {
  rmSync(getKeysFile(generation), { force: true });
  rmSync(getPrintsFile(generation), { force: true });
}

/** Writes a generation's keys and prints, once it is whole. */
export function writeKeys(
  generation: string,
  keys: GenerationKeys,
  prints: GenerationPrints,
): void {
  writeSealed(getPrintsFile(generation), prints);
  writeSealed(getKeysFile(generation), keys);
}

function getKeysFile(generation: string): string {
  return `${generation}.keys.json`;
}

function getPrintsFile(generation: string): string {
  return `${generation}.prints.json`;
}
