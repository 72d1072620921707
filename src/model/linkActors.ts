import type {
  Account,
  Actor,
  Article,
  Named,
  NameGiven,
  NewsEvent,
  Point,
  Spelled,
} from './archive.ts';
import type { ActorDraft, NamedDraft } from './drafts.ts';
import type { ActorId, EventId, SourceId } from './ids.ts';
import { linkText, listOwnSpellings } from './linkArticle.ts';
import { push } from './lists.ts';
import { foldText } from './names.ts';
import type { Registry } from './registry.ts';
import { findNearest } from '../problems/nearest.ts';
import { withLocation } from '../problems/fault.ts';
import { createProblem } from '../problems/problem.ts';

/** The content of the articles for the actors' pages; events in timeline order. */
export interface ActorInputs {
  readonly articles: readonly Article[];
  readonly accounts: readonly Account[];
  readonly events: readonly NewsEvent[];
  /** Claims about actors, by actor id. */
  readonly points: ReadonlyMap<string, readonly Point[]>;
}

/** Returns the actors with everything that concerns each, from the names and the articles. */
export function linkActors(
  registry: Registry,
  { articles, accounts, events, points }: ActorInputs,
): Actor[] {
  const tookPart = new Map<ActorId, EventId[]>();
  const mentionedIn = new Map<ActorId, EventId[]>();
  for (const event of events) {
    for (const id of event.actors) push(tookPart, id, event.id);
    for (const id of event.mentioned) push(mentionedIn, id, event.id);
  }
  const spelled = collectSpelled(articles, accounts);
  const given = collectNamesGiven(articles, accounts);
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
      namedAs: listNamesGiven(draft, given.get(id) ?? []),
      events: tookPart.get(id) ?? [],
      mentionedIn: mentionedIn.get(id) ?? [],
      points: points.get(id) ?? [],
    };
  });
}

/** Returns the names and linked text of an actor, source or place. */
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
    wikidata: draft.wikidata,
    corrections: draft.corrections,
    retracted: draft.retracted,
    text: withLocation(
      () => draft.at,
      () => linkText(draft.text, registry, { article: null, event: null }),
    ),
  };
}

function resolveGroup({ group }: ActorDraft, registry: Registry): string | null {
  // A missing or unread site.md has already been reported; don't check actors against its groups.
  if (!group || !registry.site?.title) return null;
  const known = registry.site.groups;
  if (known.includes(group.value)) return group.value;
  const nearest = findNearest(group.value, known);
  const facts = {
    found: group.value,
    nearest: nearest === undefined ? undefined : `"${nearest}"`,
    repair:
      known.length === 0
        ? 'Add it to `groups` in site.md.'
        : `Write one of the groups in site.md (${known.join(', ')}), or add it there.`,
  };
  registry.problems.push(createProblem('group-unknown', group.at, facts));
  return null;
}

/** Returns the sources that use each spelling, by actor. */
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
  for (const { article, text } of accounts)
    add(article.source, listOwnSpellings(text, article.language));
  return spelled;
}

/** A name given to an actor, and the article that has it. */
interface GivenIn extends NameGiven {
  readonly article: Article;
}

function collectNamesGiven(
  articles: readonly Article[],
  accounts: readonly Account[],
): Map<ActorId, GivenIn[]> {
  const given = new Map<ActorId, GivenIn[]>();
  const add = (article: Article, names: readonly NameGiven[]) => {
    for (const name of names) push(given, name.actor, { ...name, article });
  };
  for (const article of articles) add(article, article.namedAs);
  for (const { article, text } of accounts) add(article, text.namedAs);
  return given;
}

/**
 * Returns the names that somebody claims an actor goes by, each with those who use it, once for each source
 * and speaker.
 */
function listNamesGiven(draft: ActorDraft, given: readonly GivenIn[]): Actor['namedAs'] {
  return draft.namedAs.map(({ value: text }) => {
    const by = new Map<string, Actor['namedAs'][number]['by'][number]>();
    for (const { spelling, speaker, article } of given) {
      const key = `${article.source} ${JSON.stringify(speaker)}`;
      if (spelling === text && !by.has(key)) by.set(key, { article: article.id, speaker });
    }
    return { text, by: [...by.values()] };
  });
}

function listSpellings(
  draft: ActorDraft,
  used: ReadonlyMap<string, ReadonlySet<SourceId>>,
): Actor['spelledBy'] {
  const own = [draft.name.value, ...draft.spellings.map(({ value }) => value)];
  const others = [...used.keys()].filter((spelling) => !own.includes(spelling)).sort();
  const rows = new Map<string, Set<SourceId>>();
  const sourcesByKey = new Map<string, Set<SourceId>>();
  // To one source “al-Masri” and “Al Masri” are one spelling; what another writes is its own.
  for (const text of [...own, ...others]) {
    const key = foldText(text);
    const known = sourcesByKey.get(key);
    const sources = new Set([...(used.get(text) ?? [])].filter((source) => !known?.has(source)));
    if (!known || sources.size > 0) rows.set(text, sources);
    sourcesByKey.set(key, new Set([...(known ?? []), ...sources]));
  }
  return [...rows].map(([text, sources]) => ({ text, sources: [...sources].sort() }));
}
