import type { ArticleDraft, Draft } from '../model/drafts.ts';
import type { ArticleMemo } from '../model/memory.ts';
import { findLastDay } from '../model/noteDaysAhead.ts';
import type { NearNames } from '../model/noteNearNames.ts';
import type { ArticleStub } from '../model/registry.ts';
import type { ParsedFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';

/** What is known of one digest without its draft, which is ten times as long. */
export interface Digest {
  /** The key of its bytes. */
  readonly key: string;
  readonly stub: ArticleStub;
  readonly problems: readonly Problem[];
  /** The last moment at which a day that it states begins (milliseconds UTC), null where it states none. */
  readonly lastDay: number | null;
  readonly memo: ArticleMemo | null;
  readonly near: NearMemo | null;
}

/** What of a digest is near the names of a site, and which of the words that were asked for it also writes small. */
export interface NearMemo extends NearNames {
  /** The key of the names. */
  readonly names: string;
  readonly asked: string;
  readonly plain: readonly string[];
}

/** Returns what is known of a digest once it is parsed. */
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

/** Returns whether a draft is a digest’s. */
export function isDigest(draft: Draft | null): draft is ArticleDraft {
  return draft?.type === 'article';
}
