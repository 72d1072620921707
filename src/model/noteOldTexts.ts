import type { Draft, RulingDraft } from './drafts.ts';
import type { ActorId, ArticleId } from './ids.ts';
import { isAhead } from './mergeAccounts.ts';
import type { EventOutline, Outline } from './outline.ts';
import { mapById } from './lists.ts';
import { isNearPoint } from './samePoint.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

// Editors' texts about several articles get outdated when more articles are added. Each such text states the
// day of its last review (`reviewed`), and a notice lists the relevant digests added since.

/** Notes editors' texts that lack a required day of review, and those that are older than relevant digests. */
export function noteOldTexts(outline: Outline, drafts: readonly Draft[]): Problem[] {
  const archive: Indexed = {
    ...outline,
    eventById: mapById(outline.events),
    addedOf: new Map(outline.articles.map(({ id, added }) => [id, added])),
  };
  const lookup = createArticleLookup(archive);
  return drafts.flatMap((draft): Problem[] => {
    switch (draft.type) {
      case 'ruling': {
        const event = archive.eventById.get(draft.id);
        if (!event || !isRuling(draft)) return [];
        const articles = lookup.ofEvent(event);
        return [
          ...noteReview(
            `the ruling on "${draft.id}"`,
            draft,
            articles,
            archive,
            'the accounts of its event',
          ),
          ...noteAnswered(event, draft, archive),
        ];
      }
      case 'state-of-play': {
        const articles = listFollowed(draft.text.links, archive).flatMap(lookup.ofEvent);
        return noteReview('the state of play', draft, articles, archive, 'it against the events');
      }
      case 'site':
        return draft.reviewed
          ? noteReview(
              'the About text',
              draft,
              archive.articles.map(({ id }) => id),
              archive,
            )
          : [];
      case 'actor':
        return draft.reviewed
          ? noteReview(
              `the profile of "${draft.id}"`,
              draft,
              lookup.ofActor(draft.id as ActorId),
              archive,
            )
          : [];
      case 'article':
      case 'own-page':
      case 'theme':
      case 'logo':
      case 'icon':
      case 'font':
      case 'source':
      case 'place':
      case 'permalinks':
      case 'unread':
        return [];
    }
  });
}

/** A ruling that only renames, corrects or retracts doesn't weigh accounts. */
function isRuling({ decided, why, reasons, unknown }: RulingDraft): boolean {
  return (
    decided.length > 0 || why !== null || unknown.length > 0 || Object.keys(reasons).length > 0
  );
}

function noteReview(
  text: string,
  { at, reviewed }: { readonly at: SourceLocation; readonly reviewed: Located<string> | null },
  articles: readonly ArticleId[],
  archive: Indexed,
  weighed = '',
): Problem[] {
  if (!reviewed) return [createProblem('review-missing', at, { text, weighed })];
  const later = [...new Set(articles)].filter((id) => isLater(id, reviewed, archive)).sort();
  if (later.length === 0) return [];
  const facts = { text, found: reviewed.value, articles: later };
  return [createProblem('review-due', reviewed.at, facts)];
}

function isLater(id: ArticleId, reviewed: Located<string> | null, { addedOf }: Indexed) {
  return reviewed === null || (addedOf.get(id) ?? '') > reviewed.value;
}

/** Notes what a ruling calls unknown if a claim added since its review answers it. */
function noteAnswered(
  event: EventOutline,
  { unknown, reviewed }: RulingDraft,
  archive: Indexed,
): Problem[] {
  return unknown.flatMap((open) => {
    const answers = archive
      .pointsOf(event)
      .filter(({ on }) => isNearPoint(on, open.value))
      .flatMap(({ claims }) => claims)
      .filter(
        ({ answer, withdrawn, article }) =>
          answer !== null && withdrawn === null && isLater(article, reviewed, archive),
      );
    if (answers.length === 0) return [];
    const byAnswer = Map.groupBy(answers, ({ answer }) => answer ?? '');
    const listed = [...byAnswer].map(([answer, claims]) => ({
      answer,
      articles: [...new Set(claims.map(({ article }) => article))],
    }));
    return [createProblem('unknown-answered', open.at, { found: open.value, answers: listed })];
  });
}

/** Returns the events that a text links, and those after the last of them that has happened. */
function listFollowed(
  links: readonly { readonly type: string; readonly id: string }[],
  { events, eventById }: Indexed,
): EventOutline[] {
  const linked = new Set(
    links.flatMap(({ type, id }) => (type === 'event' ? (eventById.get(id) ?? []) : [])),
  );
  const last = events.findLastIndex((event) => linked.has(event) && !isAhead(event.certainty));
  return events.filter((event, position) => linked.has(event) || position > last);
}

/** An archive with indexes for lookups. */
interface Indexed extends Outline {
  readonly eventById: ReadonlyMap<string, EventOutline>;
  readonly addedOf: ReadonlyMap<string, string>;
}

/** The articles that tell an event or name an actor. */
interface ArticleLookup {
  readonly ofEvent: (event: EventOutline) => ArticleId[];
  readonly ofActor: (id: ActorId) => ArticleId[];
}

function createArticleLookup(archive: Indexed): ArticleLookup {
  let byActor: ReadonlyMap<ActorId, ReadonlySet<ArticleId>> | undefined;
  return {
    ofEvent: (event) => [
      ...event.accounts.map(({ article }) => article.id),
      ...archive
        .pointsOf(event)
        .filter(({ about }) => about.type === 'event')
        .flatMap(({ claims }) => claims.map(({ article }) => article)),
    ],
    ofActor: (id) => [...((byActor ??= collectByActor(archive)).get(id) ?? [])],
  };
}

function collectByActor({ articles, events }: Indexed): Map<ActorId, Set<ArticleId>> {
  const byActor = new Map<ActorId, Set<ArticleId>>();
  const add = (actor: ActorId, article: ArticleId) => {
    byActor.set(actor, (byActor.get(actor) ?? new Set()).add(article));
  };
  for (const { id, namedActors } of articles)
    for (const actor of namedActors.inStatements) add(actor, id);
  for (const { actors, accounts } of events)
    for (const { article } of accounts) for (const actor of actors) add(actor, article.id);
  return byActor;
}
