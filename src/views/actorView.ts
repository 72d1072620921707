import type { Actor, Archive, Claim, Quotation } from '../model/archive.ts';
import { quotationAnchor } from './anchors.ts';
import { linkActor, linkSource, type NamedLink, type ViewContext } from './context.ts';
import { viewEventCard, type EventCard } from './eventCard.ts';
import { viewClaim, type ClaimView, type PointView } from './eventView.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import { renderText } from './passages.ts';

export interface ActorView {
  readonly history: HistoryView;
  readonly id: string;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly kind: string;
  readonly role: string | null;
  readonly of: readonly NamedLink[];
  readonly leads: readonly NamedLink[];
  readonly html: string;
  readonly spellings: readonly { readonly text: string; readonly sources: readonly NamedLink[] }[];
  readonly events: readonly EventCard[];
  readonly mentionedIn: readonly EventCard[];
  readonly quotations: readonly {
    readonly text: string;
    readonly where: string | null;
    readonly source: NamedLink;
    readonly url: string;
  }[];
  readonly claims: readonly (ClaimView & { readonly on: string })[];
  readonly points: readonly PointView[];
}

/** What actors said, by the actor's id: gathered once, so that no page looks across the archive. */
export interface Statements {
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly quotations: ReadonlyMap<string, readonly Quotation[]>;
}

/** Gives all claims and quotations of an archive by the actor who made them, in the order of articles. */
export function collectStatements(archive: Archive): Statements {
  const claims = new Map<string, Claim[]>();
  const quotations = new Map<string, Quotation[]>();
  for (const article of archive.articles) {
    const own = article.events.flatMap(
      (id) =>
        archive.eventById
          .get(id)
          ?.accounts.filter((account) => account.article.id === article.id) ?? [],
    );
    for (const passage of [...article.lead.passages, ...own.flatMap(({ text }) => text.passages)]) {
      if (passage.type === 'claim') add(claims, passage.claim);
      if (passage.type === 'quotation') add(quotations, passage.quotation);
    }
  }
  return { claims, quotations };
}

/** Gives what the page of one actor says. */
export function viewActor(actor: Actor, statements: Statements, context: ViewContext): ActorView {
  const { archive } = context;
  const cards = (ids: readonly string[]) =>
    ids
      .flatMap((id) => archive.eventById.get(id) ?? [])
      .map((event) => viewEventCard(event, context));
  return {
    id: actor.id,
    name: actor.name,
    names: actor.names,
    kind: actor.kind,
    role: actor.role,
    of: actor.of.map((id) => linkActor(id, context)),
    leads: actor.leads.map((id) => linkActor(id, context)),
    html: renderText(actor.text, context),
    spellings: actor.spelledBy.map(({ text, sources }) => ({
      text,
      sources: sources.map((id) => linkSource(id, context)),
    })),
    events: cards(actor.events),
    mentionedIn: cards(actor.mentionedIn),
    quotations: (statements.quotations.get(actor.id) ?? []).map((quotation) => ({
      text: quotation.text,
      where: quotation.where,
      source: linkSource(archive.articleById.get(quotation.article)?.source ?? '', context),
      url: `${context.at.article(quotation.article)}#${quotationAnchor(quotation)}`,
    })),
    claims: (statements.claims.get(actor.id) ?? []).map((claim) => ({
      ...viewClaim(claim, context),
      on: claim.on,
    })),
    history: viewHistory(actor, context),
    points: actor.points.map(({ on, differ, claims }) => ({
      on,
      differ,
      claims: claims.map((claim) => viewClaim(claim, context)),
    })),
  };
}

/** One group of the actors' index. */
export interface ActorGroup {
  readonly name: string | null;
  readonly actors: readonly (NamedLink & {
    readonly role: string | null;
    readonly events: number;
  })[];
}

/** Gives the actors under their groups, in the order of `site.md`; those without a group last. */
export function viewActors(context: ViewContext): ActorGroup[] {
  const { site, actors } = context.archive;
  const inGroup = (group: string | null) =>
    actors
      .filter((actor) => actor.group === group)
      .map((actor) => ({
        ...linkActor(actor.id, context),
        role: actor.role,
        events: actor.events.length,
      }));
  return [...site.groups, null]
    .map((name) => ({ name, actors: inGroup(name) }))
    .filter(({ actors: members }) => members.length > 0);
}

function add<T extends Claim | Quotation>(map: Map<string, T[]>, item: T): void {
  if (item.speaker.type !== 'actor') return;
  const list = map.get(item.speaker.id);
  if (list) list.push(item);
  else map.set(item.speaker.id, [item]);
}
