import type { Archive, Article, NewsEvent, PageHistory } from '../../model/archive.ts';

// When a page's content was added and last changed: days from the content, never from a file or clock.

/** Returns the day (YYYY-MM-DD) on which an event joined the archive: the day of its first account. */
export function getAdded({ accounts }: NewsEvent): string {
  return accounts.map(({ article }) => article.added).reduce((a, b) => (a < b ? a : b));
}

/** Returns the day on which an event last got an account, or was last corrected or retracted. */
export function getChanged(event: NewsEvent): string | null {
  return latest(listChanges(event));
}

/** Returns the day of each change to an event: an account added, a correction, its retraction. */
export function listChanges({ accounts, ruling }: NewsEvent): string[] {
  return [...accounts.map(({ article }) => article.added), ...listMended(ruling)];
}

/** Returns the day of a page's newest correction or its retraction, null if it has neither. */
export function getMended(history: PageHistory | null): string | null {
  return latest(listMended(history));
}

/** Returns the days of a page's corrections and retraction. */
export function listMended(history: PageHistory | null): string[] {
  const days = (history?.corrections ?? []).map(({ date }) => date);
  return history?.retracted ? [...days, history.retracted.date] : days;
}

/**
 * Returns the moment (ISO 8601, UTC) that stands for the last of some changes, given by day. It is noon,
 * which is the same day from UTC-12 to UTC+11, plus a minute for each other change of that day, so that
 * programs that compare moments see every change. Returns null if there are no changes.
 */
export function stampChanges(days: readonly string[]): string | null {
  const last = latest(days);
  if (last === null) return null;
  const minutes = Math.min(days.filter((day) => day === last).length - 1, maxMinutes);
  return new Date(Date.parse(`${last}T12:00:00Z`) + minutes * 60_000)
    .toISOString()
    .replace('.000Z', 'Z');
}

/** The minutes from noon to the end of a day. */
const maxMinutes = 719;

/** Returns how many changes of its day a moment from `stampChanges` stands for. */
export function countChanges(stamp: string): number {
  return (Date.parse(stamp) - Date.parse(`${stamp.slice(0, 10)}T12:00:00Z`)) / 60_000 + 1;
}

/** Returns the day of the newest content in an archive, null if nothing is dated. */
export function getArchiveChanged(archive: Archive): string | null {
  const { events, retracted, articles, actors, sources, places, stateOfPlay } = archive;
  return latest([
    ...articles.map((article) => getArticleChanged(article)),
    ...events.map(({ ruling }) => getMended(ruling)),
    ...[...retracted, ...actors, ...sources, ...places].map((page) => getMended(page)),
    stateOfPlay?.asOf ?? null,
  ]);
}

/** Returns the day on which an article's digest was last added, corrected or retracted. */
export function getArticleChanged(article: Article): string | null {
  return latest([article.added, getMended(article)]);
}

/** Returns the last of some days (YYYY-MM-DD), null if there are none. */
export function latest(days: readonly (string | null)[]): string | null {
  return days.reduce(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
}
