import type { Article } from './archive.ts';

/**
 * Returns the accounts that stand: a retracted article's account counts only if there is no other. Pages show
 * all accounts.
 */
export function listStanding<T extends { readonly article: Pick<Article, 'retracted'> }>(
  accounts: readonly T[],
): readonly T[] {
  const standing = accounts.filter(({ article }) => article.retracted === null);
  return standing.length > 0 ? standing : accounts;
}

/** Returns whether all accounts of an event are retracted. */
export function isFullyRetracted({
  accounts,
}: {
  readonly accounts: readonly { readonly article: Pick<Article, 'retracted'> }[];
}): boolean {
  return accounts.every(({ article }) => article.retracted !== null);
}
