import type { ArticleDraft, Draft } from '../model/drafts.ts';
import type { ArticleMemo } from '../model/memory.ts';
import { findLastDay } from '../model/noteDaysAhead.ts';
import type { NearNames } from '../model/noteNearNames.ts';
import type { ArticleStub } from '../model/registry.ts';
import type { ParsedFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';

/** The record of a digest without its draft, which is ten times as long. */
export interface Digest {
  /** The key of its bytes. */
  readonly key: string;
  readonly stub: ArticleStub;
  readonly problems: readonly Problem[];
  /** The latest start of a day that it states (milliseconds UTC), or null if it states none. */
  readonly lastDay: number | null;
  readonly memo: ArticleMemo | null;
  readonly near: NearMemo | null;
}

/**
 * The near matches of a site's names in a digest, and which of the words in `doubtfulWords` it also writes in lower
 * case.
 */
export interface NearMemo extends NearNames {
  /** The key of the site's names. */
  readonly names: string;
  readonly doubtfulWords: string;
  readonly plain: readonly string[];
}

/** Returns the record of a parsed digest. */
export function createDigest(
  key: string,
  draft: ArticleDraft,
  { problems }: Pick<ParsedFile, 'problems'>,
): Digest {
  const { type, at, id, formerly, isWhole, accounts } = draft;
  const stub: ArticleStub = {
    ...{ type, at, id, formerly, isWhole },
    accounts: accounts.map(({ at: place, id: event, after, partOf }) => {
      return { at: place, id: event, after, partOf };
    }),
  };
  return { key, stub, problems, lastDay: findLastDay(draft), memo: null, near: null };
}

/** Returns whether a draft is of a digest. */
export function isDigest(draft: Draft | null): draft is ArticleDraft {
  return draft?.type === 'article';
}
