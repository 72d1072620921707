import { mkdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CacheLocation } from '../archive/drafts.ts';
import type { LinkEffects } from '../links/requestLinks.ts';
import { findState } from '../builder/settings.ts';
import { disk, type ContentDisk } from '../collections/readContent.ts';

/** All effects of the check. */
export interface CheckEffects extends LinkEffects {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether output goes to a terminal, which shows colours. */
  readonly isTerminal: boolean;
  readonly disk: ContentDisk;
  /** Where commands cache what they learn about the content. */
  readonly cache: CacheLocation;
  /** Returns the text of a file, or null if there is none. */
  readText(file: string): string | null;
  /** Writes a file atomically, creating its folders. */
  writeText(file: string, text: string): void;
  /**
   * Calls back after each change below a folder; resolves when the editor ends it. Throws if there is no such
   * folder.
   */
  watch(folder: string, onChange: () => void): Promise<void>;
  print(text: string): void;
  printError(text: string): void;
}

/** Returns the effects of this machine. */
export function createCheckEffects(): CheckEffects {
  return {
    env: process.env,
    isTerminal: process.stdout.isTTY,
    disk,
    cache: findState(process.env, process.cwd()),
    fetch: (address, init) => fetch(address, init),
    now: () => new Date(),
    readText,
    writeText,
    watch: watchFolder,
    print: (text) => process.stdout.write(text),
    printError: (text) => process.stderr.write(text),
  };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function writeText(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  // Renamed into place, so that another check never reads half a file.
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

// Editors save a file in several steps, and several files at once; one report is enough.
const quiet = 100;

function watchFolder(folder: string, onChange: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, quiet);
    });
    watcher.on('error', reject);
    process.once('SIGINT', () => {
      clearTimeout(timer);
      watcher.close();
      resolve();
    });
  });
}
