import type {
  AccountDraft,
  ActorDraft,
  ArticleDraft,
  Draft,
  NamedDraft,
  PageDraft,
  Permalink,
  PlaceDraft,
  RulingDraft,
  SiteDraft,
  SourceDraft,
  StateOfPlayDraft,
} from './drafts.ts';
import type { ActorId, ArticleId, EventId, PlaceId, SourceId } from './ids.ts';
import type { NameOwner } from './linkText.ts';
import { getSkeleton } from './lookalikes.ts';
import { foldText, NameIndex, type NameEntry, type NameMatch } from './names.ts';
import { isOwnWords } from './ownWords.ts';
import { listAround } from './placesAround.ts';
import { findNearest } from '../problems/nearest.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { listIds, readPublishedNames, type PublishedNames } from './pageIds.ts';
import { printLocation, type Located } from '../problems/sourceLocation.ts';

/** What other files need of a digest: an article with an id, and its events. */
export interface ArticleStub extends Pick<
  ArticleDraft,
  'type' | 'at' | 'id' | 'formerly' | 'isWhole'
> {
  readonly accounts: readonly Pick<AccountDraft, 'at' | 'id' | 'after' | 'partOf'>[];
}

/** The dependencies of a text: if they are unchanged, linking gives the same result. */
export interface Lookups {
  /** Names and ids that were looked up one by one, in addition to those found in prose. */
  readonly names: readonly string[];
  /** Pages that were looked up by id only: `event ID`. */
  readonly pages: readonly string[];
  /** False if something wasn't found or was reported: the result then depends on the whole archive. */
  readonly isSettled: boolean;
}

/**
 * Everything that can be named. Finds an actor, place, source, article or event by id or spelling, or reports
 * that it is unknown.
 */
export class Registry {
  readonly problems: Problem[] = [];
  readonly articles: readonly ArticleStub[];
  readonly actors: readonly ActorDraft[];
  readonly sources: readonly SourceDraft[];
  readonly places: readonly PlaceDraft[];
  readonly rulings: readonly RulingDraft[];
  readonly site: SiteDraft | undefined;
  readonly stateOfPlay: StateOfPlayDraft | undefined;
  /** Whether site.md exists but couldn't be read. */
  readonly hasUnreadSite: boolean;
  /** The spellings of all actors and places. */
  readonly names = new NameIndex<NameOwner>();
  /** The names to find in prose: also those of outlets, which may contain a place's. */
  readonly #inProse = new NameIndex<NameOwner | Outlet>();
  readonly #outlets = new NameIndex<SourceId>();
  readonly #within: ReadonlyMap<string, string>;
  readonly #looks: Looks = new Map();
  readonly #outletLooks: Looks = new Map();
  #suggested = 0;
  readonly #ids: Readonly<Record<Type, ReadonlySet<string>>>;
  readonly #known: Readonly<Record<Type, readonly string[]>>;
  readonly #eventIds: Set<string>;
  readonly #unread: ReadonlySet<string>;
  /** Everything that decides what a name refers to, in order of precedence. */
  readonly ownedNames: OwnedName[] = [];
  #lookups: { names: Set<string>; pages: Set<string>; isMissing: boolean } | undefined;

  readonly permalinks: readonly Permalink[];
  readonly publishedBase: Located<string> | null;
  readonly #published: PublishedNames;

  /** Registers the drafts of all files, in any order. */
  constructor(drafts: readonly (Exclude<Draft, ArticleDraft> | ArticleStub)[]) {
    const ofType = <T extends Draft['type']>(type: T) =>
      drafts.filter(
        (draft): draft is Extract<(typeof drafts)[number], { type: T }> => draft.type === type,
      );
    const byId = <D extends { id: string }>(list: D[]) =>
      list.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.articles = byId(ofType('article'));
    this.actors = byId(ofType('actor'));
    this.sources = byId(ofType('source'));
    this.places = byId(ofType('place'));
    this.#within = new Map(
      this.places.flatMap(({ id, within }) => (within ? [[id, within.value]] : [])),
    );
    this.rulings = byId(ofType('ruling'));
    this.#unread = new Set(ofType('unread').map(({ kind }) => kind));
    this.hasUnreadSite = this.#unread.has('site');
    [this.site] = ofType('site');
    [this.stateOfPlay] = ofType('state-of-play');
    this.permalinks = ofType('permalinks').flatMap(({ addresses }) => addresses);
    this.publishedBase = ofType('permalinks').find(({ base }) => base)?.base ?? null;
    this.#published = readPublishedNames(this.permalinks);
    this.#eventIds = new Set(
      this.articles
        .flatMap(({ accounts }) => accounts.map(({ id }) => id.value))
        .filter((id) => id !== ''),
    );
    const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
    this.#ids = {
      actor: ids(this.actors),
      place: ids(this.places),
      source: ids(this.sources),
      article: ids(this.articles),
      event: this.#eventIds,
    };
    for (const { type, id } of [...this.actors, ...this.places, ...this.sources])
      this.ownedNames.push({ text: id, of: `${type} ${id} id` });
    for (const actor of this.actors) {
      const id = actor.id as ActorId;
      if (isOwnWords(actor.name.value, actor))
        this.#addNames([actor.name], { type: 'actor', id, use: 'own-words' });
      this.#addNames(allSpellings(actor), { type: 'actor', id, use: 'spelling' });
      this.#addNames(actor.namedAs, { type: 'actor', id, use: 'claimed' });
    }
    for (const source of this.sources) this.#addOutlet(source);
    for (const place of this.places)
      this.#addNames(allSpellings(place), { type: 'place', id: place.id as PlaceId });
    const spellings = (list: readonly NamedDraft[]) =>
      list.flatMap((draft) => [draft.id, ...allSpellings(draft).map(({ value }) => value)]);
    this.#known = {
      actor: spellings(this.actors),
      place: spellings(this.places),
      source: [...this.#ids.source],
      article: [...this.#ids.article],
      event: [...this.#eventIds],
    };
  }

  /** Returns the result of `work` and its dependencies. */
  trace<Made>(work: () => Made): { readonly made: Made; readonly lookups: Lookups } {
    const lookups = { names: new Set<string>(), pages: new Set<string>(), isMissing: false };
    const { length } = this.problems;
    this.#lookups = lookups;
    try {
      const made = work();
      const isSettled = !lookups.isMissing && this.problems.length === length;
      return { made, lookups: { names: [...lookups.names], pages: [...lookups.pages], isSettled } };
    } finally {
      this.#lookups = undefined;
    }
  }

  /** Returns whether a page that was looked up by id exists. */
  hasPage(page: string): boolean {
    const [type = '', id = ''] = page.split(' ');
    return this.#ids[type as Type].has(id);
  }

  /**
   * Returns the actors and places that a text names. A place within an outlet's name doesn't count (“Porto
   * Velho Post”).
   */
  findNames(text: string): NameMatch<NameOwner>[] {
    return this.#inProse
      .find(text)
      .flatMap(({ owner, ...match }) => (owner.type === 'outlet' ? [] : [{ ...match, owner }]));
  }

  /** Returns the published renames as text. */
  listPublished(): string[] {
    return [...this.#published].map((names) => names.join(' '));
  }

  /** Returns every id that a page has had, in order. */
  idsOf(kind: Type, page: PageDraft): readonly string[] {
    return listIds(kind, page, this.#published);
  }

  /** Returns the actor with an id or spelling, or reports that it is unknown. */
  resolveActor(name: Located<string>): ActorId | undefined {
    this.#lookups?.names.add(name.value);
    const owner = this.#ids.actor.has(name.value) ? name.value : this.#ownerOf(name.value, 'actor');
    if (owner === undefined) this.#reportUnknown('actor', name);
    return owner as ActorId | undefined;
  }

  /** Returns the actor with an id, or reports that it is unknown. Addresses have only ids. */
  resolveActorId(id: Located<string>): ActorId | undefined {
    return this.#resolveId('actor', id) as ActorId | undefined;
  }

  /** Returns the place with an id, or reports that it is unknown. */
  resolvePlaceId(id: Located<string>): PlaceId | undefined {
    return this.#resolveId('place', id) as PlaceId | undefined;
  }

  /** Returns whether a name is an actor's id or spelling. */
  isActor(name: string): boolean {
    this.#lookups?.names.add(name);
    return this.#isCalled('actor', name);
  }

  /** Returns the place with an id or spelling, or reports that it is unknown. */
  resolvePlace(name: Located<string>): PlaceId | undefined {
    const place = this.findPlace(name.value);
    if (place === undefined) this.#reportUnknown('place', name);
    return place;
  }

  /** Returns the place with an id or spelling, or undefined. */
  findPlace(name: string): PlaceId | undefined {
    this.#lookups?.names.add(name);
    return (this.#ids.place.has(name) ? name : this.#ownerOf(name, 'place')) as PlaceId | undefined;
  }

  /** Returns the places that contain a place, nearest first. */
  listAround(id: PlaceId): PlaceId[] {
    return listAround(id, (one) => {
      const within = this.#within.get(one);
      return within === undefined ? null : this.findPlace(within);
    });
  }

  /** Returns the source with an id, or reports that it is unknown. An empty id has already been reported. */
  resolveSource(id: Located<string>): SourceId | undefined {
    return this.#resolveId('source', id) as SourceId | undefined;
  }

  /** Returns the article with an id, or reports that it is unknown. */
  resolveArticle(id: Located<string>): ArticleId | undefined {
    return this.#resolveId('article', id) as ArticleId | undefined;
  }

  /** Returns the event with an id, or reports that it is unknown. */
  resolveEvent(id: Located<string>): EventId | undefined {
    return this.#resolveId('event', id) as EventId | undefined;
  }

  /**
   * Returns the speaker of a claim's `by` or a quotation: an actor by id or spelling, else a source by id or
   * spelling.
   */
  findSpeaker(
    name: string,
  ): { type: 'actor'; id: ActorId } | { type: 'source'; id: SourceId } | undefined {
    this.#lookups?.names.add(name);
    if (this.#ids.actor.has(name)) return { type: 'actor', id: name as ActorId };
    const actor = this.#ownerOf(name, 'actor');
    if (actor) return { type: 'actor', id: actor as ActorId };
    const source = this.#ids.source.has(name) ? (name as SourceId) : this.#outlets.get(name)?.owner;
    if (source === undefined && this.#lookups) this.#lookups.isMissing = true;
    return source && { type: 'source', id: source };
  }

  /** Returns the entry of a spelling, if it has one. */
  findSpelling(spelling: string): NameEntry<NameOwner> | undefined {
    this.#lookups?.names.add(spelling);
    return this.names.get(spelling);
  }

  /** Returns the known actor or place closest to a name, for a message. */
  suggest(type: Type, name: string): string | undefined {
    // Each suggestion compares all known names; with thousands of unknown names, the first few suffice.
    this.#suggested += 1;
    if (this.#suggested > maxSuggestions) return undefined;
    const nearest = findNearest(name, this.#known[type]);
    if (nearest === undefined) return undefined;
    const owner = this.names.get(nearest)?.owner.id;
    return owner && owner !== nearest ? `"${nearest}" (${owner})` : `"${nearest}"`;
  }

  #resolveId(type: Type, id: Located<string>): string | undefined {
    if (id.value === '') return undefined;
    this.#lookups?.pages.add(`${type} ${id.value}`);
    if (this.#ids[type].has(id.value)) return id.value;
    this.#reportUnknown(type, id);
    return undefined;
  }

  #ownerOf(spelling: string, type: NameOwner['type']): string | undefined {
    const owner = this.names.get(spelling)?.owner;
    return owner?.type === type ? owner.id : undefined;
  }

  /** Returns whether a file of a kind couldn't be read: its names then must not be reported as unknown. */
  hasUnread(type: Type): boolean {
    if (this.#unread.has(type)) return true;
    if (type === 'event')
      return (
        this.#unread.has('article') ||
        this.articles.some(
          ({ isWhole, accounts }) => !isWhole || accounts.some(({ id }) => id.value === ''),
        )
      );
    return { actor: this.actors, place: this.places, source: this.sources, article: [] }[type].some(
      ({ name }) => name.value === '',
    );
  }

  #reportUnknown(type: Type, name: Located<string>): void {
    if (this.#lookups) this.#lookups.isMissing = true;
    if (this.hasUnread(type)) return;
    const mistaken = this.explainMistaken(type, name.value);
    const facts = {
      found: name.value,
      nearest: mistaken === undefined ? this.suggest(type, name.value) : undefined,
      repair: mistaken ?? repairs[type],
    };
    this.problems.push(createProblem(`${type}-unknown`, name.at, facts));
  }

  /** Returns advice if a name is ambiguous or of the wrong kind: a place that speaks, an actor as a place. */
  explainMistaken(type: Type, name: string): string | undefined {
    if (type !== 'actor' && type !== 'place') return undefined;
    const several = name.split(',').map((one) => one.trim());
    if (several.length > 1 && several.some((one) => this.#isCalled(type, one)))
      return type === 'place'
        ? '`place` takes one: write where it happened, and name the other place in the text. If the article leaves open which it was, leave `place` out.'
        : 'Only one is expected here. For a claim by several, write a claim block for each.';
    const other = type === 'actor' ? 'place' : 'actor';
    const owner = this.#ids[other].has(name) ? name : this.#ownerOf(name, other);
    if (owner === undefined) return undefined;
    return type === 'actor'
      ? `That is a place (${owner}), and a place neither acts nor speaks. Write the person or body that does, adding actors/ID.md if it has none; an unnamed speaker is \`as:\` without \`by\` in a claim, or [words for the speaker](actor:-) below a quotation.`
      : `That is an actor (${owner}). Write where it happened, or leave \`place\` out.`;
  }

  #isCalled(type: 'actor' | 'place', name: string): boolean {
    return this.#ids[type].has(name) || this.#ownerOf(name, type) !== undefined;
  }

  #addNames(spellings: readonly Located<string>[], owner: NameOwner): void {
    for (const spelling of spellings) {
      if (spelling.value === '') continue;
      this.#addOwnedName(
        spelling.value,
        `${owner.type} ${owner.id} ${'use' in owner ? owner.use : ''}`,
      );
      const first = this.names.add(spelling.value, owner, spelling.at);
      this.#inProse.add(spelling.value, owner, spelling.at);
      if (first && isOtherUse(first.owner, owner)) continue;
      if (first) this.#reportShared(spelling, first.owner.id, first.at);
      else this.#reportLookalike(this.#looks, spelling, owner.id);
    }
  }

  #addOutlet(source: SourceDraft): void {
    const owner: Outlet = { type: 'outlet' };
    for (const spelling of allSpellings(source)) {
      this.#addOwnedName(spelling.value, `outlet ${source.id}`);
      this.#inProse.add(spelling.value, owner, spelling.at);
      // “Harbour Post reporters”: prose omits the article of “The Harbour Post”.
      const bare = /^the\s+(.*\S\s+\S.*)$/iu.exec(spelling.value)?.[1];
      if (bare !== undefined) {
        this.#addOwnedName(bare, 'outlet');
        this.#inProse.add(bare, owner, spelling.at);
      }
      const first = this.#outlets.add(spelling.value, source.id as SourceId, spelling.at);
      if (first) this.#reportShared(spelling, first.owner, first.at);
      else this.#reportLookalike(this.#outletLooks, spelling, source.id);
    }
  }

  /** The first of an owner's matching spellings represents the others. */
  #addOwnedName(text: string, owner: string): void {
    const before = this.ownedNames.at(-1);
    const rank = before?.of.startsWith(`${owner} `) ? Number(before.of.split(' ').at(-1)) + 1 : 0;
    this.ownedNames.push({ text, of: `${owner} ${rank}` });
  }

  /** Two spellings that look the same but use different letters are identical to readers. */
  #reportLookalike(looks: Looks, spelling: Located<string>, owner: string): void {
    const folded = foldText(spelling.value);
    const skeleton = foldText(getSkeleton(spelling.value));
    const first = looks.get(skeleton);
    if (!first) looks.set(skeleton, { owner, folded, spelling });
    else if (first.owner !== owner && first.folded !== folded)
      this.problems.push(
        createProblem('spelling-lookalike', spelling.at, {
          found: spelling.value,
          other: first.spelling.value,
          owner: first.owner,
          first: printLocation(first.spelling.at),
        }),
      );
  }

  #reportShared(spelling: Located<string>, owner: string, at: Located<string>['at']): void {
    this.problems.push(
      createProblem('spelling-shared', spelling.at, {
        found: spelling.value,
        owner,
        first: printLocation(at),
      }),
    );
  }
}

/** An actor's name may be this site's own words and also a spelling, but it can't also be a claimed name. */
function isOtherUse(first: NameOwner, owner: NameOwner): boolean {
  return (
    first.type === 'actor' &&
    owner.type === 'actor' &&
    first.id === owner.id &&
    first.use === 'own-words' &&
    owner.use === 'spelling'
  );
}

/** A spelling or id, with its owner and its use. */
export interface OwnedName {
  readonly text: string;
  readonly of: string;
}

/** A source, listed only so that its name isn't mistaken for another. */
interface Outlet {
  readonly type: 'outlet';
}

/** The first spelling of each look. */
type Looks = Map<
  string,
  { readonly owner: string; readonly folded: string; readonly spelling: Located<string> }
>;

type Type = 'actor' | 'place' | 'source' | 'article' | 'event';

const maxSuggestions = 1000;

const repairs: Record<Type, string> = {
  actor: 'Add the spelling to the actor’s file, write the id, or add actors/ID.md.',
  place: 'Add the spelling to the place’s file, write the id, or add places/ID.md.',
  source: 'Write the id of a file in sources/, or add one.',
  article: 'Write the id of a file in articles/.',
  event: 'Write the `id` of an event block.',
};

function allSpellings(draft: NamedDraft): Located<string>[] {
  return [draft.name, ...draft.spellings, ...draft.names.map(({ name }) => name)].filter(
    ({ value }) => value !== '',
  );
}
