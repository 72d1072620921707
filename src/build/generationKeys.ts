import { rmSync } from 'node:fs';
import type { Problem } from '../problems/problem.ts';
import type { RecordsNote } from './updateRecords.ts';
import { readSealed, writeSealed } from './sealedFile.ts';

/** What a generation was made from, kept beside it so that the next build makes only what differs. */
export interface GenerationKeys {
  /** The key of the whole input: code, content and settings. */
  readonly input: string;
  /** The key of what search finds. */
  readonly search: string;
  /** Whether search finds what there is to be found and every picture is there; not after a build that kept them as they were. */
  readonly isWhole: boolean;
  /** The key of what each page prints, by its path (`events/ID/`). */
  readonly pages: Readonly<Record<string, string>>;
  /** The print of what each page or file was made from, by its path, where that is not all of the archive. */
  readonly reads: Readonly<Record<string, string>>;
  /** How each file that is made of entries lies, by its path. */
  readonly records: Readonly<Record<string, RecordsNote>>;
  /** What was said when it was built, to be said again when nothing has changed. */
  readonly problems: readonly Problem[];
  readonly filesRead: number;
  readonly fresh: readonly string[];
}

/** Gives the keys of a generation, undefined where there are none or they cannot be read: then all of it is made again. */
export function readKeys(generation: string): GenerationKeys | undefined {
  const keys = readSealed(getFile(generation)) as Partial<GenerationKeys> | undefined;
  // Those that an earlier version wrote know less: nothing is taken from them.
  return keys?.pages && keys.reads && keys.records ? (keys as GenerationKeys) : undefined;
}

/** Takes a generation's keys away: while it is being changed it is made from nothing that is known. */
export function forgetKeys(generation: string): void {
  rmSync(getFile(generation), { force: true });
}

/** Writes a generation's keys, once it is whole. */
export function writeKeys(generation: string, keys: GenerationKeys): void {
  writeSealed(getFile(generation), keys);
}

function getFile(generation: string): string {
  return `${generation}.keys.json`;
}
