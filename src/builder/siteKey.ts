import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ContentFile } from '../parse/parseFile.ts';

/** Files with these extensions are code wherever they are, because an integration may import any of them. */
const code = /\.(?:[cm]?[jt]sx?|astro|json|css|scss|sass|less|styl|svg|vue|svelte)$|^\.env/;

/** Folders in which every file is code: what a page imports, and what is published beside the pages. */
const whole = ['src', 'public'];

/** Top-level entries that do not affect any page. */
const tools = ['node_modules', 'tests', 'coverage', 'eslint.config.mjs', 'vitest.config.ts'];

/**
 * Returns the key of the code in the project's root: everything that pages are made with except the content,
 * `SITE` and `BASE`. READMEs and the like (`LICENCES.md`) are not code. `others` are folders that do not
 * belong to the project's code: the content and the output of builds.
 */
export function getCodeKey(root: string, others: readonly string[]): string {
  const hash = createHash('sha256');
  const files = whole.flatMap((folder) => listFiles(root, folder));
  const rest = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => ![...whole, ...tools].includes(name))
    .filter(({ name }) => !name.startsWith('.') || name.startsWith('.env'))
    .filter((entry) => !entry.isSymbolicLink() && !others.includes(join(root, entry.name)))
    .flatMap((entry) => {
      return entry.isDirectory() ? listFiles(root, entry.name) : [entry.name];
    })
    .filter((path) => code.test(basename(path)));
  for (const file of [...files, ...rest].sort())
    if (!/(?:^|[/\\])[A-Z]+\.md$/.test(file))
      hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  hash.update(process.version);
  return hash.digest('hex');
}

/** Returns the key of the content: each file's path and bytes, regardless of their order. */
export function getContentKey(files: readonly ContentFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes, unreadable } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(`${path}\0${bytes.length}\0${unreadable ?? ''}\0`).update(bytes);
  return hash.digest('hex');
}

/** Returns the paths of the files below a folder of the root, except installed packages. */
function listFiles(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listFiles(root, path);
    return entry.isFile() ? [path] : [];
  });
}
