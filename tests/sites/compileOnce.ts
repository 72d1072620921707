import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Compiles the pages before the first test builds a site, as files that run beside each other would each compile them, and makes the folder of the sites that they share. */
export default function compileOnce(project: TestProject): () => void {
  let folder = process.env.SHARED_SITES;
  // The first project of a run does it for all.
  if (folder === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'dateline-shared-'));
    process.env.SHARED_SITES = folder;
    const { PATH = '', HOME = '' } = process.env;
    const CONTENT = join(import.meta.dirname, 'harbour/content');
    spawnSync(process.execPath, [join(import.meta.dirname, '../../src/cli/build.ts')], {
      env: { PATH, HOME, CONTENT, OUT: join(folder, 'compile/dist') },
    });
  }
  const shared = folder;
  project.provide('sharedSites', shared);
  return () => {
    rmSync(shared, { recursive: true, force: true });
  };
}
