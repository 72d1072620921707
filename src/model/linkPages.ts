import type { OwnPage } from './archive.ts';
import type { Draft, OwnPageDraft } from './drafts.ts';
import { linkText } from './linkArticle.ts';
import type { Look, Theme } from './look.ts';
import type { Registry } from './registry.ts';
import { findNearest } from '../problems/nearest.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

// What a site adds to its archive: its own pages, and its look.

/** First path segments that the site itself uses. */
const reserved = new Set([
  ...['actors', 'articles', 'sources', 'places', 'events', 'about', 'search', 'corrections'],
  ...['changes', 'keys', 'data', 'embed', 'og', 'oembed', 'pagefind', 'calendar', 'feed'],
  ...['index', 'sitemap', 'robots', 'favicon', 'public', 'theme', 'logo', 'fonts'],
]);

/** Returns whether one of the site's own pages may have an id. */
function isFree(id: string): boolean {
  return !reserved.has(id) && !/^\d{3,4}$/.test(id);
}

/** Reports own pages whose address the site or another page uses. */
export function checkOwnPages(drafts: readonly Draft[], problems: Problem[]): void {
  const pages = listPages(drafts);
  const taken = new Set(pages.map(({ id }) => id));
  for (const { id, at, formerly } of pages) {
    if (!isFree(id)) problems.push(createProblem('page-name', at, { found: id }));
    for (const former of formerly)
      if (!isFree(former.value) || taken.has(former.value))
        problems.push(createProblem('page-name', former.at, { found: former.value }));
  }
}

/** Returns the site's own pages, by id. */
export function linkPages(drafts: readonly Draft[], registry: Registry): OwnPage[] {
  return listPages(drafts)
    .map(({ id, title, nav, formerly, text }) => ({
      id,
      title,
      nav,
      formerly: formerly.map(({ value }) => value),
      text: linkText(text, registry, { article: null, event: null }),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function listPages(drafts: readonly Draft[]): OwnPageDraft[] {
  return drafts.flatMap((draft) => (draft.type === 'own-page' ? [draft] : []));
}

/**
 * Returns the look from the drafts. Reports files that the theme names but don't exist, and files that it
 * doesn't name.
 */
export function collectLook(drafts: readonly Draft[], problems: Problem[]): Look {
  const theme = drafts.find((draft) => draft.type === 'theme')?.theme ?? null;
  const logo = drafts.find((draft) => draft.type === 'logo')?.logo ?? null;
  const icons = drafts.flatMap((draft) => (draft.type === 'icon' ? [draft] : []));
  return {
    theme,
    logo,
    icons: Object.fromEntries(icons.map(({ name, base64 }) => [name, base64])),
    fonts: linkFonts(drafts, theme, problems),
  };
}

function linkFonts(
  drafts: readonly Draft[],
  theme: Theme | null,
  problems: Problem[],
): Look['fonts'] {
  const files = drafts.flatMap((draft) => (draft.type === 'font' ? [draft] : []));
  const names = files.map(({ name }) => name);
  const named = (theme?.fonts ?? []).flatMap(({ sources }) =>
    sources.flatMap((source) => (source.type === 'file' ? [source] : [])),
  );
  for (const { name, at } of named) {
    if (names.includes(name)) continue;
    const nearest = findNearest(name, names);
    const expected = nearest === undefined ? `a file fonts/${name}` : `"fonts/${nearest}"`;
    const found = `fonts/${name}`;
    problems.push(createProblem('theme-value', at, { name: 'src', found, expected }));
  }
  const used = new Set(named.map(({ name }) => name));
  for (const { name, at } of files)
    if (!used.has(name))
      problems.push(createProblem('font-unused', at, { found: `fonts/${name}` }));
  return Object.fromEntries(
    files.flatMap(({ name, file }) => (used.has(name) ? [[name, file] as const] : [])),
  );
}
