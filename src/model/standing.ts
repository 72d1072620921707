import type { Article } from './archive.ts';

/**
 * Returns the accounts that stand: one of an article that was retracted counts only where no other is left. All are
 * shown.
 */
export function listStanding<T extends { readonly article: Pick<Article, 'retracted'> }>(
  accounts: readonly T[],
): readonly T[] {
  const standing = accounts.filter(({ article }) => article.retracted === null);
  return standing.length > 0 ? standing : accounts;
}

/** Returns whether no account of an event stands any more. */
export function isTakenBack({
  accounts,
}: {
  readonly accounts: readonly { readonly article: Pick<Article, 'retracted'> }[];
}): boolean {
  return accounts.every(({ article }) => article.retracted !== null);
}
