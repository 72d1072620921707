// Searches the site's own index in the browser. The index is loaded when the first word is typed.

import { listSearches } from '../views/search/searchWords.ts';
import {
  joinParts,
  type Found,
  type Index,
  type PagefindModule,
  type Result,
} from './joinParts.ts';

/**
 * How long to wait for more typing before searching (ms): the first letters of a word load much of the index.
 */
const typingPause = 200;

/** Maximum number of results of one kind. */
const maxResults = 12;

class SiteSearch extends HTMLElement {
  private pagefind: Promise<Index> | undefined;
  private latest = 0;

  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    input.addEventListener('input', () => {
      const url = new URL(location.href);
      if (input.value === '') url.searchParams.delete('q');
      else url.searchParams.set('q', input.value);
      history.replaceState(null, '', url);
      void this.find(input.value, typingPause);
    });
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    input.focus();
    if (input.value !== '') void this.find(input.value);
  }

  private async load(): Promise<Index> {
    const path = this.dataset.index ?? '';
    const module = (await import(/* @vite-ignore */ path)) as PagefindModule;
    const { parts, Pagefind } = module;
    if (parts && Pagefind) return joinParts(Pagefind, path.replace(/[^/]*$/, ''), parts);
    // Our addresses already have the base path. A worker would be loaded in addition to the module, which can
    // search without it; that saves an eighth of the download of a first search.
    await module.options({ excerptLength: 0, baseUrl: '/', noWorker: true });
    return module;
  }

  private async find(words: string, pause = 0): Promise<void> {
    const request = (this.latest += 1);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (request !== this.latest) return;
    const status = this.querySelector('output');
    try {
      const pagefind = await (this.pagefind ??= this.load());
      const results = words.trim() === '' ? [] : await search(pagefind, words);
      const found = await Promise.all(
        results.slice(0, 3 * maxResults).map((result) => result.data()),
      );
      // A newer search has started meanwhile, and its results are the ones wanted.
      if (request !== this.latest) return;
      this.list(found);
      if (status)
        status.textContent =
          found.length === 0 && words.trim() !== '' ? (this.dataset.none ?? '') : '';
    } catch {
      this.pagefind = undefined;
      if (status) status.textContent = this.dataset.failed ?? '';
    }
  }

  private list(found: readonly Result[]): void {
    for (const section of this.querySelectorAll<HTMLElement>('section[data-kind]')) {
      const own = found
        .filter(({ meta }) => meta.kind === section.dataset.kind)
        .slice(0, maxResults);
      section.hidden = own.length === 0;
      section.querySelector('ul')?.replaceChildren(...own.map(createItem));
    }
  }
}

/** Returns the results for every reading of the words, the likeliest first. */
async function search(pagefind: Index, words: string): Promise<readonly Found[]> {
  const all = new Map<string, Found>();
  for (const term of listSearches(words)) {
    const { results } = await pagefind.search(term);
    for (const result of results) if (!all.has(result.id)) all.set(result.id, result);
  }
  return [...all.values()];
}

function createItem({ url, meta }: Result): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  link.dir = 'auto';
  const note = document.createElement('span');
  note.className = 'role';
  note.textContent = meta.note ?? '';
  const item = document.createElement('li');
  item.append(link, note);
  return item;
}

customElements.define('site-search', SiteSearch);
