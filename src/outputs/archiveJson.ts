import type { NewsEvent } from '../model/archive.ts';
import { printRanges } from '../model/dates/printDays.ts';
import type { Reasons } from '../model/drafts.ts';
import type { ViewContext } from '../views/page/context.ts';
import { historyToJson, namedToJson } from './namedJson.ts';
import type { ArticlesJson } from './schemas.ts';
import { textToJson } from './textJson.ts';

// What `articles.json` has besides its articles: all that the other files of the data omit.

/** Returns the site and its state of play. */
export function siteToJson(context: ViewContext): Pick<ArticlesJson, 'site' | 'stateOfPlay'> {
  const { site, stateOfPlay } = context.archive;
  const { title, tagline, language, zone, groups, principals, authority, style, about } = site;
  return {
    site: {
      title,
      tagline,
      language,
      zone,
      groups: [...groups],
      principals: [...principals],
      authority,
      digits: style.digits,
      months: style.months,
      about: textToJson(about, context),
    },
    stateOfPlay: stateOfPlay && {
      asOf: stateOfPlay.asOf,
      text: textToJson(stateOfPlay.text, context),
    },
  };
}

/** Returns the sources, places and actors of the archive. */
export function namesToJson(
  context: ViewContext,
): Pick<ArticlesJson, 'sources' | 'places' | 'actors'> {
  const { sources, places, actors } = context.archive;
  return {
    sources: sources.map((source) => ({
      id: source.id,
      url: context.at.source(source.id),
      ...namedToJson(source, context),
      kind: source.kind,
      about: source.about,
      site: source.url,
      language: source.language,
    })),
    places: places.map((place) => ({
      id: place.id,
      url: context.at.place(place.id),
      ...namedToJson(place, context),
      within: place.within,
      at: place.coordinates && {
        latitude: place.coordinates.latitude,
        longitude: place.coordinates.longitude,
      },
    })),
    actors: actors.map((actor) => ({
      id: actor.id,
      ...namedToJson(actor, context),
      group: actor.group,
      of: [...actor.of],
      leads: [...actor.leads],
    })),
  };
}

/** Returns the events that were taken back and the addresses that lead to another page. */
export function movesToJson({ archive }: ViewContext): Pick<ArticlesJson, 'retracted' | 'renamed'> {
  return {
    retracted: archive.retracted.map((event) => ({
      id: event.id,
      title: event.title,
      date: event.date?.written ?? null,
      ...historyToJson(event),
    })),
    renamed: archive.renamed.map(({ kind, from, to }) => ({ kind, from, to })),
  };
}

/** Returns what `events.json` omits about an event. */
export function eventToJson(event: NewsEvent): ArticlesJson['events'][number] {
  return {
    id: event.id,
    zone: event.when.zone,
    origin: event.origin.type,
    datedBy: event.origin.type === 'accounts' ? [...event.origin.articles] : [],
    dateChoices:
      event.origin.type === 'disputed'
        ? event.origin.choices.map(({ type, date, days }) => ({
            type,
            date: date.written,
            days: printRanges(days),
          }))
        : [],
    lead: event.lead,
    titleBy: event.titleBy,
    summary: event.summary,
    timesDiffer: event.timesDiffer,
    places: [...event.places],
    mentionedPlaces: [...event.mentionedPlaces],
    partOf: event.partOf,
    parts: [...event.parts],
    follows: [...event.follows],
    followedBy: [...event.followedBy],
    ruling: event.ruling && {
      why: event.ruling.why ?? getOnlyReason(event.ruling.reasons),
      reasons: { ...event.ruling.reasons },
      unknown: [...event.ruling.unknown],
      ...historyToJson(event.ruling),
    },
  };
}

/** Returns the only reason of a ruling: `why` was that reason before each decision had its own. */
function getOnlyReason(reasons: Reasons): string | null {
  const [only, ...more] = Object.values(reasons);
  return only !== undefined && more.length === 0 ? only : null;
}
