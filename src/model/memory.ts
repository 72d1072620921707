import type { Account, Article, Claim, NewsEvent } from './archive.ts';
import type { ArticleDraft } from './drafts.ts';
import type { SimilarMemo } from './findSimilar.ts';
import type { ArticleId } from './ids.ts';
import { NameIndex } from './names.ts';
import type { BareText } from './noteBareNames.ts';
import type { AccountOutline, ArticleOutline, EventOutline, Mentions } from './outline.ts';
import type { Asked, Spelt } from './registry.ts';
import type { Problem } from '../problems/problem.ts';

// What linking remembers, so that the next linking makes only what is made from something else. Plain data: it
// survives JSON, but for infinite moments. Nothing has to be remembered, and nothing is believed without its key.

/** What one linking leaves for the next. */
export interface Memory {
  /** The key of the site's zone and language and of what was published: all that every digest is linked by, but for the names. */
  readonly base: string;
  /** The key of that with the names, and the names. */
  readonly names: string;
  readonly spelt: readonly Spelt[];
  readonly articles: ReadonlyMap<string, ArticleMemo>;
  readonly events: ReadonlyMap<string, EventMemo>;
  /** By actor, which events of his resemble each other. */
  readonly similar: ReadonlyMap<string, SimilarMemo>;
}

/** What is remembered of a digest. */
export interface ArticleMemo {
  /** The key of its bytes, and of the names that it is known to be linked by. */
  readonly key: string;
  readonly names: string;
  /** Stands for all that linking gave; empty where that depends on more than its keys say. */
  readonly version: string;
  readonly outline: ArticleOutline;
  readonly mentions: Mentions;
  readonly claims: readonly Claim[];
  readonly asked: Asked;
  /** What is noted of it in a whole archive. */
  readonly notices: readonly Problem[];
}

/** What is remembered of an event. */
export interface EventMemo {
  /** Of its ruling, and of the versions of the digests that tell of it or claim something about it. */
  readonly key: string;
  /** Null where nothing dates it. */
  readonly outline:
    | (Omit<EventOutline, 'accounts'> & {
        readonly accounts: readonly (Omit<AccountOutline, 'article'> & {
          readonly article: ArticleId;
        })[];
      })
    | null;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Its texts that stand without a source beside them. */
  readonly bare: readonly BareText[];
}

/** What linking a digest gives. */
export interface LinkedArticle {
  readonly article: Article;
  readonly accounts: readonly Account[];
}

/** Nothing remembered. */
export const emptyMemory: Memory = {
  base: '',
  names: '',
  spelt: [],
  articles: new Map(),
  events: new Map(),
  similar: new Map(),
};

/** All that was linked and merged, for as long as this process remembers it. */
export const completed = new WeakMap<ArticleMemo, LinkedArticle>();
export const merges = new WeakMap<EventMemo, NewsEvent | undefined>();

/** Returns the digests that the next linking may take as they are. */
export function mapMemos(memos: readonly ArticleMemo[]): Map<string, ArticleMemo> {
  return new Map(
    memos.flatMap((memo) => (memo.version === '' ? [] : [[memo.outline.id as string, memo]])),
  );
}

/** The names and ids by which two states of a site differ. */
export class ChangedNames {
  readonly #index = new NameIndex<null>();
  readonly #texts: ReadonlySet<string>;

  /** Takes the names of both states. */
  constructor(before: readonly Spelt[], now: readonly Spelt[]) {
    const print = ({ text, of }: Spelt) => `${of} ${text}`;
    const [old, fresh] = [new Set(before.map(print)), new Set(now.map(print))];
    const changed = [
      ...before.filter((one) => !fresh.has(print(one))),
      ...now.filter((one) => !old.has(print(one))),
    ];
    this.#texts = new Set(changed.map(({ text }) => text));
    for (const text of this.#texts) this.#index.add(text, null, { file: '', line: 1, column: 1 });
  }

  /** Returns whether a digest may be linked otherwise by them: one of them was looked up for it, or stands in one of its texts. */
  concern(asked: Asked, read: () => ArticleDraft): boolean {
    if (this.#texts.size === 0) return false;
    if (asked.names.some((name) => this.#texts.has(name) || this.#index.get(name))) return true;
    return this.#standIn(read());
  }

  #standIn(value: unknown): boolean {
    if (typeof value === 'string') return this.#index.find(value).length > 0;
    if (typeof value !== 'object' || value === null) return false;
    return Object.values(value).some((one) => this.#standIn(one));
  }
}
