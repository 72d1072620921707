import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../parse/parseFile.ts';

// What changes every page when it changes: the code and its dependencies.
const code = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** Returns the key of the code in the project's root: everything that pages are made with except the content, `SITE` and `BASE`. */
export function getCodeKey(root: string): string {
  const hash = createHash('sha256');
  for (const file of code.flatMap((path) => listFiles(root, path)))
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  hash.update(process.version);
  return hash.digest('hex');
}

/** Gives the key of everything that an editor wrote: each file's path and bytes, whatever their order. */
export function getContentKey(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes, unreadable } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${bytes.length}\0${unreadable ?? ''}\0`).update(bytes);
  return hash.digest('hex');
}

function listFiles(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  const entries = readdirSync(root, { withFileTypes: true }).find(({ name }) => name === path);
  if (!entries?.isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length)
        .replace(/^[/\\]/, ''),
    )
    .sort();
}
