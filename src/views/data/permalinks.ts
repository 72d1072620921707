import type { Archive, Renamed } from '../../model/archive.ts';
import { remember } from '../../model/tracedArchive.ts';
import { findPage, leadsTo, printPageName, readPublishedNames } from '../../model/pageIds.ts';
import { createAddresses, type Addresses } from '../page/addresses.ts';
import { linkEvent, type ViewContext } from '../page/context.ts';
import { listAccountParts, listPublishedAccounts } from '../lists/accountParts.ts';
import { listCorrectionParts } from '../lists/correctionParts.ts';
import { listIdParts, listPublishedIdParts } from '../lists/idLists.ts';
import { listParts, listPublished, type Part } from '../lists/parts.ts';
import { findPeriods, listDaysWithPage, listPeriods } from '../dates/calendar.ts';

/**
 * Returns every address that an archive's site answers, root-relative and without the base path, sorted by
 * code point: its pages, former periods, and renamed or retracted pages.
 */
export function listAddresses(archive: Archive): readonly string[] {
  return remember(archive, archive, 'addresses', () => findAddresses(archive));
}

function findAddresses(archive: Archive): readonly string[] {
  const at = createAddresses('/');
  const periods = findPeriods(archive);
  const addresses = [
    at.home,
    at.about,
    at.keys,
    at.data,
    at.search,
    at.corrections,
    at.changes,
    at.actors,
    at.articles,
    at.sources,
    at.places,
    ...archive.events.map(({ id }) => at.event(id)),
    ...archive.retracted.map(({ id }) => at.event(id)),
    ...archive.actors.map(({ id }) => at.actor(id)),
    ...archive.articles.map(({ id }) => at.article(id)),
    ...archive.sources.map(({ id }) => at.source(id)),
    ...archive.places.map(({ id }) => at.place(id)),
    ...listPeriods(archive.permalinks, periods).map((period) => at.period(period)),
    ...listParts(archive).map((part) => at.part(part)),
    ...listCorrectionParts(archive).map((period) => at.correctionsOf(period)),
    ...listAccountParts(archive).map((part) => at.accounts(part)),
    ...archive.pages.flatMap(({ id, formerly }) => [id, ...formerly].map((one) => at.page(one))),
    ...archive.renamed.map(({ kind, from }) => at[kind](from)),
    ...listIdParts(archive).map((part) => at.idPart(part)),
    ...listFormerParts(archive).map(({ from }) => at.part(from)),
    ...listFormerIdParts(archive, at).map(({ from }) => from),
    ...listFormerAccounts(archive, at).map(({ from }) => from),
    at.embedTimeline,
    ...listDaysWithPage(archive.permalinks, periods).map((day) => at.embedDay(day)),
    ...listEmbedded(archive, at).map((page) => at.embed(page)),
  ];
  // Ids and addresses are ASCII, so code units sort like code points.
  return [...new Set(addresses)].sort();
}

/** Returns the pages that have or had an embeddable card: pages that embed one must always get an answer. */
function listEmbedded({ events, retracted, actors, renamed }: Archive, at: Addresses): string[] {
  return [
    ...[...events, ...retracted].map(({ id }) => at.event(id)),
    ...actors.map(({ id }) => at.actor(id)),
    ...renamed.flatMap(({ kind, from }) => (isEmbedded(kind) ? [at[kind](from)] : [])),
  ];
}

function isEmbedded(kind: Renamed['kind']): kind is 'event' | 'actor' {
  return kind === 'event' || kind === 'actor';
}

/** A redirect from a former address. */
export interface Redirect {
  /** For a redirect to an embedded card, the page that the card is for. */
  readonly cardOf?: string;
  /** The name of the target. An event also has its id, so that the page can say if it is disputed. */
  readonly name: string;
  readonly event?: string;
  readonly from: string;
  readonly to: string;
}

/** Returns the redirects of all former addresses, under the base path of `at`. */
export function listRedirects(archive: Archive, at: Addresses): Redirect[] {
  const pages = archive.renamed.flatMap((renamed) => {
    const name = getName(archive, renamed);
    const from = at[renamed.kind](renamed.from);
    const to = at[renamed.kind](renamed.to);
    const own = { name, from, to, ...(renamed.kind === 'event' ? { event: renamed.to } : {}) };
    return isEmbedded(renamed.kind)
      ? [own, { ...own, from: at.embed(from), to: at.embed(to), cardOf: to }]
      : [own];
  });
  const parts = listFormerParts(archive).map(({ from, renamed }) => ({
    name: getName(archive, renamed),
    from: at.part(from),
    to: at[renamed.kind](renamed.to),
  }));
  const own = archive.pages.flatMap(({ id, title, formerly }) =>
    formerly.map((from) => ({ name: title, from: at.page(from), to: at.page(id) })),
  );
  return [
    ...pages,
    ...own,
    ...parts,
    ...listFormerAccounts(archive, at),
    ...listFormerIdParts(archive, at),
  ];
}

/** Returns the name of a moved page, for its redirect page. */
export function nameRedirect({ name, event }: Redirect, context: ViewContext): string {
  return event !== undefined && context.archive.eventById.has(event)
    ? linkEvent(event, context).name
    : name;
}

/** Returns the published years and months of renamed ids, which redirect to the new page. */
function listFormerParts(archive: Archive): { from: Part; renamed: Renamed }[] {
  const byAddress = new Map(archive.renamed.map((one) => [`${one.kind}s/${one.from}`, one]));
  return listPublished(archive).flatMap((from) => {
    const renamed = byAddress.get(`${from.kind}/${from.id}`);
    return renamed ? [{ from, renamed }] : [];
  });
}

/** Returns the published id parts of renamed or retracted pages, which redirect to the page. */
function listFormerIdParts(archive: Archive, at: Addresses): Redirect[] {
  const renamed = new Map(archive.renamed.map((one) => [`${one.kind}/${one.from}`, one]));
  const retracted = new Map(archive.retracted.map((event) => [`event/${event.id}`, event]));
  return listPublishedIdParts(archive).flatMap((part): Redirect[] => {
    const page = findPage(`/${part.folder}`);
    const now = page && renamed.get(printPageName(page));
    const gone = page && retracted.get(printPageName(page));
    const from = at.idPart(part);
    if (now)
      return [
        {
          name: getName(archive, now),
          ...(now.kind === 'event' ? { event: now.to } : {}),
          from,
          to: at[now.kind](now.to),
        },
      ];
    return gone ? [{ name: gone.title, from, to: at.event(gone.id) }] : [];
  });
}

/** Returns the published account pages of renamed or retracted events, which redirect to the event's page. */
function listFormerAccounts(archive: Archive, at: Addresses): Redirect[] {
  const renamed = new Map(
    archive.renamed.flatMap((one) => (one.kind === 'event' ? [[one.from, one]] : [])),
  );
  const retracted = new Map(archive.retracted.map((event) => [event.id as string, event]));
  return listPublishedAccounts(archive).flatMap((part) => {
    const now = renamed.get(part.event);
    const gone = retracted.get(part.event);
    if (now)
      return [
        {
          name: getName(archive, now),
          event: now.to,
          from: at.accounts(part),
          to: at.event(now.to),
        },
      ];
    return gone ? [{ name: gone.title, from: at.accounts(part), to: at.event(gone.id) }] : [];
  });
}

/** An old address and its target. */
export type Move = readonly [from: string, to: string];

/**
 * Returns the renames for which the list of published addresses has no target. A name that came back into use
 * isn't included: the list already says that both names are one page.
 */
export function listMoves(archive: Archive): Move[] {
  const names = readPublishedNames(archive.permalinks);
  const known = new Set(
    archive.permalinks.flatMap(({ value, to }) => (to === null ? [] : [value])),
  );
  return listRedirects(archive, createAddresses('/')).flatMap(({ from, to }): Move[] => {
    const [old, now] = [findPage(from), findPage(to)].map((page) => page && printPageName(page));
    if (known.has(from) || !old || !now || old === now || leadsTo(now, old, names)) return [];
    return [[from, to]];
  });
}

/** Returns a `_redirects` file, which many static hosts support: one `from to 301` a line. */
export function renderRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

function getName(archive: Archive, { kind, to }: Renamed): string {
  switch (kind) {
    case 'event':
      return (
        archive.eventById.get(to)?.title ??
        archive.retracted.find(({ id }) => id === to)?.title ??
        to
      );
    case 'article':
      return archive.articleById.get(to)?.title ?? to;
    case 'actor':
      return archive.actorById.get(to)?.name ?? to;
    case 'source':
      return archive.sourceById.get(to)?.name ?? to;
    case 'place':
      return archive.placeById.get(to)?.name ?? to;
  }
}
