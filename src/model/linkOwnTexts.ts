import type { Archive, NewsPlace, Site, Source } from './archive.ts';
import type { Draft, SiteDraft } from './drafts.ts';
import type { PlaceId, SourceId } from './ids.ts';
import { linkNamed } from './linkActors.ts';
import { linkText } from './linkArticle.ts';
import { linkPages } from './linkPages.ts';
import type { Registry } from './registry.ts';

/** The linked files that tell of no event; actors are apart, as they need the articles. */
export interface OwnTexts extends Pick<Archive, 'stateOfPlay' | 'sources' | 'places' | 'pages'> {
  /** Null if there is no site.md, or it is unreadable. */
  readonly site: Site | null;
}

const nowhere = { article: null, event: null };

/** Returns the linked texts of the site, its sources, places and own pages. */
export function linkOwnTexts(drafts: readonly Draft[], registry: Registry): OwnTexts {
  const site = registry.site ? linkSite(registry.site, registry) : null;
  const stateOfPlay = registry.stateOfPlay
    ? {
        asOf: registry.stateOfPlay.asOf,
        text: linkText(registry.stateOfPlay.text, registry, nowhere),
      }
    : null;
  const sources = registry.sources.map((draft): Source => {
    const { kind, about, url, language } = draft;
    return {
      id: draft.id as SourceId,
      ...linkNamed('source', draft, registry),
      kind,
      about,
      url,
      language,
    };
  });
  const places = registry.places.map((draft): NewsPlace => {
    return {
      id: draft.id as PlaceId,
      ...linkNamed('place', draft, registry),
      within: (draft.within && registry.resolvePlace(draft.within)) ?? null,
      coordinates: draft.coordinates,
    };
  });
  return { site, stateOfPlay, sources, places, pages: linkPages(drafts, registry) };
}

function linkSite(draft: SiteDraft, registry: Registry): Site {
  return {
    title: draft.title,
    tagline: draft.tagline,
    language: draft.language,
    zone: draft.zone,
    groups: draft.groups,
    principals: draft.principals.flatMap((name) => registry.resolveActor(name) ?? []),
    authority: draft.authority,
    style: draft.style,
    about: linkText(draft.about, registry, nowhere),
    licence: draft.licence,
    head: draft.head,
    analytics: draft.analytics,
  };
}
