import { z } from 'zod';
import type { Fault } from './entries.ts';

// Reads `data/articles.json`, `events.json` and `actors.json` of a built site. A build recomputes everything
// else in them. Keys of later versions are ignored, and keys that are missing in earlier ones are optional.

const text = z.string().nullish();
const ids = z.array(z.string());
const speaker = { speaker: z.string(), by: text, as: text };
const passage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prose'), html: z.string() }),
  z.object({ kind: z.literal('quotation'), ...speaker, where: text, html: z.string() }),
  z.object({
    kind: z.literal('claim'),
    ...speaker,
    about: z.string(),
    on: z.string(),
    answer: text,
    says: z.string(),
    withdrawn: text,
    formerly: ids.nullish(),
  }),
]);
const spelled = z.array(z.object({ actor: z.string(), spelling: z.string() }));
const namedAs = z.array(z.object({ actor: z.string(), spelling: z.string(), speaker: z.string() }));
const linkedText = z.object({ passages: z.array(passage), spelled, namedAs });
const dated = z.object({ date: z.string(), reason: z.string() });
const history = { ids, corrections: z.array(dated), retracted: dated.nullable() };
const named = {
  id: z.string(),
  name: z.string(),
  spellings: ids,
  names: z.array(z.object({ language: z.string(), name: z.string() })),
  wikidata: text,
  ...history,
  text: linkedText,
};

const articlesFile = z.object({
  site: z.object({
    title: z.string(),
    tagline: text,
    language: z.string(),
    zone: z.string(),
    groups: ids,
    principals: ids,
    authority: text,
    digits: text,
    months: text,
    about: linkedText,
  }),
  stateOfPlay: z.object({ asOf: z.string(), text: linkedText }).nullable(),
  articles: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      translation: text,
      source: z.string(),
      published: z.string(),
      updated: text,
      added: z.string(),
      by: text,
      original: text,
      archived: text,
      language: text,
      place: text,
      dateline: text,
      dating: text,
      via: z.object({ name: z.string(), url: text }).nullable(),
      drawsOn: ids,
      ...history,
      lead: linkedText,
      spelled,
      namedAs,
      accounts: z.array(
        z.object({
          event: z.string(),
          title: z.string(),
          date: text,
          time: text,
          zone: z.string(),
          when: text,
          basis: z.string(),
          record: ids,
          why: text,
          certainty: z.string(),
          // Older exports lack it.
          kind: z.string().optional(),
          actors: ids,
          place: text,
          after: ids,
          distinct: ids,
          partOf: text,
          text: linkedText,
        }),
      ),
    }),
  ),
  sources: z.array(z.object({ ...named, kind: text, about: text, site: text, language: text })),
  places: z.array(
    z.object({
      ...named,
      within: text,
      at: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    }),
  ),
  actors: z.array(z.object({ ...named, group: text, of: ids, leads: ids })),
  events: z.array(
    z.object({
      id: z.string(),
      origin: z.string(),
      lead: z.string(),
      titleBy: text,
      summary: text,
      ruling: z
        .object({
          why: text,
          reasons: z.record(z.string(), z.string()),
          unknown: ids,
          ...history,
        })
        .nullable(),
    }),
  ),
  retracted: z.array(z.object({ id: z.string(), title: z.string(), date: text, ...history })),
});

const eventsFile = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: text,
      time: text,
      certainty: text,
      place: text,
      actors: ids,
    }),
  ),
});

const actorsFile = z.object({
  actors: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      role: text,
      namedAs: z.array(z.object({ text: z.string() })),
    }),
  ),
});

type ArticlesFile = z.output<typeof articlesFile>;
export type ExportedText = z.output<typeof linkedText>;
export type ExportedPassage = z.output<typeof passage>;
export type ExportedArticle = ArticlesFile['articles'][number];
export type ExportedAccount = ExportedArticle['accounts'][number];
export type ExportedHistory = Pick<ExportedArticle, 'ids' | 'corrections' | 'retracted'>;
export type ExportedNamed = Pick<ArticlesFile['sources'][number], keyof typeof named>;

/** The three data files that together hold everything. */
export interface ExportedArchive extends ArticlesFile {
  /** The content of `events.json` by event id. */
  readonly eventById: ReadonlyMap<string, z.output<typeof eventsFile>['events'][number]>;
  /** The content of `actors.json` by actor id. */
  readonly actorById: ReadonlyMap<string, z.output<typeof actorsFile>['actors'][number]>;
}

/** A JSON file as read. */
export interface JsonFile {
  readonly name: string;
  readonly value: unknown;
}

/**
 * A key in the items of each data file, by which it is recognised. `articles.json` also has actors and
 * events.
 */
const signs = { articles: 'accounts', events: 'accounts', actors: 'mentionedIn', claims: 'kind' };
type FileKind = keyof typeof signs;

/** Returns which data file a JSON is; undefined if none. */
function findKind({ value }: JsonFile): FileKind | undefined {
  const shape = z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
  return (Object.keys(signs) as FileKind[]).find((kind) => {
    const [first, ...more] = z.array(z.unknown()).safeParse(shape[kind]).data ?? [null];
    const isEmpty = first === undefined && more.length === 0;
    return isEmpty || (typeof first === 'object' && first !== null && signs[kind] in first);
  });
}

/** Returns whether JSON files are data of a built site. */
export function isExportedArchive(files: readonly JsonFile[]): boolean {
  return files.every((file) => findKind(file) !== undefined);
}

/**
 * Returns the archive in a site's data files, or a description of what is missing or invalid. `claims.json`
 * adds nothing to the others.
 */
export function readArchive(
  files: readonly JsonFile[],
): ExportedArchive | readonly Fault[] | string {
  const get = (kind: FileKind) => files.find((file) => findKind(file) === kind);
  const [articles, events, actors] = [get('articles'), get('events'), get('actors')];
  if (!articles || !events || !actors)
    return 'Give a site’s articles.json, events.json and actors.json together: the first has the digests, the others have the rulings and the actors.';
  const parts = z.object({ parts: z.array(z.unknown()).min(1) });
  const cut = files.find(({ value }) => parts.safeParse(value).success);
  if (cut)
    return `${cut.name} has only the newest year: an archive this large is split by year, and split data cannot be imported.`;
  const faults: Fault[] = [];
  const check = <T>({ name, value }: JsonFile, schema: z.ZodType<T>): T | null => {
    const { data, error } = schema.safeParse(value);
    for (const { path, message } of error?.issues ?? [])
      faults.push({ where: `${name}: ${printPath(path)}`, column: null, message: `${message}.` });
    return data ?? null;
  };
  const all = check(articles, articlesFile);
  const checkedEvents = check(events, eventsFile);
  const checkedActors = check(actors, actorsFile);
  if (!all || !checkedEvents || !checkedActors) return faults;
  return {
    ...all,
    eventById: new Map(checkedEvents.events.map((event) => [event.id, event])),
    actorById: new Map(checkedActors.actors.map((actor) => [actor.id, actor])),
  };
}

function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}
