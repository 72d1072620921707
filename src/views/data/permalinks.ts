import type { Archive, Renamed } from '../../model/archive.ts';
import { findPage, leadsTo, printPageName, readPublishedNames } from '../../model/pageIds.ts';
import { createAddresses, type Addresses } from '../page/addresses.ts';
import { linkEvent, type ViewContext } from '../page/context.ts';
import { listAccountParts, listPublishedAccounts } from '../lists/accountParts.ts';
import { listCorrectionParts } from '../lists/correctionParts.ts';
import { listIdParts, listPublishedIdParts } from '../lists/idLists.ts';
import { listParts, listPublished, type Part } from '../lists/parts.ts';
import { groupByPeriod, listDaysWithPage, listPeriods } from '../dates/calendar.ts';

// Listed once: a build holds it to what was published, and lists it for search engines.
const addressesOf = new WeakMap<Archive, readonly string[]>();

/**
 * Returns every address that the site of an archive answers, root-relative and without the base path, sorted
 * by code point: its pages, those of periods that once had events, and what was renamed or taken back.
 */
export function listAddresses(archive: Archive): readonly string[] {
  const addresses = addressesOf.get(archive) ?? findAddresses(archive);
  addressesOf.set(archive, addresses);
  return addresses;
}

function findAddresses(archive: Archive): readonly string[] {
  const at = createAddresses('/');
  const periods = groupByPeriod(archive.events, archive.site.zone);
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
  // Ids are ASCII, and addresses with them: the order of code units is that of code points.
  return [...new Set(addresses)].sort();
}

/** The pages that have a card for pages of others, with those that had one: what stands there is never left without an answer. */
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

/** An address that leads on to another. */
export interface Redirect {
  /** Of one that leads to a card in pages of others: the page that the card is of. */
  readonly cardOf?: string;
  /** What it leads to is called; an event, to be named as disputed where it is, by its id besides. */
  readonly name: string;
  readonly event?: string;
  readonly from: string;
  readonly to: string;
}

/** Returns where each former address leads, under the base path of `at`. */
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

/** Returns what a page that moved is called on the page that leads to it. */
export function nameRedirect({ name, event }: Redirect, context: ViewContext): string {
  return event !== undefined && context.archive.eventById.has(event)
    ? linkEvent(event, context).name
    : name;
}

/** Returns the published years and months of what has another id now: they lead to the page that it has. */
function listFormerParts(archive: Archive): { from: Part; renamed: Renamed }[] {
  const byAddress = new Map(archive.renamed.map((one) => [`${one.kind}s/${one.from}`, one]));
  return listPublished(archive).flatMap((from) => {
    const renamed = byAddress.get(`${from.kind}/${from.id}`);
    return renamed ? [{ from, renamed }] : [];
  });
}

/** Returns the published parts by ids of what was renamed or taken back: they lead to its page. */
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

/** Returns the published pages of accounts whose event was renamed or taken back: they lead to its page. */
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

/** An old address, and the one that it leads to. */
export type Move = readonly [from: string, to: string];

/**
 * Returns where each renamed address leads that the list of published addresses has alone, or not at all. What
 * went back to a name that it had is not in it: the list says already that both names are one page.
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

/** Returns the text of `_redirects`, which many static hosts read: one `from to 301` a line. */
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
