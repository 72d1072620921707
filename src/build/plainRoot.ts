import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViteUserConfig } from 'astro';

/** A path to a project that Vite can work with, and what removes it again. */
export interface PlainRoot {
  readonly root: string;
  /** What Vite has to be told so that it stays on that path. */
  readonly vite: ViteUserConfig;
  readonly release: () => void;
}

/**
 * Returns a path to a project in which nothing looks like the query or the fragment of an address: Vite takes `#`
 * and `?` in a path for those and finds no file. Where the path has one, it is a link in a folder of its own.
 */
export function createPlainRoot(root: string): PlainRoot {
  if (!/[#?]/.test(root)) return { root, vite: {}, release: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const link = join(folder, 'project');
  symlinkSync(root, link, 'junction');
  return {
    root: link,
    vite: {
      resolve: { preserveSymlinks: true },
      plugins: [
        {
          name: 'dateline:plain-root',
          enforce: 'pre',
          // Astro names its own modules by where they really are.
          resolveId: (id) => (id.startsWith(root) ? join(link, id.slice(root.length)) : undefined),
          load: (id) =>
            id.startsWith(root) && existsSync(id) ? readFileSync(id, 'utf8') : undefined,
        },
      ],
    },
    release: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
