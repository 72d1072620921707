import type { SimilarMemo } from '../model/findSimilar.ts';
import { hashContent } from '../model/hash.ts';
import { emptyMemory, type ArticleMemo, type EventMemo, type Memory } from '../model/memory.ts';
import type { Span } from '../model/dates/spans.ts';
import { openDatabase, type Database } from './database.ts';
import type { Digest } from './digests.ts';
import type { CacheLocation } from './drafts.ts';
import { getParserKey } from './parserKey.ts';

/** What is known about the content of a site: its digests by file, and its events. */
interface Content extends Omit<Memory, 'articles'> {
  readonly digests: ReadonlyMap<string, Digest>;
}

/** What commands learn about a content folder and remember. */
export interface ContentCache {
  readonly content: Content;
  /** Remembers the current state and saves what has changed. */
  readonly save: (content: Content) => void;
}

/** Number of rows of each kind, so that a command writes only the rows with changes. */
const CHUNKS = 64;

const emptyContent: Content = { ...emptyMemory, digests: new Map() };

/**
 * Returns what is remembered in a state folder. The cache is read only once; afterwards this object remembers
 * the changes.
 */
export function openContentCache({ state, root }: CacheLocation): ContentCache {
  const code = getParserKey(root);
  const open = () =>
    state === null || code === undefined ? undefined : openDatabase(state, code, 'command');
  const database = open();
  const [names, digests, events, similar] = [
    database?.read('known', 'names', '') as Names | undefined,
    read<Digest>('digests', database),
    read<EventMemo>('events', database),
    read<SimilarMemo>('similar', database),
  ];
  database?.close();
  for (const { memo } of digests.values()) if (memo) restoreTimes(memo);
  for (const { outline } of events.values())
    for (const span of outline?.when.spans ?? []) restoreSpan(span);
  let content: Content = names ? { ...names, digests, events, similar } : emptyContent;
  return {
    get content() {
      return content;
    },
    save: (next) => {
      const { base, names: key, spelt } = next;
      const isNamed = content.names === key && content.base === base;
      const values = [
        ...(isNamed ? [] : [{ name: 'names', key: '', value: { base, names: key, spelt } }]),
        ...listChanged('digests', content.digests, next.digests),
        ...listChanged('events', content.events, next.events),
        ...listChanged('similar', content.similar, next.similar),
      ];
      content = next;
      if (values.length === 0) return;
      const database = open();
      database?.write('known', values, []);
      database?.close();
    },
  };
}

type Names = Pick<Content, 'base' | 'names' | 'spelt'>;

function read<Value>(kind: string, database: Database | undefined): Map<string, Value> {
  const found = new Map<string, Value>();
  for (let chunk = 0; database && chunk < CHUNKS; chunk += 1) {
    const entries = database.read('known', `${kind}/${chunk}`, '') as [string, Value][] | undefined;
    for (const [name, value] of entries ?? []) found.set(name, value);
  }
  return found;
}

/** Returns the rows in which any value has changed. */
function listChanged<Value>(
  kind: string,
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
) {
  const changed = new Set<number>();
  for (const [name, value] of now) if (before.get(name) !== value) changed.add(getChunk(name));
  for (const name of before.keys()) if (!now.has(name)) changed.add(getChunk(name));
  if (changed.size === 0) return [];
  const chunks = new Map([...changed].map((chunk) => [chunk, [] as [string, Value][]]));
  for (const entry of now) chunks.get(getChunk(entry[0]))?.push(entry);
  return [...chunks].map(([chunk, value]) => ({ name: `${kind}/${chunk}`, key: '', value }));
}

function getChunk(name: string): number {
  return parseInt(hashContent(name).slice(0, 8), 16) % CHUNKS;
}

/** Restores infinite times, which JSON writes as null: a span may have no beginning or no end. */
function restoreTimes({ outline }: ArticleMemo): void {
  restoreSpan(outline.publication);
}

function restoreSpan(span: Span): void {
  const open = span as { from: number | null; to: number | null };
  open.from ??= -Infinity;
  open.to ??= Infinity;
}
