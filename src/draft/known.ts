import type { NewsEvent } from '../model/archive.ts';
import type { Draft } from '../model/drafts.ts';
import { parseEventIdPrompt, type ActorId, type PlaceId, type SourceId } from '../model/ids.ts';
import type { NameOwner } from '../model/linkText.ts';
import { linkArchive } from '../model/linkArchive.ts';
import { NameIndex, type NameMatch } from '../model/names.ts';
import { Registry } from '../model/registry.ts';
import { parseFile, type ContentFile } from '../parse/parseFile.ts';
import { hasErrors } from '../problems/problem.ts';

/** The existing content, used to recognise what an article mentions. */
export interface Known {
  /** Returns the names of actors and places in a text, in order. */
  findNames(text: string): NameMatch<NameOwner>[];
  /** Returns the distinct sources that a text names, in order. */
  findSources(text: string): SourceId[];
  /** Returns the source whose address has the same host, such as www.example.org. */
  findSourceByHost(host: string): SourceId | undefined;
  hasSource(id: string): boolean;
  isActor(id: string): boolean;
  findPlace(name: string): PlaceId | undefined;
  /** Returns whether a quotation may be attributed to a name as spelt. */
  isSpeaker(name: string): boolean;
  isPerson(id: ActorId): boolean;
  /** Returns the places that contain a place, nearest first. */
  listAround(id: PlaceId): PlaceId[];
  /** The site's own language, BCP 47. */
  readonly language: string;
  readonly sources: readonly KnownFile[];
  readonly places: readonly KnownFile[];
  /** The groups of actors, in the site's order. */
  readonly groups: readonly string[];
  readonly events: readonly NewsEvent[];
  /** The number of the next placeholder event id; no other skeleton uses it. */
  readonly nextEventNumber: number;
}

/** A file of the content folder, by id and name. */
interface KnownFile {
  readonly id: string;
  readonly name: string;
}

/** Returns what is known from the files of a content folder. Articles with errors name no events. */
export function readKnown(files: readonly ContentFile[], folder: string): Known {
  const parsed = files.map(parseFile);
  const drafts = parsed.flatMap(({ draft }) => draft ?? []);
  const sound = parsed.flatMap(({ draft, problems }) =>
    draft && !(draft.type === 'article' && hasErrors(problems)) ? [draft] : [],
  );
  const registry = new Registry(drafts);
  const outlets = new NameIndex<SourceId>();
  for (const { id, name, spellings, names } of registry.sources) {
    for (const spelling of [name, ...spellings, ...names.map((one) => one.name)])
      if (spelling.value !== '') outlets.add(spelling.value, id as SourceId, spelling.at);
  }
  const persons = new Set(
    registry.actors.filter(({ kind }) => kind === 'person').map(({ id }) => id),
  );
  return {
    findNames: (text) => registry.findNames(text),
    findSources: (text) => [...new Set(outlets.find(text).map(({ owner }) => owner))],
    findSourceByHost: (host) =>
      registry.sources.find(
        ({ url }) => url !== null && bareHost(new URL(url).host) === bareHost(host),
      )?.id as SourceId | undefined,
    hasSource: (id) => registry.sources.some((source) => source.id === id),
    isActor: (id) => registry.actors.some((actor) => actor.id === id),
    findPlace: (name) => registry.findPlace(name),
    isSpeaker: (name) => registry.findSpeaker(name)?.type === 'actor',
    isPerson: (id) => persons.has(id),
    listAround: (id) => registry.listAround(id),
    language: registry.site?.language ?? 'en',
    sources: registry.sources.map(({ id, name }) => ({ id, name: name.value })),
    places: registry.places.map(({ id, name }) => ({ id, name: name.value })),
    groups: registry.site?.groups ?? [],
    events: findEvents(sound, folder),
    nextEventNumber: nextNumber(drafts),
  };
}

function findEvents(drafts: readonly Draft[], folder: string): readonly NewsEvent[] {
  return linkArchive(drafts, folder).archive?.events ?? [];
}

function nextNumber(drafts: readonly Draft[]): number {
  const taken = drafts.flatMap((draft) =>
    draft.type === 'article'
      ? draft.accounts.map(({ id }) => parseEventIdPrompt(id.value) ?? 0)
      : [],
  );
  return Math.max(0, ...taken) + 1;
}

function bareHost(host: string): string {
  // Mobile editions have their own hosts.
  return host.replace(/^(?:www|m|amp)\./, '');
}
