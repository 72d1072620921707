import type { Account, Article, Claim, NewsEvent } from './archive.ts';
import type { ArticleDraft } from './drafts.ts';
import type { SimilarMemo } from './findSimilar.ts';
import type { ArticleId } from './ids.ts';
import { NameIndex } from './names.ts';
import type { BareText } from './noteBareNames.ts';
import type { AccountOutline, ArticleOutline, EventOutline, NamedActors } from './outline.ts';
import type { Lookups, OwnedName } from './registry.ts';
import type { Problem } from '../problems/problem.ts';

// The cache of linking, so that the next run recomputes only what has changed. Plain data: it survives JSON,
// except for infinite moments. Every entry is optional and used only if its key matches.

/** The cache that one run leaves for the next. */
export interface Memory {
  /**
   * The hash of the site's zone, language and published addresses: everything all digests depend on, except
   * the names.
   */
  readonly base: string;
  /** The hash of that with the names, and the names. */
  readonly names: string;
  readonly spelt: readonly OwnedName[];
  readonly articles: ReadonlyMap<string, ArticleMemo>;
  readonly events: ReadonlyMap<string, EventMemo>;
  /** By actor, which of the actor's events resemble each other. */
  readonly similar: ReadonlyMap<string, SimilarMemo>;
}

/** The cached link result of a digest. */
export interface ArticleMemo {
  /** The hash of its bytes and of the names that it depends on. */
  readonly key: string;
  readonly names: string;
  /** Represents the whole link result; empty if that depends on more than the keys cover. */
  readonly version: string;
  readonly outline: ArticleOutline;
  readonly namedActors: NamedActors;
  readonly claims: readonly Claim[];
  readonly lookups: Lookups;
  /** Notices about it in a whole archive. */
  readonly notices: readonly Problem[];
}

/** The cached merge result of an event. */
export interface EventMemo {
  /** The hash of its ruling and of the versions of digests that tell the event or make claims about it. */
  readonly key: string;
  /** Null if nothing dates the event. */
  readonly outline:
    | (Omit<EventOutline, 'accounts'> & {
        readonly accounts: readonly (Omit<AccountOutline, 'article'> & {
          readonly article: ArticleId;
        })[];
      })
    | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Its texts that are printed without a source. */
  readonly bare: readonly BareText[];
}

/** The link result of a digest. */
export interface LinkedArticle {
  readonly article: Article;
  readonly accounts: readonly Account[];
}

/** An empty cache. */
export const emptyMemory: Memory = {
  base: '',
  names: '',
  spelt: [],
  articles: new Map(),
  events: new Map(),
  similar: new Map(),
};

/** All link and merge results of this process. */
export const completed = new WeakMap<ArticleMemo, LinkedArticle>();
export const merges = new WeakMap<EventMemo, NewsEvent | undefined>();

/** Returns the digests that the next run may reuse. */
export function mapMemos(memos: readonly ArticleMemo[]): Map<string, ArticleMemo> {
  return new Map(
    memos.flatMap((memo) => (memo.version === '' ? [] : [[memo.outline.id as string, memo]])),
  );
}

/** The names and ids that differ between two states of a site. */
export class ChangedNames {
  readonly #index = new NameIndex<null>();
  readonly #texts: ReadonlySet<string>;

  /** Compares the names of both states. */
  constructor(before: readonly OwnedName[], now: readonly OwnedName[]) {
    const print = ({ text, of }: OwnedName) => `${of} ${text}`;
    const [old, fresh] = [new Set(before.map(print)), new Set(now.map(print))];
    const changed = [
      ...before.filter((one) => !fresh.has(print(one))),
      ...now.filter((one) => !old.has(print(one))),
    ];
    this.#texts = new Set(changed.map(({ text }) => text));
    for (const text of this.#texts) this.#index.add(text, null, { file: '', line: 1, column: 1 });
  }

  /**
   * Returns whether the changes may affect a digest: it looked up one of the names, or one of its texts
   * contains it.
   */
  concern(lookups: Lookups, read: () => ArticleDraft): boolean {
    if (this.#texts.size === 0) return false;
    if (lookups.names.some((name) => this.#texts.has(name) || this.#index.get(name))) return true;
    return this.#standIn(read());
  }

  #standIn(value: unknown): boolean {
    if (typeof value === 'string') return this.#index.find(value).length > 0;
    if (typeof value !== 'object' || value === null) return false;
    return Object.values(value).some((one) => this.#standIn(one));
  }
}
