import type { Claim } from './archive.ts';
import type { ArticleDraft } from './drafts.ts';
import { hashParts } from './hash.ts';
import { linkArticle } from './linkArticle.ts';
import {
  ChangedNames,
  completed,
  type ArticleMemo,
  type LinkedArticle,
  type Memory,
} from './memory.ts';
import { noteLanguages } from './noteLanguages.ts';
import { listClaims, listNamedActors } from './outline.ts';
import type { ArticleStub, Registry } from './registry.ts';
import { withLocation } from '../problems/fault.ts';

/** A digest to link: what others need of it, and its draft, parsed on demand. */
export interface ArticleSource {
  readonly stub: ArticleStub;
  /** The hash of its bytes; empty where no earlier run is remembered. */
  readonly key: string;
  readonly read: () => ArticleDraft;
}

/** The digests of an archive, linked now or in an earlier run. */
export class LinkedArticles {
  /** In the order of their ids. */
  readonly memos: readonly ArticleMemo[];
  /** The hashes of what all digests depend on: without names, and with them. */
  readonly base: string;
  readonly names: string;
  readonly #registry: Registry;
  readonly #sources: ReadonlyMap<string, ArticleSource>;
  readonly #byId: ReadonlyMap<string, ArticleMemo>;
  readonly #originals = new Map<ArticleMemo, ReadonlyMap<Claim, Claim>>();

  /** Links the digests that aren't in the cache, or that changed names may affect. */
  constructor(sources: readonly ArticleSource[], registry: Registry, memory: Memory) {
    const zone = registry.site?.zone ?? 'UTC';
    const language = registry.site?.language ?? '';
    this.#registry = registry;
    this.#sources = new Map(sources.map((source) => [source.stub.id, source]));
    this.base = hashParts([zone, language, ...registry.listPublished()]);
    this.names = hashParts([
      this.base,
      ...registry.ownedNames.map(({ text, of }) => `${of} ${text}`),
    ]);
    const changed =
      memory.base === this.base ? new ChangedNames(memory.spelt, registry.ownedNames) : undefined;
    this.memos = registry.articles.flatMap(({ id }) => {
      const source = this.#sources.get(id);
      return source ? [this.#recall(source, memory, changed) ?? this.#link(source)] : [];
    });
    this.#byId = new Map(this.memos.map((memo) => [memo.outline.id, memo]));
  }

  /** Returns the cached result of a digest, or undefined if it isn't linked. */
  get(id: string): ArticleMemo | undefined {
    return this.#byId.get(id);
  }

  /** Returns the whole result of linking a digest; links it again if only its memo is cached. */
  complete(memo: ArticleMemo): LinkedArticle {
    const known = completed.get(memo);
    if (known) return known;
    const source = this.#sources.get(memo.outline.id);
    if (!source) throw new Error(`There is no article ${memo.outline.id}.`);
    const { made } = this.#trace(source.read());
    completed.set(memo, made);
    return made;
  }

  /** Returns the claim of the linked digest for a memo's copy: an archive tells claims apart by identity. */
  getClaim(claim: Claim): Claim {
    const memo = this.get(claim.article);
    if (!memo) return claim;
    const originals = this.#originals.get(memo) ?? pairClaims(memo, this.complete(memo));
    this.#originals.set(memo, originals);
    return originals.get(claim) ?? claim;
  }

  /** Returns the cached result of a digest if it still holds. */
  #recall(
    { stub, key, read }: ArticleSource,
    memory: Memory,
    changed: ChangedNames | undefined,
  ): ArticleMemo | undefined {
    const memo = memory.articles.get(stub.id);
    if (memo?.key !== key || !memo.lookups.pages.every((page) => this.#registry.hasPage(page)))
      return undefined;
    if (memo.names === this.names) return memo;
    if (!changed || memo.names !== memory.names || changed.concern(memo.lookups, read))
      return undefined;
    const same = { ...memo, names: this.names };
    const known = completed.get(memo);
    if (known) completed.set(same, known);
    return same;
  }

  #link({ key, read }: ArticleSource): ArticleMemo {
    const draft = read();
    const { made, lookups } = this.#trace(draft);
    const { article, accounts } = made;
    const { id, added, published, publication, events, retracted } = article;
    const language = this.#registry.site?.language ?? null;
    const memo: ArticleMemo = {
      key,
      names: this.names,
      version: lookups.isSettled ? hashParts([draft.at.file, key, this.names]) : '',
      outline: { id, added, published, publication, events, retracted },
      namedActors: listNamedActors(article, accounts),
      claims: listClaims(article, accounts),
      lookups,
      notices: language === null ? [] : noteLanguages(draft, language),
    };
    completed.set(memo, made);
    return memo;
  }

  /** Links a digest and notes what it looks up in the registry. */
  #trace(draft: ArticleDraft) {
    const registry = this.#registry;
    return registry.trace(() =>
      withLocation(
        () => draft.at,
        () => linkArticle(draft, registry, registry.site?.zone ?? 'UTC'),
      ),
    );
  }
}

/** Returns the claims of a linked digest by those of its memo, which are copies if it was stored. */
function pairClaims(
  { claims }: ArticleMemo,
  { article, accounts }: LinkedArticle,
): ReadonlyMap<Claim, Claim> {
  const linked = listClaims(article, accounts);
  return new Map(claims.map((claim, index) => [claim, linked[index] ?? claim]));
}
