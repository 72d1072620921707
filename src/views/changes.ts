import type { Archive, Article, NewsEvent, PageHistory } from '../model/archive.ts';

// When what a page says came to be and last changed: days of the content, never of a file or a clock.

/** Gives the day on which an event joined the archive: that of its first account. */
export function getAdded({ accounts }: NewsEvent): string | null {
  return earliest(accounts.map(({ article }) => article.added));
}

/** Gives the day on which an event was last told anew, corrected or taken back. */
export function getChanged({ accounts, ruling }: NewsEvent): string | null {
  return latest([...accounts.map(({ article }) => article.added), getMended(ruling)]);
}

/** Gives the day of a page's newest correction or of its retraction, null where it has neither. */
export function getMended(history: PageHistory | null): string | null {
  return latest([
    ...(history?.corrections ?? []).map(({ date }) => date),
    history?.retracted?.date ?? null,
  ]);
}

/** Gives the day of the newest thing in an archive, null where it holds nothing dated. */
export function getArchiveChanged(archive: Archive): string | null {
  const { events, retracted, articles, actors, sources, places, stateOfPlay } = archive;
  return latest([
    ...articles.map((article) => getArticleChanged(article)),
    ...events.map(({ ruling }) => getMended(ruling)),
    ...[...retracted, ...actors, ...sources, ...places].map((page) => getMended(page)),
    stateOfPlay?.asOf ?? null,
  ]);
}

/** Gives the day on which an article's digest was added, corrected or taken back, whichever is last. */
export function getArticleChanged(article: Article): string | null {
  return latest([article.added, getMended(article)]);
}

/** Gives the last of some days (YYYY-MM-DD), null where there is none. */
export function latest(days: readonly (string | null)[]): string | null {
  return days.reduce(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
}

function earliest(days: readonly string[]): string | null {
  return days.reduce<string | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  );
}
