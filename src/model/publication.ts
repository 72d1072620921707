import type { Article } from './archive.ts';
import { dateToRanges, getSingleDay } from './dates/dateRanges.ts';
import { hull } from './dates/dayRanges.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import { isDoubtful } from './knownDays.ts';
import { compare } from './lists.ts';

/** What an article's position among others depends on. */
type Published = Pick<Article, 'id' | 'added' | 'published' | 'publication'>;

/**
 * Returns whether an article's day of publication is known; an approximate, doubtful or alternative date
 * isn't.
 */
export function isDayKnown({ published }: Pick<Article, 'published'>): boolean {
  return getSingleDay(published) !== undefined && !isDoubtful(published);
}

/**
 * Compares articles by publication: those with a known day first, the others after all of them by their
 * written day; then by the day they were added, then by id.
 */
export function compareArticles(a: Published, b: Published): number {
  const [aKnown, bKnown] = [isDayKnown(a), isDayKnown(b)];
  return (
    compare(Number(bKnown), Number(aKnown)) ||
    (aKnown
      ? compare(a.publication.from, b.publication.from)
      : compare(getDayWritten(a.published), getDayWritten(b.published))) ||
    compare(a.added, b.added) ||
    compare(a.id, b.id)
  );
}

/** Returns the first day that a date names, ignoring “about”. */
function getDayWritten(date: EdtfDate): number {
  const plain = date.type === 'single' ? { ...date, date: { ...date.date, about: null } } : date;
  return hull(dateToRanges(plain)).first ?? -Infinity;
}
