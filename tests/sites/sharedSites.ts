import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, inject } from 'vitest';
import { hashFiles, listFilesBelow } from '../../src/builder/generations.ts';
import { readChecksummed, writeChecksummed } from '../../src/builder/checksummedCache.ts';
import { build, root, type Ended } from './buildInto.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the sites that all tests of a run share. */
    sharedSites: string;
  }
}

/** The settings of a site, with the folder of its content. */
type Settings = Readonly<Record<string, string>> & { readonly CONTENT: string };

/** Where the sites below say that they are. */
export const origin = 'https://harbour.example';

const harbour = { CONTENT: join(root, 'tests/sites/harbour/content'), SITE: origin };

/** The harbour at the root of its host and below a path, on machines of two time zones. */
export const harbours = [
  { base: '/', settings: { ...harbour, BASE: '', TZ: 'UTC' } },
  { base: '/x/', settings: { ...harbour, BASE: 'x', TZ: 'America/Los_Angeles' } },
];

/** The story below a path. */
export const storyBelow = { CONTENT: join(root, 'content'), SITE: origin, BASE: '/x/' };

/**
 * Returns the path of a site that was built from nothing with the given settings, once in a run for all tests with
 * the same content and settings. They only read it; `copySite` makes one to change.
 */
export async function buildOnce(
  settings: Settings,
  flags: readonly string[] = [],
): Promise<string> {
  const { CONTENT, ...others } = settings;
  const folder = join(inject('sharedSites'), hash([...hashFiles(`${CONTENT}/`)], others, flags));
  const report = join(folder, 'ended.json');
  if (claim(folder)) {
    const ended = build({ ...settings, OUT: join(folder, 'dist') }, flags);
    // Whoever waits for it reads a whole report.
    writeFileSync(`${report}.new`, JSON.stringify(ended));
    renameSync(`${report}.new`, report);
  }
  while (!existsSync(report)) await setTimeout(50);
  const { status, stderr } = JSON.parse(readFileSync(report, 'utf8')) as Ended;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return join(folder, 'dist');
}

/** Copies a site with all that its build keeps for the next one; returns the path of the copy in the given folder. */
export function copySite(out: string, folder: string): string {
  for (const name of ['dist', '.dateline'])
    cpSync(join(dirname(out), name), join(folder, name), {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    });
  // The checksum of each cache covers its path, so the copy needs its own.
  const state = join(dirname(out), '.dateline');
  for (const path of listFilesBelow(state).filter((one) => !/^[ab]\//.test(one))) {
    const kept = readChecksummed(join(state, path));
    if (kept !== undefined) writeChecksummed(join(folder, '.dateline', path), kept);
  }
  return join(folder, 'dist');
}

/** Makes a folder; returns whether it was not there before. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function hash(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
