import { lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of a generation, where each file of its previous state is claimed or removed in the end. */
interface GenerationFolder {
  /** Whether the folder had no files before. */
  readonly isNew: boolean;
  /** Keeps a file from being removed. */
  claim(path: string): void;
  /** Makes room for a file: a path that was a file may be a folder now, and vice versa. */
  makeRoom(path: string, isKnown: boolean): void;
  removeUnclaimed(): void;
}

/** Returns the folder of a generation that had these files. */
export function createGenerationFolder(
  generation: string,
  files: readonly string[],
): GenerationFolder {
  const unclaimed = new Set(files);
  const isNew = unclaimed.size === 0;
  const made = new Set<string>();

  function remove(path: string): void {
    removeFile(generation, path);
    unclaimed.delete(path);
  }

  function removeFolder(path: string): void {
    rmSync(join(generation, path), { recursive: true });
    for (const below of unclaimed) if (below.startsWith(`${path}/`)) unclaimed.delete(below);
  }

  return {
    isNew,
    claim: (path) => {
      unclaimed.delete(path);
    },
    makeRoom: (path, isKnown) => {
      const folder = dirname(path);
      if (!isNew && !isKnown) {
        for (let above = folder; above !== '.'; above = dirname(above))
          if (unclaimed.has(above)) remove(above);
        if (isFolder(join(generation, path))) removeFolder(path);
      }
      if (made.has(folder)) return;
      mkdirSync(join(generation, folder), { recursive: true });
      made.add(folder);
    },
    removeUnclaimed: () => {
      for (const path of unclaimed) remove(path);
    },
  };
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Removes a file and the folders that it leaves empty. */
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
