import type { Known } from '../draft/known.ts';
import { parseFile, type ContentFile } from '../parse/parseFile.ts';
import type { Taken } from './printDigests.ts';

/** Returns the ids that the content already uses, including those in digests with errors. */
export function listTaken(files: readonly ContentFile[], known: Known): Taken {
  const drafts = files
    .filter(({ path }) => path.startsWith('articles/'))
    .flatMap((file) => parseFile(file).draft ?? []);
  const articles = drafts.flatMap((draft) => (draft.type === 'article' ? [draft] : []));
  return {
    articles: new Set(articles.map(({ id }) => id)),
    events: new Set([
      ...known.events.map(({ id }) => id),
      ...articles.flatMap(({ accounts }) => accounts.map(({ id }) => id.value)),
    ]),
    addresses: new Map(
      articles.flatMap(({ url, at }) => (url === null ? [] : [[url, at.file] as const])),
    ),
    nextEventNumber: known.nextEventNumber,
  };
}
