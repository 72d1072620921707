import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViteUserConfig } from 'astro';

/** A path to a project that Vite can work with, and a function that removes it. */
export interface PlainRoot {
  readonly root: string;
  /** The Vite options that keep it on that path. */
  readonly vite: ViteUserConfig;
  readonly release: () => void;
}

/**
 * Returns a path to a project without `#` and `?`, which Vite would take for the fragment or the query of an
 * address. If the project's path contains either, returns a link in a temporary folder.
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
          // Astro uses the real paths of its own modules.
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
