import type {
  Account,
  Actor,
  Archive,
  Article,
  Claim,
  LinkedText,
  NewsEvent,
  Point,
  When,
} from './archive.ts';
import { push } from './lists.ts';
import { compareArticles } from './publication.ts';
import type { ActorId } from './ids.ts';

// What whole-archive checks need: far less than pages do. Articles and events satisfy these types, and the
// cache can keep outlines without them.

/** What checks on events need of an article. */
export type ArticleOutline = Pick<
  Article,
  'id' | 'added' | 'published' | 'publication' | 'events' | 'retracted'
>;

/** What the timeline and the search for similar events need of an account. */
export interface AccountOutline extends Pick<
  Account,
  'event' | 'at' | 'title' | 'after' | 'distinct'
> {
  readonly article: ArticleOutline;
}

/** What other events need of an event. */
export interface EventOutline extends Pick<
  NewsEvent,
  'id' | 'title' | 'certainty' | 'actors' | 'partOf'
> {
  readonly when: Pick<When, 'days' | 'spans'>;
  readonly accounts: readonly AccountOutline[];
}

/** The actors in an article. */
export interface NamedActors {
  /** All whom it names. */
  readonly all: readonly ActorId[];
  /** Who speaks in it, and the subjects of its claims. */
  readonly inStatements: readonly ActorId[];
}

/** What whole-archive checks need. */
export interface Outline {
  readonly principals: readonly ActorId[];
  readonly actors: readonly Actor[];
  /** In timeline order. */
  readonly events: readonly EventOutline[];
  readonly articles: readonly (Pick<Article, 'id' | 'added'> & {
    readonly namedActors: NamedActors;
  })[];
  readonly pointsOf: (event: EventOutline) => readonly Point[];
}

/** The pages of an archive that have ids, and its published addresses. */
export interface Directory extends Pick<
  Archive,
  'site' | 'permalinks' | 'renamed' | 'retracted' | 'pages'
> {
  readonly events: readonly { readonly id: string }[];
  readonly actors: readonly { readonly id: string }[];
  readonly articles: readonly { readonly id: string }[];
  readonly sources: readonly { readonly id: string }[];
  readonly places: readonly { readonly id: string }[];
}

/** Returns the actors that an article names, with those who speak in it or are the subject of a claim. */
export function listNamedActors(article: Article, accounts: readonly Account[]): NamedActors {
  const texts = [article.lead, ...accounts.map(({ text }) => text)];
  const inStatements = texts.flatMap(listStatementActors);
  const all = [
    ...inStatements,
    ...texts.flatMap(({ actors }) => actors),
    ...texts.flatMap(listActorsInWords),
    ...[...article.spelled, ...article.namedAs].map(({ actor }) => actor),
    ...accounts.flatMap(({ actors }) => actors),
  ];
  return { all: [...new Set(all)], inStatements: [...new Set(inStatements)] };
}

function listActorsInWords({ passages }: LinkedText): readonly ActorId[] {
  return passages.flatMap((passage) => {
    if (passage.type === 'prose') return [];
    return passage.type === 'claim' ? passage.claim.names : passage.quotation.names;
  });
}

function listStatementActors({ passages }: LinkedText): ActorId[] {
  return passages.flatMap((passage): ActorId[] => {
    if (passage.type === 'prose') return [];
    const { speaker } = passage.type === 'claim' ? passage.claim : passage.quotation;
    const about = passage.type === 'claim' ? passage.claim.about : null;
    return [
      ...(speaker.type === 'actor' ? [speaker.id] : []),
      ...(about?.type === 'actor' ? [about.id] : []),
    ];
  });
}

/** Returns the claims of an article, in its order. */
export function listClaims(article: Article, accounts: readonly Account[]): Claim[] {
  return [article.lead, ...accounts.map(({ text }) => text)].flatMap(({ passages }) =>
    passages.flatMap((passage) => (passage.type === 'claim' ? [passage.claim] : [])),
  );
}

/** All claims, by the event or actor they are about, in the order of articles and within them. */
export interface Claims {
  readonly byEvent: ReadonlyMap<string, readonly Claim[]>;
  readonly byActor: ReadonlyMap<string, readonly Claim[]>;
}

/** Returns the claims of all articles, in whatever order the articles are given. */
export function collectClaims(
  articles: readonly { readonly outline: ArticleOutline; readonly claims: readonly Claim[] }[],
): Claims {
  const byEvent = new Map<string, Claim[]>();
  const byActor = new Map<string, Claim[]>();
  // Claims of a retracted article stay in its account, but aren't compared.
  const inOrder = articles
    .filter(({ outline, claims }) => outline.retracted === null && claims.length > 0)
    .sort((a, b) => compareArticles(a.outline, b.outline));
  for (const claim of inOrder.flatMap(({ claims }) => claims))
    push(claim.about.type === 'event' ? byEvent : byActor, claim.about.id, claim);
  return { byEvent, byActor };
}
