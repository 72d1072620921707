import { findPeriods } from '../dates/calendar.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { findPlaceEvents } from '../lists/placeEvents.ts';
import { linkActor, linkPlace, type NamedLink, type ViewContext } from '../page/context.ts';

/** Maximum number of suggestions of one kind. */
const maxSuggestions = 8;

/** Pages to go to from the search page before anything is typed. */
export interface Suggestions {
  readonly title: string;
  /** The page of all of them. */
  readonly url: string;
  readonly links: readonly (NamedLink & { readonly events: number })[];
}

/** Returns the people, places and days with most events; kinds without any are left out. */
export function viewSuggestions(context: ViewContext): readonly Suggestions[] {
  const { archive, at, pages } = context;
  const periods = findPeriods(archive);
  const actors = takeMost(
    archive.actors.map(({ id, events }) => ({
      ...linkActor(id, context),
      events: events.length,
    })),
  );
  const places = takeMost(
    archive.places.map(({ id }) => ({
      ...linkPlace(id, context),
      events: findPlaceEvents(archive, id).here.length,
    })),
  );
  const days = takeMost(
    [...periods]
      .filter(([period]) => period.length === 'YYYY-MM-DD'.length)
      .map(([period, { known }]) => ({
        id: period,
        name: labelPeriod(period, context),
        url: at.period(period),
        events: known.length,
      })),
  ).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    { title: pages.site.actors, url: at.actors, links: actors },
    { title: pages.site.places, url: at.places, links: places },
    { title: pages.home.eachDay, url: at.home, links: days },
  ].filter(({ links }) => links.length > 0);
}

/** Returns those with most events, in the given order if several have as many. */
function takeMost<T extends { readonly events: number }>(all: readonly T[]): T[] {
  return all
    .filter(({ events }) => events > 0)
    .sort((a, b) => b.events - a.events)
    .slice(0, maxSuggestions);
}
