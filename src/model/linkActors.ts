import type { Account, Actor, Article, Claim, Named, NewsEvent, Spelled } from './archive.ts';
import { comparePoints } from './comparePoints.ts';
import type { ActorDraft, NamedDraft } from './drafts.ts';
import type { ActorId, EventId, SourceId } from './ids.ts';
import { linkText } from './linkArticle.ts';
import { push } from './lists.ts';
import type { Registry } from './registry.ts';
import { findNearest } from '../problems/nearest.ts';
import { createProblem } from '../problems/problem.ts';

/** What the articles say, for the actors' pages; events in the order of the timeline. */
export interface Said {
  readonly articles: readonly Article[];
  readonly accounts: readonly Account[];
  readonly events: readonly NewsEvent[];
  /** The claims about actors, by the actor's id. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
}

/** Takes all that can be named and what the articles say; gives the actors with all that concerns each. */
export function linkActors(
  registry: Registry,
  { articles, accounts, events, claims }: Said,
): Actor[] {
  const tookPart = new Map<ActorId, EventId[]>();
  const mentionedIn = new Map<ActorId, EventId[]>();
  for (const event of events) {
    for (const id of event.actors) push(tookPart, id, event.id);
    for (const id of event.mentioned) push(mentionedIn, id, event.id);
  }
  const spelled = collectSpelled(articles, accounts);
  return registry.actors.map((draft) => {
    const id = draft.id as ActorId;
    return {
      id,
      ...linkNamed('actor', draft, registry),
      kind: draft.kind,
      role: draft.role,
      group: resolveGroup(draft, registry),
      of: draft.of.flatMap((name) => registry.resolveActor(name) ?? []),
      leads: draft.leads.flatMap((name) => registry.resolveActor(name) ?? []),
      spelledBy: listSpellings(draft, spelled.get(id) ?? new Map()),
      events: tookPart.get(id) ?? [],
      mentionedIn: mentionedIn.get(id) ?? [],
      points: comparePoints(claims.get(id) ?? []),
    };
  });
}

/** Takes the draft of an actor, source or place; gives its names and its text, linked. */
export function linkNamed(
  kind: 'actor' | 'source' | 'place',
  draft: NamedDraft,
  registry: Registry,
): Named {
  return {
    ids: registry.idsOf(kind, draft),
    name: draft.name.value,
    spellings: draft.spellings.map(({ value }) => value),
    names: draft.names.map(({ language, name }) => ({ language, name: name.value })),
    corrections: draft.corrections,
    retracted: draft.retracted,
    text: linkText(draft.text, registry, { article: null, event: null }),
  };
}

function resolveGroup({ group }: ActorDraft, registry: Registry): string | null {
  // A site.md that is missing or unread has been reported; its groups are not held against the actors.
  if (!group || !registry.site?.title) return null;
  const known = registry.site.groups;
  if (known.includes(group.value)) return group.value;
  const nearest = findNearest(group.value, known);
  const facts = {
    found: group.value,
    nearest: nearest === undefined ? undefined : `"${nearest}"`,
    repair: 'Write one of the groups of site.md, or add it there.',
  };
  registry.problems.push(createProblem('group-unknown', group.at, facts));
  return null;
}

/** The sources that use each spelling, by actor. */
function collectSpelled(
  articles: readonly Article[],
  accounts: readonly Account[],
): Map<ActorId, Map<string, Set<SourceId>>> {
  const spelled = new Map<ActorId, Map<string, Set<SourceId>>>();
  const add = (source: SourceId, uses: readonly Spelled[]) => {
    for (const { actor, spelling } of uses) {
      const ofActor = spelled.get(actor) ?? new Map<string, Set<SourceId>>();
      spelled.set(actor, ofActor.set(spelling, (ofActor.get(spelling) ?? new Set()).add(source)));
    }
  };
  for (const article of articles) add(article.source, article.spelled);
  for (const { article, text } of accounts) add(article.source, text.spelled);
  return spelled;
}

function listSpellings(
  draft: ActorDraft,
  used: ReadonlyMap<string, ReadonlySet<SourceId>>,
): Actor['spelledBy'] {
  const own = [draft.name.value, ...draft.spellings.map(({ value }) => value)];
  const others = [...used.keys()].filter((spelling) => !own.includes(spelling)).sort();
  return [...new Set([...own, ...others])].map((text) => ({
    text,
    sources: [...(used.get(text) ?? [])].sort(),
  }));
}
