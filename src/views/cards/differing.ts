import type { Claim, NewsEvent, Point } from '../../model/archive.ts';
import { listStanding } from '../../model/standing.ts';
import type { ViewContext } from '../page/context.ts';

/**
 * What differs: outlets, articles of one outlet, or claims within one article. An outlet that corrects itself
 * doesn't count as two sources.
 */
export type Differing = 'sources' | 'articles' | 'claims';

/** Returns what differs on a point; null if everybody gives the same answer. */
export function getDiffering(
  { differ, claims }: Point,
  context: Pick<ViewContext, 'archive'>,
): Differing | null {
  return differ
    ? among(
        claims.filter(isCounted).map(({ article }) => article),
        context,
      )
    : null;
}

/** Returns what differs when the accounts of an event disagree. */
export function getDifferingAccounts(
  { accounts }: NewsEvent,
  context: Pick<ViewContext, 'archive'>,
): Differing {
  return among(
    listStanding(accounts).map(({ article }) => article.id),
    context,
  );
}

function isCounted({ answer, withdrawn }: Claim): boolean {
  return answer !== null && withdrawn === null;
}

function among(articles: readonly string[], { archive }: Pick<ViewContext, 'archive'>): Differing {
  const outlets = new Set(articles.map((id) => archive.articleById.get(id)?.source));
  if (outlets.size > 1) return 'sources';
  return new Set(articles).size > 1 ? 'articles' : 'claims';
}
