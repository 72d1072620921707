import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles the pages before the first test builds a site, as files that run beside each other would each compile them. */
export default function compileOnce(): void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-compile-'));
  const { PATH = '', HOME = '' } = process.env;
  const CONTENT = join(import.meta.dirname, 'harbour/content');
  spawnSync(process.execPath, [join(import.meta.dirname, '../../src/cli/build.ts')], {
    env: { PATH, HOME, CONTENT, OUT: join(folder, 'dist') },
  });
  rmSync(folder, { recursive: true });
}
