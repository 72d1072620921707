import type { Actor, Archive, NewsEvent } from '../../model/archive.ts';
import { remember } from '../../model/tracedArchive.ts';
import { listAccountParts } from '../lists/accountParts.ts';
import { createAddresses } from '../page/addresses.ts';
import { findPeriods, listAll } from '../dates/calendar.ts';
import {
  getArchiveChanged,
  getArticleChanged,
  getChanged,
  getMended,
  latest,
} from '../history/changes.ts';
import { listAddresses, listRedirects } from './permalinks.ts';

/** A page that search engines may index. */
export interface SitemapPage {
  /** Root-relative, without the base path. */
  readonly address: string;
  /** The day (YYYY-MM-DD) of the page's last change, null if the content has none. */
  readonly changed: string | null;
}

/** Returns every page of a site to be indexed, sorted by address: no redirects, nothing meant for embedding. */
export function listSitemapPages(archive: Archive): readonly SitemapPage[] {
  return remember(archive, archive, 'sitemap', () => findPages(archive));
}

function findPages(archive: Archive): readonly SitemapPage[] {
  const changes = findChanges(archive);
  const at = createAddresses('/');
  const former = new Set(listRedirects(archive, at).map(({ from }) => from));
  return listAddresses(archive)
    .filter((address) => !former.has(address) && !address.startsWith('/embed/'))
    .map((address) => ({ address, changed: changes.get(address) ?? null }));
}

/** Returns the day of each page's last change, by address without the base path. */
function findChanges(archive: Archive): Map<string, string> {
  const at = createAddresses('/');
  const changes = new Map<string, string>();
  const note = (address: string, day: string | null) => {
    const known = latest([changes.get(address) ?? null, day]);
    if (known !== null) changes.set(address, known);
  };
  const events = new Map<string, string | null>();
  for (const event of archive.events) {
    const day = getEventPageChanged(event);
    events.set(event.id, day);
    note(at.event(event.id), day);
    for (const id of [...event.places, ...event.mentionedPlaces]) note(at.place(id), day);
    if (event.place !== null) note(at.place(event.place), day);
    for (const { article } of event.accounts) note(at.source(article.source), day);
  }
  for (const part of listAccountParts(archive))
    note(at.accounts(part), events.get(part.event) ?? null);
  for (const event of archive.retracted) note(at.event(event.id), getMended(event));
  for (const article of archive.articles) {
    note(at.article(article.id), getArticleChanged(article));
    note(at.source(article.source), getArticleChanged(article));
  }
  for (const actor of archive.actors) note(at.actor(actor.id), getActorChanged(actor, events));
  for (const source of archive.sources) note(at.source(source.id), getMended(source));
  for (const place of archive.places) note(at.place(place.id), getMended(place));
  for (const [period, all] of findPeriods(archive))
    note(at.period(period), latest(listAll(all).map(({ id }) => events.get(id) ?? null)));
  const whole = getArchiveChanged(archive);
  for (const address of [
    at.home,
    at.actors,
    at.articles,
    at.sources,
    at.places,
    at.corrections,
    at.changes,
    at.data,
  ])
    note(address, whole);
  return changes;
}

/** An event's page shows its accounts, so a correction of an article may change it. */
function getEventPageChanged(event: NewsEvent): string | null {
  return latest([
    getChanged(event),
    ...event.accounts.map(({ article }) => getArticleChanged(article)),
  ]);
}

function getActorChanged(actor: Actor, events: ReadonlyMap<string, string | null>): string | null {
  return latest([
    getMended(actor),
    ...[...actor.events, ...actor.mentionedIn].map((id) => events.get(id) ?? null),
  ]);
}
