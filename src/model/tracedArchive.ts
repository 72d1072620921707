import type {
  Actor,
  Archive,
  Article,
  NewsEvent,
  NewsPlace,
  OwnPage,
  RetractedEvent,
  Source,
} from './archive.ts';

// An archive that records what is read of it, so that a build knows what each page and file depends on. Every
// object that it contains records its own reading, however it was reached.

/**
 * The key of a part of an archive: an event (`event:ID`) or only what a link to it shows (`head:ID`), an article,
 * an actor or only who that is (`whole-actor:ID`, `actor:ID`), a source, a place, a whole list (`events`), a field
 * of the site (`site.zone`), or the answer to a query (`?neighbours ["ID"]`).
 */
export type ReadKey = string;

/** A value, and what it was made from. */
interface Remembered {
  readonly value: unknown;
  readonly reads: ReadonlySet<ReadKey>;
}

interface Tracer {
  /** The archive itself, whose reading nothing records. */
  readonly archive: Archive;
  /** What the current trace has read; null outside of traces. */
  reads: Set<ReadKey> | null;
  /** True while an answer is turned into text: it then refers to events and the like by id. */
  isDescribing: boolean;
  readonly answers: Map<ReadKey, Remembered>;
  readonly remembered: WeakMap<object, Map<string, Remembered>>;
}

// A build and its compiled pages may each have a copy of this module, so the key is a global symbol.
const tracerKey = Symbol.for('dateline.tracer');

/** The caches of archives that are not traced. */
const untraced = new WeakMap<Archive, Tracer>();

function createTracer(archive: Archive): Tracer {
  return {
    archive,
    reads: null,
    isDescribing: false,
    answers: new Map(),
    remembered: new WeakMap(),
  };
}

function getTracer(archive: Archive): Tracer {
  const traced = archive as { readonly [tracerKey]?: Tracer };
  const own = traced[tracerKey] ?? untraced.get(archive);
  if (own) return own;
  const tracer = createTracer(archive);
  untraced.set(archive, tracer);
  return tracer;
}

/** Returns an archive whose reading nothing records. */
export function getUntraced(archive: Archive): Archive {
  return getTracer(archive).archive;
}

/** Returns a result, and the keys of everything in a traced archive that was read to make it. */
export function trace<Value>(
  archive: Archive,
  make: () => Value,
): { readonly value: Value; readonly reads: ReadonlySet<ReadKey> } {
  const reads = new Set<ReadKey>();
  const value = readInto(getTracer(archive), reads, make);
  return { value, reads: reads.size > maxReads ? coarsen(reads) : reads };
}

/** Maximum number of single items of a list in a trace; for more, it depends on the whole list. */
const maxReads = 1000;

/** The list that each kind of key is of. */
const listOf: Readonly<Record<string, string>> = {
  event: 'events',
  head: 'events',
  article: 'articles',
  actor: 'actors',
  'whole-actor': 'actors',
  source: 'sources',
  place: 'places',
};

/** Returns keys with those of a list replaced by the list's, where there are too many. */
function coarsen(reads: ReadonlySet<ReadKey>): ReadonlySet<ReadKey> {
  const getList = (key: ReadKey) => listOf[key.slice(0, Math.max(0, key.indexOf(':')))] ?? '';
  const byList = Map.groupBy(reads, getList);
  return new Set(
    [...byList].flatMap(([list, keys]) => (list !== '' && keys.length > maxReads ? [list] : keys)),
  );
}

function readInto<Value>(tracer: Tracer, reads: Tracer['reads'], make: () => Value): Value {
  const outer = tracer.reads;
  tracer.reads = reads;
  try {
    return make();
  } finally {
    tracer.reads = outer;
  }
}

/**
 * Returns what `make` returns, made once for each object and name; whoever gets it again counts as having read
 * what it was made from.
 */
export function remember<Value>(
  archive: Archive,
  of: object,
  name: string,
  make: () => Value,
): Value {
  const tracer = getTracer(archive);
  const own = tracer.remembered.get(of) ?? new Map<string, Remembered>();
  tracer.remembered.set(of, own);
  const found: Remembered = own.get(name) ?? trace(archive, make);
  own.set(name, found);
  if (tracer.reads) for (const key of found.reads) tracer.reads.add(key);
  return found.value as Value;
}

/**
 * A question to the archive, answered once. A page depends on the answer; only where what the answer was made from has
 * changed, it is asked again.
 */
export type Query<Args extends readonly string[], Answer> = (
  archive: Archive,
  ...args: Args
) => Answer;

const queries = new Map<string, Query<string[], unknown>>();

/**
 * Returns a query that is answered by `answer`, which must read nothing but the archive and its arguments. The
 * answer may contain events and the like, but no functions. `name` identifies it in what builds record.
 */
export function defineQuery<Args extends string[], Answer>(
  name: string,
  answer: Query<Args, Answer>,
): Query<Args, Answer> {
  const query: Query<Args, Answer> = (archive, ...args) => {
    const tracer = getTracer(archive);
    const key: ReadKey = `?${name} ${JSON.stringify(args)}`;
    tracer.reads?.add(key);
    const found: Remembered =
      tracer.answers.get(key) ?? trace(archive, () => answer(archive, ...args));
    tracer.answers.set(key, found);
    return found.value as Answer;
  };
  if (!/^\w+$/.test(name)) throw new Error(`“${name}” is no name for a query.`);
  queries.set(name, query as Query<string[], unknown>);
  return query;
}

/** Returns the answer to the query of a key as text, null if there is no such query. Equal texts are equal answers. */
export function describeAnswer(archive: Archive, key: ReadKey): string | null {
  const answer = findAnswer(archive, key);
  if (!answer) return null;
  const tracer = getTracer(archive);
  tracer.isDescribing = true;
  try {
    // An answer of `undefined` has no text.
    return JSON.stringify([answer.value], describeValue);
  } finally {
    tracer.isDescribing = false;
  }
}

/** Returns what the answer to the query of a key was made from; null if there is no such query. */
export function getAnswerReads(archive: Archive, key: ReadKey): Iterable<ReadKey> | null {
  return findAnswer(archive, key)?.reads ?? null;
}

function findAnswer(archive: Archive, key: ReadKey): Remembered | undefined {
  const space = key.indexOf(' ');
  const query = queries.get(key.slice(1, space));
  const tracer = getTracer(archive);
  const args = JSON.parse(key.slice(space + 1)) as string[];
  if (query && !tracer.answers.has(key)) readInto(tracer, null, () => query(archive, ...args));
  return query && tracer.answers.get(key);
}

function describeValue(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'function') throw new Error('The answer to a query contains a function.');
  return value;
}

/** The fields that a link to an event shows. */
const headFields: ReadonlySet<string> = new Set<keyof NewsEvent>([
  'title',
  'titleBy',
  'when',
  'origin',
  'certainty',
]);

/** The fields of an actor that others add to. */
const addedFields: ReadonlySet<string> = new Set<keyof Actor>([
  'events',
  'mentionedIn',
  'points',
  'spelledBy',
  'namedAs',
]);

/** Returns the key that reading a field of a part records; null for what never changes, or is in no key. */
type GetKey = (id: string, field: string) => ReadKey | null;

const getEventKey: GetKey = (id, field) => {
  // Positions change with every new event; a trace notes the order of its events instead.
  if (field === 'position') return null;
  return headFields.has(field) ? `head:${id}` : `event:${id}`;
};
const getActorKey: GetKey = (id, field) =>
  addedFields.has(field) ? `whole-actor:${id}` : `actor:${id}`;

/** Returns an archive with the same content that records what is read of it during a trace. */
export function traceArchive(archive: Archive): Archive {
  const tracer = createTracer(archive);
  const list = <Item extends { readonly id: string }>(
    name: string,
    items: readonly Item[],
    getKey: GetKey,
  ) => new TracedList(tracer, name, items, getKey);
  const events = list<NewsEvent>('events', archive.events, getEventKey);
  const articles = list<Article>('articles', archive.articles, (id) => `article:${id}`);
  const actors = list<Actor>('actors', archive.actors, getActorKey);
  const sources = list<Source>('sources', archive.sources, (id) => `source:${id}`);
  const places = list<NewsPlace>('places', archive.places, (id) => `place:${id}`);
  const retracted = list<RetractedEvent>('retracted', archive.retracted, () => 'retracted');
  const pages = list<OwnPage>('pages', archive.pages, () => 'pages');
  const lists = { events, articles, actors, sources, places, retracted, pages };
  const own = {
    [tracerKey]: tracer,
    site: traceFields(archive.site, (field) => tracer.reads?.add(`site.${field}`)),
    eventById: events,
    articleById: articles,
    actorById: actors,
    sourceById: sources,
    placeById: places,
  };
  return new Proxy<Archive>(archive, {
    get: (target, field) => {
      if (field in own) return own[field as keyof typeof own];
      if (field in lists) return lists[field as keyof typeof lists].items;
      if (typeof field === 'string') tracer.reads?.add(field);
      return Reflect.get(target, field) as unknown;
    },
  });
}

/** Returns an object that calls `read` with the name of each field that is read. */
function traceFields<Value extends object>(value: Value, read: (field: string) => void): Value {
  return new Proxy(value, {
    get: (target, field) => {
      if (typeof field === 'string') read(field);
      return Reflect.get(target, field) as unknown;
    },
  });
}

/** A list whose items record their reading. Looking one up by id reads what others show of it. */
class TracedList<Item extends { readonly id: string }> implements ReadonlyMap<string, Item> {
  readonly #tracer: Tracer;
  readonly #name: string;
  readonly #getKey: GetKey;
  readonly #items: readonly Item[];
  readonly #byId: ReadonlyMap<string, Item>;

  constructor(tracer: Tracer, name: string, items: readonly Item[], getKey: GetKey) {
    this.#tracer = tracer;
    this.#name = name;
    this.#getKey = getKey;
    const wrapped = items.map((item) => [item.id, this.#wrap(item)] as const);
    this.#items = wrapped.map(([, item]) => item);
    this.#byId = new Map(wrapped);
  }

  /** All items, in their order. */
  get items(): readonly Item[] {
    this.#tracer.reads?.add(this.#name);
    return this.#items;
  }

  get size(): number {
    return this.items.length;
  }

  get(id: string): Item | undefined {
    this.#read(id, 'title');
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  keys(): MapIterator<string> {
    return this.#all.keys();
  }

  values(): MapIterator<Item> {
    return this.#all.values();
  }

  entries(): MapIterator<[string, Item]> {
    return this.#all.entries();
  }

  [Symbol.iterator](): MapIterator<[string, Item]> {
    return this.entries();
  }

  forEach(call: (item: Item, id: string, map: ReadonlyMap<string, Item>) => void): void {
    for (const [id, item] of this) call(item, id, this);
  }

  get #all(): ReadonlyMap<string, Item> {
    this.#tracer.reads?.add(this.#name);
    return this.#byId;
  }

  /** Records a field of an item, unless the whole list is read anyway. */
  #read(id: string, field: string): void {
    const { reads } = this.#tracer;
    if (reads === null || reads.has(this.#name)) return;
    const key = field === 'id' ? null : this.#getKey(id, field);
    if (key !== null) reads.add(key);
  }

  #wrap(item: Item): Item {
    const { id } = item;
    const kind = this.#name;
    return new Proxy(item, {
      get: (target, field) => {
        if (this.#tracer.isDescribing)
          return field === 'toJSON' ? () => `${kind}:${id}` : undefined;
        if (typeof field === 'string') this.#read(id, field);
        return Reflect.get(target, field) as unknown;
      },
    });
  }
}
