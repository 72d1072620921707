import type { Claim, NewsEvent, Point } from '../../model/archive.ts';
import { foldText } from '../../model/names.ts';
import { listStanding } from '../../model/standing.ts';
import type { ViewContext } from '../page/context.ts';

/**
 * What differs: outlets, those whom they cite, articles of one outlet, or claims within one article. An outlet
 * that corrects itself doesn't count as two sources.
 */
export type Differing = 'sources' | 'cited' | 'articles' | 'claims';

/** What differs if accounts disagree. */
type DifferingAccounts = Exclude<Differing, 'cited'>;

type Archived = Pick<ViewContext, 'archive'>;

/** Returns what differs on a point; null if everybody gives the same answer. */
export function getDiffering({ differ, claims }: Point, context: Archived): Differing | null {
  if (!differ) return null;
  const counted = claims.filter(isCounted);
  const who = among(
    counted.map(({ article }) => article),
    context,
  );
  const isCited = counted.some((claim) => !isOwn(claim, context));
  return who === 'sources' && isCited && !doOutletsClash(counted, context) ? 'cited' : who;
}

/** Returns whether an outlet makes a claim itself. */
export function isOwn({ speaker, article }: Claim, { archive }: Archived): boolean {
  return (
    speaker.type === 'article' ||
    (speaker.type === 'source' && speaker.id === archive.articleById.get(article)?.source)
  );
}

/**
 * Returns whether two outlets give no answer in common, and at least one of them gives its own. Those whom an
 * outlet cites count only if it has no answer itself.
 */
function doOutletsClash(claims: readonly Claim[], context: Archived): boolean {
  const { articleById } = context.archive;
  const byOutlet = Map.groupBy(claims, ({ article }) => articleById.get(article)?.source);
  const voices = [...byOutlet.values()].map((all) => {
    const own = all.filter((claim) => isOwn(claim, context));
    const counting = own.length > 0 ? own : all;
    return {
      isItself: own.length > 0,
      answers: new Set(counting.map(({ answer }) => foldText(answer ?? ''))),
    };
  });
  return voices.some(
    (one) => one.isItself && voices.some((other) => one.answers.isDisjointFrom(other.answers)),
  );
}

/** Returns what differs when the accounts of an event disagree. */
export function getDifferingAccounts(
  { accounts }: NewsEvent,
  context: Archived,
): DifferingAccounts {
  return among(
    listStanding(accounts).map(({ article }) => article.id),
    context,
  );
}

function isCounted({ answer, withdrawn }: Claim): boolean {
  return answer !== null && withdrawn === null;
}

function among(articles: readonly string[], { archive }: Archived): DifferingAccounts {
  const outlets = new Set(articles.map((id) => archive.articleById.get(id)?.source));
  if (outlets.size > 1) return 'sources';
  return new Set(articles).size > 1 ? 'articles' : 'claims';
}
